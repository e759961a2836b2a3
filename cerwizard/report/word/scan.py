"""Finds the marks of a long part in its bytes: a tree of it takes twice the time, much memory."""

import re
from collections import defaultdict
from collections.abc import Iterator
from html import unescape
from typing import Any
from xml.parsers import expat

from cerwizard.report.beat import Beat, quiet
from cerwizard.report.word.marks import SHOWN, Marks
from cerwizard.report.word.xml import DECLARATION, R_SPACE, W_SPACE

_START = f"{DECLARATION}<w:document ".encode()
# The two prefixes stand for these and for nothing else, and nothing else does.
_SPACES = {b"w": W_SPACE.encode(), b"r": R_SPACE.encode()}
_SPACE = re.compile(rb'xmlns(?::(\w+)="([^"]*)")?')
# What our own writing never has; where it stands, bytes may not mean what they seem to.
_STRANGE = (b"<!", b"<w:tc/>")
_AT_ONCE = 1 << 20
_ELEMENT = re.compile(
    rb"<w:(bookmarkStart|bookmarkEnd|hyperlink|numId|rStyle|tblStyle|tag|dataBinding)\b([^<>]*)>"
)
_PARAGRAPH_STYLE = re.compile(rb'<w:pStyle w:val="([^"<>]*)"/>')
_VALUE = re.compile(rb' w:val="([^"]*)"/')
_BOOKMARK = re.compile(rb' w:id="([^"]*)" w:name="([^"]*)"/')
_BOOKMARK_END = re.compile(rb' w:id="([^"]*)"/')
_ANCHOR = re.compile(rb' w:anchor="([^"]*)"')
_RELATED = re.compile(rb' r:\w+="([^"]*)"')
_CONTROL = re.compile(rb"<w:sdtPr>(.*?)</w:sdtPr>", re.DOTALL)
_CONTROL_ID = re.compile(rb'<w:id w:val="([^"]*)"/>')
_FIELD = re.compile(
    rb'<w:(?:fldChar w:fldCharType="(\w+)"[^<>]*>|instrText[^<>]*>([^<]*)</w:instrText>|'
    rb'fldSimple w:instr="([^"<>]*)">(.*?)</w:fldSimple>)',
    re.DOTALL,
)
_FIELD_NAMES = (b"<w:fldChar", b"<w:instrText", b"<w:fldSimple")
_SHOWS = re.compile(rb"<w:(?:%s)[ />]" % "|".join(SHOWN).encode())


class _StrangeError(Exception):
    """The part is not written in the way in which we write."""


def scanned(data: bytes, beat: Beat = quiet) -> Marks | None:
    """Return the marks of a main part; None if it is not well-formed or not in our own form.

    `beat` is called often; what it raises ends the work.
    """
    if not data.startswith(_START) or not _is_well_formed(data, beat):
        return None
    try:
        _insist_on_our_form(data, beat)
        return _Scan(data).marks(beat)
    except _StrangeError:
        return None


