"""A number reads the same in every table, finding and chapter."""

from decimal import Decimal

import pytest

from cerwizard.dossier import numerals


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0"), (999, "999"), (1954, "1,954"), (43_950_000, "43,950,000"), (-1200, "\u22121,200")],
)
def test_large_counts_have_commas(number, words):
    assert numerals.whole(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [("0.50", "0.50"), ("1200000", "1,200,000"), ("1E+3", "1,000"), ("-0.5", "\u22120.5")],
)
def test_a_measured_number_keeps_its_digits(number, words):
    assert numerals.decimal(Decimal(number)) == words


def test_the_digits_of_a_year_stay_together():
    assert numerals.answer("first_ce_year", 2024) == "2024"
    assert numerals.answer("units", 402_000) == "402,000"
    assert numerals.answer("mcid", Decimal("1500.0")) == "1,500.0"


def test_a_number_is_named_with_and_without_its_commas():
    assert numerals.named("1,200", "1200 lenses")
    assert numerals.named("1,200", "1,200 lenses")
    assert not numerals.named("1,201", "1200 lenses")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0.50", "RR 0.5"),
        ("0.5", "RR 0.50."),
        ("95", "95.0 %"),
        ("\u22122.5", "-2.5 letters"),
        ("3", "3, 4 and 5"),
        ("1,200.50", "1200.5 mm"),
    ],
)
def test_a_number_is_named_however_it_is_written(number, text):
    assert numerals.named(number, text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("5", "95 %"),
        ("5", "0.45"),
        ("5", "5.5"),
        ("0.6", "10.6"),
        ("0.6", "0.64"),
        ("56", "groups 5,6"),
        ("50", "5"),
        ("200", "1,200"),
    ],
)
def test_a_part_of_another_number_names_none(number, text):
    assert not numerals.named(number, text)


def test_a_count_has_its_noun():
    assert numerals.with_noun(1, "day") == "1 day"
    assert numerals.with_noun(1095, "day") == "1,095 days"
    assert numerals.with_noun(2, "study", "studies") == "2 studies"


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        (" years of experience", " year of experience"),
        (" studies", " study"),
        (" data sets have", " data set have"),
        (" series of events", " series of events"),
        (" searches", " search"),
        (" lenses", " lens"),
        (" boxes", " box"),
        (" loss of sight", " loss of sight"),
        (" basis", " basis"),
        (" status", " status"),
        (" is 5 %", " is 5 %"),
        (", others", ", others"),
        ("s", "s"),
    ],
)
def test_behind_a_one_stands_a_singular(words, behind):
    assert numerals.behind_one(words) == behind
