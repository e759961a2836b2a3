import gc
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cerwizard.errors import CannotWriteError
from cerwizard.report.blocks import Document, Properties, Provenance, Span, ids
from cerwizard.report.word import check_file, write
from cerwizard.report.word import package as packages
from cerwizard.report.word.text import canonical
from cerwizard.report.word.xml import w
from tests.report.test_markup import NASTY
from tests.report.word.made import (
    document,
    everything,
    found,
    heading,
    para,
    paragraphs,
    part,
    table,
)


def test_a_document_of_everything_is_sound(tmp_path):
    written = write(everything(), tmp_path / "r.docx")
    assert check_file(written.path) == []
    assert (written.blocks, written.open, written.warnings) == (len(everything().blocks), 3, ())


def test_what_looks_alike_is_one_run(tmp_path):
    some = para(
        "a", "One ", "two", Span(" three", mark="bold"), Span(" four", mark="bold"), "\n\nFive"
    )
    path = write(document(some), tmp_path / "r.docx").path
    texts = found(path, "//w:t/text()")
    assert [str(text) for text in texts] == ["One two", " three four", "Five"]


def test_a_report_may_be_written_over_itself_whatever_its_spans_are_like(tmp_path):
    rows = [("a", Span("b", mark="bold"), "c\n\nd"), ("", Span("", link="cer/x/t"), "e\u241ff")]
    some = document(
        table("t", *rows), para("p", "e\u0301", Span("x ", mark="sub"), Span(" y", mark="sub"))
    )
    path = write(some, tmp_path / "r.docx").path
    assert write(some, path).blocks == 2


def test_pythons_collector_is_on_after_writing(tmp_path):
    write(document(para("a", "One")), tmp_path / "r.docx")
    assert gc.isenabled()


def test_an_empty_document_is_sound(tmp_path):
    written = write(Document("cer", "", ()), tmp_path / "r.docx")
    assert (check_file(written.path), written.blocks, written.open) == ([], 0, 0)


@pytest.mark.documents
@pytest.mark.parametrize("tool", [["openxml-audit"], ["ooxml-integrity", "check"]])
def test_others_find_it_sound_too(tool, tmp_path):
    path = write(everything(), tmp_path / "r.docx").path
    program = Path(sys.executable).with_name(tool[0])
    command = [program, *tool[1:], path]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


def test_the_same_document_gives_the_same_bytes(tmp_path):
    one, two = tmp_path / "1.docx", tmp_path / "2.docx"
    write(everything(), one)
    write(everything(), two)
    assert one.read_bytes() == two.read_bytes()


def test_the_date_of_the_document_is_the_only_date_in_the_file(tmp_path):
    path = write(everything(), tmp_path / "r.docx").path
    with zipfile.ZipFile(path) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2026, 5, 14, 0, 0, 0)}
    assert (
        found(path, "//*[contains(text(), 'T00:')]/text()", "docProps/core.xml")
        == ["2026-05-14T00:00:00Z"] * 2
    )


@pytest.mark.parametrize("date", ["", "2026", "2026-05"])
def test_a_date_may_be_partial_or_missing(date, tmp_path):
    given_document = replace(everything(), properties=Properties(date=date))
    path = write(given_document, tmp_path / "r.docx").path
    assert check_file(path) == []


def test_every_block_and_row_has_its_anchors_and_they_stay_with_its_id(tmp_path):
    some = everything()
    fewer = replace(some, blocks=tuple(b for b in some.blocks if b.id != "cer/x/lead"))
    query = "//w:bookmarkStart[starts-with(@w:name, '_cer_')]/@w:name"
    marks = set(found(write(some, tmp_path / "1.docx").path, query))
    assert len(marks) == len(list(ids(some.blocks)))
    assert len(marks - set(found(write(fewer, tmp_path / "2.docx").path, query))) == 1
    tags = "//w:tag/@w:val"
    gone = set(found(tmp_path / "1.docx", tags)) - set(found(tmp_path / "2.docx", tags))
    assert gone == {"cer:cer/x/lead"}
    numbers = "//w:sdtPr[w:tag]/w:id/@w:val"
    assert set(found(tmp_path / "2.docx", numbers)) < set(found(tmp_path / "1.docx", numbers))


def test_a_long_id_has_a_short_tag(tmp_path):
    path = write(document(para("n" * 80, "text")), tmp_path / "r.docx").path
    (tag,) = found(path, "//w:tag/@w:val")
    assert len(tag) <= 64
    assert check_file(path) == []


@pytest.mark.parametrize("text", NASTY, ids=lambda text: repr(text[:12]))
def test_typed_text_arrives_whatever_it_holds(text, tmp_path):
    blocks = [
        para("p", "a ", text, " b"),
        heading("h", f"H{text}"),
        para("c", text, style="cover-line"),
        table("t", (text, f"x{text}", Span(text, mark="bold")), caption=f"C{text}"),
        para("o", Span(text, provenance=Provenance.OPEN), style="bullet"),
    ]
    path = write(document(*blocks), tmp_path / "r.docx").path
    assert check_file(path) == []
    everywhere = canonical(" ".join(paragraphs(path))).replace(" ", "")
    assert everywhere.count(canonical(text).replace(" ", "")) >= 5


@given(text=st.text(st.characters(), min_size=1))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_gives_a_sound_file_that_may_be_built_again(text, tmp_path):
    blocks = document(para("p", text), heading("h", text), table("t", (text, text, text)))
    write(blocks, tmp_path / "r.docx")
    assert write(blocks, tmp_path / "r.docx").blocks == 3
    (tmp_path / "r.docx").unlink()


