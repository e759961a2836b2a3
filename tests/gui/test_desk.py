"""The desk: where pages, panes and session meet."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cerwizard.dossier.benefits import Benefit, Benefits, Claim
from cerwizard.dossier.device import Device
from cerwizard.dossier.document import Document
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.literature import Literature, Reference
from cerwizard.gui.desk import Desk
from cerwizard.gui.helping import _to_focus
from cerwizard.gui.list_field import ListField
from cerwizard.gui.pages.looks import stops
from cerwizard.rules.catalog import Pack
from cerwizard.rules.finding import Finding, Severity
from cerwizard.session import Session
from tests.gui.modal import answered, wait

NAMES = [name for name, _, _ in stops()]
NO_RULES = Pack("none", "0", date(2026, 1, 1), ())
WITH_ROWS = Dossier(
    benefits=Benefits(
        items=(Benefit(id="b1", code="B1"), Benefit(id="b2", code="B2")),
        claims=(Claim(id="c1", code="CL1", benefit_ids=("b1",)),),
    )
)


def finding(path: str, severity: Severity = Severity.MAJOR) -> Finding:
    step = path.split(".", maxsplit=1)[0]
    return Finding("XX-01", "n", severity, step, path, f"About {path}.", "Why.", "Mend.", ())


def desk_for(qtbot, dossier: Dossier, findings=()) -> Desk:
    desk = Desk(Session(dossier), lambda: NO_RULES)
    qtbot.addWidget(desk)
    with qtbot.waitActive(desk):
        desk.resize(1280, 800)
        desk.show()
    wait(lambda: not desk.judging.busy)
    if findings:
        desk.judging.judged.emit(tuple(findings))
    return desk


@pytest.fixture
def desk(qtbot):
    return desk_for(qtbot, WITH_ROWS)


def field(desk: Desk, name: str):
    return desk.page.form.fields[name]


def type_into(desk: Desk, address: str, text: str) -> None:
    desk.reveal(address)
    QTest.keyClicks(desk.window().focusWidget(), text)


def test_every_step_can_be_opened_at_any_time(desk):
    for name in [*NAMES, *reversed(NAMES)]:
        desk.open_step(name)
        assert desk.step == name
        assert desk.rail.model.step_at(desk.rail.view.currentIndex()) == name


def test_a_click_in_the_rail_opens_the_step(desk):
    view = desk.rail.view
    index = desk.rail.model.index(desk.rail.model.line_of("purpose"))
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
    )
    assert desk.step == "purpose"


def test_next_and_back_go_through_all_steps(desk):
    for name in NAMES[1:]:
        desk.next()
        assert desk.step == name
    assert not desk.foot.next.isEnabled()
    desk.next()
    for name in reversed(NAMES[:-1]):
        desk.back()
        assert desk.step == name
    assert not desk.foot.back.isEnabled()


def test_what_is_typed_is_in_the_dossier(desk):
    type_into(desk, "device.name", "Foldaren")
    assert desk.session.dossier.device.name == "Foldaren"


def test_one_visit_to_a_field_is_one_step_back(desk):
    type_into(desk, "device.name", "Foldaren")
    type_into(desk, "device.gmdn", "12345")
    desk.undo()
    assert desk.session.dossier.device == Device(name="Foldaren")
    desk.undo()
    assert desk.session.dossier.device == Device()
    assert field(desk, "name").value() == ""
    desk.redo()
    assert field(desk, "name").value() == "Foldaren"


def test_undo_shows_where_it_was(desk):
    type_into(desk, "device.name", "Foldaren")
    desk.open_step("risks")
    desk.undo()
    assert desk.step == "device"


def test_a_finding_leads_to_its_field(qtbot):
    found = [finding("device.name"), finding("benefits.items[b2].statement")]
    desk = desk_for(qtbot, WITH_ROWS, found)
    desk.show_findings()
    shown = desk.side.findings.list
    index = shown.model().index(1, 0)
    QTest.mouseClick(
        shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(index).center()
    )
    assert desk.step == "benefits"
    items = field(desk, "items")
    assert isinstance(items, ListField)
    assert items.detail.form.fields["statement"].editor.control.hasFocus()


def test_next_finding_goes_round(qtbot):
    found = [finding("document.title"), finding("device.name"), finding("risks.method")]
    desk = desk_for(qtbot, Dossier(), [f for f in found if desk_has(f.path)])
    paths = [f.path for f in desk.remarks.all]
    visited = []
    for _ in range(len(paths) + 1):
        desk.follow_finding(1)
        visited.append(desk.step)
    assert visited[: len(paths)] == [path.split(".")[0] for path in paths]
    assert visited[-1] == visited[0]
    desk.follow_finding(-1)
    assert desk.step == paths[-1].split(".")[0]


def desk_has(path: str) -> bool:
    step, name = path.split(".")
    return name in type(getattr(Dossier(), step)).model_fields


def test_findings_are_filtered_by_severity_and_step(qtbot):
    found = [
        finding("document.title", Severity.BLOCKER),
        finding("document.number", Severity.MINOR),
        finding("device.name", Severity.MAJOR),
    ]
    pane = desk_for(qtbot, Dossier(), found).side.findings
    assert len(pane.shown()) == 2
    pane.all_steps.click()
    assert len(pane.shown()) == 3
    pane.severities[Severity.BLOCKER].click()
    assert {f.severity for f in pane.shown()} == {Severity.MINOR, Severity.MAJOR}


def test_the_rail_shows_the_worst_finding_of_a_step_that_was_begun(qtbot):
    desk = desk_for(qtbot, WITH_ROWS, [finding("benefits.items[b1]"), finding("device.name")])
    model = desk.rail.model
    assert model.state_at(model.index(model.line_of("benefits"))).mark == "major"
    assert model.state_at(model.index(model.line_of("device"))).mark == "empty"


def test_rows_are_added_copied_moved_and_the_new_one_is_open(desk):
    desk.open_step("benefits")
    items = field(desk, "items")
    items._around.news.added.emit("benefits.items")
    rows = desk.session.dossier.benefits.items
    assert len(rows) == 3
    assert items.detail.form.fields["code"].address == f"benefits.items[{rows[2].id}].code"
    assert items.detail.form.fields["code"].editor.control.hasFocus()
    items._around.news.copied.emit("benefits.items[b1]")
    assert [r.code for r in desk.session.dossier.benefits.items] == ["B1", "B1", "B2", ""]
    items._around.news.moved.emit("benefits.items[b2]", 0)
    assert desk.session.dossier.benefits.items[0].id == "b2"


def test_a_row_that_nobody_refers_to_is_deleted_at_once(desk):
    desk.open_step("benefits")
    desk.around.news.removed.emit("benefits.items[b2]")
    assert [r.id for r in desk.session.dossier.benefits.items] == ["b1"]


@pytest.mark.parametrize(("button", "left"), [("Cancel", ["b1", "b2"]), ("Delete", ["b2"])])
def test_deleting_what_is_referred_to_asks_first_and_says_where(desk, button, left):
    desk.open_step("benefits")
    with answered(button) as said:
        desk.around.news.removed.emit("benefits.items[b1]")
    assert "Benefits and claims › Claims › CL1 › Benefits behind it" in said[0]
    assert [r.id for r in desk.session.dossier.benefits.items] == left


def test_the_pane_says_what_is_asked_in_the_field(desk):
    desk.open_step("device")
    desk.reveal("device.name")
    shown = desk.side.guidance._text.toPlainText()
    assert shown.startswith("In this field\nDevice name")


def test_the_help_key_unfolds_the_help_of_the_field(desk):
    desk.reveal("device.name")
    desk.explain_field()
    assert field(desk, "name").head.help.isChecked()


def test_an_error_is_told_and_the_field_shows_what_is_kept(qtbot, desk):
    desk.open_step("device")
    with qtbot.waitSignal(desk.troubled):
        desk.around.news.edited.emit("device.nothing", "x")


def test_a_text_that_cannot_be_kept_is_named(desk):
    type_into(desk, "document.first_ce_year", "long ago")
    desk.reveal("document.title")
    (said,) = desk.held()
    assert said == "Document and parties › Year of the first CE marking: “long ago”"


def test_what_was_held_back_in_a_row_that_is_gone_is_forgotten(desk):
    desk.around.news.hold("benefits.items[b2].mcid", "big")
    desk.around.news.removed.emit("benefits.items[b2]")
    assert desk.held() == []


def test_a_question_that_comes_to_apply_appears(desk):
    desk.open_step("document")
    assert not field(desk, "representative").body.isVisible()
    desk.session.set("document.outside_union", "yes")
    assert field(desk, "representative").body.isVisible()


def test_judging_follows_an_edit_and_the_date_of_the_report(qtbot):
    seen = []
    desk = desk_for(qtbot, Dossier(document=Document(date="2024-03-01")))
    desk.judged.connect(seen.append)
    assert desk.judging._as_of == date(2024, 3, 1)
    desk.session.set("document.date", "2026-11-22")
    wait(lambda: desk.judging._as_of == date(2026, 11, 22) and not desk.judging.busy)
    assert seen


def test_a_dossier_with_20_000_references_opens_and_scrolls(qtbot):
    references = tuple(
        Reference(id=f"r{i}", code=f"L{i:05d}", title=f"Study number {i}") for i in range(20_000)
    )
    desk = desk_for(qtbot, Dossier(literature=Literature(references=references)))
    desk.open_step("literature")
    shown = field(desk, "references")
    shown.table.scrollToBottom()
    desk.reveal("literature.references[r19999].title")
    assert shown.table.row_address("literature.references") == "literature.references[r19999]"
    type_into(desk, "literature.references[r10000].title", "X")
    assert desk.session.dossier.literature.references[10_000].title == "XStudy number 10000"


def paste(desk: Desk, text: str) -> None:
    QApplication.clipboard().setText(text)
    _to_focus("paste")  # as the menu and its key do


def test_rows_of_a_spreadsheet_are_pasted_as_one_step(desk):
    desk.reveal("benefits.items")
    paste(desk, "Code\tBenefit\nB3\tSees well\nB4\tSees longer\n")
    items = desk.session.dossier.benefits.items
    assert [(row.code, row.statement) for row in items[2:]] == [
        ("B3", "Sees well"),
        ("B4", "Sees longer"),
    ]
    desk.session.undo()
    assert desk.session.dossier.benefits == WITH_ROWS.benefits


def test_the_first_rows_of_a_list_can_be_pasted(qtbot):
    desk = desk_for(qtbot, Dossier())
    desk.reveal("benefits.items")
    paste(desk, "B1\tSees well\n")
    assert [row.code for row in desk.session.dossier.benefits.items] == ["B1"]


def test_what_cannot_be_pasted_is_told(desk):
    desk.reveal("benefits.items")
    with answered("OK") as said:
        paste(desk, "Code\tBenefit\tDirect or indirect\nB3\tSees well\tsideways\n")
    assert "1 row was pasted" in said[0]
    assert "Row 1, Direct or indirect: “sideways” is none of the answers." in said[0]


def test_an_empty_clipboard_is_told(desk):
    desk.reveal("benefits.items")
    with answered("OK") as said:
        paste(desk, "")
    assert "There are no rows to paste" in said[0]
    assert desk.session.dossier == WITH_ROWS


@pytest.mark.parametrize("step", ["benefits", "literature", "review"])
@pytest.mark.parametrize("width", [1280, 2200])
def test_back_and_next_stand_below_the_ends_of_the_page(desk, step, width):
    desk.resize(width, 900)
    desk.open_step(step)
    QTest.qWait(10)
    column = desk.page._column
    left, right = (_across(desk, column, spot) for spot in ("left", "right"))
    assert abs(_across(desk, desk.foot.back, "left") - left) <= 1
    assert abs(_across(desk, desk.foot.next, "right") - right) <= 1


def _across(desk: Desk, widget, spot: str) -> int:
    x = widget.rect().left() if spot == "left" else widget.rect().right()
    return widget.mapTo(desk, QPoint(x, 0)).x()


def test_a_step_begins_at_its_top_though_its_list_is_higher_than_the_page(qtbot):
    many = tuple(Reference(id=f"r{i}", title=f"Reference {i}") for i in range(30))
    desk = desk_for(qtbot, Dossier(literature=Literature(references=many)))
    desk.resize(1280, 420)
    desk.go_to("benefits")
    desk.page.verticalScrollBar().setValue(300)
    desk.go_to("literature")
    QTest.qWait(10)
    assert desk.page.verticalScrollBar().value() == 0
    assert desk.page.isAncestorOf(QApplication.focusWidget())


def test_an_empty_traceability_leads_to_where_its_threads_begin(qtbot):
    desk = desk_for(qtbot, Dossier())
    desk.open_step("traceability")
    assert desk.page._where.isVisible()
    desk.page._where.followed.emit("risks.items")
    assert desk.step == "risks"
