import runpy
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from cerwizard import assets
from cerwizard.errors import BadTemplateError
from cerwizard.report.blocks import Provenance, Span
from cerwizard.report.word import check_file, write
from cerwizard.report.word import package as packages
from tests import ROOT
from tests.report.word.made import (
    document,
    everything,
    found,
    heading,
    para,
    paragraphs,
    rewritten,
)

OURS = assets.templates("house.docx")
MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
SPOILED = {
    "macros": ({TYPES: ("document.main+xml", "document.macroEnabled.main+xml")}, "macros"),
    "malformed": ({MAIN: ("sectPr>", "sectPrx>")}, "cannot be read"),
    "no styles": ({"word/_rels/document.xml.rels": ("/styles\"", "/stylos\"")}, "no styles"),
    "strict": ({MAIN: ("schemas.openxmlformats.org/wordprocessingml/2006/main",
                       "purl.oclc.org/ooxml/wordprocessingml/main")}, "usual form"),
}  # fmt: skip


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """Return the template that python-docx starts from: none of our own styles are in it."""
    path = tmp_path / "plain.docx"
    template = docx.Document()
    template.sections[0].header.paragraphs[0].text = "Plain Company"
    template.save(str(path))
    return path


def test_our_template_is_what_its_script_builds(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["house.py", str(tmp_path / "house.docx")])
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    runpy.run_path(str(ROOT / "packaging" / "house.py"), run_name="__main__")
    assert (tmp_path / "house.docx").read_bytes() == OURS.read_bytes()


def test_our_template_is_clean():
    assert check_file(OURS) == []
    with zipfile.ZipFile(OURS) as package:
        names = package.namelist()
    assert not [name for name in names if "customXml" in name or "stylesWithEffects" in name]


def test_any_template_gives_a_sound_report_and_says_what_it_lacks(plain, tmp_path):
    written = write(everything(), tmp_path / "r.docx", plain)
    assert check_file(written.path) == []
    assert "The template has no style “Lead”; “Body Text” is used." in written.warnings
    assert "The template has no style “Table End”; its normal style is used." in written.warnings
    assert write(everything(), written.path, plain).blocks == written.blocks


def test_header_and_styles_of_a_template_stay(plain, tmp_path):
    path = write(everything(), tmp_path / "r.docx", plain).path
    headers = [name for name in zipfile.ZipFile(path).namelist() if "header" in name]
    texts = [text for name in headers for text in found(path, "//w:t/text()", name)]
    assert "Plain Company" in texts


def test_headings_are_numbered_also_where_the_template_does_not(plain, tmp_path):
    some = document(heading("a", "One"), heading("b", "Two", numbered=False))
    path = write(some, tmp_path / "r.docx", plain).path
    assert len(found(path, "//w:numPr/w:numId/@w:val")) == 1
    texts = found(path, "//w:abstractNum[last()]/w:lvl[2]/w:lvlText/@w:val", "word/numbering.xml")
    assert texts == ["%1.%2"]


def test_what_is_to_be_written_is_seen_in_every_template(plain, tmp_path):
    some = document(para("p", Span("aim", provenance=Provenance.OPEN)))
    path = write(some, tmp_path / "r.docx", plain).path
    assert found(path, "//w:r[w:rPr/w:shd]/w:t/text()") == ["[aim]"]


def test_a_dotx_gives_a_docx(tmp_path):
    change = {TYPES: ("document.main+xml", "template.main+xml")}
    template = rewritten(OURS, change, tmp_path / "house.dotx")
    path = write(everything(), tmp_path / "r.docx", template).path
    assert check_file(path) == []
    with zipfile.ZipFile(path) as package:
        assert b"template.main" not in package.read(TYPES)


def test_the_body_goes_where_the_template_wants_it(tmp_path):
    before, after = (f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("Before", "After"))
    template = rewritten(OURS, {MAIN: ("<w:sdt>", f"{before}<w:sdt>")}, tmp_path / "h.docx")
    rewritten(template, {MAIN: ("</w:sdt>", f"</w:sdt>{after}")})
    path = write(document(para("p", "Body")), tmp_path / "r.docx", template).path
    assert paragraphs(path) == ["Before", "Body", "After"]
    assert write(document(para("p", "Body 2")), path, template).blocks == 1


def test_without_a_place_the_body_goes_to_the_end(plain, tmp_path):
    company = docx.Document(str(plain))
    company.add_paragraph("Company text")
    company.save(str(plain))
    path = write(document(para("p", "Body")), tmp_path / "r.docx", plain).path
    assert paragraphs(path) == ["Company text", "Body"]


