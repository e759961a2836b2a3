"""Appraisal tools: which items they ask, on which scales, and what follows from the answers."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from cerwizard import assets
from cerwizard.errors import BadClauseError
from cerwizard.law.clauses import Mark
from cerwizard.law.toml_file import Entry, only_once, read

_NOT_A_WORD = re.compile(r"[\W_]+")


class Total(StrEnum):
    """How the items of a tool make up its overall judgement."""

    SUM = "sum"
    WORST = "worst"
    FLAWS = "flaws"
    NONE = "none"  # the tool forbids a score


class Better(StrEnum):
    """Which way a number is better; NEITHER where the tool has no numbers."""

    LOWER = "lower"
    HIGHER = "higher"
    NEITHER = ""


class Item(Entry):
    """One question of a tool; `scale` names the answers."""

    code: str
    group: str
    label: str
    scale: str


class Tool(Entry):
    """An appraisal tool; `designs` are kinds of evidence, none named means all."""

    id: str
    name: str
    version: str
    designs: tuple[str, ...]
    total: Total
    better: Better
    overall: str
    mark: Mark
    clause: str
    scales: dict[str, tuple[tuple[str, str], ...]]
    items: tuple[Item, ...]

    def answers(self, item: Item) -> tuple[tuple[str, str], ...]:
        """Return the codes and labels with which an item can be answered."""
        return self.scales[item.scale]

    def suits(self, kind: str) -> bool:
        """Say whether the tool is made for evidence of this kind."""
        return not self.designs or kind in self.designs


class _Tools(Entry):
    tool: tuple[Tool, ...]


def load(folder: Path | None = None) -> tuple[Tool, ...]:
    """Return the tools; BadClauseError if the file is not well-formed or a scale is missing."""
    return _load((folder or assets.resources("codes")) / "appraisal_tools.toml")


@lru_cache(maxsize=256)
def named(text: str) -> tuple[Tool, ...]:
    """Return the tools that a text names, whatever stands around their names."""
    plain = _plain(text)
    return tuple(tool for tool in load() if any(_plain(n) in plain for n in (tool.id, tool.name)))


def _plain(text: str) -> str:
    return _NOT_A_WORD.sub(" ", text).casefold()


@cache
def _load(path: Path) -> tuple[Tool, ...]:
    tools = read(path, _Tools).tool
    only_once(path, [tool.id for tool in tools])
    for name in _without_scale(tools):
        raise BadClauseError(f"The file {path.name} names no scale for the item {name}.")
    return tools


def _without_scale(tools: tuple[Tool, ...]) -> Iterator[str]:
    for tool in tools:
        for item in tool.items:
            if item.scale not in tool.scales:
                yield f"{item.code} of {tool.id}"
