"""The files of a pack of rules: found in its folder, read as plain data of a moderate size."""

import os
import re
import stat
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from cerwizard.errors import BadRuleError

PACK_FILE = "pack.toml"
CLAUSES = "clauses"
MOST_BYTES = 64 * 1024
MOST_FILES = 2_000
DEEPEST = 20
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_CURLY = "“”„‘’"
_LONGEST_QUOTE = 60
_DISGUISED = ".toml.txt"  # what Notepad makes of a name with an ending that it does not know


def listed(folder: Path) -> tuple[Path, ...]:
    """Return the TOML files in a folder and below it, in order; what is hidden is left alone.

    Raises:
        BadRuleError: there is no pack.toml, or a file is not an ordinary one of moderate size;
            one sentence for each fault, a line each.
    """
    if not (folder / PACK_FILE).is_file():
        raise BadRuleError(
            f"The folder “{folder}” has no file {PACK_FILE}, which names a pack; add one with "
            "id, version and date."
        )
    entries = sorted(_entries(folder))
    faults = [said for entry in entries if (said := _out_of_place(folder, entry))]
    if faults:
        raise BadRuleError("\n".join(faults))
    return tuple(entries)


def _entries(folder: Path) -> Iterator[Path]:
    """Yield the TOML files and the linked folders below `folder`; nothing behind a link."""
    seen = 0
    for here, below, files in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        seen += len(files)
        if seen > MOST_FILES:
            raise BadRuleError(
                f"The folder “{folder}” holds more than {MOST_FILES} files; give a pack of rules "
                "a folder of its own."
            )
        yield from (Path(here, name) for name in below if Path(here, name).is_symlink())
        for name in files:
            if name.lower().endswith((".toml", _DISGUISED)) and not name.startswith("."):
                yield Path(here, name)


def _out_of_place(folder: Path, entry: Path) -> str:
    name = entry.relative_to(folder).as_posix()
    if name.lower().endswith(_DISGUISED):
        return (
            f"{name} is not read: its name must end in .toml alone; take the last ending away, in "
            "Notepad by saving with the file type “All files”."
        )
    if entry.is_symlink():
        return f"{name} is a link to another place; put the file itself into the pack's folder."
    found = entry.stat()
    if not stat.S_ISREG(found.st_mode):
        return f"{name} is no ordinary file; take it out of the pack's folder."
    if found.st_size > MOST_BYTES:
        return (
            f"{name} has {found.st_size // 1024} KiB, and a file of a pack may have "
            f"{MOST_BYTES // 1024}; write one rule into each file, with short cases."
        )
    return ""


def read(file: Path) -> dict[str, Any]:
    """Return what a TOML file says; numbers with a point are Decimals.

    Raises:
        BadRuleError: it is not there, no text, or not well-formed; the sentence says where.
    """
    try:
        text = file.read_bytes()[: MOST_BYTES + 1].decode("utf-8-sig")
    except OSError as error:
        raise BadRuleError(f"{file.name} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BadRuleError(f"{file.name} is not text in UTF-8; save it as UTF-8.") from error
    try:
        table = tomllib.loads(text.replace("\r\n", "\n"), parse_float=Decimal)
    except RecursionError as error:
        raise BadRuleError(_too_deep(file)) from error
    except ValueError as error:
        raise BadRuleError(_malformed(file, text, str(error))) from error
    if _depth(table) > DEEPEST:
        raise BadRuleError(_too_deep(file))
    return table


def _too_deep(file: Path) -> str:
    return f"{file.name} has brackets within brackets more than {DEEPEST} deep; write it plainer."


def _depth(table: dict[str, Any]) -> int:
    level: list[Any] = [table]
    depth = 0
    while level and depth <= DEEPEST:
        depth += 1
        level = [inner for one in level for inner in _inside(one) if isinstance(inner, dict | list)]
    return depth


def _inside(value: Any) -> Iterator[Any]:
    return iter(value.values() if isinstance(value, dict) else value)


def _malformed(file: Path, text: str, error: str) -> str:
    found = _AT_LINE.search(error)
    if found is None:
        return f"{file.name} is not well-formed TOML: {error.rstrip('.')}."
    number = int(found[1])
    line = text.splitlines()[number - 1].strip() if number <= len(text.splitlines()) else ""
    what = error[: found.start()].strip()
    return f"{file.name} is not well-formed TOML at line {number}: {what}{_hint(line)}"


def _hint(line: str) -> str:
    quoted = line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE]}…"
    if line.partition("=")[2].strip()[:1] in tuple(_CURLY):
        return f'. A text begins and ends with a straight quotation mark ("); the line is: {quoted}'
    return f'. Texts stand in "…", lists in […], conditions in {{…}}; the line is: {quoted}'
