"""The table of a list: its columns share the width, its rows are as high as their words need."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cerwizard.gui.headings import Headings
from cerwizard.gui.rows_model import RowsModel
from cerwizard.gui.rows_table import RowsTable
from tests.gui.small import Root, Thing

LONG = "A name that is much too long to stand on one line of a table that is as narrow as this one"
SHORT = Thing(id="a", code="T1", name="Brief")
ROWS = (SHORT, Thing(id="b", code="T2", name=LONG, size=Decimal(7)))


@pytest.fixture
def table(qtbot):
    model = RowsModel(Thing)
    made = RowsTable(model)
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addWidget(made)
    column.addStretch(1)
    qtbot.addWidget(holder)
    model.show_rows(Root(), ROWS)
    holder.resize(360, 400)
    with qtbot.waitActive(holder):
        holder.show()
    QTest.qWait(20)
    yield made
    holder.hide()  # it lives as long as the test


def test_only_the_row_whose_words_need_two_lines_has_two(table):
    assert table.rowHeight(0) < table.rowHeight(1) < 2 * table.rowHeight(0)


def test_the_columns_fill_the_table_and_are_not_scrolled_sideways(table):
    assert table.horizontalHeader().length() == table.viewport().width()
    assert table.horizontalScrollBar().maximum() == 0
    assert table.verticalScrollBar().maximum() == 0


def test_figures_stand_at_the_right_below_their_heading(table):
    model, number = table.model(), [c.name for c in table.model().columns].index("size")
    role, right = Qt.ItemDataRole.TextAlignmentRole, int(Qt.AlignmentFlag.AlignRight)
    assert model.index(1, number).data(role) & right
    assert model.headerData(number, Qt.Orientation.Horizontal, role) & right
    assert not model.index(1, 0).data(role) & right


def test_the_row_on_which_keys_act_is_seen_as_soon_as_the_table_has_the_focus(table):
    table.setFocus()
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]


def test_a_heading_breaks_between_words_and_never_within_one(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    headings = Headings(holder)
    words = "Date of the declaration"
    bold = headings.font()
    bold.setBold(True)
    longest = QFontMetrics(bold).horizontalAdvance("declaration")
    assert headings.narrowest(words) > longest
    wide, two, three = (headings.on_lines(words, lines) for lines in (1, 2, 3))
    assert wide > two >= three >= headings.narrowest(words)
    headings.fit([(words, wide)])
    one_line = headings.height_wanted
    headings.fit([(words, two), ("Code", 40)])
    assert headings.height_wanted > one_line


@pytest.mark.parametrize(
    ("key", "with_it", "signal"),
    [
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier, "entered"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "delete_asked"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, "move_asked"),
    ],
)
def test_the_keys_of_the_number_pad_do_the_same(qtbot, table, key, with_it, signal):
    with qtbot.waitSignal(getattr(table, signal), timeout=1000):
        QTest.keyClick(table, key, with_it | Qt.KeyboardModifier.KeypadModifier)


def test_columns_without_room_are_told_and_come_back_with_it(qtbot, table):
    told = []
    table.left_out.connect(told.append)
    table.window().resize(150, 400)
    qtbot.waitUntil(lambda: bool(told))
    hidden = [c.ask.label for i, c in enumerate(table.model().columns) if table.isColumnHidden(i)]
    assert told[-1] == tuple(hidden) != ()
    table.window().resize(900, 400)
    qtbot.waitUntil(lambda: told[-1] == ())


def test_widths_drawn_in_a_narrow_table_do_not_keep_columns_away_in_a_wide_one(qtbot, table):
    table.window().resize(150, 400)
    qtbot.waitUntil(lambda: any(map(table.isColumnHidden, range(len(table.model().columns)))))
    heads = table.horizontalHeader()
    heads.drawn.emit(heads.widths)
    table.window().resize(900, 400)
    qtbot.waitUntil(lambda: not any(map(table.isColumnHidden, range(len(table.model().columns)))))
    assert heads.length() == table.viewport().width()


def test_a_resize_while_the_width_is_shared_waits(table):
    seen = []
    shared_out = table._share_out

    def nested():
        seen.append("begun")
        table.share_width()  # as a scroll bar that comes or goes would have it
        shared_out()

    table._share_out = nested
    table.share_width()
    assert seen == ["begun"]
