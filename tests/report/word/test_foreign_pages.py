"""The pages of a report on a company's template: its paper, margins, tables and header count."""

import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Inches, Pt

from cerwizard.report.blocks import Block
from cerwizard.report.word import house
from cerwizard.report.word.flow import Box, Flow
from cerwizard.report.word.frames import Frame, frames
from cerwizard.report.word.looks import Look, looks
from cerwizard.report.word.pages import estimated
from cerwizard.report.word.running import taken
from cerwizard.report.word.sections import Sections
from tests.report.word.made import heading, para, table

STYLES = "word/styles.xml"
ARIAL = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
WORDS = "Words that go on and on until the line is full of them. " * 30


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """Return a template on Letter paper with none of our styles; all its letters are Arial."""
    plain, path = tmp_path / "plain.docx", tmp_path / "theirs.docx"
    docx.Document().save(str(plain))
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == STYLES:
                text = re.sub(r"<w:rFonts[^>]*/>", ARIAL, text.decode()).encode()
            new.writestr(name, text)
    return path


def changed(path: Path, change) -> Path:
    template = docx.Document(str(path))
    change(template)
    template.save(str(path))
    return path


def pages(path: Path | None, *blocks: Block) -> dict[str, int]:
    opened = house.opened(path)
    root = opened.package.tree(STYLES)
    measured = looks(root, opened.styles), frames(root, opened.styles), taken(opened, root)
    return estimated(Sections(opened.section, blocks).turns(), blocks, *measured)


def long_text() -> list[Block]:
    return [block for n in "abcdefghijkl" for block in (heading(n, "H"), para(n, WORDS))]


def last(path: Path | None) -> int:
    return max(pages(path, *long_text()).values())


def test_smaller_paper_has_more_pages(theirs):
    before = last(theirs)

    def small(template):
        template.sections[0].page_width, template.sections[0].page_height = Inches(5), Inches(7)

    assert last(changed(theirs, small)) > 2 * before


def test_wider_margins_make_more_pages(theirs):
    before = last(theirs)

    def wide(template):
        template.sections[0].left_margin = template.sections[0].right_margin = Inches(2.5)

    assert last(changed(theirs, wide)) > before


def test_a_header_higher_than_its_margin_shortens_every_page(theirs):
    opened = house.opened(theirs)
    assert taken(opened, opened.package.tree(STYLES)) == 0
    before = last(theirs)

    def high(template):
        paragraph = template.sections[0].header.paragraphs[0]
        paragraph.text = "A company\n" * 9 + "A company"
        paragraph.paragraph_format.space_after = Pt(100)

    opened = house.opened(changed(theirs, high))
    lost = taken(opened, opened.package.tree(STYLES))
    assert lost == 720 + 10 * 253 + 2000 - 1440
    assert last(theirs) > before

    def fixed(template):  # a margin below zero keeps its place, whatever stands in it
        template.sections[0].top_margin = -template.sections[0].top_margin

    opened = house.opened(changed(theirs, fixed))
    assert taken(opened, opened.package.tree(STYLES)) == 0


def test_a_picture_in_the_header_is_as_high_as_it_is(theirs, tmp_path):
    logo = tmp_path / "logo.png"
    logo.write_bytes(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
            "3a7e9b550000000a49444154789c6360000000020001e221bc33"
            "0000000049454e44ae426082"
        )
    )

    def drawn(template):
        row = template.sections[0].header.add_table(1, 1, Inches(6)).rows[0]
        row.cells[0].paragraphs[0].add_run().add_picture(str(logo), height=Inches(3))

    opened = house.opened(changed(theirs, drawn))
    assert 3 * 1440 < taken(opened, opened.package.tree(STYLES)) + 720 < 4 * 1440


def test_our_own_header_and_footer_stay_within_their_margins():
    opened = house.opened(None)
    assert taken(opened, opened.package.tree(STYLES)) == 0


def test_our_own_tables_are_measured():
    opened = house.opened(None)
    found = frames(opened.package.tree(STYLES), opened.styles)
    assert found["grid"] == Frame(170, 80, 20, 10, 20, 20)
    assert found["facts"] == Frame(170, 80, 10, 10, 10, 10, bold_first=True)


def test_a_table_without_a_style_has_the_margins_of_word(theirs):
    opened = house.opened(theirs)
    opened.styles.ids["grid"] = ""
    assert frames(opened.package.tree(STYLES), opened.styles)["grid"] == Frame()


def test_text_in_a_table_is_spaced_as_the_style_of_the_table_says(theirs):
    opened = house.opened(theirs)
    found = looks(opened.package.tree(STYLES), opened.styles)
    assert found["table-text"].after == 0
    assert found["body"].after == 120
    assert found["table-head"].bold
    assert found["heading2"].left == 709
    rows = table("t", *(("a", "b", "c") for _ in range(30)))
    assert pages(theirs, rows, heading("z", "Z"))["cer/z/heading"] == 1


def test_points_of_a_list_may_stand_close(theirs):
    opened = house.opened(theirs)
    assert looks(opened.package.tree(STYLES), opened.styles)["bullet"].close
    flow = Flow(room=1000)
    flow.fill(Box(1, 100, after=100, close="bullet") for _ in range(3))
    assert flow.used == 300
    flow.fill([Box(1, 100)])
    assert flow.used == 500


def test_letters_that_are_not_known_give_no_pages(tmp_path):
    plain = tmp_path / "plain.docx"
    docx.Document().save(str(plain))
    assert pages(plain, *long_text()) == {}


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (r'w:sz w:val="\d+"', 'w:sz w:val="0"'),
        (r'w:sz w:val="\d+"', 'w:sz w:val="10.5pt"'),
        (r'w:sz w:val="(\d+)"', r'w:sz w:val="\1.0"'),
        (r'w:line="\d+"', 'w:line="0"'),
        (r'w:line="(\d+)"', r'w:line="\1.0000000002"'),
    ],
)
def test_measures_that_other_programs_write_do_not_stop_a_report(theirs, tmp_path, given, written):
    odd = tmp_path / "odd.docx"
    with zipfile.ZipFile(theirs) as old, zipfile.ZipFile(odd, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == STYLES:
                text, times = re.subn(given, written, text.decode())
                assert times
                text = text.encode()
            new.writestr(name, text)
    usual = last(theirs)
    assert last(odd) == usual if "\\1" in written else last(odd) > 1


def test_a_line_is_reckoned_in_whole_parts():
    assert Look(size=10, line=271).line_height == 259
    assert Look(size=9, line=247).line_height == 213
    assert Look(line=240, exact=True).line_height == 240
