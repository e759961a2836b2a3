"""A form is made from questions and shows one record at a time."""

from typing import ClassVar

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Kind, questions
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.dossier.values import YesNo
from cerwizard.gui.field import Field
from cerwizard.gui.form_page import FormPage
from cerwizard.gui.list_field import ListField
from cerwizard.gui.news import Cited, Surroundings
from cerwizard.gui.pages import PAGES, page_for
from cerwizard.gui.remarks import Remarks
from cerwizard.reckon.applies import Applies
from cerwizard.rules.finding import Finding, Severity
from tests.gui import filled
from tests.gui.small import THINGS, Root, Small


def applies(dossier: Root, address: str) -> bool:
    if address == "small.only_if":
        return dossier.small.yes is YesNo.YES
    if address.endswith(".shade"):
        return paths.get(dossier, paths.parent(address)).colour == "red"
    return True


def cite(clause: str) -> Cited:
    return Cited(f"Cited {clause}", "The gist.")


def form(qtbot) -> FormPage:
    page = FormPage(Small, Surroundings(Root, cite=cite, applies=applies))
    qtbot.addWidget(page)
    show(page, Root())
    page.show()
    return page


def show(page: FormPage, root: Root) -> None:
    page.show_record(root, "small", root.small)


def finding(path: str, message: str = "Something is wrong.") -> Finding:
    return Finding("XX-01", "n", Severity.MAJOR, "small", path, message, "Why.", "Mend.", ())


