"""How paragraphs that do not fit are parted: no line stands alone at the edge of a page."""

import pytest

from cerwizard.report.word.flow import Box, Flow


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