def test_paragraphs_and_line_breaks_are_kept(tmp_path):
    path = write(document(para("p", "one\ntwo\n \n\nthree\r\nfour")), tmp_path / "r.docx").path
    assert paragraphs(path) == ["one\ntwo", "three\nfour"]


def test_huge_texts_are_written_and_may_be_built_again(tmp_path):
    some = document(*(para(str(n), "x" * 100_000) for n in range(40)))
    path = write(some, tmp_path / "r.docx").path
    assert write(some, path).blocks == 40


def test_what_is_to_be_written_is_marked(tmp_path):
    missing = Span("the aim", provenance=Provenance.OPEN)
    path = write(document(para("p", "Aim: ", missing)), tmp_path / "r.docx").path
    assert found(path, "//w:r[w:rPr/w:rStyle/@w:val='ToBeWritten']/w:t/text()") == ["[the aim]"]


def test_a_cross_reference_shows_the_number_and_a_citation_its_words(tmp_path):
    path = write(everything(), tmp_path / "r.docx").path
    (text,) = [said for said in paragraphs(path) if said.startswith("See ")]
    assert text == "See 1, Table 1[1], H2O, m2 i"
    instructions = found(path, "//w:instrText[contains(., ' REF ')]/text()")
    assert len(instructions) == 2
    assert all("\\h" in instruction for instruction in instructions)


def test_a_cross_reference_to_nowhere_is_told_and_marked(tmp_path):
    block = para("p", Span("", link="cer/no/heading"), Span("[9]", link="cer/no/where"))
    written = write(document(block), tmp_path / "r.docx")
    assert paragraphs(written.path) == ["[missing reference][9]"]
    assert len(written.warnings) == 2
    assert "“cer/no/heading” leads nowhere" in written.warnings[0]


def test_lists_begin_at_one_each(tmp_path):
    path = write(everything(), tmp_path / "r.docx").path
    used = found(path, "//w:p[w:pPr/w:pStyle/@w:val='ListNumber']//w:numId/@w:val")
    assert used == [used[0]] * 2 + [used[2]] * 2
    starts = found(path, "//w:num[w:lvlOverride/w:startOverride]/@w:numId", "word/numbering.xml")
    assert sorted(set(used)) == sorted(starts)


def test_a_page_break_begins_the_next_paragraph(tmp_path):
    path = write(everything(), tmp_path / "r.docx").path
    broken = part(path).xpath("//w:p[w:pPr/w:pageBreakBefore]", namespaces={"w": w("")[1:-1]})
    assert ["".join(p.itertext()) for p in broken] == ["Document control", "Summary"]


def test_properties_reach_header_footer_and_file(tmp_path):
    path = write(everything(), tmp_path / "r.docx").path
    header = "".join(found(path, "//w:t/text()", "word/header1.xml"))
    footer = "".join(found(path, "//w:t/text()", "word/footer1.xml"))
    assert header == "A title & moreCER-7 · Revision 2"
    assert footer == "Maker & Co · Device <1>Page 1 of 1"
    names = found(path, "//@name", "docProps/custom.xml")
    assert {"Document number", "Revision", "Generation", "CER Wizard"} <= set(names)


def test_a_property_that_is_not_given_is_named_as_such(tmp_path):
    path = write(Document("cer", "T", ()), tmp_path / "r.docx").path
    header = "".join(found(path, "//w:t/text()", "word/header1.xml"))
    assert header == "TDocument number to be given · Revision to be given"


def test_the_language_is_the_documents(tmp_path):
    path = write(replace(everything(), language="de-DE"), tmp_path / "r.docx").path
    assert found(path, "//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["de-DE"]


def test_texts_and_hashes_travel_in_the_file(tmp_path):
    path = write(everything(), tmp_path / "r.docx").path
    settings_part = part(path, "word/settings.xml")
    order = [child.tag for child in settings_part]
    assert order.index(w("compat")) < order.index(w("docVars")) < order.index(w("themeFontLang"))
    assert len(found(path, "//w:docVar", "word/settings.xml")) >= len(everything().blocks)
    texts = found(path, "//*[local-name()='p' or local-name()='c']/text()", "customXml/item2.xml")
    assert {"Lead", "First", "second\nline", "x\ty", "A note"} <= set(texts)


@pytest.mark.parametrize(
    ("where", "says"),
    [("missing/r.docx", "does not exist"), ("folder", "is there already, and it is no file")],
)
def test_a_target_that_cannot_be_is_refused_with_a_sentence(where, says, tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotWriteError, match=says):
        write(everything(), tmp_path / where)


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(28, "No space left on device"), "The disk is full"),
        (PermissionError(13, "Permission denied"), "read-only, or the file is open in Word"),
        (OSError(5, "Input/output error"), "could not be written"),
    ],
)
def test_half_a_file_is_never_left(error, says, tmp_path, monkeypatch):
    path = write(everything(), tmp_path / "r.docx").path
    before = path.read_bytes()

    def fail(parts, aside, date, beat):
        aside.write_bytes(b"half")
        raise error

    monkeypatch.setattr(packages, "save", fail)
    with pytest.raises(CannotWriteError, match=says):
        write(everything(), path)
    assert [file.name for file in tmp_path.iterdir()] == ["r.docx"]
    assert path.read_bytes() == before


def test_a_file_that_does_not_read_back_is_not_put_in_place(tmp_path, monkeypatch):
    def spoil(parts, aside, date, beat):
        aside.write_bytes(b"PK not what was written")

    monkeypatch.setattr(packages, "save", spoil)
    with pytest.raises(CannotWriteError, match="does not read back"):
        write(everything(), tmp_path / "r.docx")
    assert list(tmp_path.iterdir()) == []
