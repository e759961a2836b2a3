"""Checks one part of a Word file: bookmarks, fields, cells, links inside it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cerwizard.report.word.marks import Marks

_NAME = re.compile(r"(?!\d)\w{1,40}")
_LINK = re.compile(r"\s*(?:PAGEREF|REF)\s+(\S+)")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a Word file by its name in the package, with what stands in it."""

    name: str
    marks: Marks

    def faults(self) -> Iterator[str]:
        """Yield the faults that can be seen in this part alone, each a half sentence."""
        names = {name for _, name in self.marks.starts}
        for fault in (*self._bookmarks(), *self._fields(), *self._links(names)):
            yield f"{self.name}: {fault}"
        if self.marks.bad_cells:
            yield f"{self.name}: {self.marks.bad_cells} table cells do not end with a paragraph"

    def _bookmarks(self) -> Iterator[str]:
        ids = [one for one, _ in self.marks.starts]
        names = [name for _, name in self.marks.starts]
        ends = self.marks.ends
        yield from (f"bookmark id {one} stands twice" for one in _twice(ids))
        yield from (f"bookmark {one} ends twice" for one in _twice(ends))
        yield from (f"bookmark {one} has no end" for one in sorted(set(ids) - set(ends)))
        yield from (f"bookmark {one} has no start" for one in sorted(set(ends) - set(ids)))
        yield from (f"bookmark name {one} stands twice" for one in _twice(names))
        bad = (name for name in names if not _NAME.fullmatch(name))
        yield from (f"bookmark name {one} is not allowed" for one in bad)

    def _fields(self) -> Iterator[str]:
        depth = 0
        for kind, shows in self.marks.fields:
            if kind == "begin":
                depth += 1
            elif not depth:
                yield f"a field has a {kind} and no begin"
            elif kind != "separate":
                depth -= 1
                if not shows:
                    yield "a field has no result"
        yield from ("a field has no end" for _ in range(depth))
        for instruction, shows in self.marks.simple:
            if not shows:
                yield f"the field “{instruction.strip()}” has no result"

    def _links(self, names: set[str]) -> Iterator[str]:
        for anchor in self.marks.links:
            if anchor and anchor not in names:
                yield f"a link leads to the bookmark {anchor}, which is not there"
        for instruction in self.marks.instructions:
            found = _LINK.match(instruction)
            if found and found[1] not in names:
                yield f"a reference leads to the bookmark {found[1]}, which is not there"


def _twice(values: list[str]) -> list[str]:
    return sorted(one for one, times in Counter(values).items() if times > 1)
