"""Rows that come, go and move leave alone what is said of the others."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cerwizard.dossier import paths
from cerwizard.dossier.dossier import Dossier
from cerwizard.reckon.facts import FACTS
from cerwizard.rules import catalog
from cerwizard.rules.engine import judge
from tests.rules import small
from tests.rules.edits import crowded, lists
from tests.rules.packs import BENEFIT, DAY, EVIDENCE, LINE, c, every_rule, pack, rule

SEED = st.integers(0, 2**32)
OURS = catalog.load()
SMALL = pack(*every_rule())


def places(findings):
    return sorted((f.path, f.code) for f in findings)


MODELS = {"small": (small.Small, SMALL, small.FACTS), "ours": (Dossier, OURS, FACTS)}


@pytest.mark.parametrize("model", MODELS)
@settings(deadline=None, max_examples=6)
@given(seed=SEED)
def test_moving_a_row_changes_no_finding(model, seed):
    root, rules, facts = MODELS[model]
    chance = Random(seed)
    dossier = chance.choice(crowded(root, 200))
    before = judge(dossier, rules, DAY, facts)
    for address, rows in lists(dossier):
        if len(rows) > 1:
            there = f"{address}[{chance.choice(rows).id}]"
            dossier = paths.move(dossier, there, chance.randrange(len(rows)))
    assert places(judge(dossier, rules, DAY, facts)) == places(before)


# Rules about the record itself, so that nothing but the record is a reason to speak.
OWN = pack(
    rule("TST-01", at=BENEFIT, field="text", require=[c(".text", min_words=3)]),
    rule("TST-02", at=EVIDENCE, require=[c(".sample", above=5)], message="{=record} is small."),
    rule("TST-03", at=LINE, field="why", require=[c(".why", filled=True)]),
    rule("TST-04", at="equivalence.devices[*]", require=[c(".rows[*]", count_at_least=9)]),
)


@settings(deadline=None, max_examples=30)
@given(seed=SEED)
def test_a_row_that_comes_or_goes_leaves_the_findings_on_others_as_they_were(seed):
    chance = Random(seed)
    dossier = chance.choice(crowded(small.Small, 200))
    before = judge(dossier, OWN, DAY, small.FACTS)
    for address, rows in lists(dossier):
        if "[" in address or not rows:
            continue
        there = f"{address}[{chance.choice(rows).id}]"
        after = judge(paths.remove(dossier, there), OWN, DAY, small.FACTS)
        assert after == tuple(f for f in before if not f.path.startswith(there))
        new = paths.insert(dossier, address, type(rows[0])(id="new"), chance.randrange(len(rows)))
        kept = (f for f in judge(new, OWN, DAY, small.FACTS) if f"{address}[new]" not in f.path)
        assert tuple(kept) == before
