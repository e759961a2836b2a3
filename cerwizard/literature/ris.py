"""Reads RIS, the exchange format that every reference manager and database writes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import rispy

from cerwizard import files
from cerwizard.errors import UnreadableFileError
from cerwizard.literature import encodings, ris_fields, ris_lines
from cerwizard.literature.batch import Batch, Record, Refused
from cerwizard.literature.ris_lines import Piece

_MOST = 512 << 20
_PARSER = rispy.RisParser()
Outcome = Record | Refused


def read(path: Path) -> Batch:
    """Read a file of references; an empty one gives an empty batch.

    Raises UnreadableFileError if it can't be read or holds nothing that looks like RIS.
    """
    with files.opened(path) as file:
        try:
            data = file.read(_MOST + 1)
        except OSError as error:
            raise files.unreadable(path, error) from error
    if len(data) > _MOST:
        raise UnreadableFileError(f"“{path.name}” is too large; export it in parts.")
    text, encoding = encodings.decode(data)
    found = list(ris_lines.pieces(text))
    if text.strip() and not any(piece.begun or piece.ended for piece in found):
        raise UnreadableFileError(f"“{path.name}” is not a RIS file: no line of it begins with TY.")
    return _batch(found, encoding)


def _batch(found: list[Piece], encoding: str) -> Batch:
    outcomes = [_outcome(piece) for piece in found if piece.begun or piece.ended]
    return Batch(
        records=tuple(o for o in outcomes if isinstance(o, Record)),
        refused=tuple(o for o in outcomes if isinstance(o, Refused)),
        format="RIS",
        encoding=encoding,
        remarks=tuple(_remarks(found)),
    )


def _remarks(found: list[Piece]) -> Iterator[Refused]:
    for piece in found:
        if piece.begun and not piece.ended:
            yield Refused(f"line {piece.at}", "The record has no end (ER); it may be cut off.")
        elif not piece.begun and not piece.ended:
            yield Refused(f"line {piece.at}", "What stands outside of any record was left out.")


def _outcome(piece: Piece) -> Outcome:
    at = f"line {piece.at}"
    if not piece.begun:
        return Refused(at, "The record does not begin with its type (TY).")
    (tags,) = _PARSER.parse_lines(iter([*piece.lines, "ER  - "]))
    reference = ris_fields.reference(_plain(tags))
    if not (reference.title or reference.doi or reference.pmid):
        return Refused(at, "The record has neither a title nor a DOI nor a PubMed number.")
    return Record(at, reference)


def _plain(tags: dict[str, Any]) -> ris_fields.Tags:
    """Return every tag's values as a list of texts; unknown tags go by their two letters."""
    unknown: dict[str, list[str]] = tags.pop("unknown_tag", {})
    named = {name: value if isinstance(value, list) else [value] for name, value in tags.items()}
    return {**unknown, **named}
