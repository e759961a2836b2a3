"""Writes document variables, which keep the hashes of the blocks where custom XML is dropped."""

from collections.abc import Iterable

from lxml import etree

from cerwizard.report.word.manifest import VARIABLE
from cerwizard.report.word.package import OFFICE, Package
from cerwizard.report.word.xml import W_SPACE, Element, parse, value, w

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
# What comes after w:docVars in w:settings; extensions of other namespaces do as well.
_AFTER = frozenset(
    {
        "rsids",
        "mathPr",
        "attachedSchema",
        "themeFontLang",
        "clrSchemeMapping",
        "doNotIncludeSubdocsInStats",
        "doNotAutoCompressPictures",
        "forceUpgrade",
        "captions",
        "readModeInkLockDown",
        "smartTagType",
        "schemaLibrary",
        "shapeDefaults",
        "doNotEmbedSmartTags",
        "decimalSymbol",
        "listSeparator",
    }
)


def put(package: Package, variables: Iterable[tuple[str, str]]) -> None:
    """Replace our variables in the package's settings; those of others stay."""
    main = package.main()
    name = package.related(main, "settings")
    if name is None:
        name = "word/settings.xml"
        package.put(name, f'<w:settings xmlns:w="{W_SPACE}"/>'.encode())
        package.relate(main, f"{OFFICE}/settings", name)
        package.declare(name, _TYPE)
    root = package.tree(name)
    holder = _holder(root)
    for old in [entry for entry in holder if value(entry, "name").startswith(VARIABLE)]:
        holder.remove(old)
    entries = "".join(f'<w:docVar w:name="{name}" w:val="{text}"/>' for name, text in variables)
    holder.extend(parse(f'<w:docVars xmlns:w="{W_SPACE}">{entries}</w:docVars>'.encode()))
    package.put_tree(name, root)


def _holder(root: Element) -> Element:
    found = root.find(w("docVars"))
    if found is None:
        found = etree.Element(w("docVars"))
        at = next((n for n, child in enumerate(root) if _comes_after(child)), len(root))
        root.insert(at, found)
    return found


def _comes_after(child: Element) -> bool:
    name = etree.QName(child)
    return name.namespace != W_SPACE or name.localname in _AFTER
