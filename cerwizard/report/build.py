"""From a dossier to a document: composed as blocks, then written to a file."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
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

Told = Callable[[int, int], None]  # how many parts of how many are done; may raise, to stop


def _untold(done: int, of: int) -> None:
    """Tell nobody."""


def compose(
    dossier: Dossier,
    document: str = "cer",
    as_of: date | None = None,
    pack: Pack | None = None,
    told: Told = _untold,
) -> Document:
    """Return a document as blocks.

    `as_of` is the day whose law counts, by default the date of the report, else today; `pack` are
    the rules of which a document tells, by default our own; `told` hears how far it is.

    Raises:
        BadCallError: there is no document of this name.
        BadTemplateError: one of its templates cannot be used.
    """
    with at_rest():
        return _composed(dossier, document, as_of, pack, told)


def _composed(
    dossier: Dossier, document: str, as_of: date | None, pack: Pack | None, told: Told
) -> Document:
    kind = outline(document)
    day = as_of or day_of(dossier, date.today())  # noqa: DTZ011 - the writer's own calendar day
    sight = Sight(dossier, day, kind.name, pack)
    blocks = tuple(_counted(chapters(sight, kind.chapters), kind.chapters, told))
    title = (kind is CER and str(sight.root.document.title)) or kind.title
    return Document(kind.name, title, tuple(_completed(sight, blocks)), _properties(sight))


def _counted(blocks: Iterable[Block], names: Sequence[str], told: Told) -> Iterator[Block]:
    """Yield the blocks, and tell of each in which chapter it is."""
    for block in blocks:
        name = block.id.split("/")[1]
        told(names.index(name) if name in names else 0, _parts(names))
        yield block


def _parts(names: Sequence[str]) -> int:
    return len(names) + 2  # to fill the file, and to put it in its place


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
    told: Told = _untold,
) -> Built:
    """Write a document into `folder`, which is made if need be, and say what was written.

    `house` is the company's own Word template, `pack` as in `compose`. The dossier is not changed.
    `told` hears how far it is; what it raises ends the work, and nothing of it is left.

    Raises:
        CannotWriteError: folder or file cannot be written.
        ForeignReportError: a file of this name exists and is no report of ours.
        ChangedOnDiskError: it is one in which somebody has worked since.
        BadTemplateError: a template cannot be used.
    """
    from cerwizard.report.word import write  # python-docx is not needed for composing

    composed = compose(dossier, document, as_of, pack, told)
    done, of = len(outline(document).chapters), _parts(outline(document).chapters)
    told(done, of)
    with _made(folder):
        target = folder / file_name(composed)
        written = write(composed, target, house, ready=lambda: told(done + 1, of))
    return Built(
        composed.name,
        written.path,
        written.blocks,
        written.open,
        warnings=tuple(written.warnings),
    )


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder, and take it away again if nothing came of it."""
    made: list[Path] = []
    try:
        made += [one for one in (folder, *folder.parents) if not one.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWriteError(
            f"The folder “{folder}” cannot be made: {error.strerror or error}. Choose another."
        ) from error
    try:
        yield
    except BaseException:
        for one in made:
            with suppress(OSError):
                one.rmdir()
        raise
