"""A dossier edited step by step, judged on the way as the window does it."""

from random import Random

from cerwizard.rules.engine import Judge, judge
from tests.rules.edits import edit
from tests.rules.packs import DAY


def walk(root, rules, facts, seeds, at_once):
    """Edit, judge what each edit touches, now and then let the worker judge the rest."""
    judging = Judge(rules, DAY, facts, at_once)
    judging.full(root)
    past = [root]
    for seed in seeds:
        chance = Random(seed)
        if chance.random() < 0.1:
            root, changed = past[-1], {""}  # undo
        else:
            past.append(root)
            root, changed = edit(root, chance)
        judging.update(root, changed)
        if chance.random() < 0.3:
            assert judging.whole(root) == judge(root, rules, DAY, facts)
    assert judging.whole(root) == judge(root, rules, DAY, facts)
