"""Tab goes as one reads: a row's form lies between its table and what stands below the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cerwizard.dossier.document import Revision
from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.focus import address_of
from tests.gui.test_desk import desk_for

LAST = "document.revisions[r1].reason"


def pressed_from(desk, address, key, times=1):
    """Return the widget that has the cursor after Tab or Shift+Tab from a field."""
    desk.reveal(address)
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key)
    return QApplication.focusWidget()


@pytest.fixture
def desk(qtbot):
    empty = Dossier()
    rows = (Revision(id="r1", number="1"), Revision(id="r2", number="2"))
    document = empty.document.model_copy(update={"revisions": rows})
    return desk_for(qtbot, empty.model_copy(update={"document": document}))


def test_tab_leaves_a_rows_form_for_the_field_below_the_list(desk):
    here = pressed_from(desk, LAST, Qt.Key.Key_Tab)
    assert address_of(here) == "document.changes_since_last"


def test_shift_tab_comes_back_into_the_rows_form(desk):
    desk.reveal(LAST)
    here = pressed_from(desk, "document.changes_since_last", Qt.Key.Key_Backtab)
    assert address_of(here) == LAST


def test_the_first_field_of_a_row_comes_after_its_table(desk):
    here = pressed_from(desk, "document.revisions[r1].number", Qt.Key.Key_Backtab)
    assert address_of(here) == "document.revisions"


def test_the_last_field_of_a_page_leads_to_back_and_next(desk):
    desk.open_step("device")
    seen = []
    desk.page.focus_first()
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if not desk.page.isAncestorOf(QApplication.focusWidget()):
            break
        seen.append(address_of(QApplication.focusWidget()))
    assert desk.foot.isAncestorOf(QApplication.focusWidget())
    assert "device.description" in seen
