"""Reads the XML parts of a package, with a parser that follows nothing outside them."""

import re
from functools import cache
from typing import Any

from lxml import etree

from cerwizard.report.beat import Beat, quiet

W_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC_SPACE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W15_SPACE = "http://schemas.microsoft.com/office/word/2012/wordml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_AT_ONCE = 1 << 20
_MEASURE = re.compile(r"(-?[0-9]+)(?:\.[0-9]*)?")  # some programs write 1440.0000000000002
Element = Any  # lxml carries no types; the name says what is meant


@cache
def w(name: str) -> str:
    """Return a name in WordprocessingML as lxml writes it."""
    return f"{{{W_SPACE}}}{name}"


def parse(data: bytes, beat: Beat = quiet) -> Element:
    """Return the root of an XML part; etree.XMLSyntaxError if it is not well-formed.

    `beat` is called often; what it raises ends the work.
    """
    # One for each call: a parser must not be shared by threads.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    if len(data) <= _AT_ONCE:
        return etree.fromstring(data, parser)
    for at in range(0, len(data), _AT_ONCE):
        beat()
        parser.feed(data[at : at + _AT_ONCE])
    return parser.close()


def serialised(root: Element) -> bytes:
    """Return the bytes of a part."""
    text: bytes = etree.tostring(root, encoding="utf-8")
    return DECLARATION.encode() + text


def value(element: Element | None, name: str = "val") -> str:
    """Return the w: attribute `name` of `element`, or nothing."""
    return "" if element is None else element.get(w(name), "")


def measure(element: Element | None, name: str = "val") -> int | None:
    """Return a measure, in whole units of its own; None if there is none, or with a unit."""
    found = _MEASURE.fullmatch(value(element, name))
    return int(found[1]) if found else None


def highest(root: Element, tag: str, name: str) -> int:
    """Return the highest number in the attribute `name` of the elements `tag`, 0 if none."""
    numbers = (value(element, name) for element in root.iter(w(tag)))
    return max((int(n) for n in numbers if n.isdigit()), default=0)
