"""Opens a company's Word template, or our own, as the base of a new report."""

import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from cerwizard import assets
from cerwizard.errors import BadTemplateError
from cerwizard.report.word import amends, custom, styles
from cerwizard.report.word import package as packages
from cerwizard.report.word.package import BadPackageError, Package
from cerwizard.report.word.styles import Styles
from cerwizard.report.word.xml import MC_SPACE, R_SPACE, W15_SPACE, W_SPACE, Element, value, w

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_LARGEST = 60 * 2**20
BODY = "cer:body"
_MARK = "cer-wizard-body"


@dataclass(frozen=True, slots=True)
class House:
    """A template that is ready to be filled."""

    package: Package
    main: str
    root: Element  # of the main part, with a mark where the body goes
    section: Element  # the last w:sectPr
    styles: Styles

    def around(self) -> tuple[str, str]:
        """Return the XML of the main part before and after the body."""
        whole = etree.tostring(self.root, encoding="unicode")
        before, after = re.split(f"<[^<]*?{_MARK}[^>]*?>", whole)
        return before, after


def opened(path: Path | None) -> House:
    """Return the template at `path`, by default our own.

    Raises BadTemplateError, with the reason, if it cannot be used.
    """
    path = assets.templates("house.docx") if path is None else path
    try:
        return _house(_package(path))
    except BadPackageError as error:
        raise BadTemplateError(
            f"The template “{path.name}” cannot be used: {error}. Save it in Word as a .docx or "
            ".dotx file without macros and without a password."
        ) from error
    except OSError as error:
        raise BadTemplateError(
            f"The template “{path}” cannot be opened. Check its name and whether you may read it."
        ) from error


def _package(path: Path) -> Package:
    if not path.is_file():  # a pipe would be waited for without end
        raise FileNotFoundError(path)
    if path.stat().st_size > _LARGEST:
        raise BadPackageError("it is too large")
    package = packages.read(path)
    if packages.TYPES_PART not in package.parts:
        raise BadPackageError("it is not a Word document")
    if custom.ours(package) is not None:
        raise BadPackageError("it is a report that this program wrote, not a template")
    kinds = package.content_types()
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in kinds.values()):
        raise BadPackageError("it contains macros")
    main = package.main()
    if kinds.get(main) == _TEMPLATE:
        package.declare(main, _MAIN)
    elif kinds.get(main) != _MAIN:
        raise BadPackageError("it is not a Word document")
    return package


def _house(package: Package) -> House:
    main = package.main()
    root = _with_spaces(package.tree(main))
    body = root.find(w("body"))
    if body is None:
        raise BadPackageError("its text is not in the usual form of a .docx file")
    section = body[-1] if len(body) and body[-1].tag == w("sectPr") else None
    if section is None:
        raise BadPackageError("it has no page set-up at its end")
    if package.related(main, "styles") is None:
        raise BadPackageError("it has no styles")
    amends.amend(package, main)
    known = styles.resolve(package)
    _mark(body)
    return House(package, main, root, section, known)


def _with_spaces(root: Element) -> Element:
    """Return the root with the prefixes that our XML uses, and w15 declared as dispensable."""
    wanted = {"w": W_SPACE, "r": R_SPACE, "mc": MC_SPACE, "w15": W15_SPACE}
    known = {prefix: uri for prefix, uri in root.nsmap.items() if prefix not in wanted}
    clash = any(root.nsmap.get(prefix, uri) != uri for prefix, uri in wanted.items())
    if etree.QName(root).namespace != W_SPACE or clash:
        raise BadPackageError("its text is not in the usual form of a .docx file")
    made = etree.Element(root.tag, dict(root.attrib), {**known, **wanted})
    made.extend(list(root))
    ignorable = (made.get(f"{{{MC_SPACE}}}Ignorable") or "").split()
    made.set(f"{{{MC_SPACE}}}Ignorable", " ".join(dict.fromkeys([*ignorable, "w15"])))
    return made


def _mark(body: Element) -> None:
    mark = etree.Element(w("p"), {_MARK: "here"})
    place = next((c for c in body.iter(w("sdt")) if _tag(c) == BODY), None)
    if place is None:
        body.insert(len(body) - 1, mark)
    elif place.getparent() is body:
        body.replace(place, mark)
    else:
        raise BadPackageError(f"its content control “{BODY}” stands inside something else")


def _tag(control: Element) -> str:
    return value(control.find(f"{w('sdtPr')}/{w('tag')}"))


def fill(house: House, texts: dict[str, str]) -> frozenset[str]:
    """Put `texts` into the template's controls tagged `cer:title`, `cer:number` and so on.

    Returns the names of the controls that were there.
    """
    found = set()
    for control in house.root.iter(w("sdt")):
        name = _tag(control).removeprefix("cer:")
        if _tag(control).startswith("cer:") and name in texts and _set(control, texts[name]):
            found.add(name)
    return frozenset(found)


def _set(control: Element, text: str) -> bool:
    words = list(control.iter(w("t")))
    for placeholder in control.iter(w("showingPlcHdr")):
        placeholder.getparent().remove(placeholder)
        break
    for n, element in enumerate(words):
        element.text = "" if n else text
    return bool(words)
