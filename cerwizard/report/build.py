"""From a dossier to a document: composed as blocks, then written to a file."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from cerwizard.dossier.collector import at_rest
from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import CannotWriteError
from cerwizard.reckon.as_of import as_of as day_of
from cerwizard.report import citing
from cerwizard.report.abbreviations import abbreviations
from cerwizard.report.beat import beating, seldom
from cerwizard.report.bibliography import bibliography
from cerwizard.report.blocks import Block, Document, Properties, ids
from cerwizard.report.chapters import chapters
from cerwizard.report.file_names import file_name
from cerwizard.report.further import further
from cerwizard.report.outline import CER, outline
from cerwizard.report.survey import Survey
from cerwizard.report.view import Sight
from cerwizard.rules.catalog import Pack

_PLACES = ("contents/abbreviations", "references/bibliography", "references/further")
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
    far = _Far(kind.chapters, told)
    sight.beat = seldom(far.again)
    blocks = tuple(far.counted(chapters(sight, kind.chapters)))
    title = (kind is CER and str(sight.root.document.title)) or kind.title
    return Document(kind.name, title, tuple(_completed(sight, blocks)), _properties(sight))


class _Far:
    """Tells how far a document is, by the chapter in which its last block stands."""

    def __init__(self, names: Sequence[str], told: Told) -> None:
        self._names = names
        self._told = told
        self._done = 0

    def counted(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """Yield the blocks, and tell of each in which chapter it is."""
        for block in blocks:
            name = block.id.split("/")[1]
            self._done = self._names.index(name) if name in self._names else 0
            self.again()
            yield block

    def again(self) -> None:
        """Tell the same once more: whoever hears it may want to stop."""
        self._told(self._done, _parts(self._names))


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
    survey = Survey(beating(blocks, sight.beat))
    late = _late(sight, survey, {block.id for block in blocks})
    links = dict(survey.links)
    for made in late.values():
        links |= Survey(made).links
    numbers = citing.order(links, sight.document)
    whole = _placed(blocks, late)
    loose = links.keys() - set(ids(whole))
    yield from beating(citing.settled(whole, numbers, loose), sight.beat)


def _late(sight: Sight, survey: Survey, places: Container[str]) -> dict[str, Sequence[Block]]:
    """Return what stands at the places that a document has for what comes last, by place."""
    short, sources, rest = (f"{sight.document}/{name}" for name in _PLACES)
    late: dict[str, Sequence[Block]] = {}
    if short in places:
        late[short] = abbreviations(sight, short, beating(survey.words, sight.beat))
    if sources in places:
        late[sources] = _cited(sight, survey.links)
    if rest in places:
        printed = survey.sources.union(*(Survey(made).sources for made in late.values()))
        late[rest] = further(sight, rest, printed)
        if sources in places and (more := Survey(late[rest]).links):  # which may cite as well
            late[sources] = _cited(sight, survey.links | more)
    return late


def _cited(sight: Sight, links: Iterable[str]) -> list[Block]:
    return list(bibliography(sight, citing.order(links, sight.document)))


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
    beat = seldom(partial(told, done, of))
    with _made(folder):
        target = folder / file_name(composed)
        ready = partial(told, done + 1, of)
        written = write(composed, target, house, ready=ready, beat=beat)
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
