"""Writes the properties of a file: title, author, date, and what header and footer show."""

import re

from lxml import etree

from cerwizard.report.blocks import Document
from cerwizard.report.word.package import OFFICE, Package
from cerwizard.report.word.text import clean, escaped
from cerwizard.report.word.xml import DECLARATION, Element, parse

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_TEXTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_PARTIAL = {4: "-01-01", 7: "-01", 10: ""}
OURS = "CER Wizard"


def named(document: Document) -> dict[str, str]:
    """Return the custom properties, which DOCPROPERTY fields in header and footer show."""
    properties = document.properties
    given = {
        "Document number": properties.number,
        "Revision": properties.revision,
        "Document date": properties.date,
        "Manufacturer": properties.manufacturer,
        "Device": properties.device,
        "Status": properties.status,
    }
    # A field over a property without text shows an error in Word.
    shown = {name: clean(text).strip() or _missing(name) for name, text in given.items()}
    return {**shown, "Generation": str(properties.generation), OURS: document.name}


def _missing(name: str) -> str:
    # The header has the word Revision itself.
    return "to be given" if name == "Revision" else f"{name} to be given"


def put(package: Package, document: Document) -> None:
    """Write core and custom properties into the package."""
    core = package.related("", "core-properties") or "docProps/core.xml"
    if core not in package.parts:
        package.relate("", _CORE_KIND, core)
        package.declare(core, _CORE_TYPE)
    package.put(core, _core(document))
    custom = package.related("", "custom-properties") or "docProps/custom.xml"
    if custom not in package.parts:
        package.relate("", f"{OFFICE}/custom-properties", custom)
        package.declare(custom, _CUSTOM_TYPE)
        package.put(custom, f'{DECLARATION}<Properties xmlns="{_CUSTOM}"/>'.encode())
    root = package.tree(custom)
    _replace(root, named(document))
    package.put_tree(custom, root)


def _core(document: Document) -> bytes:
    properties = document.properties
    tags = [
        ("dc:title", document.title),
        ("dc:subject", properties.device),
        ("dc:creator", properties.manufacturer or OURS),
        ("cp:lastModifiedBy", OURS),
        ("cp:revision", str(properties.generation)),
        ("dc:language", document.language),
        ("cp:contentStatus", properties.status),
        ("cp:version", properties.revision),
    ]
    body = "".join(f"<{tag}>{escaped(text)}</{tag}>" for tag, text in tags if text)
    moment = _moment(properties.date)
    for tag in ("created", "modified") if moment else ():
        body += f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{moment}</dcterms:{tag}>'
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{body}</cp:coreProperties>'
    ).encode()


def _moment(date: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", date):
        return ""
    return f"{date}{_PARTIAL[len(date)]}T00:00:00Z"


def _replace(root: Element, texts: dict[str, str]) -> None:
    for old in [entry for entry in root if entry.get("name") in texts]:
        root.remove(old)
    taken = [int(pid) for entry in root if (pid := entry.get("pid", "")).isdigit()]
    # The numbers 0 and 1 are reserved.
    for number, (name, text) in enumerate(texts.items(), max([1, *taken]) + 1):
        root.append(_property(number, name, text))


def _property(number: int, name: str, text: str) -> Element:
    xml = (
        f'<property xmlns="{_CUSTOM}" xmlns:vt="{_TEXTS}" fmtid="{_FORMAT}" pid="{number}" '
        f'name="{name}"><vt:lpwstr>{escaped(text)}</vt:lpwstr></property>'
    )
    element = parse(xml.encode())
    etree.cleanup_namespaces(element)
    return element
