"""A finding that comes up above the cursor does not push the writer's place away."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cerwizard.dossier.benefits import Claim
from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.field_help import FindingLines
from tests.gui.modal import wait
from tests.gui.test_desk import WITH_ROWS, desk_for, finding

ABOVE, HERE = "document.manufacturer_srn", "document.contact"


@pytest.fixture
def desk(qtbot):
    return desk_for(qtbot, Dossier())


def place_of(desk):
    QApplication.processEvents()
    return QApplication.focusWidget().mapTo(desk, QPoint(0, 0)).y()


def test_the_field_with_the_cursor_stays_where_it_was(desk):
    desk.reveal(HERE)
    QApplication.processEvents()
    before, scrolled = place_of(desk), desk.page.verticalScrollBar().value()
    desk.judging.judged.emit((finding(ABOVE),))
    wait(lambda: desk.page.verticalScrollBar().value() > scrolled)
    assert place_of(desk) == before


def test_a_finding_below_the_cursor_moves_nothing(desk):
    desk.reveal(HERE)
    QApplication.processEvents()
    before, scrolled = place_of(desk), desk.page.verticalScrollBar().value()
    desk.judging.judged.emit((finding("document.mdr_codes"),))
    assert place_of(desk) == before
    assert desk.page.verticalScrollBar().value() == scrolled


def test_the_table_is_in_view_once_the_form_of_its_row_is_closed(qtbot):
    many = tuple(Claim(id=f"c{i}", code=f"CL{i}") for i in range(20))
    benefits = WITH_ROWS.benefits.model_copy(update={"claims": many})
    desk = desk_for(qtbot, WITH_ROWS.model_copy(update={"benefits": benefits}))
    desk.resize(1280, 500)
    desk.reveal("benefits.items[b2].surrogate")
    table = desk.page.form.fields["items"].table
    wait(lambda: table.visibleRegion().isEmpty())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    wait(lambda: table.hasFocus() and table.visibleRegion().boundingRect() == table.rect())


@pytest.mark.parametrize("name", ["measure", "unit", "time_point"])
def test_what_is_found_at_a_field_of_a_row_is_seen_with_it(qtbot, name):
    desk, address = desk_for(qtbot, WITH_ROWS), f"benefits.items[b2].{name}"
    desk.resize(1280, 700)
    long = replace(finding(address), message="The measure has no unit in which it is given. " * 6)
    desk.judging.judged.emit((long,))
    desk.reveal(address)
    wait(lambda: QApplication.focusWidget() is not None)
    (strip,) = (
        lines for lines in desk.page.form.findChildren(FindingLines) if not lines.isHidden()
    )
    wait(lambda: strip.visibleRegion().boundingRect() == strip.rect())
    assert QApplication.focusWidget().visibleRegion().boundingRect().height() > 0