def test_a_template_with_a_cover_of_its_own_gets_the_facts_on_it(tmp_path):
    controls = "".join(
        f'<w:sdt><w:sdtPr><w:tag w:val="cer:{name}"/><w:id w:val="{n}"/><w:showingPlcHdr/>'
        "</w:sdtPr><w:sdtContent><w:p><w:r><w:t>click here</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        for n, name in enumerate(["title", "number", "revision"], 11)
    )
    template = rewritten(OURS, {MAIN: ("<w:sdt>", f"{controls}<w:sdt>")}, tmp_path / "h.docx")
    some = document(para("t", "Title", style="cover-title"), para("p", "Body"))
    path = write(some, tmp_path / "r.docx", template).path
    assert paragraphs(path) == ["A title & more", "CER-7", "2", "Body"]
    assert check_file(path) == []
    assert write(some, path, template).blocks == 1


@pytest.mark.parametrize("name", SPOILED)
def test_a_template_that_cannot_be_used_is_refused_with_the_reason(name, tmp_path):
    changes, says = SPOILED[name]
    template = rewritten(OURS, changes, tmp_path / "h.docx")
    with pytest.raises(BadTemplateError, match=r"“h\.docx” cannot be used") as error:
        write(everything(), tmp_path / "r.docx", template)
    assert says in str(error.value)
    assert not (tmp_path / "r.docx").exists()


def test_a_template_without_a_page_set_up_is_refused(tmp_path):
    with zipfile.ZipFile(OURS) as package:
        text = package.read(MAIN).decode()
    section = text[text.index("<w:sectPr>") : text.index("</w:body>")]
    template = rewritten(OURS, {MAIN: (section, "")}, tmp_path / "h.docx")
    with pytest.raises(BadTemplateError, match="no page set-up at its end"):
        write(everything(), tmp_path / "r.docx", template)


def test_a_place_inside_something_else_is_refused(tmp_path):
    cell = "<w:tbl><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>"
    with zipfile.ZipFile(OURS) as package:
        text = package.read(MAIN).decode()
    place = text[text.index("<w:sdt>") : text.index("<w:sectPr>")]
    template = rewritten(OURS, {MAIN: (place, cell.format(place))}, tmp_path / "h.docx")
    with pytest.raises(BadTemplateError, match="“cer:body” stands inside something else"):
        write(everything(), tmp_path / "r.docx", template)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a password, or an old .doc file"),
        (b"", "not a Word file"),
        (b"PK\x05\x06" + bytes(18), "not a Word document"),
    ],
)
def test_what_is_no_word_file_is_refused(content, says, tmp_path):
    (tmp_path / "h.docx").write_bytes(content)
    with pytest.raises(BadTemplateError, match=says):
        write(everything(), tmp_path / "r.docx", tmp_path / "h.docx")


def test_a_template_that_is_not_there_is_said_to_be_missing(tmp_path):
    with pytest.raises(BadTemplateError, match="cannot be opened"):
        write(everything(), tmp_path / "r.docx", tmp_path / "none.docx")


def test_a_zip_bomb_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(packages, "_SMALL", 2**20)
    with zipfile.ZipFile(tmp_path / "h.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(2 * 2**20))
    with pytest.raises(BadTemplateError, match="unpacks to far more than it should"):
        write(everything(), tmp_path / "r.docx", tmp_path / "h.docx")


@pytest.mark.parametrize("name", ["/etc/x", "word/../../x"])
def test_a_package_that_would_leave_its_file_is_refused(name, tmp_path):
    with zipfile.ZipFile(tmp_path / "h.docx", "w") as package:
        package.writestr(name, b"x")
    with pytest.raises(BadTemplateError, match="would leave the file"):
        write(everything(), tmp_path / "r.docx", tmp_path / "h.docx")


def test_a_report_of_ours_is_not_taken_for_a_template(tmp_path):
    report = write(everything(), tmp_path / "r.docx").path
    with pytest.raises(BadTemplateError, match="a report that this program wrote"):
        write(everything(), tmp_path / "s.docx", report)


def test_a_copy_of_the_styles_that_nobody_keeps_in_step_is_dropped(plain, tmp_path):
    path = write(everything(), tmp_path / "r.docx", plain).path
    with zipfile.ZipFile(path) as package:
        assert not [name for name in package.namelist() if "stylesWithEffects" in name]
        for part in (TYPES, "word/_rels/document.xml.rels"):
            assert b"stylesWithEffects" not in package.read(part)


def test_a_template_without_a_theme_is_given_ours(tmp_path):
    found_in = packages.read(OURS)
    relations = found_in.tree("word/_rels/document.xml.rels")
    for relation in list(relations):
        if relation.get("Type", "").endswith("/theme"):
            relations.remove(relation)
    found_in.put_tree("word/_rels/document.xml.rels", relations)
    theme = found_in.parts.pop("word/theme/theme1.xml")
    packages.save(found_in.parts, tmp_path / "bare.docx", "2026-01-01")
    path = write(everything(), tmp_path / "r.docx", tmp_path / "bare.docx").path
    assert check_file(path) == []
    written = packages.read(path)
    assert written.related(MAIN, "theme") == "word/theme/theme1.xml"
    assert written.parts["word/theme/theme1.xml"] == theme
