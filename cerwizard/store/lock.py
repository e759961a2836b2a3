"""The lock beside an open dossier: it names who has it, on which machine, since when."""

import getpass
import hashlib
import json
import os
import platform
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from cerwizard.errors import LockedError
from cerwizard.store import processes
from cerwizard.store.whole_file import in_words

_LARGEST = 10_000
_LONGEST_NAME = 255  # bytes that the usual file systems allow


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock; `started` tells a process from an earlier one of the same number."""

    user: str
    host: str
    pid: int
    started: str
    since: str


def myself(user: str = "") -> Holder:
    """Return the present process as a holder, under the name `user` or the login."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    pid = os.getpid()
    return Holder(user or _login(), platform.node(), pid, _started(pid), now)


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def _started(pid: int) -> str:
    """Return when a process started, as its system counts it; "" where that can't be told."""
    try:
        words = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    # The name, in brackets, may hold anything; the start time is the 22nd word of the line.
    return words.rpartition(")")[2].split()[19]


def alive(holder: Holder) -> bool:
    """Say whether the holder's process still runs; on another machine it is taken to."""
    if holder.host != platform.node():
        return True
    started = _started(holder.pid)
    return processes.runs(holder.pid) and (
        not holder.started or not started or holder.started == started
    )


def place(dossier: Path) -> Path:
    """Return where the lock of a dossier is."""
    name = f".{dossier.name}.lock"
    if len(os.fsencode(name)) > _LONGEST_NAME:  # the lock's name has six more than the dossier's
        name = f".{hashlib.sha256(os.fsencode(dossier.name)).hexdigest()}.lock"
    return dossier.with_name(name)


def holder(dossier: Path) -> Holder | None:
    """Return who holds the lock of a dossier, None if nobody does."""
    return _read(place(dossier))


def _read(path: Path) -> Holder | None:
    try:
        with path.open(encoding="utf-8") as file:
            found = json.loads(file.read(_LARGEST))
        return Holder(**{name: kind(found[name]) for name, kind in Holder.__annotations__.items()})
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        # There is one, though it can't be read: somebody may be writing it at this moment.
        return Holder("somebody", "a machine not named", 0, "", "")


class Lock:
    """A lock that is held until `release`, or until the end of a `with`."""

    def __init__(self, path: Path, mine: Holder) -> None:
        self._path = path
        self._mine = mine

    def release(self) -> None:
        """Give the lock back, if it is still ours."""
        if _read(self._path) == self._mine:
            with suppress(OSError):
                self._path.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def take(
    dossier: Path,
    user: str = "",
    *,
    force: bool = False,
    runs: Callable[[Holder], bool] = alive,
) -> Lock:
    """Lock a dossier in the name of `user`; one whose process is dead is replaced silently.

    Raises LockedError that names the holder, unless `force` takes the lock from them, and
    CannotWriteError where nothing can be written beside the dossier.
    """
    path, mine = place(dossier), myself(user)
    with in_words(dossier):
        while not _create(path, mine):
            found = _read(path)
            if found is None:
                continue
            if runs(found) and not force:
                raise LockedError(_sentence(dossier, found))
            _clear(path, found)
    return Lock(path, mine)


def _create(path: Path, mine: Holder) -> bool:
    # Written aside and linked, so that nobody ever reads half a lock.
    aside = path.with_name(f".cerw-{mine.pid}-{secrets.token_hex(4)}.lock")
    try:
        aside.write_text(json.dumps(asdict(mine)), encoding="utf-8")
        return _link(aside, path)
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _link(aside: Path, path: Path) -> bool:
    try:
        os.link(aside, path)
    except FileExistsError:
        return False
    except OSError:
        return _copy(aside, path)  # some shares have no links
    return True


def _copy(aside: Path, path: Path) -> bool:
    try:
        with path.open("xb") as file:
            file.write(aside.read_bytes())
    except FileExistsError:
        return False
    return True


def _clear(path: Path, dead: Holder) -> None:
    """Take the dead holder's lock away, but not one that another process has put there since."""
    aside = path.with_name(f".cerw-{os.getpid()}-{secrets.token_hex(4)}.lock")
    with suppress(FileNotFoundError):
        path.rename(aside)
        if _read(aside) != dead:
            _link(aside, path)
        aside.unlink()


def _sentence(dossier: Path, found: Holder) -> str:
    since = f" since {found.since.replace('T', ' ')[:16]} UTC" if found.since else ""
    mine = myself()
    if (found.user, found.host) == (mine.user, mine.host):
        return (
            f"“{dossier.name}” is open in another window on this computer (process {found.pid})"
            f"{since}; close it there."
        )
    return (
        f"“{dossier.name}” is open with {found.user} on {found.host} (process {found.pid}){since}; "
        "ask them to close it."
    )
