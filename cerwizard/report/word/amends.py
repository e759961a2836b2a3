"""Makes good in a template of others what Word would repair in a report written on it."""

from cerwizard import assets
from cerwizard.report.word import package as packages
from cerwizard.report.word.package import OFFICE, TYPES_PART, Package, relations_of, resolved
from cerwizard.report.word.xml import Element

_OUTDATED = "stylesWithEffects"  # a copy of the styles for Word 2007 that nobody keeps in step
_THEME = "word/theme/theme1.xml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"


def amend(package: Package, main: str) -> None:
    """Drop the outdated copy of the styles, and add a theme where there is none."""
    _drop(package, main, _OUTDATED)
    if package.related(main, "theme") is None and _THEME not in package.parts:
        own = packages.read(assets.templates("house.docx"))
        package.put(_THEME, own.parts[_THEME])
        package.declare(_THEME, _THEME_TYPE)
        package.relate(main, f"{OFFICE}/theme", _THEME)


def _drop(package: Package, main: str, kind: str) -> None:
    """Remove the parts to which `main` has relationships of the last name `kind`."""
    if package.related(main, kind) is None:
        return
    name = relations_of(main)
    relations = package.tree(name)
    for relation in list(relations):
        if relation.get("Type", "").rpartition("/")[2] == kind:
            _forget(package, resolved(main, relation.get("Target", "")))
            relations.remove(relation)
    package.put_tree(name, relations)


def _forget(package: Package, part: str) -> None:
    package.parts.pop(part, None)
    types: Element = package.tree(TYPES_PART)
    for declared in list(types):
        if declared.get("PartName") == f"/{part}":
            types.remove(declared)
    package.put_tree(TYPES_PART, types)
