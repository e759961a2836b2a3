"""A rule whose every clause is younger than the Regulation is silent before the first of them."""

from datetime import date

import pytest

from cerwizard.law import clauses
from cerwizard.rules import catalog

LAW = clauses.load()
APPLIES = LAW.get("MDR").in_force_from
FIRST = "first edition"


def began(clause_id):
    """Return the day, month or year in which a clause began, as ISO text; "" if always."""
    clause = LAW.get(clause_id)
    if clause.in_force_from:
        return clause.in_force_from.isoformat()
    instrument = LAW.instrument(clause.instrument)
    return instrument.date if instrument.version == FIRST else ""


YOUNG = {
    rule.code: (rule, first)
    for rule in catalog.load().rules
    if rule.clauses and (first := min(map(began, rule.clauses))) > APPLIES.isoformat()
}


def test_some_rules_rest_on_nothing_but_young_clauses():
    assert {"DAT-22", "ORP-01"} <= YOUNG.keys()


@pytest.mark.parametrize("code", YOUNG)
def test_it_holds_from_the_day_of_its_first_clause(code):
    rule, first = YOUNG[code]
    assert rule.in_force_from.isoformat().startswith(first)


@pytest.mark.parametrize(("day", "held"), [(date(2023, 3, 19), False), (date(2023, 3, 20), True)])
def test_the_conditions_of_the_transition_are_judged_since_they_were_set(day, held):
    rule, _ = YOUNG["DAT-22"]
    assert rule.in_force(day) is held
