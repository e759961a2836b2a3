"""The preview shows a step's chapter, says who is answerable, and leads to the fields."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl

from cerwizard.dossier import paths
from cerwizard.dossier.benefits import Benefit, Benefits
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.dossier.literature import Literature, Reference
from cerwizard.gui import theme
from cerwizard.gui.preview import Preview
from cerwizard.gui.preview_html import Look, written
from cerwizard.gui.preview_text import composed, cut, live, of_step, sections
from cerwizard.report.blocks import Heading, Para, Provenance, Span, Table, TableRow, spans_of
from tests.gui.modal import wait
from tests.gui.pages.bench import sample

STEPS = [name for name, _, _ in steps()]
LOOK = Look(theme.load("light").colours, 300)
WIDE = Look(theme.load("light").colours, 2000)


def heading(block_id: str, level: int) -> Heading:
    return Heading(block_id, level, (Span(block_id),))


def para(block_id: str, *sources: str) -> Para:
    return Para(block_id, tuple(Span("x", source, Provenance.GIVEN) for source in sources))


def table(rows: int) -> Table:
    cells = ((Span("B1", "benefits.items[b].code", Provenance.GIVEN),), (Span("Better"),))
    made = tuple(TableRow(f"cer/a/t/{i}", cells) for i in range(rows))
    return Table("cer/a/t", (Span("Benefits"),), ("Code", "Says"), made)


# -- which sections --------------------------------------------------------------------------------


def test_a_section_belongs_to_the_step_that_speaks_in_it():
    blocks = (
        heading("cer/a/top", 1),
        heading("cer/a/one", 2),
        para("cer/a/p", "device.name", "device.name"),
        heading("cer/a/two", 2),
        para("cer/a/q", "risks.items"),
    )
    assert [b.id for b in of_step(blocks, "risks")] == ["cer/a/top", "cer/a/two", "cer/a/q"]
    assert [s.steps.total() for s in sections(blocks)] == [0, 2, 1]


def test_a_step_that_speaks_little_has_the_section_where_it_speaks_most():
    blocks = (heading("cer/a/one", 2), para("cer/a/p", *["device.name"] * 20, "usability.results"))
    assert len(of_step(blocks, "usability")) == 2
    assert of_step(blocks, "pmcf") == ()


@pytest.fixture(scope="module")
def documents():
    return {name: composed(sample(name)) for name in ("empty", "foam-dressing", "full")}


@pytest.mark.parametrize("name", ["empty", "foam-dressing", "full"])
@pytest.mark.parametrize("step", STEPS)
def test_every_step_has_something_to_show(documents, step, name):
    shown = of_step(documents[name].blocks, step)
    assert any(s.source.startswith(f"{step}.") for b in shown for s in spans_of(b))


@pytest.mark.parametrize("step", STEPS)
def test_every_stretch_leads_to_a_field_that_there_is(documents, step):
    made = written(of_step(documents["full"].blocks, step), {}, LOOK)
    assert made.places
    for address in made.places:
        paths.get(sample("full"), address)


# -- as HTML ---------------------------------------------------------------------------------------


def test_no_text_becomes_markup():
    nasty = "<b>bold</b> & {{ x }} <a href='at:0'>"
    made = written([Para("cer/a/p", (Span(nasty, "device.name", Provenance.GIVEN),))], {}, LOOK)
    assert "<b>bold" not in made.html
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; {{ x }}" in made.html


def test_who_is_answerable_can_be_seen():
    looks = {kind: LOOK.style(kind) for kind in Provenance}
    assert len(set(looks.values())) == len(Provenance)
    assert looks[Provenance.STANDARD] == ""


def test_one_address_has_one_number_and_one_anchor():
    made = written([para("cer/a/p", "device.name", "device.name", "risks.items")], {}, LOOK)
    assert made.places == ["device.name", "risks.items"]
    assert made.html.count("name='at0'") == 1
    assert made.html.count("href='at:0'") == 2


def test_numbers_of_headings_and_tables_are_printed():
    blocks = [heading("cer/a/top", 1), Para("cer/a/p", (Span("", link="cer/a/t"),)), table(1)]
    html = written(blocks, {"cer/a/top": "3", "cer/a/t": "Table 7"}, LOOK).html
    assert "3 cer/a/top" in html
    assert html.count("Table 7") == 2


def test_a_long_table_is_shortened_with_a_sentence():
    assert cut(table(13))[1] == 0
    assert (len(cut(table(40))[0].rows), cut(table(40))[1]) == (12, 28)
    assert "… and 28 more rows, which the report prints." in written([table(40)], {}, LOOK).html


def test_a_narrow_pane_stacks_the_cells_of_a_row():
    narrow, wide = written([table(2)], {}, replace(LOOK, width=100)), written([table(2)], {}, WIDE)
    assert "<table" not in narrow.html
    assert "Says: " in narrow.html
    assert "<table" in wide.html


def test_what_is_too_long_goes_on_in_the_report():
    long = [Para(f"cer/a/p{i}", (Span("word " * 2_000),)) for i in range(40)]
    assert "the report has all of it" in written(long, {}, LOOK).html


def test_a_large_dossier_is_composed_on_request():
    assert live(sample("foam-dressing"))
    assert not live(large())


def large() -> Dossier:
    references = tuple(Reference(id=f"r{i}") for i in range(5_000))
    return Dossier(literature=Literature(references=references))


# -- as a pane -------------------------------------------------------------------------------------


@pytest.fixture
def pane(qtbot):
    made = Preview(lambda address: f"the place {address}")
    qtbot.addWidget(made)
    made.resize(330, 600)
    made.show_step("benefits")
    made.show_dossier(with_benefit("Heals faster"))
    with qtbot.waitExposed(made):
        made.show()
    wait(lambda: not made.busy)
    return made


def with_benefit(words: str) -> Dossier:
    return Dossier(benefits=Benefits(items=(Benefit(id="b", code="B1", statement=words),)))


def test_the_chapter_is_shown_and_follows_the_dossier(pane):
    assert "Heals faster" in pane._text.toPlainText()
    pane.show_dossier(with_benefit("Hurts less"))
    assert "Heals faster" in pane._text.toPlainText()  # not before the writer has paused
    wait(lambda: not pane.busy)
    assert "Hurts less" in pane._text.toPlainText()


def test_another_step_is_shown_without_composing_again(pane):
    document = pane._shown.document
    pane.show_step("purpose")
    assert not pane.busy
    assert pane._shown.document is document
    assert "Intended purpose" in pane._text.toPlainText()


def test_a_click_leads_to_the_field(qtbot, pane):
    number = pane._shown.written.numbers["benefits.items[b].statement"]
    with qtbot.waitSignal(pane.followed) as said:
        pane._text.anchorClicked.emit(QUrl(f"at:{number}"))
    assert said.args == ["benefits.items[b].statement"]


@pytest.mark.parametrize("link", ["at:99999", "at:x", "http://example.org", ""])
def test_any_other_link_leads_nowhere(qtbot, pane, link):
    with qtbot.assertNotEmitted(pane.followed):
        pane._text.anchorClicked.emit(QUrl(link))


def test_nothing_is_composed_while_nobody_looks(qtbot):
    pane = Preview(str)
    qtbot.addWidget(pane)
    pane.show_step("benefits")
    pane.show_dossier(Dossier())
    assert not pane.busy
    assert pane._shown is None


def test_a_stop_without_a_chapter_says_so(pane):
    pane.show_step("review")
    assert "no chapter of its own" in pane._text.toPlainText()


def test_a_large_dossier_waits_until_it_is_asked_for(qtbot):
    pane = Preview(str)
    qtbot.addWidget(pane)
    pane.show_step("benefits")
    pane.show_dossier(large())
    pane.show()
    assert pane.ask.isVisible()
    assert not pane.busy


def test_a_fault_of_a_template_is_told_in_the_pane(pane, monkeypatch):
    from cerwizard.errors import BadTemplateError
    from cerwizard.gui import preview

    def fail(_dossier):
        raise BadTemplateError("The chapter “x” cannot be written.")

    monkeypatch.setattr(preview, "composed", fail)
    pane.show_dossier(with_benefit("Else"))
    wait(lambda: pane._text.toPlainText().startswith("The chapter"))
    assert pane._text.toPlainText() == "The chapter “x” cannot be written."


def test_the_scroll_stays_while_the_text_changes(pane):
    bar = pane._text.verticalScrollBar()
    bar.setValue(40)
    pane.show_dossier(with_benefit("Something else"))
    wait(lambda: not pane.busy)
    assert bar.value() == min(40, bar.maximum())


def test_all_labels_of_a_stacked_row_stand_back_alike():
    said = (Span("Measure: "), Span("Rate", "benefits.items[b].code", Provenance.GIVEN))
    cell = (*said, Span("\nUnit: "), Span("at 10:30", "benefits.items[b].code", Provenance.GIVEN))
    rows = (TableRow("cer/a/t/1", ((Span("B1"),), cell)),)
    narrow = Look(LOOK.colours, 100)
    html = written([Table("cer/a/t", (), ("Code", "Says"), rows)], {}, narrow).html
    assert "<span class='quiet'>Measure:</span>" in html
    assert "<span class='quiet'>Unit:</span>" in html
    assert html.count("class='quiet'") == 3
