"""The table of what is judged agrees with the rules that there are."""

from cerwizard.law import clauses, judged
from cerwizard.law.clauses import Mark
from cerwizard.rules import catalog
from cerwizard.rules.finding import Severity

RULES = {rule.code: rule for rule in catalog.load().rules}
TABLE = judged.load()


def test_the_rules_of_an_item_are_all_that_cite_it():
    """After a change of rules: `make catalogue`."""
    citing = {
        item: sorted(code for code, rule in RULES.items() if item in rule.clauses)
        for item in judged.items()
    }
    cited = {item: codes for item, codes in citing.items() if codes}
    assert {item: sorted(codes) for item, codes in TABLE.rules.items()} == cited


def test_a_blocker_never_rests_on_what_was_not_verified():
    known = clauses.load()
    doubtful = {
        (rule.code, cited)
        for rule in RULES.values()
        if rule.severity is Severity.BLOCKER
        for cited in rule.clauses
        if known.get(cited).verified in {Mark.UNVERIFIED, Mark.DERIVED}
    }
    assert doubtful == set()


def test_what_stops_a_release_cites_law_or_guidance_that_was_read():
    known = clauses.load()
    for rule in RULES.values():
        if rule.severity is Severity.BLOCKER:
            assert any(known.get(cited).verified is Mark.READ for cited in rule.clauses), rule.code
