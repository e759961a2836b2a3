"""The marks of a long part are read from its bytes as from a tree, or not at all."""

import pytest

from cerwizard.report.word import scan
from cerwizard.report.word.marks import walked
from cerwizard.report.word.scan import scanned
from cerwizard.report.word.xml import DECLARATION, R_SPACE, W_SPACE, parse


def part(body):
    spaces = f'xmlns:w="{W_SPACE}" xmlns:r="{R_SPACE}"'
    return f"{DECLARATION}<w:document {spaces}><w:body>{body}</w:body></w:document>".encode()


def p(inner):
    return f"<w:p>{inner}</w:p>"


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


TEXT = "<w:r><w:t>1</w:t></w:r>"
ALIKE = {
    "a field": p(mark("begin") + mark("separate") + TEXT + mark("end")),
    "a field without a result": p(mark("begin") + mark("separate") + mark("end")),
    "a field that is never parted": p(TEXT + mark("begin") + TEXT + mark("end")),
    "an end alone": p(mark("end")),
    "a field in a field": p(
        mark("begin") * 2 + mark("separate") + TEXT + mark("end") + mark("separate") + mark("end")
    ),
    "a simple field": p('<w:fldSimple w:instr="PAGE"><w:r><w:tab/></w:r></w:fldSimple>'),
    "a relation": p('<w:hyperlink r:id="rId7" w:anchor="there"/>'),
    "words like a relation": p('<w:r><w:t>say r:id="rId7" and r:x</w:t></w:r>'),
    "signs in other letters": p('<w:r><w:rPr><w:rStyle w:val="A&amp;B"/></w:rPr></w:r>'),
    "bookmarks": p('<w:bookmarkStart w:id="1" w:name="n"/>') * 3 + p('<w:bookmarkEnd w:id="1"/>'),
    "a control without a number": '<w:sdt><w:sdtPr><w:tag w:val="t"/></w:sdtPr></w:sdt>',
}
STRANGE = {
    "a cell that is empty": "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
    "a cell without a paragraph": "<w:tbl><w:tr><w:tc></w:tc></w:tr></w:tbl>",
    "an instruction": f'<?say <w:numId w:val="1"/>?>{p(TEXT)}',
    "a comment": "<!-- x -->",
    "other quotes": p("<w:bookmarkEnd w:id='1'/>"),
    "another order": p('<w:bookmarkStart w:name="n" w:id="1"/>'),
    "a binding": '<w:sdt><w:sdtPr><w:dataBinding w:storeItemID="x"/></w:sdtPr></w:sdt>',
}


@pytest.mark.parametrize("body", ALIKE.values(), ids=ALIKE)
@pytest.mark.parametrize("at_once", [1, 60, 1 << 20])
def test_bytes_tell_what_a_tree_tells_whatever_is_read_at_once(monkeypatch, body, at_once):
    monkeypatch.setattr(scan, "_AT_ONCE", at_once)
    data = part(p(TEXT) + body + p(TEXT))
    assert scanned(data) == walked(parse(data))


@pytest.mark.parametrize("body", STRANGE.values(), ids=STRANGE)
def test_what_bytes_could_tell_wrong_is_left_to_a_tree(body):
    assert scanned(part(body)) is None
