from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.report.blocks import Block, PageBreak, Points, TableList, Toc
from cerwizard.report.word import house
from cerwizard.report.word.flow import Box, Flow
from cerwizard.report.word.frames import frames
from cerwizard.report.word.heights import lines
from cerwizard.report.word.letters import width, wrapped
from cerwizard.report.word.looks import Look, looks
from cerwizard.report.word.pages import estimated
from cerwizard.report.word.sections import Sections, turned
from tests.report.word.made import heading, para, spans, table

WORDS = "Words that go on and on until the line is full of them. " * 30


def pages(*blocks: Block) -> dict[str, int]:
    opened = house.opened(None)
    root = opened.package.tree("word/styles.xml")
    measured = looks(root, opened.styles), frames(root, opened.styles)
    return estimated(Sections(opened.section, blocks).turns(), blocks, *measured)


def wide(name: str, *rows: tuple[str, ...]) -> Block:
    return replace(table(name, *rows), wide=True)


def test_the_looks_of_our_template_are_known():
    opened = house.opened(None)
    found = looks(opened.package.tree("word/styles.xml"), opened.styles)
    assert found["heading1"].keep_next
    assert (found["body"].size, found["body"].after, found["body"].font) == (10, 120, "Arial")
    assert found["table-end"].line_height == 240


def test_a_page_break_begins_a_page():
    assert pages(heading("a", "A"), PageBreak("cer/b"), heading("b", "B")) == {
        "cer/a/heading": 1,
        "cer/b/heading": 2,
    }


def test_text_fills_pages():
    some = [block for n in "abcdefgh" for block in (heading(n, "H"), para(n, WORDS))]
    assert list(pages(*some).values()) == [1, 1, 1, 2, 2, 2, 3, 3]


def test_a_heading_goes_to_the_next_page_with_what_it_leads_to():
    some = [para(str(n), "One line.") for n in range(38)]
    assert pages(*some, heading("a", "A"), para("z", "Z")) == {"cer/a/heading": 2}


def test_a_long_table_goes_over_several_pages():
    some = table("t", *((str(n), "x", "y") for n in range(100)))
    assert pages(some, heading("a", "A")) == {"cer/x/t": 1, "cer/a/heading": 3}


def test_a_row_to_be_signed_in_is_high():
    rows = table("t", *((str(n), "x", "y") for n in range(30)))
    assert pages(rows, heading("a", "A"))["cer/a/heading"] == 1
    to_sign = replace(rows, style="signatures")
    assert pages(to_sign, heading("a", "A"))["cer/a/heading"] > 1


def test_a_wide_table_stands_on_a_page_of_its_own():
    some = [para("p", WORDS), wide("t", ("a", "b", "c")), para("q", WORDS), heading("a", "A")]
    assert pages(*some) == {"cer/x/t": 2, "cer/a/heading": 3}


def test_contents_take_their_pages():
    some = [heading(str(n), "H") for n in range(60)]
    assert pages(Toc("cer/toc"), PageBreak("cer/b"), *some)["cer/0/heading"] == 3


HEIGHTS = st.floats(0, 20_000)
SIZES = st.lists(st.tuples(st.integers(0, 80), HEIGHTS, HEIGHTS, st.booleans(), HEIGHTS))


@given(SIZES)
def test_whatever_the_boxes_they_come_to_an_end(sizes):
    flow = Flow(10_000)
    flow.fill(
        Box(n, high, gap, gap, keep, (str(at),), repeat=repeat)
        for at, (n, high, gap, keep, repeat) in enumerate(sizes)
    )
    assert list(flow.found.values()) == sorted(flow.found.values())
    assert len(flow.found) == len(sizes)


@pytest.mark.parametrize(
    ("text", "room", "count"),
    [
        ("", 1000, 1),
        ("one", 1000, 1),
        ("one two", 400, 2),
        ("one-two", 400, 2),
        ("a\nb\n", 1000, 3),
        ("m" * 100, 1000, 17),
    ],
)
def test_lines_break_where_words_end(text, room, count):
    assert wrapped([(text, False)], 10, room) == count


def test_pieces_of_one_word_stay_together():
    assert wrapped([("one t", False), ("wo", True)], 10, width("one two", 10, bold=True)) == 1
    assert wrapped([("one t", False), ("wo", True)], 10, width("one t", 10)) == 2


@given(st.text(st.characters()))
def test_every_letter_has_a_width(text):
    assert width(text, 10) >= 0
    assert wrapped([(text, False)], 10, 100.0) >= 1


def test_a_font_that_is_not_known_gives_no_estimate():
    assert estimated([], [], {}, {}) == {}
    assert Look(size=10).line_height == 230


def test_what_leads_to_a_wide_table_goes_with_it():
    some = [para("a", WORDS), heading("h", "H"), para("b", "Short."), wide("t", ("a", "b", "c"))]
    assert turned(some) == [False, True, True, True]


def test_what_does_not_begin_with_a_heading_stays():
    some = [heading("h", "H"), para("a", WORDS), para("b", "Short."), wide("t", ("a", "b", "c"))]
    assert turned(some) == [False, False, False, True]


def test_little_between_two_wide_tables_is_not_worth_a_turn():
    one, two = wide("t", ("a", "b", "c")), wide("u", ("a", "b", "c"))
    assert turned([one, para("p", "Short."), PageBreak("cer/b"), two]) == [True] * 4
    assert turned([one, para("p", WORDS * 2), two]) == [True, False, True]
    assert turned([one, para("p", "Short.")]) == [True, False]


def test_heights_are_about_right():
    assert lines(para("p", "x" * 200)) == 4
    assert lines(heading("h", "H")) == 3
    assert lines(Points("cer/p", (spans("a"), spans("b")))) == 3
    assert lines(table("t", ("a", "b" * 200, "c"))) == 9
    assert lines(PageBreak("cer/b")) == 0
    assert lines(TableList("cer/l")) > 500
