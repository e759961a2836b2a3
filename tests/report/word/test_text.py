import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cerwizard.report.word.anchors import alias, bookmark, key, tag
from cerwizard.report.word.text import attribute, canonical, clean, escaped, paragraphs, pieces
from cerwizard.report.word.xml import W_SPACE


@given(st.text(st.characters()))
def test_any_text_can_stand_in_xml(text):
    root = etree.fromstring(f'<p xmlns:w="{W_SPACE}" a="{attribute(text)}">{escaped(text)}</p>')
    assert (root.text or "") == clean(text)
    assert canonical(root.get("a", "")) == canonical(text)


@given(st.text(st.characters()))
def test_any_text_can_stand_in_a_run(text):
    root = etree.fromstring(f'<r xmlns:w="{W_SPACE}">{pieces(text)}</r>')
    signs = {"br": "\n", "tab": "\t"}
    said = "".join(signs.get(etree.QName(piece).localname, piece.text or "") for piece in root)
    assert said == clean(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\x00b\x1f\ud800\uffff", "ab"), ("a\r\nb\rc\x0bd\x0ce", "a\nb\nc\nd\ne"), ("\t ", "\t ")],
)
def test_only_what_xml_forbids_is_dropped(text, kept):
    assert clean(text) == kept


def test_blank_lines_part_paragraphs():
    assert paragraphs("a\nb\n \t\n\n c\n\nd") == ["a\nb", "c", "d"]


def test_texts_are_compared_composed_and_without_their_white_space():
    assert canonical(" e\u0301\n\t x\u00a0") == "\u00e9 x"


@given(st.text(min_size=1))
def test_anchors_are_short_whatever_the_id(text):
    block_id = f"cer/x/{text}"
    assert len(tag(block_id)) <= 64
    assert bookmark(block_id) == f"_cer_{key(block_id)}"
    assert len(key(block_id)) == 12


def test_a_control_is_labelled_by_chapter_and_name():
    assert alias("cer/benefit-risk/by-indication/e7f3k2") == "Benefit risk · by indication"