def _is_well_formed(data: bytes, beat: Beat) -> bool:
    parser = expat.ParserCreate(namespace_separator=" ")
    view = memoryview(data)
    try:
        for at in range(0, len(data), _AT_ONCE):
            beat()
            parser.Parse(view[at : at + _AT_ONCE], False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        return False
    return True


def _insist_on_our_form(data: bytes, beat: Beat) -> None:
    for prefix, space in _SPACE.findall(data):
        usual = space if prefix not in _SPACES and space not in _SPACES.values() else b""
        _insist(bool(space) and space == _SPACES.get(prefix, usual))
    for sign in _STRANGE:
        beat()
        _insist(sign not in data)
    _insist(data.count(b"<?") == 1)
    beat()
    _insist(data.count(b"</w:tc>") == data.count(b"</w:p></w:tc>"))


def _insist(holds: bool) -> None:
    if not holds:
        raise _StrangeError


class _Scan:
    """One walk over a part, some paragraphs at once."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._found = Marks()
        self._styles: set[bytes] = set()
        self._open: list[int] = []  # of fields, where their results begin; -1 before

    def marks(self, beat: Beat) -> Marks:
        for start, end in _windows(self._data):
            beat()
            self._elements(start, end)
            self._fields(start, end)
            self._controls(start, end)
            self._related(start, end)
        self._found.styles |= set(map(_text, self._styles))
        return self._found

    def _elements(self, start: int, end: int) -> None:
        found = self._found
        said: dict[bytes, list[bytes]] = defaultdict(list)
        for name, attributes in _ELEMENT.findall(self._data, start, end):
            said[name].append(attributes)
        _insist(b"dataBinding" not in said)
        marks = _told(_BOOKMARK, said[b"bookmarkStart"])
        found.starts += [(_text(one), _text(name)) for one, name in marks]
        found.ends += map(_text, _told(_BOOKMARK_END, said[b"bookmarkEnd"]))
        found.links += map(_text, _told(_ANCHOR, said[b"hyperlink"]))
        found.numbers.update(map(_text, _told(_VALUE, said[b"numId"])))
        found.tags.update(map(_text, _told(_VALUE, said[b"tag"])))
        self._styles.update(_told(_VALUE, said[b"rStyle"] + said[b"tblStyle"]))
        styles = _PARAGRAPH_STYLE.findall(self._data, start, end)
        _insist(len(styles) == self._data.count(b"<w:pStyle", start, end))
        self._styles.update(styles)

    def _fields(self, start: int, end: int) -> None:
        data, found, times = self._data, self._found, 0
        for mark in _FIELD.finditer(data, start, end):
            times += 1
            kind, instruction, simple, result = mark.groups()
            if kind is not None:
                found.fields.append((_text(kind), self._turned(kind, mark.start())))
            elif instruction is not None:
                found.instructions.append(_text(instruction))
            else:
                found.simple.append((_text(simple), _SHOWS.search(result) is not None))
        _insist(times == sum(data.count(name, start, end) for name in _FIELD_NAMES))

    def _turned(self, kind: bytes, at: int) -> bool:
        """Note a mark of a field; of an end, say whether a result stands before it."""
        if kind == b"begin":
            self._open.append(-1)
        elif self._open and kind == b"separate":
            self._open[-1] = at
        elif self._open:
            since = self._open.pop()
            return since >= 0 and _SHOWS.search(self._data, since, at) is not None
        return False

    def _controls(self, start: int, end: int) -> None:
        inner = _CONTROL.findall(self._data, start, end)
        _insist(len(inner) == self._data.count(b"<w:sdtPr", start, end))
        held = [one for one in inner if b"<w:id" in one]
        self._found.controls += map(_text, _told(_CONTROL_ID, held))

    def _related(self, start: int, end: int) -> None:
        at = self._data.find(b" r:", start, end)
        while at >= 0:
            if self._data.rfind(b"<", 0, at) > self._data.rfind(b">", 0, at):  # else it is text
                found = _RELATED.match(self._data, at)
                _insist(found is not None)
                self._found.related += map(_text, found.groups() if found else ())
            at = self._data.find(b" r:", at + 1, end)


def _windows(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield beginnings and ends of stretches, each of which ends with a paragraph."""
    start = 0
    while start < len(data):
        end = data.rfind(b"</w:p>", start, start + _AT_ONCE)
        end = len(data) if end < 0 else end + len(b"</w:p>")
        yield start, end
        start = end


def _told(pattern: re.Pattern[bytes], attributes: list[bytes]) -> list[Any]:
    """Return what the attributes of some elements say, each of which has to say it."""
    found = pattern.findall(b">".join(attributes))
    _insist(len(found) == len(attributes))
    return found


def _text(value: bytes) -> str:
    text = value.decode()
    return unescape(text) if "&" in text else text
