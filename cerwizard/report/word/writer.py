"""Writes a document as a Word file: whole and sound, or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cerwizard.dossier.collector import at_rest
from cerwizard.errors import CannotWriteError
from cerwizard.report.beat import Beat, quiet
from cerwizard.report.blocks import Document, PageBreak, is_open
from cerwizard.report.numbers import numbers
from cerwizard.report.word import (
    checker,
    custom,
    margins,
    place,
    previous,
    properties,
    reader,
    variables,
)
from cerwizard.report.word import house as houses
from cerwizard.report.word.anchors import Counter
from cerwizard.report.word.body import body, is_cover
from cerwizard.report.word.frames import frames
from cerwizard.report.word.house import House
from cerwizard.report.word.language import put_language
from cerwizard.report.word.looks import looks
from cerwizard.report.word.numbering import Numbering, put_numbering
from cerwizard.report.word.pages import estimated
from cerwizard.report.word.running import taken
from cerwizard.report.word.runs import Runs
from cerwizard.report.word.sections import Sections
from cerwizard.report.word.setting import Setting, referred, targets
from cerwizard.report.word.xml import DECLARATION, highest, value, w

_APPEARANCE = '<w15:appearance w15:val="hidden"/>'


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the number of blocks, of those with open places, and what to know."""

    path: Path
    blocks: int
    open: int
    warnings: tuple[str, ...]


def write(
    document: Document,
    target: Path,
    house: Path | None = None,
    pages: Mapping[str, int] | None = None,
    ready: Beat = quiet,
    beat: Beat = quiet,
) -> Written:
    """Write `document` to `target` on the template `house`, by default our own.

    `pages` are page numbers by block id for the contents; without them they are estimated, and
    Word is asked to count for itself. A file at `target` is replaced only if it is an earlier
    version of the same report in which nobody has worked. `ready` is called when all is written
    aside, `beat` all the while; if one of them raises, nothing is put in place.

    Raises BadTemplateError, ForeignReportError, ChangedOnDiskError, CannotWriteError.
    """
    previous.refuse(target, document.name, beat)
    with at_rest():
        opened = houses.opened(house)
        document = _with_one_cover(document, _filled(opened, document))
        setting = _fill(opened, document, pages or {}, beat)
        _insist_on_sound(opened, house, beat)
        place.put(opened.package.parts, target, document.properties.date, ready, beat)
    warnings = (*opened.styles.warnings, *dict.fromkeys(setting.runs.warnings))
    return Written(target, len(document.blocks), sum(map(is_open, document.blocks)), warnings)


def _filled(opened: House, document: Document) -> frozenset[str]:
    texts = {
        name.removeprefix("Document ").lower(): text
        for name, text in properties.named(document).items()
    }
    return houses.fill(opened, {**texts, "title": document.title})


def _with_one_cover(document: Document, filled: frozenset[str]) -> Document:
    """Return the document without its cover if the template has one with our title on it."""
    if "title" not in filled:
        return document
    blocks = list(document.blocks)
    while blocks and is_cover(blocks[0]):
        del blocks[0]
    if blocks and isinstance(blocks[0], PageBreak):
        del blocks[0]
    return replace(document, blocks=tuple(blocks))


def _fill(opened: House, document: Document, pages: Mapping[str, int], beat: Beat) -> Setting:
    """Write the body and everything that goes with it into the package."""
    package_, main = opened.package, opened.main
    sections = Sections(opened.section, document.blocks)
    words = reader.read(opened.root, opened.styles.names, {})
    setting = _setting(opened, document, pages)
    setting.beat = beat
    if not pages and not any(words.outside):  # else the template has pages of its own
        setting.pages = _estimated(opened, document, sections, beat)
    text = body(document, setting, sections)
    setting.manifest.settle(beat)
    opened.section.getparent().replace(opened.section, sections.end())
    before, after = opened.around()
    package_.put(main, b"".join(((DECLARATION + before).encode(), text, after.encode())))
    put_numbering(package_, main, setting.numbering)
    put_language(package_, main, document.language)
    properties.put(package_, document)
    margins.put(package_, properties.named(document), document.title)
    outside = reader.outside_hash(words.outside, margins.texts(package_))
    generation = document.properties.generation
    part = setting.manifest.part(document.name, generation, outside, words.extras)
    custom.put(package_, part)
    variables.put(package_, setting.manifest.variables)
    return setting


def _estimated(opened: House, document: Document, sections: Sections, beat: Beat) -> dict[str, int]:
    part = opened.package.related(opened.main, "styles")
    if not part:
        return {}
    root, styles = opened.package.tree(part), opened.styles
    measured = looks(root, styles), frames(root, styles)
    return estimated(sections.turns(), document.blocks, *measured, taken(opened, root), beat)


def _setting(opened: House, document: Document, pages: Mapping[str, int]) -> Setting:
    part = opened.package.related(opened.main, "numbering")
    data = opened.package.parts[part] if part else None
    controls = (value(element) for element in opened.root.iterfind(f".//{w('sdtPr')}/{w('id')}"))
    return Setting(
        opened.styles,
        Numbering(data, opened.styles),
        Counter(
            frozenset(int(c) for c in controls if c.lstrip("-").isdigit()),
            highest(opened.root, "bookmarkStart", "id"),
        ),
        Runs(targets(document.blocks), numbers(document.blocks), opened.styles.ids["open"]),
        pages,
        bool(pages),
        referred(document.blocks),
        appearance=_APPEARANCE,
    )


def _insist_on_sound(opened: House, house: Path | None, beat: Beat) -> None:
    faults = checker.check(opened.package, beat)
    if faults and house is not None:
        known = set(checker.check_file(house))
        faults = [fault for fault in faults if fault not in known]
    if faults:
        raise CannotWriteError(
            "The report was not written, because Word would not open it without repairs: "
            f"{faults[0]}."
        )