def words(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_there_is_a_field_for_every_question(qtbot):
    page = form(qtbot)
    assert set(page.fields) == {q.name for q in questions(Small)}


def test_every_field_shows_its_value_and_tells_an_edit(qtbot):
    page = form(qtbot)
    show(page, Root(small=Small(line="abc")))
    field = page.fields["line"]
    assert isinstance(field, Field)
    assert field.value() == "abc"
    with qtbot.waitSignal(page._around.news.edited) as said:
        QTest.keyClicks(field.editor.control, "d")
    assert said.args == ["small.line", "dabc"]


def test_a_question_that_does_not_apply_is_hidden_and_says_why(qtbot):
    page = form(qtbot)
    assert not page.fields["only_if"].body.isVisible()
    assert page.left_out.isVisible()
    QTest.mouseClick(page.left_out._toggle, Qt.MouseButton.LeftButton)
    assert "Only if yes – asked only if “Yes or no” is “Yes”." in words(page.left_out)
    show(page, Root(small=Small(yes=YesNo.YES)))
    assert page.fields["only_if"].body.isVisible()
    assert not page.left_out.isVisible()


def test_an_answer_that_no_longer_applies_is_said_to_be_kept(qtbot):
    page = form(qtbot)
    show(page, Root(small=Small(only_if="something")))
    QTest.mouseClick(page.left_out._toggle, Qt.MouseButton.LeftButton)
    assert "kept, but not printed" in words(page.left_out)


def test_help_is_folded_until_it_is_wanted(qtbot):
    page = form(qtbot)
    field = page.fields["line"]
    assert "Help." not in words(page)
    field.toggle_help()
    assert "Help." in words(page)
    assert "Cited MDR:61.1 – The gist." in words(page)
    field.toggle_help()
    assert "Help." not in words(page)


def test_findings_stand_at_their_field(qtbot):
    page = form(qtbot)
    page.show_remarks(Remarks([finding("small.number")]))
    assert "Something is wrong." in words(page.fields["number"].body)
    assert "Something is wrong." not in words(page.fields["line"].body)
    page.show_remarks(Remarks())
    assert "Something is wrong." not in words(page)


def test_findings_are_shown_as_plain_text(qtbot):
    page = form(qtbot)
    page.show_remarks(Remarks([finding("small.line", "<b>not bold</b> & more")]))
    assert "<b>not bold</b> & more" in words(page)


def test_a_text_that_is_held_back_has_its_sentence_below(qtbot):
    page = form(qtbot)
    with qtbot.waitActive(page):
        page.activateWindow()
    field = page.fields["whole"]
    field.reveal("small.whole")
    QTest.keyClicks(field.editor.control, "many")
    QTest.keyClick(field.editor.control, Qt.Key.Key_Tab)
    assert "“many” is not a number." in words(field.body)
    assert page._around.news.held_texts == {"small.whole": "many"}


def test_short_fields_stand_side_by_side_where_there_is_room(qtbot):
    page = form(qtbot)
    page.resize(900, 900)
    qtbot.waitUntil(lambda: page.fields["number"].body.y() == page.fields["whole"].body.y())
    page.resize(300, 900)
    qtbot.waitUntil(lambda: page.fields["number"].body.y() < page.fields["whole"].body.y())


def test_a_list_has_its_reason_with_it(qtbot):
    page = form(qtbot)
    assert page.fields["no_things"].body.isVisible()
    show(page, Root(small=Small(things=THINGS)))
    assert not page.fields["no_things"].body.isVisible()


@pytest.mark.parametrize("address", ["small.line", "small.things", "small.no_things"])
def test_an_address_leads_to_its_field(qtbot, address):
    page = form(qtbot)
    assert page.reveal(address)


def test_an_address_of_what_does_not_apply_leads_nowhere(qtbot):
    assert not form(qtbot).reveal("small.only_if")


def test_an_address_in_a_row_of_a_row_opens_both(qtbot):
    page = form(qtbot)
    part = filled.row(type(THINGS[0]), "t9").parts[0]
    things = (THINGS[0].model_copy(update={"parts": (part,)}),)
    show(page, Root(small=Small(things=things)))
    address = f"small.things[t0].parts[{part.id}].name"
    assert page.reveal(address)
    things_field = page.fields["things"]
    assert isinstance(things_field, ListField)
    inner = things_field.detail.form.fields["parts"]
    assert inner.detail.form.fields["name"].address == address


# -- the real steps -------------------------------------------------------------------------------

STEPS = [pytest.param(name, kind, step, id=name) for name, kind, step in steps()]
FULL = filled.dossier()
NASTY = filled.nasty(FULL)


def real(dossier: Dossier) -> Surroundings:
    asked = Applies(dossier)
    return Surroundings(Dossier, cite=cite, applies=lambda _, address: asked(address))


@pytest.mark.parametrize(("name", "kind", "step"), STEPS)
def test_every_step_has_a_page_that_shows_an_empty_dossier(qtbot, name, kind, step):
    page = page_for(name, kind, step, real(Dossier()))
    qtbot.addWidget(page)
    page.show_dossier(Dossier())
    page.show()
    assert {q.name for q in questions(kind)} == set(page.form.fields)


@pytest.mark.parametrize(("name", "kind", "step"), STEPS)
def test_every_step_shows_a_full_dossier_down_to_its_rows(qtbot, name, kind, step):
    around = real(FULL)
    page = page_for(name, kind, step, around)
    qtbot.addWidget(page)
    page.show()
    with qtbot.assertNotEmitted(around.news.edited):
        page.show_dossier(FULL)
        page.show_remarks(Remarks([finding(name)]))
        for field in list(page.form.fields.values()):
            if field.question.kind is Kind.ROWS and field.address:
                rows = paths.get(FULL, field.address)
                page.reveal(f"{field.address}[{rows[-1].id}]")
    shown = paths.get(FULL, name)
    for field_name, field in page.form.fields.items():
        if isinstance(field, Field) and field.address:
            assert field.value() == getattr(shown, field_name)


@pytest.mark.parametrize(("name", "kind", "step"), STEPS)
def test_unpleasant_texts_in_every_field_are_shown_and_stay_as_they_are(qtbot, name, kind, step):
    around = real(NASTY)
    page = page_for(name, kind, step, around)
    qtbot.addWidget(page)
    page.show()
    with qtbot.assertNotEmitted(around.news.edited):
        page.show_dossier(NASTY)
        for field in list(page.form.fields.values()):
            if field.question.kind is Kind.ROWS and field.address:
                page.reveal(f"{field.address}[{paths.get(NASTY, field.address)[0].id}]")
    for field_name, field in page.form.fields.items():
        if isinstance(field, Field) and field.address:
            assert field.value() == getattr(paths.get(NASTY, name), field_name)


@pytest.mark.parametrize(("name", "kind", "step"), STEPS)
def test_every_step_names_a_page_that_there_is(name, kind, step):
    assert step.page in PAGES


def test_no_page_lets_a_part_of_itself_come_up_as_a_window(qtbot, qapp):
    """A widget that is shown before it has a parent flickers, and takes the focus away."""

    class Watch(QObject):
        seen: ClassVar = []

        def eventFilter(self, watched, event):
            shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
            if shown and watched.isWindow() and watched is not host:
                self.seen.append(repr(watched))
            return False

    host = QStackedWidget()
    qtbot.addWidget(host)
    host.show()
    watch = Watch()
    qapp.installEventFilter(watch)
    try:
        for dossier in (Dossier(), FULL):
            for name, kind, step in steps():
                page = page_for(name, kind, step, real(dossier))
                host.addWidget(page)
                page.show_dossier(dossier)
                host.setCurrentWidget(page)
    finally:
        qapp.removeEventFilter(watch)
    assert watch.seen == []
