"""Tab goes as one reads: a row's form lies between its table and what stands below the list."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from cerwizard.dossier.document import Revision
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.populations import Population
from cerwizard.dossier.purpose import Indication
from cerwizard.gui.focus import address_of
from cerwizard.gui.list_field import ListField
from cerwizard.gui.sample_files import Sample
from cerwizard.gui.start_page import StartPage
from cerwizard.gui.tick_box import TickBox
from tests.gui import filled
from tests.gui.modal import wait
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


def test_tab_comes_to_the_chosen_segment_whether_visited_before_or_not(desk):
    first = pressed_from(desk, "document.confidentiality", Qt.Key.Key_Tab)
    again = pressed_from(desk, "document.confidentiality", Qt.Key.Key_Tab)
    assert first is again
    assert first.isChecked()


def test_a_picker_follows_its_button(desk):
    rows = (Indication(id="i1", code="I1"),)
    group = Population(id="p1", code="P1")
    desk.session.set("purpose.indications", rows)
    desk.session.set("populations.groups", (group,))
    desk.reveal("populations.groups[p1].indication_ids")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    search = QApplication.focusWidget()
    assert search.accessibleName().startswith("Search for")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert desk.session.dossier.populations.groups[0].indication_ids == ("i1",)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    choose = QApplication.focusWidget()
    QApplication.processEvents()  # a new chip is shown with the next round
    QTest.keyClick(choose, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget().accessibleName().startswith("Remove I1")
    choose.setFocus()
    QTest.keyClick(choose, Qt.Key.Key_Tab)
    assert address_of(QApplication.focusWidget()) == "populations.not_intended_for"


@pytest.mark.parametrize(
    "step", ["device", "literature", "evidence", "equivalence", "benefit_risk"]
)
def test_tab_never_goes_back_up_the_page(qtbot, step):
    desk = desk_for(qtbot, filled.dossier())
    desk.go_to(step)
    for item in desk.page.form.fields.values():
        if isinstance(item, ListField) and item.model.rowCount():
            item.reveal(f"{item.address}[{item.model.row_at(item.model.index(0, 0)).id}]")
    QApplication.processEvents()
    places = [place for place, _ in stops_of(desk.page)]
    ends = [end for _, end in stops_of(desk.page)]
    assert len(places) > 2
    assert all(end > before for before, end in zip(places, ends[1:], strict=False))


def stops_of(page):
    """Return top and bottom of what Tab comes to on a page, in its order; not of tick boxes.

    Those stand in two columns, and are read column by column.
    """
    found, widget = [], page.nextInFocusChain()
    while widget is not page:
        stop = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        if stop and page.isAncestorOf(widget) and not isinstance(widget, (TickBox, QLabel)):
            top = widget.mapTo(page.widget(), QPoint(0, 0)).y()
            found.append((top, top + widget.height()))
        widget = widget.nextInFocusChain()
    return found


def test_a_sheet_that_is_entered_by_tab_has_a_line_to_begin_with(desk):
    desk.go_to("review")
    sheet = desk.page.questions
    wait(lambda: bool(sheet.sheet.lines))
    sheet.setFocus(Qt.FocusReason.TabFocusReason)
    assert not sheet.sheet.lines[sheet.currentIndex().row()].heading
    first = sheet.currentIndex().row()
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert sheet.currentIndex().row() == first + 1


def test_a_page_with_nothing_to_show_leaves_the_cursor_in_the_list_of_steps(qtbot):
    desk = desk_for(qtbot, Dossier())
    desk.go_to("traceability")
    assert QApplication.focusWidget() is desk.rail.view


def test_the_recent_files_come_before_the_samples(qtbot, tmp_path):
    page = StartPage()
    qtbot.addWidget(page)
    page.show_samples([Sample(tmp_path / "a.cerw", "A sample", "App", "An app")])
    page.show_recent([tmp_path / "one.cerw", tmp_path / "two.cerw"])
    with qtbot.waitActive(page):
        page.show()
    page.open.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName())
    assert seen == ["one", "two", "A sample"]
