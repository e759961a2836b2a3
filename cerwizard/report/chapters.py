"""Renders the chapter templates of a document into blocks; the only module that knows jinja2."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from cerwizard import assets
from cerwizard.errors import BadTemplateError
from cerwizard.report import citing, markup
from cerwizard.report.blocks import Block, Para, Span
from cerwizard.report.grid import Page
from cerwizard.report.quoting import Quoted
from cerwizard.report.tables import TABLES
from cerwizard.report.tallies import Tallies
from cerwizard.report.view import Sight
from cerwizard.report.words import FILTERS, Words

_BETWEEN = "\x1f"
# What can only be made when all else is there; compose puts it where a chapter asks for it.
LATE = ("abbreviations", "bibliography", "further")


def chapters(sight: Sight, names: Sequence[str], language: str = "en") -> Iterator[Block]:
    """Yield the blocks of some chapters of the sight's document.

    Raises:
        BadTemplateError: a template is missing or cannot be used.
    """
    environment = _environment(sight.document, language)
    told = Words(sight, table)
    context: dict[str, Any] = {"d": sight.root, "n": Tallies(sight), **told.spoken}
    cited = citing.cited(sight)
    for name in names:
        rendered = _rendered(environment, name, context)
        prefix = f"{sight.document}/{name}"
        yield from markup.read(rendered, prefix, placed=_Tables(Page(sight, name)), cited=cited)


def table(name: str, *arguments: str) -> Quoted:
    """Return the mark of the place where a table will stand; `arguments` are ids of records."""
    return markup.placeholder(_BETWEEN.join((name, *arguments)))


class _Tables(Mapping[str, Sequence[Block]]):
    """The tables of a chapter, made when its template asks for them."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __getitem__(self, key: str) -> Sequence[Block]:
        name, *arguments = key.split(_BETWEEN)
        if name in LATE:
            return [Para(self._page.id(name), (Span(name),))]
        return TABLES[name](self._page, *arguments)

    def __contains__(self, key: object) -> bool:
        name = str(key).partition(_BETWEEN)[0]
        return name in TABLES or name in LATE

    def __iter__(self) -> Iterator[str]:
        return iter((*TABLES, *LATE))

    def __len__(self) -> int:
        return len(TABLES) + len(LATE)


def _rendered(environment: SandboxedEnvironment, name: str, context: Mapping[str, Any]) -> str:
    try:
        return environment.get_template(f"{name}.md.j2").render(context)
    except TemplateError as error:
        raise BadTemplateError(f"The chapter “{name}” cannot be written: {error}.") from error


@cache
def _environment(document: str, language: str) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(assets.templates(document, language)),
        undefined=StrictUndefined,
        finalize=markup.quote,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    return environment
