"""Reads the small Markdown that chapter templates write into blocks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cerwizard.errors import BadTemplateError
from cerwizard.report import inline
from cerwizard.report.blocks import (
    Block,
    Heading,
    PageBreak,
    Para,
    Points,
    Span,
    Spans,
    TableList,
    Toc,
    ids,
)
from cerwizard.report.inline import cite
from cerwizard.report.quoting import (
    PLACE,
    TOKEN,
    Quoted,
    Value,
    placeholder,
    quote,
    reference,
    revealed,
    shown,
    to_be_written,
)

__all__ = [
    "PARA_STYLES",
    "Quoted",
    "Value",
    "cite",
    "placeholder",
    "quote",
    "read",
    "reference",
    "to_be_written",
]

PARA_STYLES = frozenset(
    {"body", "lead", "bullet", "number", "quote", "note", "source", "label", "front-heading"}
    | {"cover-title", "cover-subtitle", "cover-line", "cover-note"}
)
_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_SIGN = re.compile(r"(#{1,3}|-|\d+\.|>>|>)(?:[ \t]+|$)")
_NAME = re.compile(r"\[\[(.*?)\]\][ \t\n]*", re.DOTALL)
_WORD = re.compile(r"[a-z0-9][a-z0-9-]*")
_UNSAFE = re.compile(r"[^\w.-]")
_SIGNED = {"-": "bullet", ">": "note", ">>": "quote"}
_ALONE: dict[str, type[Toc | TableList | PageBreak]] = {
    "toc": Toc,
    "table-list": TableList,
    "page-break": PageBreak,
}


@dataclass(frozen=True, slots=True)
class _Item:
    """One line with its sign and the lines that continue it, without its name tag."""

    sign: str
    name: str  # the words between [[ and ]]; empty if there are none
    text: str


@dataclass(frozen=True, slots=True)
class _Reader:
    prefix: str
    placed: Mapping[str, Block | Sequence[Block]]
    cited: Mapping[str, Span]

    def blocks(self, markup: str) -> Iterator[Block]:
        for chunk in _BLANK.split(markup.replace("\r\n", "\n")):
            if not chunk.strip(" \t\n"):
                continue
            place = PLACE.fullmatch(chunk.strip(" \t\n"))
            if place:
                yield from self._ready(shown(place[1]))
            else:
                yield from self._named(list(_items(chunk)))

    def _ready(self, key: str) -> Sequence[Block]:
        if key not in self.placed:
            raise self._fault(f"asks for “{key}”, which is not there")
        ready = self.placed[key]
        return ready if isinstance(ready, Sequence) else (ready,)

    def _named(self, items: list[_Item]) -> Iterator[Block]:
        first, *rest = items
        if rest and first.name and not first.text and not any(item.name for item in rest):
            yield from self._points(first, rest)
            return
        for item in items:
            yield from self._block(item)

    def _points(self, title: _Item, items: list[_Item]) -> Iterator[Block]:
        block_id, _ = self._id(title)
        if any(item.sign not in ("-", "1.") for item in items):
            raise self._fault(f"has something else than points in the list “{title.name}”")
        points = tuple(filter(_says, (self._spans(item.text) for item in items)))
        if points:
            yield Points(block_id, points, "bullet" if items[0].sign == "-" else "number")

    def _block(self, item: _Item) -> Iterator[Block]:
        if not item.name:
            if item.text:
                raise self._fault(f"has a block without a name: “{_glimpse(item.text)}”")
            return
        block_id, style = self._id(item)
        if style in _ALONE:
            yield _ALONE[style](block_id)
            return
        spans = self._spans(item.text)
        if not _says(spans):
            return
        if item.sign.startswith("#"):
            yield Heading(block_id, len(item.sign), spans, self._numbered(style))
        else:
            yield Para(block_id, spans, self._style(item.sign, style))

    def _numbered(self, style: str) -> bool:
        if style not in ("", "unnumbered"):
            raise self._fault(f"has a heading in the style “{style}”")
        return not style

    def _style(self, sign: str, style: str) -> str:
        chosen = style or ("number" if sign == "1." else _SIGNED.get(sign, "body"))
        if chosen not in PARA_STYLES:
            raise self._fault(f"has a paragraph in the unknown style “{chosen}”")
        return chosen

    def _id(self, item: _Item) -> tuple[str, str]:
        words = item.name.split()
        style = words.pop()[1:] if len(words) > 1 and words[-1].startswith(".") else ""
        if not words or not _WORD.fullmatch(words[0]):
            raise self._fault(f"has the bad block name “{_glimpse(item.name)}”")
        records = (_UNSAFE.sub(_escaped, _shown(word)) for word in words[1:])
        return "/".join((self.prefix, words[0], *records)), style

    def _spans(self, text: str) -> Spans:
        if PLACE.search(text):
            raise self._fault("has a table inside a paragraph")
        try:
            return inline.spans(text, self.cited)
        except BadTemplateError as error:
            raise self._fault(f"is wrong near “{_glimpse(text)}”: {error}") from error

    def _fault(self, what: str) -> BadTemplateError:
        return BadTemplateError(f"The chapter “{self.prefix}” {what}.")


def read(
    markup: str,
    prefix: str,
    *,
    placed: Mapping[str, Block | Sequence[Block]] | None = None,
    cited: Mapping[str, Span] | None = None,
) -> Iterator[Block]:
    """Yield the blocks of rendered markup; their ids begin with `prefix`, e.g. `cer/evidence`.

    `placed` has the ready blocks for placeholders, `cited` the citations by reference id.
    Raises BadTemplateError for markup that is not as it should be, or an id used twice.
    """
    seen: set[str] = set()
    for block in _Reader(prefix, placed or {}, cited or {}).blocks(markup):
        for block_id in ids((block,)):
            if block_id in seen:
                raise BadTemplateError(f"The block id “{block_id}” is used twice.")
            seen.add(block_id)
        yield block


def _items(chunk: str) -> Iterator[_Item]:
    lines: list[str] = []
    for line in chunk.split("\n"):
        stripped = line.strip(" \t")
        if lines and (_SIGN.match(stripped) or stripped.startswith("[[")):
            yield _item(" ".join(lines))
            lines = []
        if stripped:
            lines.append(stripped)
    if lines:
        yield _item(" ".join(lines))


def _item(line: str) -> _Item:
    sign = _SIGN.match(line)
    rest = line[sign.end() :] if sign else line
    name = _NAME.match(rest)
    text = rest[name.end() :] if name else rest
    mark = sign[1] if sign else ""
    return _Item("1." if mark[:1].isdigit() else mark, name[1].strip() if name else "", text)


def _shown(text: str) -> str:
    return TOKEN.sub(lambda found: revealed(found[1]).text, text)


def _escaped(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):x}"


def _says(spans: Spans) -> bool:
    return any(span.link or span.text.strip() for span in spans)


def _glimpse(text: str) -> str:
    return _shown(text)[:60]
