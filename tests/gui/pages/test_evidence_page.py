"""The appraisal at a glance: columns made of several fields, and a table that can be narrowed."""

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cerwizard.dossier.ask import question
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.evidence import Evidence, EvidenceBase, EvidenceKind, Role
from cerwizard.dossier.literature import Literature, Reference, Screening, Search
from cerwizard.gui.news import Surroundings
from cerwizard.gui.pages.evidence_page import (
    LAYOUT,
    contribution,
    contribution_words,
    suitability,
    suitability_words,
)
from cerwizard.gui.pages.filtered_list import FilteredList
from cerwizard.gui.pages.filtered_model import FilteredModel
from tests.gui.pages.bench import Bench, finding

A = Evidence(
    id="a",
    code="E1",
    title="Trial",
    kind=EvidenceKind.RCT,
    role=Role.PIVOTAL,
    level="2",
    suitability_device="1",
    suitability_patients="2",
    contributes_design="yes",
    contributes_outcome="no",
    weight="high",
)
B = Evidence(id="b", code="E2", title="Survey", role=Role.SUPPORTIVE, level="10", weight="low")
C = Evidence(id="c", code="E3", title="Registry", role=Role.PIVOTAL)
THREE = Dossier(evidence=EvidenceBase(items=(A, B, C)))


@pytest.fixture
def bench(qtbot):
    made = Bench(qtbot, "evidence", THREE)
    with qtbot.waitActive(made.page):
        made.page.show()
    return made


def items(bench: Bench):
    return bench.page.form.fields["items"]


def shown(bench: Bench) -> list[str]:
    model = items(bench).model
    return [model.row_at(model.index(i, 0)).id for i in range(model.rowCount())]


def choose(bench: Bench, name: str, code: str | None) -> None:
    box = items(bench).filters.boxes[name]
    box.setCurrentIndex(box.findData(code))


def test_suitability_is_four_digits_in_the_order_d_a_p_r():
    assert suitability(A) == "1 – 2 –"
    assert suitability(B) == ""
    assert suitability_words(A).startswith("Device: D1 – the actual device; Application: Not rated")


def test_contribution_counts_the_answers_that_are_yes():
    assert contribution(A) == "1 of 5"
    assert contribution(B) == ""
    assert contribution_words(A).startswith("Design is appropriate: Yes; ")


def test_the_columns_say_what_they_mean(bench):
    model = items(bench).model
    heads = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    assert heads[4:7] == ["Rank", "D\u00a0A\u00a0P\u00a0R", "Contributes"]
    tip = model.headerData(5, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Suitability")
    said = model.data(model.index(0, 4), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "2 – high-quality investigations with some gaps"


def test_ranks_are_sorted_as_numbers(bench):
    items(bench).model.sort(4)
    assert shown(bench) == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("name", "code", "left"),
    [("role", "pivotal", ["a", "c"]), ("weight", "low", ["b"]), ("weight", "", ["c"])],
)
def test_the_table_is_narrowed_by_a_choice(bench, name, code, left):
    choose(bench, name, code)
    assert shown(bench) == left
    assert items(bench).bar._count.text() == f"{len(left)} of 3"
    choose(bench, name, None)
    assert shown(bench) == ["a", "b", "c"]


def test_choices_and_words_narrow_together(bench):
    choose(bench, "role", "pivotal")
    items(bench).bar.search.setText("regis")
    assert shown(bench) == ["c"]


def test_what_has_findings_is_left_when_asked(bench):
    bench.remark(finding("evidence.items[b].weight"))
    items(bench).filters.faulted.click()
    assert shown(bench) == ["b"]
    bench.remark(finding("evidence.items[c]"))
    assert shown(bench) == ["c"]


def test_an_edit_moves_a_row_out_of_what_is_narrowed(bench):
    choose(bench, "role", "pivotal")
    bench.session.set("evidence.items[a].role", Role.SAFETY)
    assert shown(bench) == ["c"]


def test_a_finding_leads_to_a_row_that_is_filtered_away(bench):
    choose(bench, "role", "pivotal")
    assert bench.page.reveal("evidence.items[b].limitations")
    assert shown(bench) == ["a", "b", "c"]
    assert bench.page.window().focusWidget().objectName() == "evidence.items[b].limitations"


def test_the_record_below_is_edited(bench):
    bench.page.reveal("evidence.items[b].title")
    QTest.keyClicks(bench.page.window().focusWidget(), "X")
    assert bench.session.dossier.evidence.items[1].title == "XSurvey"


def test_20_000_rows_are_narrowed_while_one_types(qapp):
    rows = tuple(A.model_copy(update={"id": f"e{i}", "title": f"Trial {i}"}) for i in range(20_000))
    model = FilteredModel(Evidence, LAYOUT)
    model.show_rows(Dossier(), rows)
    model.filter("trial")  # what the rows say is written down once
    begun = perf_counter()
    model.filter("trial 19")
    model.keep({"role": "pivotal"}, faulted=False)
    assert perf_counter() - begun < 0.5
    assert 1_000 < model.rowCount() < 20_000


def test_the_references_are_narrowed_too(qtbot):
    references = (Reference(id="r", screening=Screening.INCLUDED), Reference(id="s"))
    bench = Bench(qtbot, "literature", Dossier(literature=Literature(references=references)))
    field = bench.page.form.fields["references"]
    box = field.filters.boxes["screening"]
    box.setCurrentIndex(box.findData("included"))
    assert field.model.rowCount() == 1


def test_the_flow_of_records_says_what_does_not_add_up(qtbot):
    search = Search(id="s", code="A", title="Device", database_results=10, records_screened=9)
    bench = Bench(qtbot, "literature", Dossier(literature=Literature(searches=(search,))))
    line = bench.page.sheet.sheet.lines[0]
    assert line.cells[-1].text.startswith("9 against 10")
    assert "Expected: records less those removed" in line.cells[-1].text
    bench.page.sheet.followed.emit(line.cells[-1].chips[0].address)
    assert bench.told[-1] == ("followed", ("literature.searches[s].records_screened",))


@pytest.mark.parametrize(("width", "shown"), [(1200, 9), (300, 4)])
def test_columns_give_way_before_the_table_must_be_scrolled_sideways(qtbot, width, shown):
    listed = FilteredList(question(EvidenceBase, "items"), Surroundings(Dossier), None, LAYOUT)
    qtbot.addWidget(listed.body)
    listed.show_record(THREE, "evidence", THREE.evidence)
    listed.body.resize(width, 400)
    listed.body.show()
    columns = [column.name for column in listed.model.columns]
    visible = {name for i, name in enumerate(columns) if not listed.table.isColumnHidden(i)}
    assert len(visible) == shown
    assert {"code", "title", "weight", "role"} <= visible
