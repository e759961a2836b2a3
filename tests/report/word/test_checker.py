"""Each fault over which Word would offer a repair, planted into a sound file."""

import zipfile

import pytest

from cerwizard.report.word import check_file, write
from cerwizard.report.word import package as packages
from cerwizard.report.word.checker import check
from cerwizard.report.word.marks import walked
from cerwizard.report.word.scan import scanned
from cerwizard.report.word.xml import parse
from tests.report.word.made import everything, rewritten

MAIN = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
FAULTS = {
    "bookmark without end": (MAIN, '<w:bookmarkEnd w:id="3"/>', "", "bookmark 3 has no end"),
    "bookmark without start": (MAIN, '<w:bookmarkStart w:id="3" ', '<w:permStart w:id="3" ',
                               "bookmark 3 has no start"),
    "bookmark id twice": (MAIN, '<w:bookmarkStart w:id="3"', '<w:bookmarkStart w:id="2"',
                          "bookmark id 2 stands twice"),
    "bookmark name not allowed": (MAIN, 'w:name="_cer_', 'w:name="9_cer_', "is not allowed"),
    "control id twice": (MAIN, "<w:body>", '<w:body><w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr>'
                         '<w:sdtContent><w:p/></w:sdtContent></w:sdt><w:sdt><w:sdtPr>'
                         '<w:id w:val="5"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
                         "content control 5 stands twice"),
    "control id too large": (MAIN, "<w:body>", '<w:body><w:sdt><w:sdtPr><w:id w:val="9999999999"/>'
                             "</w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
                             "9999999999 has no 32-bit id"),
    "field without end": (MAIN, '<w:fldChar w:fldCharType="end"/>', "", "a field has no end"),
    "field without begin": (MAIN, "<w:body>", '<w:body><w:p><w:r><w:fldChar w:fldCharType="end"/>'
                            "</w:r></w:p>", "a field has a end and no begin"),
    "field without result": ("word/footer1.xml", '<w:t xml:space="preserve">1</w:t>', "",
                             "a field has no result"),
    "field never separated": ("word/footer1.xml", '<w:fldChar w:fldCharType="separate"/>', "",
                              "a field has no result"),
    "simple field without result": (MAIN, "</w:fldSimple>", '</w:fldSimple><w:fldSimple w:instr='
                                    '"SEQ x"/>', "“SEQ x” has no result"),
    "link to nowhere": (MAIN, 'w:anchor="_Toc', 'w:anchor="_Tic', "_Tic"),
    "reference to nowhere": (MAIN, " REF _Ref", " REF _Raf", "_Raf"),
    "cell without paragraph": (MAIN, "<w:tr>", "<w:tr><w:tc><w:tcPr/></w:tc>",
                               "1 table cells do not end with a paragraph"),
    "style not defined": (MAIN, '<w:pStyle w:val="Lead"/>', '<w:pStyle w:val="Nope"/>',
                          "style Nope is not defined"),
    "numbering not defined": (MAIN, '<w:numId w:val="5"/>', '<w:numId w:val="77"/>',
                              "numbering 77 is not defined"),
    "relationship not there": (MAIN, 'r:id="rId5"', 'r:id="rId99"', "rId99 is not there"),
    "relationship twice": (RELATIONS, 'Id="rId2"', 'Id="rId1"', "relationship rId1 stands twice"),
    "target not there": (RELATIONS, "numbering.xml", "numbers.xml",
                         "numbers.xml is not in the package"),
    "data store not there": (MAIN, "<w:body>", '<w:body><w:sdt><w:sdtPr><w:dataBinding w:xpath="/"'
                             ' w:storeItemID="{AB}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent>'
                             "</w:sdt>", "the data store {AB} is not there"),
    "content type missing": ("[Content_Types].xml", 'Extension="xml"', 'Extension="xmk"',
                             "has no content type"),
    "content type of nothing": ("[Content_Types].xml", "word/fontTable.xml", "word/fonts.xml",
                                "word/fonts.xml has a content type and is not there"),
    "malformed": ("word/styles.xml", "</w:styles>", "", "word/styles.xml cannot be read"),
    "anchor gone": (MAIN, 'w:val="cer:cer/x/lead"', 'w:val="other"',
                    "the tag cer:cer/x/lead has gone from the text"),
    "anchor unknown": (MAIN, 'w:val="cer:cer/x/lead"', 'w:val="cer:cer/x/load"',
                       "the tag cer:cer/x/load is not in the manifest"),
    "bookmark unknown": (MAIN, 'w:name="_cer_', 'w:name="_cer_0', "is not in the manifest"),
}  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    return write(everything(), tmp_path_factory.mktemp("sound") / "r.docx").path


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(name, sound, tmp_path):
    part, old, new, says = FAULTS[name]
    spoiled = rewritten(sound, {part: (old, new)}, tmp_path / "r.docx")
    assert any(says in fault for fault in check_file(spoiled)), check_file(spoiled)


