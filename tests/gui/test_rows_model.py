"""The table of a list: filtered and sorted in Python, quick with 20,000 rows."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from cerwizard.dossier.literature import Literature, Reference
from cerwizard.gui.rows_model import RowsModel, cell, columns
from cerwizard.gui.rows_table import RowsTable
from cerwizard.rules.finding import Severity
from tests.gui.small import THINGS, Part, Root, Small, Thing

WORDS = [
    "catheter",
    "implant",
    "stent",
    "valve",
    "outcome",
    "risk",
    "safety",
    "performance",
    "cohort",
    "trial",
]
MANY = tuple(
    Thing(id=f"t{i}", code=f"L{i:05d}", name=" ".join(WORDS[(i * k) % 10] for k in (1, 3, 7, 9)))
    for i in range(20_000)
)


def model_of(things) -> RowsModel:
    model = RowsModel(Thing)
    model.show_rows(Root(small=Small(things=things)), things)
    return model


def shown(model: RowsModel, column: int = 0) -> list[str]:
    return [model.index(line, column).data() for line in range(model.rowCount())]


def test_the_columns_are_those_that_ask_for_it():
    assert [q.name for q in columns(Thing)] == ["code", "name", "size"]
    assert [q.name for q in columns(Part)] == ["name"]


def test_the_filter_wants_every_word_in_some_column(qapp):
    model = model_of(THINGS)
    model.filter("number t3")
    assert shown(model) == ["T3"]
    model.filter("nothing like it")
    assert shown(model) == []
    model.filter("")
    assert shown(model) == ["T0", "T1", "T2", "T3"]


@pytest.mark.parametrize("needle", ["[", "(", "*", "\\", "%", "😀"])
def test_a_filter_is_no_pattern(qapp, needle):
    model = model_of((*THINGS, Thing(id="x", name=f"odd {needle} sign")))
    model.filter(needle)
    assert shown(model, 1) == [f"odd {needle} sign"]


def test_a_large_number_has_commas_and_is_found_with_and_without_them(qapp):
    model = model_of((Thing(id="a", size=Decimal("402000")), Thing(id="b", size=Decimal(7))))
    assert shown(model, 2) == ["402,000", "7"]
    for needle in ("402000", "402,000"):
        model.filter(needle)
        assert shown(model, 2) == ["402,000"]


def test_numbers_are_sorted_as_numbers_and_empty_ones_come_first(qapp):
    sizes = (Decimal(10), None, Decimal("2.5"))
    model = model_of(tuple(Thing(id=f"{i}", size=size) for i, size in enumerate(sizes)))
    model.sort(2, Qt.SortOrder.AscendingOrder)
    assert shown(model, 2) == ["", "2.5", "10"]
    model.sort(-1)
    assert shown(model, 2) == ["10", "", "2.5"]


def test_an_edit_of_one_row_draws_only_that_row(qtbot):
    model = model_of(THINGS)
    changed = (*THINGS[:2], THINGS[2].model_copy(update={"name": "Other"}), THINGS[3])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as said:
        model.show_rows(Root(), changed)
    assert [said.args[0].row(), said.args[1].row()] == [2, 2]


def test_the_filter_sees_what_has_been_edited(qapp):
    model = model_of(THINGS)
    model.filter("other")
    model.show_rows(Root(), (THINGS[0].model_copy(update={"name": "Other"}), *THINGS[1:]))
    assert shown(model) == ["T0"]


def test_a_mark_says_the_worst_finding_of_a_row(qapp):
    model = model_of(THINGS)
    model.show_worst({"t1": Severity.MAJOR})
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "T1, major"


def test_a_row_without_a_mark_is_aligned_with_those_that_have_one(qapp):
    model = model_of(THINGS)
    plain, marked = model.index(0, 0), model.index(1, 0)
    assert plain.data(Qt.ItemDataRole.DecorationRole) is None
    model.show_worst({"t1": Severity.MAJOR})
    pictures = [i.data(Qt.ItemDataRole.DecorationRole) for i in (plain, marked)]
    assert len({p.deviceIndependentSize().width() for p in pictures}) == 1
    assert pictures[0].toImage().pixelColor(8, 8).alpha() == 0


def test_a_reference_is_shown_by_its_code(qapp):
    from cerwizard.dossier.ask import question

    root = Root(small=Small(things=THINGS))
    assert cell(("t1", "gone"), question(Small, "thing_ids"), root) == "T1, ?"
    assert cell("t2", question(Small, "thing_id"), root) == "T2"


def test_the_filter_finds_one_row_among_20_000(qtbot):
    model = model_of(MANY)
    table = RowsTable(model)
    qtbot.addWidget(table)
    table.show()
    model.filter("L19999")
    assert shown(model) == ["L19999"]
    model.filter("")
    assert len(shown(model)) == len(MANY)


def test_20_000_rows_are_taken_over_and_scrolled(qtbot):
    model = model_of(MANY)
    table = RowsTable(model)
    qtbot.addWidget(table)
    table.show()
    table.scrollToBottom()
    assert table.select("t19999")
    assert shown(model)[-1] == "L19999"


def test_what_a_row_is_called_by_keeps_its_width_where_other_columns_are_long_too(qtbot):
    long = "as long a text as one finds in a title of a publication, and longer than the table is"
    model = RowsModel(Reference)
    model.show_rows(
        Literature(), (Reference(id="r1", code="L1", title=long, journal=long, authors=(long,)),)
    )
    table = RowsTable(model)
    qtbot.addWidget(table)
    table.resize(700, 200)
    table.show()
    table.share_width()
    names = [column.name for column in model.columns]
    widths = {name: table.columnWidth(i) for i, name in enumerate(names)}
    assert names[model.name_column] == "title"
    assert widths["title"] >= table.viewport().width() * 35 // 100
    assert widths["title"] > max(width for name, width in widths.items() if name != "title")
