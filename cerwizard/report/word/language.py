"""Sets the language in which Word checks the spelling of a document."""

from lxml import etree

from cerwizard.report.word.package import Package
from cerwizard.report.word.xml import Element, w


def put_language(package: Package, main: str, language: str) -> None:
    """Make `language`, such as en-GB, the default of the package's styles."""
    part = package.related(main, "styles")
    if part is None:
        return
    root = package.tree(part)
    mark = _mark(root)
    if mark.get(w("val")) != language:
        mark.set(w("val"), language)
        package.put_tree(part, root)


def _mark(root: Element) -> Element:
    holder = root
    for name in ("docDefaults", "rPrDefault", "rPr"):
        holder = _child(holder, name)
    found = holder.find(w("lang"))
    return etree.SubElement(holder, w("lang")) if found is None else found


def _child(holder: Element, name: str) -> Element:
    found = holder.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        holder.insert(0, found)
    return found
