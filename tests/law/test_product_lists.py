from datetime import date

import pytest

from cerwizard.law import product_lists

BEFORE, AFTER = date(2026, 7, 18), date(2026, 7, 19)
ORIGINAL = (
    "sutures", "staples", "dental fillings", "dental braces", "tooth crowns", "screws", "wedges",
    "plates", "wires", "pins", "clips", "connectors",
)  # fmt: skip


@pytest.mark.parametrize("clause", ["MDR:61.6.b", "MDR:52.4", "MDR:120.3a.a", "MDR:18.3"])
def test_the_twelve_original_words_are_on_each_list(clause: str):
    assert product_lists.members(clause, BEFORE) == ORIGINAL
    assert product_lists.members(clause, AFTER)[:12] == ORIGINAL


def test_two_lists_were_widened_on_one_day_and_differ():
    wide = {c: set(product_lists.members(c, AFTER)) for c in ("MDR:61.6.b", "MDR:52.4")}
    assert {clause: len(words) for clause, words in wide.items()} == {
        "MDR:61.6.b": 67,
        "MDR:52.4": 35,
    }
    assert wide["MDR:52.4"] - wide["MDR:61.6.b"] == {"catheters"}


def test_the_short_list_still_holds_for_dates_and_cards():
    assert product_lists.members("MDR:120.3a.a", AFTER) == ORIGINAL
    assert product_lists.members("MDR:18.3", AFTER) == ORIGINAL


def test_a_list_that_was_not_compared_with_the_official_journal_says_so():
    verified = {entry.id: entry.oj_verified for entry in product_lists.load()}
    assert verified == {"original": True, "added-61-2026": False, "added-52-2026": False}


def test_no_list_names_a_product_twice():
    assert not [e.id for e in product_lists.load() if len(set(e.members)) != len(e.members)]


@pytest.mark.parametrize(
    ("text", "day", "named"),
    [
        ("Bone screw", BEFORE, True),
        ("Stylet", BEFORE, False),
        ("Stylet", AFTER, True),
        ("Stylet guides", AFTER, True),
        ("Corkscrew", AFTER, False),
        ("", AFTER, False),
    ],
)
def test_a_product_is_called_by_a_word_of_the_list_of_the_day(text: str, day: date, named: bool):
    assert product_lists.names("MDR:61.6.b", text, day) is named
