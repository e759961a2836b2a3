import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from cerwizard.errors import CerWizardError, ChangedOnDiskError, ForeignReportError
from cerwizard.report.word import check_file, write
from tests.report.word.made import document, everything, para, rewritten

MAIN = "word/document.xml"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return write(everything(), tmp_path / "r.docx").path


def test_an_untouched_report_is_built_again(report):
    fewer = document(para("p", "Only this"))
    assert write(fewer, report).blocks == 1
    assert write(everything(), report).blocks == len(everything().blocks)


def test_a_report_that_python_docx_has_saved_again_is_untouched(report):
    docx.Document(str(report)).save(str(report))
    assert write(everything(), report).path == report


def test_updated_fields_and_marks_of_proofreading_are_no_changes(report):
    rewritten(
        report,
        {
            MAIN: (
                '<w:t xml:space="preserve">3</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>',
                '<w:t>17</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>',
            ),
            "word/header1.xml": ("CER-7", "CER-8"),
        },
    )
    rewritten(report, {MAIN: (">Lead</w:t></w:r>", ">Le</w:t></w:r><w:proofErr w:type="
                              '"spellEnd"/><w:r><w:t>ad</w:t></w:r>')})  # fmt: skip
    assert write(everything(), report).path == report


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">Lead<", ">Leader<"),
        (">Group<", ">Groups<"),
        (">Three<", ">3<"),
        (">A note<", ">No note<"),
        (">Caption<", ">Legend<"),
        (">Document control<", "><"),
        ("<w:r><w:t xml:space=\"preserve\">Lead", "<w:r><w:rPr><w:b/></w:rPr><w:t>Lead"),
        ('<w:pStyle w:val="Lead"/>', '<w:pStyle w:val="Note"/>'),
        ("<w:sectPr><w:headerReference", "<w:p><w:r><w:t>New</w:t></w:r></w:p><w:sectPr>"
         "<w:headerReference"),
        ("<w:tr>", "<w:tr><w:tc><w:p><w:r><w:t>New row</w:t></w:r></w:p></w:tc></w:tr><w:tr>"),
    ],
)  # fmt: skip
def test_whatever_was_typed_or_formatted_keeps_the_file_from_being_replaced(old, new, report):
    with zipfile.ZipFile(report) as package:
        text = package.read(MAIN).decode()
    at = text.rfind(old)
    rewritten(report, {MAIN: (text, text[:at] + new + text[at + len(old) :])})
    before = report.read_bytes()
    with pytest.raises(ChangedOnDiskError, match=r"“r\.docx” was changed after it was written"):
        write(everything(), report)
    assert report.read_bytes() == before


@pytest.mark.parametrize(
    "added",
    [
        "<w:r><w:commentReference w:id='1'/></w:r>",
        "<w:ins w:id='9' w:author='A'><w:r><w:t/></w:r></w:ins>",
        "<w:r><w:drawing/></w:r>",
    ],
)
def test_comments_tracked_changes_and_pictures_count_as_the_writers(added, report):
    rewritten(report, {MAIN: ("<w:bookmarkEnd", f"{added}<w:bookmarkEnd")})
    with pytest.raises(ChangedOnDiskError):
        write(everything(), report)


def test_words_in_the_footer_count_as_the_writers(report):
    rewritten(report, {"word/footer1.xml": ("Page ", "Our page ")})
    with pytest.raises(ChangedOnDiskError):
        write(everything(), report)


def test_moved_blocks_count_as_the_writers(report):
    with zipfile.ZipFile(report) as package:
        text = package.read(MAIN).decode()
    start = text.index('<w:sdt><w:sdtPr><w:alias w:val="X · quote"/>')
    end = text.index("</w:sdt>", start) + len("</w:sdt>")
    rest = text[:start] + text[end:]
    at = rest.index('<w:sdt><w:sdtPr><w:alias w:val="X · source"/>')
    rewritten(report, {MAIN: (text, rest[:at] + text[start:end] + rest[at:])})
    assert check_file(report) == []
    with pytest.raises(ChangedOnDiskError):
        write(everything(), report)


def test_another_document_of_ours_is_not_replaced(report):
    with pytest.raises(ForeignReportError, match="not an earlier version of this report"):
        write(replace(everything(), name="cep"), report)


@pytest.mark.parametrize("content", [b"", b"just text", b"\xd0\xcf\x11\xe0 old", b"PK\x03\x04"])
def test_a_file_that_is_not_ours_is_never_replaced(content, tmp_path):
    target = tmp_path / "r.docx"
    target.write_bytes(content)
    with pytest.raises(CerWizardError, match=r"“r\.docx” is there already"):
        write(everything(), target)
    assert target.read_bytes() == content


def test_somebody_elses_word_file_is_never_replaced(tmp_path):
    target = tmp_path / "r.docx"
    docx.Document().save(str(target))
    with pytest.raises(ForeignReportError, match="move it away or choose another folder"):
        write(everything(), target)
