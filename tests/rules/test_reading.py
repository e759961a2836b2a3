"""Conditions of a rule file are read, and what is wrong with them is said in a sentence."""

from decimal import Decimal

import pytest

from cerwizard.dossier.conditions import Condition
from cerwizard.errors import BadRuleError
from cerwizard.rules.reading import condition


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({"path": ".x", "is": "yes"}, Condition("is", ".x", "yes")),
        ({"fact": "high", "is": "yes"}, Condition("is", "=high", "yes")),
        ({"path": ".x", "one_of": ["a", "b"]}, Condition("one_of", ".x", ("a", "b"))),
        ({"path": ".x", "at_least": "0.50"}, Condition("at_least", ".x", Decimal("0.50"))),
        (
            {"path": ".x", "not_before": ".y", "months": -12},
            Condition("not_before", ".x", ".y", months=-12),
        ),
        (
            {"not": {"path": ".x", "filled": True}},
            Condition("not", parts=(Condition("filled", ".x", True),)),
        ),
        (
            {"path": ".x", "every": [{"path": ".y", "filled": True}], "or_none": True},
            Condition("every", ".x", parts=(Condition("filled", ".y", True),), or_none=True),
        ),
        (
            {"path": ".x", "at_least": 1, "at_most": 5},
            Condition(
                "all_of",
                parts=(
                    Condition("at_least", ".x", Decimal(1)),
                    Condition("at_most", ".x", Decimal(5)),
                ),
            ),
        ),
    ],
)
def test_a_table_becomes_a_condition(table, expected):
    assert condition(table) == expected


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (
            {"path": ".x", "fillde": True},
            "“fillde” is not a word of conditions; did you mean “filled”? There are: is, ",
        ),
        ({"path": ".x"}, "The condition on “.x” says nothing; add a word to it."),
        ({"is": "yes"}, "A condition has either a “path” or a “fact”, written as text."),
        (
            {"path": ".x", "fact": "high", "is": "yes"},
            "A condition has either a “path” or a “fact”",
        ),
        ({"path": ".x", "filled": "yes"}, "“filled” takes true or false, not “yes”."),
        (
            {"path": ".x", "count_at_least": "two"},
            "“count_at_least” takes a whole number, not “two”.",
        ),
        (
            {"path": ".x", "count_at_least": True},
            "“count_at_least” takes a whole number, not “True”.",
        ),
        ({"path": ".x", "above": "many"}, "“above” takes a number, not “many”."),
        ({"path": ".x", "one_of": "a"}, "“one_of” takes a list of texts with at least one in it."),
        ({"path": ".x", "is": ""}, "“is” takes a text that is not empty, not “”."),
        ({"path": ".x", "any": []}, "Conditions are a list of tables with at least one in it."),
        ({"path": ".x", "is": "a", "months": 2}, "“months” stands only beside before, "),
        (
            {"path": ".x", "any": [{"path": ".y", "is": "a"}], "or_none": True},
            "“or_none” stands only beside every.",
        ),
        (
            {"path": ".x", "is": "a", "where": [{"path": ".y", "is": "a"}]},
            "“where” stands only beside any, ",
        ),
        (
            {"not": {"path": ".x", "is": "a"}, "path": ".y"},
            "a combination stands alone in its table.",
        ),
        ("filled", "A condition is a table such as"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(table, sentence):
    with pytest.raises(BadRuleError) as caught:
        condition(table)
    assert sentence in str(caught.value)
