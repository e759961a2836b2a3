"""The pages of the manual and their headings, as the index of the manual orders them."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cerwizard import assets

INDEX, STEPS = "index.md", "steps.md"
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([\w-]+\.md)(?:#[^)]*)?\)")


@dataclass(frozen=True, slots=True)
class ManualPage:
    """A file of the manual: its name, its title, the headings below the title."""

    name: str
    title: str
    headings: tuple[str, ...]


def folder() -> Path:
    """Return where the manual lies."""
    return assets.resources("manual")


@cache
def pages() -> tuple[ManualPage, ...]:
    """Return the index and the pages to which it links, in its order."""
    linked = dict.fromkeys(_LINK.findall(_text(INDEX)))
    return tuple(_page(name) for name in (INDEX, *linked))


def place_of(title: str) -> tuple[str, str]:
    """Return page and heading for a step by its title; the index where the manual has none."""
    steps = next((page for page in pages() if page.name == STEPS), None)
    return (STEPS, title) if steps and title in steps.headings else (INDEX, "")


def slug(heading: str) -> str:
    """Return the name by which links call a heading: “Using a pack” is “using-a-pack”."""
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", heading.lower()).strip())


def _page(name: str) -> ManualPage:
    lines = _text(name).splitlines()
    titles = [line[2:].strip() for line in lines if line.startswith("# ")]
    headings = [line[3:].strip() for line in lines if line.startswith("## ")]
    return ManualPage(name, titles[0] if titles else name, tuple(headings))


def _text(name: str) -> str:
    return (folder() / name).read_text(encoding="utf-8")