def test_a_part_that_stands_twice_is_found(sound, tmp_path):
    twice = tmp_path / "r.docx"
    twice.write_bytes(sound.read_bytes())
    with zipfile.ZipFile(twice, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("word/styles.xml", package.read("word/styles.xml"))
    assert "word/styles.xml stands twice in the package" in check_file(twice)


def test_a_bookmark_name_that_stands_twice_is_found(sound, tmp_path):
    doubled = '<w:bookmarkStart w:id="901" w:name="a"/><w:bookmarkEnd w:id="901"/>'
    both = doubled + doubled.replace("901", "902")
    spoiled = rewritten(sound, {MAIN: ("<w:body>", f"<w:body>{both}")}, tmp_path / "r.docx")
    assert any("bookmark name a stands twice" in fault for fault in check_file(spoiled))


def test_a_field_whose_result_is_far_from_its_mark_has_one(sound, tmp_path):
    far = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType='
        '"separate"/></w:r></w:p><w:p><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>'
        "</w:r></w:p>"
    )
    changed = rewritten(sound, {MAIN: ("<w:body>", f"<w:body>{far}")}, tmp_path / "r.docx")
    assert check_file(changed) == []


@pytest.mark.parametrize("content", [b"", b"no zip"])
def test_what_is_no_package_is_said_to_be_none(content, tmp_path):
    (tmp_path / "r.docx").write_bytes(content)
    assert "cannot be read" in check_file(tmp_path / "r.docx")[0]


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if fault[0] == MAIN])
def test_bytes_tell_the_same_marks_as_a_tree_does(name, tmp_path):
    write(everything(), tmp_path / "r.docx")
    part, old, new, _ = FAULTS[name]
    spoiled = rewritten(tmp_path / "r.docx", {part: (old, new)}, tmp_path / "s.docx")
    data = zipfile.ZipFile(spoiled).read(MAIN)
    assert scanned(data) in (walked(parse(data)), None)


def test_what_we_write_is_read_from_its_bytes(tmp_path):
    write(everything(), tmp_path / "r.docx")
    data = zipfile.ZipFile(tmp_path / "r.docx").read(MAIN)
    found = scanned(data)
    assert found is not None
    assert found == walked(parse(data))
    assert all((found.starts, found.fields, found.links, found.related))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<w:body>", b"<w:body><!-- <w:bookmarkStart -->"),
        (b"<w:body>", b'<w:body><x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml'
                      b'/2006/main"/>'),
        (b"<w:body>", b"<w:body><w:p><w:pPr><w:pStyle w:val='Nope'/></w:pPr></w:p>"),
        (b"</w:body>", b""),
        (b"<w:body>", b"<w:body><z:p/>"),
        (b"</w:p></w:tc>", b"</w:p><w:proofErr/></w:tc>"),
    ],
    ids=["a comment", "another prefix", "other quotes", "not closed", "no such prefix", "a cell"],
)  # fmt: skip
def test_bytes_in_another_form_are_left_to_a_tree(old, new, tmp_path):
    write(everything(), tmp_path / "r.docx")
    data = zipfile.ZipFile(tmp_path / "r.docx").read(MAIN)
    assert old in data
    assert scanned(data.replace(old, new, 1)) is None


def test_a_check_can_be_ended_at_any_moment(tmp_path):
    write(everything(), tmp_path / "r.docx")
    package = packages.read(tmp_path / "r.docx")
    beats = []
    check(package, lambda: beats.append(None))
    for moment in range(len(beats)):
        left = iter(range(moment))
        with pytest.raises(ZeroDivisionError):
            check(package, lambda left=left: next(left, None) is None and 1 / 0)
