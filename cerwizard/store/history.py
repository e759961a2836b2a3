"""The audit trail: who did what, when and why, each line sealed with the one before."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cerwizard.dossier.changes import Change, Deed
from cerwizard.errors import UnreadableFileError

# As `Entry.plain` writes it; within a text, the quotes would be escaped.
_REMOVED = re.compile(rb'"kind": "remove", "address": "[^"]*\[([^\[\]"]+)\]"')
START = "0" * 64  # what the first line is sealed with


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the audit trail; `old` and `new` are plain JSON (see `Change`).

    `kind` is one of the deeds of `Change`; `when` is aware and in UTC; `reason` says what an
    import, a deletion or an undo was for and is "" for plain typing.
    """

    who: str
    when: datetime
    address: str
    old: Any
    new: Any
    reason: str
    kind: str

    def change(self) -> Change:
        """Return what was done, without who, when and why."""
        return Change(Deed(self.kind), self.address, self.old, self.new)

    def plain(self) -> dict[str, Any]:
        """Return the entry as plain JSON."""
        return {
            "when": self.when.isoformat(),
            "who": self.who,
            "kind": str(self.kind),
            "address": self.address,
            "old": self.old,
            "new": self.new,
            "reason": self.reason,
        }


def entry(who: str, when: datetime, reason: str, change: Change) -> Entry:
    """Return the audit line of one change."""
    return Entry(who, when, change.address, change.old, change.new, reason, str(change.deed))


def read_entry(line: dict[str, Any]) -> Entry:
    """Return the entry that `plain` wrote; ValueError, KeyError or TypeError if it isn't one."""
    when = datetime.fromisoformat(line["when"])
    names = ("who", "address", "reason", "kind")
    if when.tzinfo is None or not all(isinstance(line[name], str) for name in names):
        raise ValueError("not an audit line")
    return Entry(
        who=line["who"],
        when=when,
        address=line["address"],
        old=line["old"],
        new=line["new"],
        reason=line["reason"],
        kind=Deed(line["kind"]),
    )


def append(old: bytes, entries: Iterable[Entry], dossier: bytes) -> bytes:
    """Return the lines `old` and a sealed line for each entry.

    The last line also carries the hash of `dossier`, the bytes that are saved with it.
    """
    lines = [entry.plain() for entry in entries]
    if not lines:
        return old
    lines[-1]["dossier"] = _hash(dossier)
    seal = _last_seal(old)
    new = bytearray(old if old.endswith(b"\n") or not old else old + b"\n")
    for line in lines:
        body = _text(line | {"before": seal})
        seal = _hash(body)
        new += body[:-1] + f', "seal": "{seal}"}}\n'.encode()
    return bytes(new)


def _text(line: dict[str, Any]) -> bytes:
    return json.dumps(line, ensure_ascii=False).encode()


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _last_seal(lines: bytes) -> str:
    last = lines.rstrip(b"\n").rpartition(b"\n")[2]
    # A line that was spoiled by hand is sealed as it stands: what is new stays provable.
    return _seal_of(last) or _hash(last) if last else START


def _seal_of(line: bytes) -> str:
    try:
        seal = json.loads(line)["seal"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return seal if isinstance(seal, str) else ""


def read(lines: bytes) -> tuple[Entry, ...]:
    """Return the entries; UnreadableFileError names the first line that isn't one."""
    found = []
    for number, line in _numbered(lines):
        try:
            found.append(read_entry(json.loads(line)))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise UnreadableFileError(f"Line {number} of the history cannot be read.") from error
    return tuple(found)


def removed(lines: bytes) -> Iterator[str]:
    """Yield the ids of the rows that were removed; the lines are searched, not parsed."""
    return (found[1].decode("utf-8", "replace") for found in _REMOVED.finditer(lines))


def _numbered(lines: bytes) -> Iterator[tuple[int, bytes]]:
    return ((n, line) for n, line in enumerate(lines.split(b"\n"), start=1) if line)


@dataclass(frozen=True, slots=True)
class Verified:
    """What is to be said of a history: how many lines, and each break of the chain."""

    lines: int
    breaks: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing was changed, left out or put in."""
        return not self.breaks


def verify(lines: bytes, dossier: bytes | None = None) -> Verified:
    """Check every seal and, if `dossier` is given, that it is the one last saved."""
    breaks: list[str] = []
    seal, last, count = START, "", 0
    for number, line in _numbered(lines):
        count += 1
        said, seal, last = _verify(line, seal)
        breaks += [f"Line {number}: {said}"] if said else []
    if dossier is not None and count and last != _hash(dossier):
        breaks.append("The dossier is not the one that was saved with the last line.")
    return Verified(count, tuple(breaks))


def _verify(line: bytes, before: str) -> tuple[str, str, str]:
    seal = _seal_of(line)
    if not seal:
        return "it is not an audit line.", _hash(line), ""
    content = json.loads(line)
    due = _hash(_text({k: v for k, v in content.items() if k != "seal"}))
    said = ""
    if content.get("before") != before:
        said = "lines before it were changed, left out or put in."
    if seal != due:
        said = "it was changed after it was written."
    return said, seal, str(content.get("dossier", ""))
