"""What is expected at each step of the wizard, and what notified bodies usually fault there."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cerwizard import assets
from cerwizard.errors import BadClauseError

_HEADINGS = ("What is expected", "Why", "What notified bodies usually fault", "Example")
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_POINT = re.compile(r"(?P<text>.*\S) +\[(?P<ids>[^\[\]]+)\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Point:
    """A point in plain words, with the ids of the clauses on which it rests."""

    text: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guidance:
    """The guidance for one step; its texts are plain, paragraphs parted by an empty line."""

    step: str
    expected: tuple[Point, ...]
    why: str
    faults: tuple[Point, ...]
    example: str


def load(step: str, folder: Path | None = None) -> Guidance:
    """Return the guidance for one step.

    Raises:
        BadClauseError: there is none for this step, or its file has not the agreed shape.
    """
    return _load((folder or assets.resources("guidance")) / f"{step}.md")


def steps(folder: Path | None = None) -> tuple[str, ...]:
    """Return the steps for which there is guidance, by name."""
    return tuple(
        sorted(path.stem for path in (folder or assets.resources("guidance")).glob("*.md"))
    )


@cache
def _load(path: Path) -> Guidance:
    expected, why, faults, example = _parts(path)
    return Guidance(
        step=path.stem,
        expected=_points(path, expected),
        why=_flowing(why),
        faults=_points(path, faults),
        example=_flowing(example),
    )


def _parts(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadClauseError(f"There is no guidance for the step {path.stem}.") from error
    before, *rest = _HEADING.split(text)
    headings, parts = tuple(rest[0::2]), rest[1::2]
    if before.strip() or headings != _HEADINGS:
        wanted = ", ".join(f"“{heading}”" for heading in _HEADINGS)
        raise BadClauseError(f"The guidance {path.name} must have the headings {wanted}, in order.")
    return parts


def _points(path: Path, part: str) -> tuple[Point, ...]:
    before, *bullets = re.split(r"^- ", part, flags=re.MULTILINE)
    if before.strip() or not bullets:
        raise BadClauseError(f"The guidance {path.name} must give its points as lines with “- ”.")
    return tuple(_point(path, _flowing(bullet)) for bullet in bullets)


def _point(path: Path, bullet: str) -> Point:
    found = _POINT.fullmatch(bullet)
    if not found:
        raise BadClauseError(
            f"In the guidance {path.name} the point “{bullet[:60]}” does not end with its clauses, "
            "such as [MDR:61.1]."
        )
    return Point(found["text"], tuple(name.strip() for name in found["ids"].split(",")))


def _flowing(text: str) -> str:
    """Return `text` with the line breaks inside its paragraphs taken out."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
