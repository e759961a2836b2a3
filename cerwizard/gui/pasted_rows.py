"""Reads rows of a spreadsheet or a Word table from the clipboard into the fields of a list."""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Kind, Question, Row, questions, title
from cerwizard.gui.typed_editors import read_date, read_number, read_whole

# A cell in quotes may hold several lines; one that only begins with a quote is as it stands.
_CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^\t\n]*))([\t\n])')
_BETWEEN = ("\n", ";", ",")  # names of rows, tried in this order


@dataclass(frozen=True, slots=True)
class Pasted:
    """The values of each row by field, and a sentence on each cell that could not be taken."""

    rows: tuple[dict[str, Any], ...]
    left: tuple[str, ...]


def read_rows(
    text: str, row_type: type[Row], columns: Sequence[Question], dossier: BaseModel
) -> Pasted:
    """Return the rows in `text`, cells apart by tabs.

    A first line that holds the labels of questions says which column is which; without one the
    cells go into `columns`, from the left.
    """
    lines = [line for line in _cells(text) if any(line)]
    if not lines:
        return Pasted((), ())
    heads = _heads(lines[0], row_type)
    left = []
    if heads is None:
        heads = [*columns, *[None] * max(0, max(map(len, lines)) - len(columns))]
        left = _too_many(lines, len(columns))
    else:
        named = zip(lines.pop(0), heads, strict=True)
        left = [f"No question is called “{cell}”." for cell, head in named if cell and not head]
    rows, names = [], _Names(dossier)
    for number, line in enumerate(lines, 1):
        rows.append(_row(line, heads, number, names, left))
    return Pasted(tuple(rows), tuple(left))


def _cells(text: str) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    for quoted, bare, end in _CELL.findall(f"{plain}\n"):
        lines[-1].append((quoted.replace('""', '"') or bare).strip())
        if end == "\n":
            lines.append([])
    return lines


def _heads(line: list[str], row_type: type[Row]) -> list[Question | None] | None:
    """Return the questions that a line names, None where it names hardly any."""
    told = [q for q in questions(row_type) if q.kind is not Kind.ROWS]
    names = {q.name.replace("_", " "): q for q in told}  # for “Harm”, which asks for a risk
    asked = names | {q.ask.label.casefold(): q for q in told}
    found = [asked.get(cell.casefold()) for cell in line]
    named = sum(head is not None for head in found)
    return found if named and 2 * named >= sum(bool(cell) for cell in line) else None


def _too_many(lines: list[list[str]], room: int) -> list[str]:
    widest = max(map(len, lines))
    if widest <= room:
        return []
    return [
        f"The rows have {widest} cells, and only the first {room} were taken: copy the headings "
        "too, worded as the questions are."
    ]


def _row(
    line: list[str],
    heads: Sequence[Question | None],
    number: int,
    names: "_Names",
    left: list[str],
) -> dict[str, Any]:
    values = {}
    for cell, head in zip(line, heads, strict=False):
        if not cell or head is None:
            continue
        try:
            values[head.name] = _value(cell, head, names)
        except ValueError as fault:
            left.append(f"Row {number}, {head.ask.label}: {fault}")
    return values


def _value(cell: str, asked: Question, names: "_Names") -> Any:
    if asked.kind not in (Kind.REF, Kind.REFS):
        return _READ[asked.kind](cell, asked)
    found = names.ids(cell, asked.item.target)
    if asked.kind is Kind.REFS:
        return found
    if len(found) > 1:
        raise ValueError(f"“{cell}” names several rows, and there can be only one.")
    return found[0]


def _choice(cell: str, asked: Question) -> Any:
    for member in asked.item:
        if member != "" and cell.casefold() in (member.label.casefold(), str(member.value)):
            return member
    raise ValueError(f"“{cell}” is none of the answers.")


def _choices(cell: str, asked: Question) -> Any:
    return tuple(_choice(part, asked) for part in _parts(cell, ";\n"))


class _Names(dict[str, dict[str, str]]):
    """The ids of the rows of a list by what they are called, gathered when they are asked for."""

    def __init__(self, dossier: BaseModel) -> None:
        self._dossier = dossier

    def __missing__(self, target: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for row in paths.get(self._dossier, target):
            for name in (title(row), str(getattr(row, row.TITLE[0], ""))):
                found.setdefault(name.casefold(), row.id)
        self[target] = found
        return found

    def ids(self, cell: str, target: str) -> tuple[str, ...]:
        """Return the rows that a cell names; ValueError with a sentence for the first unknown."""
        known, found = self[target], []
        for name in _apart(cell, known, _BETWEEN) or [cell]:
            if name.casefold() not in known:
                raise ValueError(f"“{name}” is not in the list from which one chooses.")
            found.append(known[name.casefold()])
        return tuple(dict.fromkeys(found))


def _apart(cell: str, known: Container[str], marks: Sequence[str]) -> list[str]:
    """Return the names in a cell; a name may hold a mark itself, as “Smith, 2020” does."""
    if not marks or cell.casefold() in known:
        return [cell]
    return [name for part in _parts(cell, marks[0]) for name in _apart(part, known, marks[1:])]


def _parts(cell: str, marks: str) -> list[str]:
    parts = re.split(f"[{marks}]", cell)
    return [part.strip() for part in parts if part.strip()]


def _number(cell: str, _: Question) -> Any:
    return read_number(cell.rstrip("% "))


_READ: dict[Kind, Callable[[str, Question], Any]] = {
    Kind.LINE: lambda cell, _: " ".join(cell.split()),
    Kind.PROSE: lambda cell, _: cell,
    Kind.LINES: lambda cell, _: tuple(_parts(cell, ";\n")),
    Kind.NUMBER: _number,
    Kind.WHOLE: lambda cell, _: read_whole(cell),
    Kind.DATE: lambda cell, _: read_date(cell),
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
}
