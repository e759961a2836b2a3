"""Writes the contents and the list of tables entry by entry, so that no viewer shows less."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from cerwizard.report.blocks import Block, Heading, Table, TableList, Toc, text_of
from cerwizard.report.numbers import has_caption
from cerwizard.report.word import anchors, fields
from cerwizard.report.word.fingerprint import fingerprint
from cerwizard.report.word.setting import Setting
from cerwizard.report.word.text import on_one_line, pieces

_TAB = "<w:r><w:tab/></w:r>"
_UNKNOWN_PAGE = "\u2002"
_GALLERY = (
    '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
)
_NUMBER_STOPS = {"toc1": 440, "toc2": 1020, "toc3": 1740}


@dataclass(frozen=True, slots=True)
class _Entry:
    style: str
    target: str
    number: str
    title: str


def contents(block: Toc, blocks: Sequence[Block], setting: Setting) -> str:
    """Return the control with every heading, its number and its page."""
    entries = [
        _Entry(
            f"toc{heading.level}",
            heading.id,
            setting.runs.numbers.get(heading.id, ""),
            on_one_line(text_of(heading.spans)),
        )
        for heading in blocks
        if isinstance(heading, Heading)
    ]
    inner = _list(entries, 'TOC \\o "1-3" \\h \\z \\u', setting)
    return _noted(block.id, "toc", inner, setting, _GALLERY)


def table_list(block: TableList, blocks: Sequence[Block], setting: Setting) -> str:
    """Return the control with every captioned table and its page."""
    entries = [
        _Entry("table-list", table.id, "", f"{setting.runs.numbers[table.id]}. {_caption(table)}")
        for table in blocks
        if isinstance(table, Table) and has_caption(table)
    ]
    return _noted(block.id, "tables", _list(entries, 'TOC \\h \\z \\c "Table"', setting), setting)


def _caption(table: Table) -> str:
    return on_one_line(text_of(table.caption))


def _noted(block_id: str, kind: str, inner: str, setting: Setting, special: str = "") -> str:
    # All of it is the result of a field, which is never compared: there are no words to keep.
    manifest, key = setting.manifest, anchors.key(block_id)
    manifest.later(partial(manifest.add, block_id, key, kind, fingerprint(()), ()))
    # The bookmark stands before the control: Word writes all paragraphs in it anew.
    return setting.anchored(block_id, "") + setting.control(block_id, inner, special)


def _list(entries: Sequence[_Entry], instruction: str, setting: Setting) -> str:
    opening = fields.begin(instruction, dirty=not setting.pages_are_sure)
    if not entries:
        return setting.p("body", f"{opening}<w:r>{pieces('None.')}</w:r>{fields.end()}")
    lines = [_line(entry, setting) for entry in entries]
    lines[0] = opening + lines[0]
    lines[-1] += fields.end()
    styled = zip(entries, lines, strict=True)
    return "".join(setting.p(e.style, line, _tabs(e, setting)) for e, line in styled)


def _line(entry: _Entry, setting: Setting) -> str:
    mark = anchors.contents_mark(entry.target)
    page = str(setting.pages.get(entry.target, _UNKNOWN_PAGE))
    number = f"<w:r>{pieces(entry.number)}</w:r>{_TAB}" if entry.number else ""
    words = f"{number}<w:r>{pieces(entry.title)}</w:r>{_TAB}{fields.page_reference(mark, page)}"
    return f'<w:hyperlink w:anchor="{mark}" w:history="1">{words}</w:hyperlink>'


def _tabs(entry: _Entry, setting: Setting) -> str:
    stop = _NUMBER_STOPS.get(entry.style) if entry.number else None
    left = f'<w:tab w:val="left" w:pos="{stop}"/>' if stop else ""
    # Dots that lead to no number would look broken.
    leader = "dot" if entry.target in setting.pages else "none"
    right = f'<w:tab w:val="right" w:leader="{leader}" w:pos="{setting.width}"/>'
    return f"<w:tabs>{left}{right}</w:tabs>"
