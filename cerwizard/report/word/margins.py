"""Refreshes what header and footer show of the document's properties."""

import re

from cerwizard.report.word.package import Package
from cerwizard.report.word.text import clean
from cerwizard.report.word.xml import Element, value, w

_PROPERTY = re.compile(r'\s*DOCPROPERTY\s+(?:"([^"]+)"|(\S+))', re.IGNORECASE)
_TITLE = re.compile(r"\s*TITLE\b", re.IGNORECASE)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def put(package: Package, texts: dict[str, str], title: str) -> None:
    """Set the cached results of DOCPROPERTY and TITLE fields in every header and footer."""
    main = package.main()
    for kind in ("header", "footer"):
        for name in package.all_related(main, kind):
            root = package.tree(name)
            if refresh(root, texts, title):
                package.put_tree(name, root)


def refresh(root: Element, texts: dict[str, str], title: str) -> bool:
    """Set the results of the fields under `root`; say whether there were any."""
    wanted = {name.lower(): clean(text) for name, text in texts.items()}
    found = False
    for paragraph in root.iter(w("p")):
        for instruction, result in _fields(paragraph):
            text = _result(instruction, wanted, clean(title))
            if text is not None and result:
                _set(result, text)
                found = True
    return found


def _result(instruction: str, wanted: dict[str, str], title: str) -> str | None:
    if _TITLE.match(instruction):
        return title
    found = _PROPERTY.match(instruction)
    return wanted.get((found[1] or found[2]).lower()) if found else None


def _fields(paragraph: Element) -> list[tuple[str, list[Element]]]:
    """Return the instruction and the text elements of the result of each field."""
    fields: list[tuple[str, list[Element]]] = []
    for simple in paragraph.iter(w("fldSimple")):
        fields.append((value(simple, "instr"), list(simple.iter(w("t")))))
    result: list[Element] = []
    instruction = state = ""
    for element in paragraph.iter(w("fldChar"), w("instrText"), w("t")):
        if element.tag == w("fldChar"):
            state = value(element, "fldCharType")
            if state == "begin":
                instruction, result = "", []
            elif state == "end":
                fields.append((instruction, result))
        elif element.tag == w("instrText"):
            instruction += element.text or ""
        elif state == "separate":
            result.append(element)
    return fields


def _set(result: list[Element], text: str) -> None:
    first, *rest = result
    first.text = " ".join(text.split())
    first.set(_SPACE, "preserve")
    for element in rest:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def texts(package: Package) -> list[str]:
    """Return the words in headers and footers that are no result of a field, for comparison."""
    main = package.main()
    names = [name for kind in ("header", "footer") for name in package.all_related(main, kind)]
    return sorted("".join(own_words(package.tree(name))) for name in names)


def own_words(root: Element) -> list[str]:
    """Return the texts under `root` that stand outside every field."""
    words: list[str] = []
    depth = 0
    for element in root.iter(w("fldChar"), w("t")):
        if element.tag == w("fldChar"):
            depth += {"begin": 1, "end": -1}.get(value(element, "fldCharType"), 0)
        elif depth == 0 and not _in_simple_field(element):
            words.append(element.text or "")
    return words


def _in_simple_field(element: Element) -> bool:
    return next(element.iterancestors(w("fldSimple")), None) is not None
