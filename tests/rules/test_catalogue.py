"""Every rule of our pack brings its own cases; this file runs them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cerwizard.dossier import changes
from cerwizard.dossier.dossier import Dossier
from cerwizard.reckon.facts import FACTS
from cerwizard.rules import catalog
from cerwizard.rules.cases import day_of, dossier_of
from cerwizard.rules.engine import Judge, judge, judge_by
from cerwizard.rules.lints import lints
from cerwizard.rules.plan import plan
from cerwizard.rules.register import CHECKS
from tests.rules.edits import crowded
from tests.rules.packs import DAY
from tests.rules.reading_habits import undeclared
from tests.rules.walks import walk

PACK = catalog.load()
CASES = [(rule, case) for rule in PACK.rules for case in rule.cases]


@pytest.mark.parametrize(("rule", "case"), CASES, ids=[f"{r.code}-{c.says}" for r, c in CASES])
def test_a_rule_speaks_where_its_case_says_and_nowhere_else(rule, case):
    dossier = dossier_of(Dossier, case.given)
    found = judge_by(dossier, [rule], day_of(rule, case))
    assert sorted(finding.path for finding in found) == sorted(case.expect)
    for finding in found:
        assert finding.severity is rule.severity, "the rule failed"
        assert "{" not in finding.message


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.code)
def test_a_rule_reads_what_its_paths_say_and_nothing_else(rule):
    cases = [(dossier_of(Dossier, case.given), day_of(rule, case)) for case in rule.cases]
    for dossier, day in [*cases, *((d, DAY) for d in crowded(Dossier, 400))]:
        for unit in plan([rule], Dossier, FACTS, day).units:
            assert not undeclared(unit, dossier, day)


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.code)
def test_going_from_case_to_case_change_by_change_a_rule_keeps_up(rule):
    alone = replace(PACK, rules=(rule,))
    day = day_of(rule, rule.cases[0])
    cases = [dossier_of(Dossier, case.given) for case in rule.cases]
    judging = Judge(alone, day)
    dossier = cases[-1]
    judging.full(dossier)
    for case in cases:
        for change in changes.diff(dossier, case):
            dossier = changes.replay(dossier, (change,))
            judging.update(dossier, {change.address})
        assert judging.whole(dossier) == judge(dossier, alone, day)


@settings(deadline=None, max_examples=max(5, settings.default.max_examples // 5))
@given(seeds=st.lists(st.integers(0, 2**32), min_size=1, max_size=25))
def test_judging_after_an_edit_finds_what_judging_afresh_finds(seeds):
    walk(crowded(Dossier, 400)[0], PACK, FACTS, seeds, 500)


def test_every_check_and_every_lint_is_used_by_a_rule():
    used = {rule.check for rule in PACK.rules}
    assert used - {"", "reference-dangles", "answer-kept"} == {*CHECKS, *lints()}


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_is_asked_for_by_a_rule(fact):
    asking = re.compile(rf'"={fact}"|\{{={fact}\}}')
    assert any(asking.search(rule.model_dump_json()) for rule in PACK.rules)
