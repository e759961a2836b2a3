"""Names of files that every system can hold."""

import re
import unicodedata

from cerwizard.report.blocks import Document

_LONGEST = 80
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\s]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_KINDS = {"Cc", "Cf", "Cs", "Co", "Cn"}


def file_name(document: Document) -> str:
    """Return the file name of a document: its number and revision, else its kind."""
    number = safe(document.properties.number) or document.name.upper()
    revision = safe(document.properties.revision)
    stem = f"{number}_rev-{revision}" if revision else number
    return f"{stem}.docx"


def safe(text: str) -> str:
    """Return `text` as a part of a file name, empty if nothing of it can stand in one."""
    visible = (
        c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in _KINDS
    )
    name = _UNSAFE.sub("-", "".join(visible))[:_LONGEST].strip("-. ")
    return f"{name}-" if _RESERVED.fullmatch(name) else name
