"""Finds, once, which style of a house template stands for each of ours."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.styles.style import BaseStyle

from cerwizard.report.word.package import BadPackageError, Package, write
from cerwizard.report.word.xml import value, w

# Ours, then the names to look for: the first is what a template should have, the others stand in.
_PARAGRAPHS: dict[str, tuple[str, ...]] = {
    "heading1": ("heading 1",),
    "heading2": ("heading 2", "heading 1"),
    "heading3": ("heading 3", "heading 2", "heading 1"),
    "body": ("Body Text",),
    "lead": ("Lead", "Body Text"),
    "bullet": ("List Bullet", "List Paragraph"),
    "number": ("List Number", "List Paragraph"),
    "continue": ("List Continue", "List Paragraph", "Body Text"),
    "quote": ("Quote", "Body Text"),
    "note": ("Note", "Body Text"),
    "source": ("Source", "Body Text"),
    "label": ("Label", "Body Text"),
    "cover-title": ("Cover Title", "Title"),
    "cover-subtitle": ("Cover Subtitle", "Subtitle"),
    "cover-line": ("Cover Line", "Body Text"),
    "cover-note": ("Cover Note", "Note", "Body Text"),
    "front-heading": ("Front Heading", "TOC Heading", "Title"),
    "toc1": ("toc 1",),
    "toc2": ("toc 2", "toc 1"),
    "toc3": ("toc 3", "toc 2", "toc 1"),
    "table-list": ("table of figures", "toc 1"),
    "caption": ("caption",),
    "table-text": ("Table Text",),
    "table-head": ("Table Head", "Table Text"),
    "table-group": ("Table Group", "Table Text"),
    "table-note": ("Table Note", "Source"),
    "table-end": ("Table End",),
}
_TABLES = {"grid": ("House Table", "Table Grid"), "facts": ("House Facts", "Table Grid")}
_CHARACTERS = {"open": ("To be written",)}
_KINDS = {
    WD_STYLE_TYPE.PARAGRAPH: "paragraph",
    WD_STYLE_TYPE.TABLE: "table",
    WD_STYLE_TYPE.CHARACTER: "character",
}


@dataclass(frozen=True, slots=True)
class Styles:
    """The style ids of one template; an empty id means its default style."""

    ids: dict[str, str]
    names: dict[str, str]  # by style id, in lower case: Word translates ids, never these names
    numbered: dict[str, int]  # the numbering that headings and lists get from their style
    missing: frozenset[str]  # ours for which another style stands in
    warnings: tuple[str, ...] = field(default=())

    def name(self, style_id: str) -> str:
        """Return the name of a style by its id."""
        return self.names.get(style_id, "normal")


def resolve(package: Package) -> Styles:
    """Return the styles of a template; BadPackageError if they cannot be read."""
    found = _read(package)
    by_name = {(_kind(style), _name(style)): style.style_id for style in found}
    ids: dict[str, str] = {}
    missing: dict[str, str] = {}
    for kind, ours, names in _wanted():
        there = [name for name in names if (kind, name.lower()) in by_name]
        ids[ours] = by_name[kind, there[0].lower()] if there else ""
        if there[:1] != [names[0]]:
            missing[ours] = _warning(names[0], there)
    return Styles(
        ids,
        {style.style_id: _name(style) for style in found},
        _numbered(found, ids),
        frozenset(missing),
        tuple(dict.fromkeys(missing.values())),
    )


def _read(package: Package) -> list[BaseStyle]:
    stream = BytesIO()
    write(package.parts, stream)
    try:
        return list(docx.Document(stream).styles)
    except Exception as error:  # - a foreign file can make another's reader stumble anywhere
        raise BadPackageError("its styles cannot be read") from error


def _wanted() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    groups = (("paragraph", _PARAGRAPHS), ("table", _TABLES), ("character", _CHARACTERS))
    for kind, styles in groups:
        yield from ((kind, ours, names) for ours, names in styles.items())


def _warning(wanted: str, there: list[str]) -> str:
    instead = f"“{there[0]}”" if there else "its normal style"
    return f"The template has no style “{wanted}”; {instead} is used."


def _kind(style: BaseStyle) -> str:
    return _KINDS.get(style.type, "")


def _name(style: BaseStyle) -> str:
    return (style.name or "").lower()


def _numbered(found: list[BaseStyle], ids: dict[str, str]) -> dict[str, int]:
    by_id = {style.style_id: style for style in found if _kind(style) == "paragraph"}
    numbers = {ours: _numbering(by_id, ids[ours]) for ours in ids}
    return {ours: number for ours, number in numbers.items() if number}


def _numbering(by_id: dict[str, BaseStyle], style_id: str) -> int:
    seen: set[str] = set()
    while style_id in by_id and style_id not in seen:
        seen.add(style_id)
        style = by_id[style_id].element
        number = style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if number is not None:
            return int(value(number)) if value(number).isdigit() else 0
        style_id = value(style.find(w("basedOn")))
    return 0
