"""The list of abbreviations, made from those given and those that the text uses."""

import re
from collections.abc import Iterable, Iterator

from cerwizard.law import codes
from cerwizard.report.blocks import Block, Para, Provenance, Span, Spans, Table, TableRow
from cerwizard.report.mention import safe
from cerwizard.report.quoting import Value
from cerwizard.report.view import Sight

# The sign between short and long form: the surest first, since “Nd:YAG” holds another.
_GIVEN = tuple(
    re.compile(rf"\s*(.+?)\s*{sign}\s*(.+)", re.DOTALL) for sign in ("=", "\t", " [–-] ", ":")
)
_WORD = re.compile(r"\w(?:[\w-]*\w)?")
_WIDTHS = (18, 82)


def abbreviations(sight: Sight, table_id: str, used: Iterable[str]) -> list[Block]:
    """Return the table of abbreviations, or nothing if there are none; `used` are words in use.

    What the writer has given stands in it whether used or not, and instead of our own words.
    """
    lines = dict(_own(used)) | dict(_given(sight.root.release.abbreviations))
    body = tuple(
        TableRow(f"{table_id}/{safe(short)}", cells)
        for short, cells in sorted(lines.items(), key=lambda line: (line[0].casefold(), line[0]))
    )
    if not body:
        return []
    heading = Para(f"{table_id}-heading", (Span("Abbreviations"),), "front-heading")
    return [heading, Table(table_id, (), (), body, _WIDTHS, style="facts")]


def _given(lines: Iterable[Value]) -> Iterator[tuple[str, tuple[Spans, ...]]]:
    for line in lines:
        found = next((m for sign in _GIVEN if (m := sign.fullmatch(line))), None)
        short, long = found.groups() if found else (str(line).strip(), "")
        cells = tuple((Span(text, line.source, Provenance.GIVEN),) for text in (short, long))
        yield short, cells


def _own(used: Iterable[str]) -> Iterator[tuple[str, tuple[Spans, ...]]]:
    known = codes.acronyms()
    words = {word for text in used for word in _WORD.findall(text)}
    for word in words & known.keys():
        yield word, ((Span(word),), (Span(known[word]),))
