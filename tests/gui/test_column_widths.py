"""Columns share the width so that nothing is cut that need not be."""

import pytest

from cerwizard.gui.column_widths import shared


@pytest.mark.parametrize(
    ("wanted", "room", "widths"),
    [
        ([50, 60], 200, [50, 60]),
        ([50, 300, 300], 450, [50, 200, 200]),
        ([10, 20, 400], 100, [10, 20, 70]),
        ([], 10, []),
    ],
)
def test_only_the_widest_columns_are_narrowed(wanted, room, widths):
    assert shared(wanted, [0] * len(wanted), room) == widths


def test_what_one_column_keeps_the_others_give():
    assert shared([300, 300, 300], [200, 50, 50], 400) == [200, 100, 100]


def test_the_least_widths_are_kept_even_where_they_do_not_fit():
    assert shared([300, 300], [200, 150], 100) == [200, 150]


def test_a_column_takes_no_more_than_it_needs():
    assert shared([30, 300], [200, 50], 200) == [30, 170]
