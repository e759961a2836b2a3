"""What a writer without a mouse relies on: Enter, Home and End, F6, F7."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPushButton, QTextBrowser

from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.plan import Plan, PlanRevision
from cerwizard.dossier.state_of_the_art import Criterion, StateOfTheArt
from cerwizard.gui import enter_key
from cerwizard.gui.focus import address_of
from cerwizard.gui.pages.looks import LOOKS
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.side_pane import BRIEF, FULL
from cerwizard.rules.finding import Finding, Severity
from tests.gui.test_desk import desk_for

AT = "document.title"
FINDING = Finding("XX-01", "n", Severity.MAJOR, "document", AT, "Wrong.", "Why.", "Mend.", ())


class Bare(QMainWindow):
    """A window that does with keys what ours does."""

    def keyPressEvent(self, event):
        if not enter_key.pressed(self, event):
            super().keyPressEvent(event)


@pytest.fixture
def desk(qtbot):
    return desk_for(qtbot, Dossier(), [FINDING])


def test_enter_presses_the_button_that_has_the_cursor(qtbot):
    window, done = Bare(), []
    button = QPushButton("Add", window)
    button.clicked.connect(lambda: done.append("pressed"))
    line = QLineEdit(window)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert done == ["pressed"]


def test_home_and_end_lead_to_the_first_and_the_last_stop(desk):
    view = desk.rail.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert desk.step == list(LOOKS)[-1]
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert desk.step == "document"


def test_arrows_pass_over_the_headings(desk):
    view, seen = desk.rail.view, []
    view.setFocus()
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Down)
        seen.append(desk.step)
    assert len(set(seen)) == 4
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert desk.step == seen[-2]


def test_the_key_of_the_pane_turns_to_its_next_tab_once_there(desk):
    tabs = desk.side.tabs
    seen = []
    for _ in range(4):
        desk.to_side()
        seen.append(tabs.currentIndex())
    assert seen == [0, 1, 2, 0]


def test_the_finding_at_hand_is_that_of_the_field(desk):
    desk.reveal(AT)
    assert desk.finding_at_hand() == FINDING
    desk.reveal("document.number")
    assert desk.finding_at_hand() is None


def test_the_finding_at_hand_is_the_chosen_one_while_the_cursor_is_in_the_pane(desk):
    desk.show_findings()
    found = desk.side.findings.list
    found.setCurrentIndex(found.model().index(0, 0))
    found.setFocus()
    assert desk.finding_at_hand() == FINDING


def test_the_pane_of_findings_has_a_cursor_that_is_seen_where_there_are_none(desk):
    pane = desk.side.findings
    desk.show_findings()
    pane.setFocus()
    assert pane.list.hasFocus()
    desk.side.show_remarks(Remarks())
    assert QApplication.focusWidget() is pane.all_steps
    desk.page.focus_first()
    desk.to_side()
    assert QApplication.focusWidget() is pane.all_steps


def test_where_no_finding_is_at_hand_a_sentence_says_so(qtbot, desk):
    for deed in (desk.finding_deeds.explain, desk.finding_deeds.waive):
        with qtbot.waitSignal(desk.troubled) as said:
            deed(None)
        assert "F8 leads to the next one." in str(said.args[0])


def test_a_chosen_finding_stays_chosen_when_its_words_change(desk):
    found = desk.side.findings.list
    other = replace(FINDING, code="XX-02")
    found.show_findings((FINDING, other))
    found.setCurrentIndex(found.model().index(1, 0))
    found.show_findings((replace(other, message="Still wrong."), FINDING))
    assert found.currentIndex().row() == 0


@pytest.mark.parametrize("step", ["purpose", "device", "plan"])
def test_the_pane_tells_of_the_first_field_when_a_step_is_opened_by_key(desk, step):
    desk.page.focus_first()
    desk.go_to(step)
    focus = desk.page.window().focusWidget()
    label = desk.asked_at(address_of(focus)).ask.label
    assert label in desk.side.guidance.findChild(QTextBrowser).toPlainText()


def test_looks_have_a_key(desk):
    for name in LOOKS:
        desk.go_to(name)
        assert desk.step == name


def test_the_tabs_of_the_pane_are_named_in_brief_where_the_full_names_are_cut(desk):
    tabs, bar = desk.side.tabs, desk.side.tabs.tabBar()
    desk.side.resize(bar.sizeHint().width() + 200, 400)
    assert tabs.tabText(0) == FULL[0]
    desk.side.resize(bar.sizeHint().width() - 20, 400)
    assert tabs.tabText(0) == BRIEF[0]
    assert tabs.tabToolTip(0) == FULL[0]


def test_enter_that_picks_the_one_reference_does_not_unfold_the_list_again(qtbot):
    plan = Plan(revisions=(PlanRevision(id="v1", number="03"),))
    wanted = StateOfTheArt(criteria=(Criterion(id="k1", code="K1"),))
    desk = desk_for(qtbot, Dossier(plan=plan, state_of_the_art=wanted))
    window = Bare()
    qtbot.addWidget(window)
    window.setCentralWidget(desk)
    with qtbot.waitActive(window):
        window.show()
    desk.reveal("state_of_the_art.criteria[k1].plan_revision_id")
    choose = QApplication.focusWidget()
    QTest.keyClick(choose, Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desk.session.dossier.state_of_the_art.criteria[0].plan_revision_id == "v1"
    assert QApplication.focusWidget() is choose


@pytest.mark.parametrize("rows", [0, 1])
def test_a_row_that_is_taken_back_leaves_the_cursor_in_its_list(qtbot, rows):
    there = tuple(Criterion(id=f"k{i}", code=f"K{i}") for i in range(rows))
    desk = desk_for(qtbot, Dossier(state_of_the_art=StateOfTheArt(criteria=there)))
    desk.go_to("state_of_the_art")
    listed = desk.page.form.fields["criteria"]
    desk.around.news.added.emit("state_of_the_art.criteria")
    assert listed.detail.isAncestorOf(QApplication.focusWidget())
    desk.undo()
    assert QApplication.focusWidget() is (listed.table if rows else listed.empty.add)


def test_a_list_whose_last_row_is_deleted_has_the_cursor_on_its_button(qtbot):
    wanted = StateOfTheArt(criteria=(Criterion(id="k1", code="K1"),))
    desk = desk_for(qtbot, Dossier(state_of_the_art=wanted))
    desk.reveal("state_of_the_art.criteria")
    listed = desk.page.form.fields["criteria"]
    listed.table.select("k1")
    QTest.keyClick(listed.table, Qt.Key.Key_Delete)
    assert not desk.session.dossier.state_of_the_art.criteria
    assert QApplication.focusWidget() is listed.empty.add


def test_escape_folds_the_choices_before_it_closes_the_row(qtbot):
    wanted = StateOfTheArt(criteria=(Criterion(id="k1", code="K1"),))
    desk = desk_for(qtbot, Dossier(state_of_the_art=wanted))
    desk.reveal("state_of_the_art.criteria[k1].plan_revision_id")
    choose = QApplication.focusWidget()
    QTest.keyClick(choose, Qt.Key.Key_Space)
    QTest.keyClick(choose, Qt.Key.Key_Escape)
    detail = desk.page.form.fields["criteria"].detail
    assert detail.isVisible()
    QTest.keyClick(choose, Qt.Key.Key_Escape)
    assert not detail.isVisible()
