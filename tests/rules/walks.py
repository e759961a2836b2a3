"""A dossier edited step by step, judged on the way as the window does it."""

from random import Random

from cerwizard.rules.engine import Judge, judge
from cerwizard.rules.waiving import unwaived, waived
from tests.rules.edits import edit
from tests.rules.packs import DAY


def walk(root, rules, facts, seeds, at_once):
    """Edit, judge what each edit touches, now and then let the worker judge the rest."""
    judging = Judge(rules, DAY, facts, at_once)
    findings = judging.full(root)
    past = [root]
    for seed in seeds:
        chance = Random(seed)
        if chance.random() < 0.1:
            root, changed = past[-1], {""}  # undo
        elif findings and chance.random() < 0.2:
            past.append(root)
            root, changed = _waive(root, chance.choice(findings), chance), {"waivers"}
        else:
            past.append(root)
            root, changed = edit(root, chance)
        findings = judging.update(root, changed)
        if chance.random() < 0.3:
            assert judging.whole(root) == judge(root, rules, DAY, facts)
    assert judging.whole(root) == judge(root, rules, DAY, facts)


def _waive(root, finding, chance):
    if finding.waived and chance.random() < 0.5:
        return unwaived(root, finding)
    return waived(root, finding, "It is known.", "Ada", DAY, f"w{chance.randrange(10**9)}")
