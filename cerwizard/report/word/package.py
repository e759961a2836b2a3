"""Holds the parts of a Word file: opened with care, written the same way every time."""

import os
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from lxml import etree

from cerwizard.report.beat import Beat, quiet
from cerwizard.report.word.xml import DECLARATION, Element, parse, serialised

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES_PART = "[Content_Types].xml"
LEVEL = 3  # half the time of the usual 6, for a file a quarter larger
_AT_ONCE = 1 << 20
_MOST_PARTS = 5000
_MOST_BYTES = 400 * 2**20
_MOST_TIMES = 250  # no honest part is packed tighter; a zip bomb is
_SMALL = 64 * 2**20
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class BadPackageError(Exception):
    """A file is no package, or may not be opened; the text says why, in half a sentence."""


@dataclass(slots=True)
class Package:
    """The parts of an Open Packaging file by name; XML is parsed when it is asked for."""

    parts: dict[str, bytes]
    _trees: dict[str, Element] = field(default_factory=dict)

    def tree(self, name: str, beat: Beat = quiet) -> Element:
        """Return the root of an XML part; BadPackageError if it is not well-formed.

        `beat` is called often while a long one is read; what it raises ends the work.
        """
        if name not in self._trees:
            try:
                self._trees[name] = parse(self.parts[name], beat)
            except (etree.XMLSyntaxError, KeyError) as error:
                raise BadPackageError(f"its part {name} cannot be read") from error
        return self._trees[name]

    def put(self, name: str, data: bytes) -> None:
        """Add or replace a part."""
        self.parts[name] = data
        self._trees.pop(name, None)

    def put_tree(self, name: str, root: Element) -> None:
        """Replace a part by a tree."""
        self.parts[name] = serialised(root)
        self._trees[name] = root

    def main(self) -> str:
        """Return the name of the main document part; BadPackageError if there is none."""
        target = self.related("", "officeDocument")
        if target is None or target not in self.parts:
            raise BadPackageError("it is not a Word document")
        return target

    def related(self, owner: str, kind: str) -> str | None:
        """Return the part to which `owner` has a relationship of the last name `kind`."""
        return next(iter(self.all_related(owner, kind)), None)

    def all_related(self, owner: str, kind: str) -> list[str]:
        """Return the parts to which `owner` has relationships of the last name `kind`."""
        name = relations_of(owner)
        if name not in self.parts:
            return []
        return [
            resolved(owner, relation.get("Target", ""))
            for relation in self.tree(name)
            if relation.get("Type", "").rpartition("/")[2] == kind
            and relation.get("TargetMode") != "External"
        ]

    def relate(self, owner: str, kind: str, target: str) -> str:
        """Add a relationship from `owner` to the part `target` and return its id."""
        name = relations_of(owner)
        root = self.tree(name) if name in self.parts else parse(_NO_RELATIONS)
        taken = {relation.get("Id") for relation in root}
        new = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        near = posixpath.relpath(target, posixpath.dirname(owner) or ".")
        attributes = {"Id": new, "Type": kind, "Target": near}
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", attributes)
        self.put_tree(name, root)
        return new

    def declare(self, name: str, content_type: str) -> None:
        """Give the part `name` a content type of its own."""
        root = self.tree(TYPES_PART)
        for override in root.findall(f"{{{_TYPES}}}Override"):
            if override.get("PartName") == f"/{name}":
                root.remove(override)
        attributes = {"PartName": f"/{name}", "ContentType": content_type}
        etree.SubElement(root, f"{{{_TYPES}}}Override", attributes)
        self.put_tree(TYPES_PART, root)

    def content_types(self) -> dict[str, str]:
        """Return the declared content types by part name; `.xml` stands for an extension."""
        found = {}
        for entry in self.tree(TYPES_PART).iter(f"{{{_TYPES}}}*"):
            name = entry.get("PartName", "").lstrip("/") or f".{entry.get('Extension', '')}"
            found[name] = entry.get("ContentType", "")
        return found


_NO_RELATIONS = f'{DECLARATION}<Relationships xmlns="{_RELATIONS}"/>'.encode()


def relations_of(owner: str) -> str:
    """Return the name of the relationships part of the part `owner`; `""` is the package."""
    path = PurePosixPath(owner)
    return str(path.parent / "_rels" / f"{path.name}.rels") if owner else "_rels/.rels"


def resolved(owner: str, target: str) -> str:
    """Return the part name that `target`, in a relationship of `owner`, stands for."""
    start = PurePosixPath("/") if target.startswith("/") else PurePosixPath("/" + owner).parent
    path: list[str] = []
    for step in (start / target.lstrip("/")).parts[1:]:
        if step == "..":
            path[-1:] = []
        elif step != ".":
            path.append(step)
    return "/".join(path)


def read(path: Path) -> Package:
    """Return the parts of the file at `path`.

    BadPackageError says in half a sentence why a file is refused; OSError is left to the caller.
    """
    with path.open("rb") as stream:
        start = stream.read(8)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise BadPackageError("it is protected by a password, or an old .doc file")
    try:
        with zipfile.ZipFile(path) as source:
            _check_entries(source.infolist())
            return Package({entry.filename: source.read(entry) for entry in source.infolist()})
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError) as error:
        raise BadPackageError("it is not a Word file, or it is damaged") from error
    except (EOFError, ValueError) as error:
        raise BadPackageError("it is damaged") from error


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names):
        raise BadPackageError("it holds two parts of the same name")
    if any(entry.flag_bits & 1 for entry in entries):
        raise BadPackageError("it is protected by a password")
    if any(name.startswith("/") or ".." in name.split("/") for name in names):
        raise BadPackageError("it holds a part that would leave the file")
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise BadPackageError("it is too large")
    if any(_is_bomb(entry) for entry in entries):
        raise BadPackageError("it unpacks to far more than it should")


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > _SMALL and entry.file_size > _MOST_TIMES * entry.compress_size


def save(parts: Mapping[str, bytes], path: Path, date: str, beat: Beat = quiet) -> None:
    """Write the parts to `path`, the same bytes for the same parts and date, down to the disk."""
    with path.open("xb") as stream:
        write(parts, stream, date, beat)
        stream.flush()
        os.fsync(stream.fileno())


def write(
    parts: Mapping[str, bytes], stream: IO[bytes], date: str = "", beat: Beat = quiet
) -> None:
    """Write the parts as a zip into `stream`, in an order that depends on nothing else.

    `beat` is called often; what it raises ends the work.
    """
    names = sorted(parts, key=lambda name: (name != TYPES_PART, name != "_rels/.rels", name))
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            entry, data = _entry(name, date), parts[name]
            entry.file_size = len(data)  # a large one is announced as such
            with package.open(entry, "w") as part:
                for chunk in chunks(data):
                    beat()
                    part.write(chunk)


def chunks(data: bytes) -> Iterator[memoryview]:
    """Yield the bytes of a part in pieces that take no time worth mentioning."""
    view = memoryview(data)
    yield from (view[at : at + _AT_ONCE] for at in range(0, len(data), _AT_ONCE))


def _entry(name: str, date: str) -> zipfile.ZipInfo:
    found = _DATE.fullmatch(date)
    year, month, day = (int(part or 1) for part in found.groups()) if found else (1980, 1, 1)
    entry = zipfile.ZipInfo(name, (min(max(year, 1980), 2107), month, day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    # An entry of its own forgets the level of the whole, and only one in one piece is asked for it.
    entry._compresslevel = LEVEL  # type: ignore[attr-defined]  # noqa: SLF001
    entry.create_system = 0  # the same on every machine
    return entry
