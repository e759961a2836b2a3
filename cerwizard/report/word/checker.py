"""Checks a Word file for the faults over which Word would offer to repair it."""

import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from cerwizard.report.beat import Beat, quiet
from cerwizard.report.word import anchors, custom
from cerwizard.report.word.anchors import BOOKMARK, TAG
from cerwizard.report.word.manifest import SPACE
from cerwizard.report.word.marks import walked
from cerwizard.report.word.package import (
    TYPES_PART,
    BadPackageError,
    Package,
    relations_of,
    resolved,
)
from cerwizard.report.word.parts import Part
from cerwizard.report.word.scan import scanned
from cerwizard.report.word.xml import W_SPACE, Element, value, w


def check_file(path: Path) -> list[str]:
    """Return the faults of the file at `path`, each a half sentence; none if it is sound."""
    try:
        with zipfile.ZipFile(path) as source:
            names = source.namelist()
            package = Package({name: source.read(name) for name in names})
    except (OSError, zipfile.BadZipFile) as error:
        return [f"the file cannot be read: {error}"]
    twice = [f"{name} stands twice in the package" for name in duplicates(names)]
    return twice + check(package)


def check(package: Package, beat: Beat = quiet) -> list[str]:
    """Return the faults of a package, each a half sentence; none if it is sound.

    `beat` is called often; what it raises ends the work.
    """
    faults: list[str] = []
    try:
        for fault in _faults(package, beat):
            faults.append(fault)
            beat()
    except BadPackageError as error:
        faults.append(str(error))
    return faults


def _faults(package: Package, beat: Beat) -> Iterator[str]:
    parts = {part.name: part for part in _read(package, beat)}
    yield from _types(package)
    yield from _relations(package)
    for part in parts.values():
        beat()
        yield from part.faults()
        yield from _references(package, part)
    yield from _controls(parts.values())
    yield from _bindings(package, parts.values())
    main = package.main()
    if main not in parts:
        raise BadPackageError("its text is not in the usual form of a .docx file")
    yield from _uses(package, parts[main])
    yield from _anchors(package, parts[main])


def _read(package: Package, beat: Beat) -> Iterator[Part]:
    """Yield the parts in WordprocessingML; BadPackageError if any part is not well-formed."""
    for name in package.parts:
        if not name.endswith((".xml", ".rels")):
            continue
        beat()
        found = scanned(package.parts[name], beat)
        if found is None and name.endswith(".rels"):
            package.tree(name, beat)
        elif found is None and etree.QName(package.tree(name, beat)).namespace == W_SPACE:
            found = walked(package.tree(name))
        if found is not None:
            yield Part(name, found)


def _types(package: Package) -> Iterator[str]:
    kinds = package.content_types()
    for name in package.parts:
        known = name in kinds or f".{name.rpartition('.')[2].lower()}" in kinds
        if not known and name != TYPES_PART and not name.endswith("/"):
            yield f"{name} has no content type"
    for name in kinds:
        if not name.startswith(".") and name not in package.parts:
            yield f"{name} has a content type and is not there"


def _relations(package: Package) -> Iterator[str]:
    for name in package.parts:
        if not name.endswith(".rels"):
            continue
        owner = _owner(name)
        relations = list(package.tree(name))
        yield from (
            f"{name}: relationship {twice} stands twice"
            for twice in duplicates(r.get("Id", "") for r in relations)
        )
        for relation in relations:
            target = relation.get("Target", "").partition("#")[0]
            inside = relation.get("TargetMode") != "External" and target
            if inside and resolved(owner, target) not in package.parts:
                yield f"{name}: {target} is not in the package"


def _owner(relations: str) -> str:
    folder, _, name = relations.rpartition("_rels/")
    return folder + name.removesuffix(".rels")


def _references(package: Package, part: Part) -> Iterator[str]:
    relations = relations_of(part.name)
    known = {r.get("Id") for r in package.tree(relations)} if relations in package.parts else set()
    for used in part.marks.related:
        if used and used not in known:
            yield f"{part.name}: relationship {used} is not there"


def _controls(parts: Iterable[Part]) -> Iterator[str]:
    ids = [control for part in parts for control in part.marks.controls]
    yield from (f"content control {twice} stands twice" for twice in duplicates(ids))
    for control in ids:
        if not control.lstrip("-").isdigit() or not -(2**31) <= int(control) < 2**31:
            yield f"content control {control} has no 32-bit id"


def _uses(package: Package, part: Part) -> Iterator[str]:
    """Yield styles and numberings that are used and not defined."""
    styles = _defined(package, package.related(part.name, "styles"), "style", "styleId")
    numbers = _defined(package, package.related(part.name, "numbering"), "num", "numId") | {"0"}
    for style in sorted(part.marks.styles - styles):
        yield f"{part.name}: style {style} is not defined"
    for number in sorted(part.marks.numbers - numbers):
        yield f"{part.name}: numbering {number} is not defined"


def _defined(package: Package, part: str | None, tag: str, name: str) -> set[str]:
    if part is None:
        return set()
    return {value(element, name) for element in package.tree(part).iter(w(tag))}


def _bindings(package: Package, parts: Iterable[Part]) -> Iterator[str]:
    stores = custom.stores(package)
    for part in parts:
        for store in map(str.upper, part.marks.stores):
            if store and store not in stores:
                yield f"{part.name}: the data store {store} is not there"


def _anchors(package: Package, part: Part) -> Iterator[str]:
    """Yield differences between the anchors in the text and the manifest."""
    manifest = custom.ours(package)
    if manifest is None:
        return
    name = manifest.get("name", "")
    marks = {mark for _, mark in part.marks.starts if mark.startswith(BOOKMARK)}
    yield from _differences(marks, _bookmarks(manifest), "bookmark")
    tags = {tag for tag in part.marks.tags if tag.startswith((f"{TAG}{name}/", f"{TAG}#"))}
    yield from _differences(tags, _tags(manifest), "tag")


def _bookmarks(manifest: Element) -> set[str]:
    entries = manifest.iter(f"{{{SPACE}}}b", f"{{{SPACE}}}r")
    return {BOOKMARK + entry.get("k", "") for entry in entries}


def _tags(manifest: Element) -> set[str]:
    blocks = manifest.iter(f"{{{SPACE}}}b")
    return {anchors.tag(b.get("i", "")) for b in blocks if b.get("t") != "break"}


def _differences(there: set[str], noted: set[str], kind: str) -> Iterator[str]:
    yield from (f"the {kind} {name} is not in the manifest" for name in sorted(there - noted))
    yield from (f"the {kind} {name} has gone from the text" for name in sorted(noted - there))


def duplicates(names: Iterable[str]) -> list[str]:
    """Return what is there more than once, sorted."""
    return sorted(name for name, times in Counter(names).items() if times > 1)
