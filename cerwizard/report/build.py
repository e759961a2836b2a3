"""From a dossier to a document: composed as blocks, then written to a file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cerwizard.dossier.collector import at_rest
from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import CannotWriteError
from cerwizard.reckon.as_of import as_of as day_of
from cerwizard.report import citing
from cerwizard.report.abbreviations import abbreviations
from cerwizard.report.bibliography import bibliography
from cerwizard.report.blocks import Block, Document, Properties, ids
from cerwizard.report.chapters import chapters
from cerwizard.report.file_names import file_name
from cerwizard.report.further import further
from cerwizard.report.outline import CER, outline
from cerwizard.report.survey import Survey
from cerwizard.report.view import Sight
from cerwizard.rules.catalog import Pack


def compose(
    dossier: Dossier,
    document: str = "cer",
    as_of: date | None = None,
    pack: Pack | None = None,
) -> Document:
    """Return a document as blocks.

    `as_of` is the day whose law counts, by default the date of the report, else today; `pack` are
    the rules of which a document tells, by default our own.

    Raises:
        BadCallError: there is no document of this name.
        BadTemplateError: one of its templates cannot be used.
    """
    with at_rest():
        return _composed(dossier, document, as_of, pack)


def _composed(dossier: Dossier, document: str, as_of: date | None, pack: Pack | None) -> Document:
    kind = outline(document)
    day = as_of or day_of(dossier, date.today())  # noqa: DTZ011 - the writer's own calendar day
    sight = Sight(dossier, day, kind.name, pack)
    blocks = tuple(chapters(sight, kind.chapters))
    title = (kind is CER and str(sight.root.document.title)) or kind.title
    return Document(kind.name, title, tuple(_completed(sight, blocks)), _properties(sight))


def _properties(sight: Sight) -> Properties:
    given = sight.dossier.document
    return Properties(
        number=given.number,
        revision=given.revision,
        date=given.date,
        manufacturer=given.manufacturer,
        device=sight.dossier.device.name,
        status=given.status.label if given.status else "",
    )


def _completed(sight: Sight, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with what can only be made from all of them, and with numbers."""
    document = sight.document
    survey = Survey(blocks)
    words = abbreviations(sight, f"{document}/contents/abbreviations", survey.words)
    sources = list(bibliography(sight, citing.order(survey.links, document)))
    ends = Survey([*words, *sources])
    printed = survey.sources | ends.sources
    rest = further(sight, f"{document}/references/further", printed)
    links = survey.links | Survey(rest).links
    numbers = citing.order(links, document)
    whole = _placed(
        blocks,
        {
            f"{document}/contents/abbreviations": words,
            f"{document}/references/bibliography": list(bibliography(sight, numbers)),
            f"{document}/references/further": rest,
        },
    )
    yield from citing.settled(whole, numbers, links.keys() - set(ids(whole)))


def _placed(blocks: Iterable[Block], late: Mapping[str, Sequence[Block]]) -> list[Block]:
    return [one for block in blocks for one in late.get(block.id, (block,))]


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of the blocks of an earlier report; nothing, where there was none."""

    kept: int = 0
    replaced: int = 0
    offered: int = 0
    appended: int = 0


@dataclass(frozen=True, slots=True)
class Built:
    """A document that was written: how many blocks it has, and how many are still open."""

    name: str
    path: Path
    blocks: int
    open: int
    due: bool = True
    merged: Merged = field(default_factory=Merged)
    warnings: tuple[str, ...] = ()


def build(
    dossier: Dossier,
    folder: Path,
    document: str = "cer",
    *,
    house: Path | None = None,
    as_of: date | None = None,
    pack: Pack | None = None,
) -> Built:
    """Write a document into `folder`, which is made if need be, and say what was written.

    `house` is the company's own Word template, `pack` as in `compose`. The dossier is not changed.

    Raises:
        CannotWriteError: folder or file cannot be written.
        ForeignReportError: a file of this name exists and is no report of ours.
        ChangedOnDiskError: it is one in which somebody has worked since.
        BadTemplateError: a template cannot be used.
    """
    from cerwizard.report.word import write  # python-docx is not needed for composing

    composed = compose(dossier, document, as_of, pack)
    _make(folder)
    written = write(composed, folder / file_name(composed), house)
    return Built(
        composed.name,
        written.path,
        written.blocks,
        written.open,
        warnings=tuple(written.warnings),
    )


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteError(
            f"The folder “{folder}” cannot be made: {error.strerror}."
        ) from error
