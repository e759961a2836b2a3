"""A dossier as plain JSON: read in any version, mended, checked; written in one way only."""

import hashlib
import json
import re
from collections.abc import Container, Iterator
from decimal import Decimal
from typing import Any, NoReturn

from pydantic import BaseModel, ValidationError

from cerwizard.dossier import characters, collector, paths, places, row_ids
from cerwizard.dossier.dossier import SCHEMA_VERSION, Dossier
from cerwizard.errors import UnreadableFileError
from cerwizard.store import migrations

_Trail = tuple[str | int, ...]
_LONGEST_ID = 64
_LONGEST_QUOTE = 40
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")  # perhaps half a character: no file can hold one
_ANOTHER = "Mend it in the file, or open an earlier copy."


def dump(dossier: Dossier) -> bytes:
    """Return the readable JSON of a dossier; what is not answered is left out."""
    body = dossier.model_dump_json(indent=1, exclude_defaults=True)
    first = f'{{\n "schema_version": {SCHEMA_VERSION}'
    rest = body.removeprefix("{").removesuffix("}").rstrip()
    return f"{first}{',' if rest else ''}{rest}\n}}\n".encode()


def parse(data: bytes) -> tuple[Dossier, tuple[str, ...]]:
    """Return the dossier in `data` and remarks on what was mended.

    Raises UnreadableFileError, or NewerFileError, with a sentence about the content.
    """
    with collector.at_rest():
        plain = migrations.climb(_plain(data))
        remarks = tuple(_mend(plain, Dossier, ()))
        try:
            return Dossier.model_validate(plain), remarks
        except ValidationError as error:
            _refuse(error)


def _plain(data: bytes) -> dict[str, Any]:
    try:
        # Digits stay as they were typed: 0.50 is not 0.5.
        plain = json.loads(data, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableFileError(f"It is not whole or not JSON{where}. {_ANOTHER}") from error
    if _HALF.search(data):
        plain = _whole(plain)
    if not isinstance(plain, dict):
        raise UnreadableFileError(
            "It is JSON, but not a dossier; open a file that CER Wizard has saved."
        )
    return plain


def _whole(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {characters.whole(name): _whole(value) for name, value in plain.items()}
    if isinstance(plain, list):
        return [_whole(value) for value in plain]
    return characters.whole(plain)


def _refuse(error: ValidationError) -> NoReturn:
    first = error.errors(include_url=False)[0]
    spot = _shown(places.spot(Dossier, first["loc"]))
    more = f" (and in {error.error_count() - 1} more places)" if error.error_count() > 1 else ""
    if first["type"] == "extra_forbidden":
        said = f"“{spot}” is not known to this program{more}."
    else:
        quote = _shown(str(first["input"])[:_LONGEST_QUOTE])
        said = f"“{spot}” cannot hold “{quote}”{more}."
    raise UnreadableFileError(f"{said} {_ANOTHER}") from error


def _shown(text: str) -> str:
    """Return text from a file as it can stand in one line of a sentence."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _mend(data: Any, kind: type[BaseModel], trail: _Trail) -> Iterator[str]:
    """Give every row an id of its own, in place; what is not a row is left for the check."""
    if not isinstance(data, dict):
        return
    for name, many in row_ids.branches(kind):
        below = paths.model_at(kind, name)
        held = data.get(name)
        if not many:
            yield from _mend(held, below, (*trail, name))
        elif isinstance(held, list):
            yield from _mend_list(held, below, (*trail, name))


def _mend_list(rows: list[Any], kind: type[BaseModel], trail: _Trail) -> Iterator[str]:
    taken = {row["id"] for row in rows if isinstance(row, dict) and _good(row.get("id"))}
    seen: set[str] = set()
    mended = 0
    for spot, row in enumerate(rows):
        if isinstance(row, dict):
            if not _good(row.get("id")) or row["id"] in seen:
                row["id"] = _id_for(repr((trail, spot)), taken)
                taken.add(row["id"])
                mended += 1
            seen.add(row["id"])
            yield from _mend(row, kind, (*trail, spot))
    if mended:
        where = places.spot(Dossier, trail)
        yield f"In “{where}”, rows without an id of their own got one: {mended}."


def _good(found: object) -> bool:
    if not isinstance(found, str) or not 0 < len(found) <= _LONGEST_ID:
        return False
    return found.isprintable() and not set(found) & set("[].*")


def _id_for(spot: str, taken: Container[str]) -> str:
    """Return an id that is the same whenever the same file is read."""
    attempt = 0
    while (found := _letters(f"{spot}/{attempt}")) in taken:
        attempt += 1
    return found


def _letters(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "replace")).digest()
    count = len(row_ids.LETTERS)
    return "".join(row_ids.LETTERS[byte % count] for byte in digest[: row_ids.LENGTH])
