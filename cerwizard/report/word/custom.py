"""Puts the manifest into a package as a custom XML part, and finds it there again."""

from cerwizard.report.word.manifest import ITEM_ID, SPACE, properties_part
from cerwizard.report.word.package import OFFICE, BadPackageError, Package
from cerwizard.report.word.xml import Element

_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def put(package: Package, data: bytes) -> None:
    """Add the manifest `data` with its fixed item id."""
    # Never item1: templates and document libraries are fond of that name.
    number = next(n for n in range(2, 10_000) if f"customXml/item{n}.xml" not in package.parts)
    item, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
    package.put(item, data)
    package.put(properties, properties_part())
    package.declare(properties, _PROPERTIES_TYPE)
    package.relate(item, f"{OFFICE}/customXmlProps", properties)
    package.relate(package.main(), f"{OFFICE}/customXml", item)


def ours(package: Package) -> Element | None:
    """Return the root of our manifest in `package`, wherever another program has put it."""
    for name in package.parts:
        if name.startswith("customXml/") and name.endswith(".xml") and _mentions(package, name):
            root = _tree(package, name)
            if root is not None and root.tag == f"{{{SPACE}}}report":
                return root
    return None


def _mentions(package: Package, name: str) -> bool:
    return SPACE.encode() in package.parts[name] and ITEM_ID.encode() not in package.parts[name]


def _tree(package: Package, name: str) -> Element | None:
    try:
        return package.tree(name)
    except BadPackageError:
        return None


def stores(package: Package) -> set[str]:
    """Return the item ids of all custom XML parts."""
    found = set()
    for name in package.parts:
        if name.startswith("customXml/itemProps"):
            root = _tree(package, name)
            found.add("" if root is None else root.get(f"{{{_STORE}}}itemID", "").upper())
    return found
