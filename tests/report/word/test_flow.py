"""How paragraphs that do not fit are parted: no line stands alone at the edge of a page."""

import pytest

from cerwizard.report.word.flow import Box, Flow
from cerwizard.report.word.letters import width, wrapped


def filled(*boxes: Box) -> Flow:
    flow = Flow(room=1000)
    flow.fill(boxes)
    return flow


@pytest.mark.parametrize(("lines", "page"), [(1, 1), (2, 1), (3, 2), (4, 1)])
def test_a_paragraph_with_room_for_two_lines_begins_here_unless_it_has_three(lines, page):
    flow = filled(Box(8, 100), Box(lines, 100, names=("text",)))
    assert flow.found["text"] == page


def test_a_heading_goes_with_a_paragraph_that_cannot_be_parted():
    heading = Box(1, 100, keep_next=True, names=("heading",))
    assert filled(Box(7, 100), heading, Box(3, 100)).found["heading"] == 2


def test_a_tall_row_of_a_table_begins_where_two_of_its_lines_find_room():
    row = Box(3, 100, repeat=50, names=("row",))
    assert filled(Box(8, 100), row).found["row"] == 1


def test_the_blank_under_the_last_line_may_hang_over_the_end_of_the_page():
    last = Box(1, 110, names=("text",), spare=10)
    assert filled(Box(9, 100), last).found["text"] == 1
    assert filled(Box(9, 100), Box(1, 110, names=("text",))).found["text"] == 2
    parted = Box(6, 110, spare=10)  # within a paragraph each line is whole
    assert filled(Box(4, 100), Box(1, 70), parted, Box(1, 100, names=("end",))).found["end"] == 2


def test_a_line_that_is_too_long_by_a_hair_still_fits():
    words = "one two"
    assert wrapped([(words, False)], 10, width(words, 10) * 0.9995) == 1
    assert wrapped([(words, False)], 10, width(words, 10) * 0.995) == 2
