"""The table of what is judged agrees with the rules that there are."""

from cerwizard.law import judged
from cerwizard.rules import catalog

RULES = {rule.code: rule for rule in catalog.load().rules}
TABLE = judged.load()


def test_every_rule_in_the_table_exists_and_cites_the_item():
    strange = [
        (item, code)
        for item, codes in TABLE.rules.items()
        for code in codes
        if code not in RULES or item not in RULES[code].clauses
    ]
    assert strange == []


def test_what_is_said_not_to_be_judged_is_cited_by_no_rule():
    cited = {clause for rule in RULES.values() for clause in rule.clauses}
    assert cited & TABLE.not_judged.keys() == set()
