"""The packs that come along: told apart from our rules, and used only when asked for."""

import pytest

from cerwizard import assets
from cerwizard.rules import catalog, packs
from cerwizard.rules.finding import Severity

PROPOSAL = "revision-proposal"
BROUGHT = sorted(folder.name for folder in assets.resources("packs").iterdir())


@pytest.mark.parametrize("name", BROUGHT)
def test_its_rules_do_what_their_cases_say(name):
    ours = {rule.code for rule in catalog.load().rules}
    rules = packs.load(name).added[0].rules
    assert rules
    assert ours.isdisjoint(rule.code for rule in rules)


def test_notes_on_a_proposal_are_marked_as_no_law():
    for rule in packs.load(PROPOSAL).added[0].rules:
        assert rule.severity is Severity.NOTE, rule.code
        assert rule.clauses == ("COM-2025-1023",), rule.code
        assert rule.message.startswith("A proposal, not law: "), rule.code
        assert "have not adopted it" in rule.why, rule.code
        assert str(rule.in_force_from) == "2025-12-16", rule.code


def test_our_own_rules_never_cite_a_proposal():
    for rule in catalog.load().rules:
        assert not [cited for cited in rule.clauses if cited.startswith("COM-")], rule.code
