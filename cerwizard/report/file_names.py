"""Names of files that every system can hold."""

import re
import unicodedata

from cerwizard.report.blocks import Document
from cerwizard.report.outline import CER

_LONGEST = 80
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\s]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_KINDS = {"Cc", "Cf", "Cs", "Co", "Cn"}


def file_name(document: Document) -> str:
    """Return the file name of a document."""
    return named(document.name, document.properties.number, document.properties.revision)


def named(document: str, number: str, revision: str) -> str:
    """Return the file name of a document: number and revision of the report, and its kind.

    The report itself is named by its kind only where it has no number.
    """
    number, revision = safe(number), safe(revision)
    own = number and document == CER.name
    parts = (number, "" if own else safe(document.upper()))
    stem = "_".join(filter(None, parts))
    stem = f"{stem}_rev-{revision}" if revision else stem
    return f"{stem}.docx"


def safe(text: str) -> str:
    """Return `text` as a part of a file name, empty if nothing of it can stand in one."""
    visible = (
        c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in _KINDS
    )
    name = _UNSAFE.sub("-", "".join(visible))[:_LONGEST].strip("-. ")
    return f"{name}-" if _RESERVED.fullmatch(name) else name
