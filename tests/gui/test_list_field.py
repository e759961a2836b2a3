"""A list in a form: a table, what can be done with its rows, the form of one of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cerwizard.dossier.ask import question
from cerwizard.gui.field import Field
from cerwizard.gui.list_field import ListField
from cerwizard.gui.news import Surroundings
from cerwizard.gui.remarks import Remarks
from cerwizard.rules.finding import Finding, Severity
from tests.gui.small import THINGS, Root, Small, Thing

MANY = tuple(Thing(id=f"t{i}", code=f"T{i}", name=f"Thing {i}") for i in range(30))


class Case:
    """A list field on the screen, and what it says."""

    def __init__(self, qtbot, things=THINGS):
        self.around = Surroundings(Root)
        reason = Field(question(Small, "no_things"), self.around)
        self.list = ListField(question(Small, "things"), self.around, reason)
        self.said = []
        for name in ("added", "copied", "removed", "moved", "edited"):
            getattr(self.around.news, name).connect(
                lambda *args, name=name: self.said.append((name, *args))
            )
        self.show(things)
        qtbot.addWidget(self.list.body)
        with qtbot.waitActive(self.list.body):
            self.list.body.resize(800, 600)
            self.list.body.show()

    def show(self, things):
        root = Root(small=Small(things=things))
        self.list.show_record(root, "small", root.small)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.list.table, key, modifier)

    def choose(self, row_id):
        self.list.table.select(row_id)


@pytest.fixture
def case(qtbot):
    return Case(qtbot)


def test_an_empty_list_has_a_sentence_a_button_and_its_reason(qtbot):
    case = Case(qtbot, ())
    assert case.list.empty.isVisible()
    assert not case.list.table.isVisible()
    QTest.mouseClick(case.list.empty.add, Qt.MouseButton.LeftButton)
    assert case.said == [("added", "small.things")]


def test_a_list_with_rows_is_a_table(case):
    assert case.list.table.isVisible()
    assert not case.list.empty.isVisible()
    assert case.list.model.rowCount() == len(THINGS)


@pytest.mark.parametrize(
    ("key", "modifier", "said"),
    [
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier, ("added", "small.things")),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, ("removed", "small.things[t1]")),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier, ("copied", "small.things[t1]")),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, ("moved", "small.things[t1]", 0)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, ("moved", "small.things[t1]", 2)),
    ],
)
def test_the_keys_of_a_list(case, key, modifier, said):
    case.choose("t1")
    case.press(key, modifier)
    assert case.said == [said]


@pytest.mark.parametrize(
    ("button", "said"),
    [
        ("add", ("added", "small.things")),
        ("copy", ("copied", "small.things[t1]")),
        ("delete", ("removed", "small.things[t1]")),
        ("up", ("moved", "small.things[t1]", 0)),
        ("down", ("moved", "small.things[t1]", 2)),
    ],
)
def test_the_buttons_of_a_list(case, button, said):
    case.choose("t1")
    QTest.mouseClick(getattr(case.list.bar, button), Qt.MouseButton.LeftButton)
    assert case.said == [said]


def test_what_cannot_be_done_is_grey(case):
    assert not case.list.bar.delete.isEnabled()
    case.choose("t0")
    assert case.list.bar.delete.isEnabled()
    assert not case.list.bar.up.isEnabled()
    case.choose("t3")
    assert not case.list.bar.down.isEnabled()
    case.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert case.said == []


def test_enter_goes_to_the_form_and_escape_back(case):
    case.choose("t2")
    case.press(Qt.Key.Key_Return)
    form = case.list.detail.form
    assert case.list.detail.isVisible()
    assert form.fields["code"].editor.control.hasFocus()
    QTest.keyClick(form.fields["code"].editor.control, Qt.Key.Key_Escape)
    assert not case.list.detail.isVisible()
    assert case.list.table.hasFocus()


def test_a_click_opens_the_form_and_leaves_the_keyboard_in_the_table(case):
    place = case.list.table.visualRect(case.list.model.index(2, 0)).center()
    QTest.mouseClick(case.list.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert case.list.detail.form.fields["code"].address == "small.things[t2].code"
    assert case.list.table.hasFocus()


def test_what_is_typed_in_the_form_is_told_with_the_address_of_the_row(case):
    case.list.reveal("small.things[t2].name")
    control = case.list.detail.form.fields["name"].editor.control
    assert control.hasFocus()
    QTest.keyClicks(control, "X")
    assert case.said == [("edited", "small.things[t2].name", "XThing number 2")]


def test_the_form_follows_the_arrow_keys(qtbot, case):
    case.list.reveal("small.things[t1]")
    case.list.table.setFocus()
    case.press(Qt.Key.Key_Down)
    name = case.list.detail.form.fields["name"]
    qtbot.waitUntil(lambda: name.address == "small.things[t2].name")
    assert name.value() == "Thing number 2"


def test_the_form_closes_when_its_row_is_gone(case):
    case.list.reveal("small.things[t1]")
    case.show((THINGS[0], *THINGS[2:]))
    assert not case.list.detail.isVisible()


def test_the_row_stays_chosen_when_another_comes_before_it(case):
    case.list.reveal("small.things[t1]")
    case.show((Thing(id="new"), *THINGS))
    assert case.list.table.row_address("small.things") == "small.things[t1]"
    assert case.list.detail.isVisible()


def test_a_text_that_is_held_back_waits_at_its_row(case):
    case.list.reveal("small.things[t1].size")
    size = case.list.detail.form.fields["size"]
    QTest.keyClicks(size.editor.control, "big")
    case.list.reveal("small.things[t2].size")
    assert size.editor.control.text() == ""
    case.list.reveal("small.things[t1].size")
    assert size.editor.control.text() == "big"
    assert case.around.news.held_texts == {"small.things[t1].size": "big"}


def test_a_row_that_the_filter_hides_is_shown_when_something_leads_to_it(qtbot):
    case = Case(qtbot, MANY)
    QTest.keyClicks(case.list.bar.search, "thing 17")
    assert case.list.model.rowCount() == 1
    assert case.list.reveal("small.things[t3].name")
    assert case.list.bar.search.text() == ""
    assert case.list.table.row_address("small.things") == "small.things[t3]"


def test_rows_are_not_moved_while_they_are_sorted(qtbot):
    case = Case(qtbot, MANY)
    case.list.model.sort(0, Qt.SortOrder.DescendingOrder)
    case.choose("t5")
    case.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert case.said == []


def test_rows_are_marked_and_the_row_says_what_is_wrong(case):
    found = Finding(
        "XX-01", "n", Severity.MAJOR, "small", "small.things[t1]", "Wrong row.", "", "", ()
    )
    case.list.show_remarks(Remarks([found]))
    index = case.list.model.index(1, 0)
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None
    case.list.reveal("small.things[t1]")
    assert case.list.detail._findings.isVisible()


def test_a_row_that_is_not_there_leads_nowhere(case):
    assert not case.list.reveal("small.things[nobody].name")


def test_the_form_of_a_row_leads_to_its_neighbours(case):
    case.list.reveal("small.things[t1]")
    detail = case.list.detail
    QTest.mouseClick(detail.next, Qt.MouseButton.LeftButton)
    assert case.list._open == "t2"
    assert detail.form.fields["code"].editor.control.hasFocus()
    QTest.mouseClick(detail.before, Qt.MouseButton.LeftButton)
    assert case.list._open == "t1"
    assert case.said == []


def test_after_the_last_row_comes_a_new_one(case):
    case.list.reveal("small.things[t0]")
    detail = case.list.detail
    assert not detail.before.isEnabled()
    assert detail.next.text() == "Next thing"
    case.list.reveal("small.things[t3]")
    assert detail.next.text() == "Add thing"
    QTest.mouseClick(detail.next, Qt.MouseButton.LeftButton)
    assert case.said == [("added", "small.things")]


def test_the_neighbours_are_those_that_the_table_shows(case):
    case.list.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    case.list.reveal("small.things[t1]")
    detail = case.list.detail
    QTest.mouseClick(detail.next, Qt.MouseButton.LeftButton)
    assert case.list._open == "t0"
    assert not detail.next.isEnabled()
    assert case.said == []


def test_a_list_says_for_which_columns_it_has_no_room(qtbot, case):
    assert not case.list.unseen.isVisible()
    case.list.body.resize(160, 600)
    qtbot.waitUntil(case.list.unseen.isVisible)
    hidden = [
        column.ask.label
        for i, column in enumerate(case.list.model.columns)
        if case.list.table.isColumnHidden(i)
    ]
    assert hidden
    assert ", ".join(hidden) in case.list.unseen.text()
