import pytest

from cerwizard.report import wording
from cerwizard.report.blocks import Span, text_of


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026-11-22", "22 November 2026"),
        ("2026-03-01", "1 March 2026"),
        ("2026-11", "November 2026"),
        ("2026", "2026"),
        ("", ""),
    ],
)
def test_dates_read_as_in_britain(date, words):
    assert wording.day(date) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "no gaps"), (1, "one gap"), (2, "two gaps"), (10, "10 gaps"), (2000, "2,000 gaps")],
)
def test_singular_and_plural_are_right(number, words):
    assert wording.counted(number, "gap") == words


def test_an_irregular_plural_is_given():
    assert wording.counted(2, "activity", "activities") == "two activities"


@pytest.mark.parametrize(
    ("label", "inside"),
    [("Class IIa", "class IIa"), ("PMCF study", "PMCF study"), ("Met", "met"), ("", "")],
)
def test_our_labels_fit_into_sentences(label, inside):
    assert wording.small(label) == inside


@pytest.mark.parametrize(
    ("text", "stop"), [("done", "."), ("done.", ""), ("done?", ""), ("as follows:", ""), ("", "")]
)
def test_a_sentence_gets_the_stop_that_it_lacks(text, stop):
    assert wording.ended(text) == stop


@pytest.mark.parametrize(("text", "bare"), [("done.", "done"), ("and so on...", "and so on...")])
def test_a_stop_is_taken_away_to_go_on(text, bare):
    assert wording.bare(text) == bare


@pytest.mark.parametrize(
    ("words", "listed"), [("", ""), ("a", "a"), ("a b", "a and b"), ("a b c", "a, b and c")]
)
def test_lists_read_as_sentences(words, listed):
    assert text_of(wording.listed([(Span(word),) for word in words.split()])) == listed


def test_what_says_nothing_is_left_out_of_a_list():
    assert text_of(wording.joined([(), (Span("a"),), (), (Span("b"),)], Span("; "))) == "a; b"


def test_no_sentence_begins_with_a_figure():
    assert wording.begun("nine gaps were found") == "Nine gaps were found"
    assert wording.begun("12 gaps were found") == "In all, 12 gaps were found"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("57.6 % (48.2–66.7)", "57.6~% (48.2–66.7)"),
        ("at most 1.3 cm, 5 mg and 37 °C", "at most 1.3~cm, 5~mg and 37~°C"),
        ("a % of 3 cmos, 5 gaps", "a % of 3 cmos, 5 gaps"),
        ("", ""),
    ],
)
def test_no_line_ends_between_a_figure_and_its_unit(text, bound):
    assert wording.bound(text).replace("\u00a0", "~") == bound
