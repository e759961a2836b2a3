"""Names what is written aside, and sweeps away what a program that was killed has left of it."""

import hashlib
import os
import platform
import re
import secrets
import time
from contextlib import suppress
from pathlib import Path

from cerwizard.store import processes

_FORGOTTEN = 600  # seconds after which a file aside of another machine is left behind
_NAME = re.compile(r"\.cerw-(\d+)-([0-9a-f]{8})-[0-9a-f]{8}\.tmp")


def named(target: Path) -> Path:
    """Return a path beside `target` that nobody else writes to."""
    return target.with_name(f".cerw-{os.getpid()}-{_here()}-{secrets.token_hex(4)}.tmp")


def sweep(folder: Path) -> None:
    """Take away what programs that were killed while writing have left in the folder."""
    with suppress(OSError):
        for left in folder.glob(".cerw-*.tmp"):
            with suppress(OSError):
                if _is_left(left):
                    left.unlink()


def _is_left(aside: Path) -> bool:
    found = _NAME.fullmatch(aside.name)
    if found and found[2] == _here() and not processes.runs(int(found[1])):
        return True
    return time.time() - aside.stat().st_mtime > _FORGOTTEN


def _here() -> str:
    """Return what tells this machine from others that write to the same folder."""
    return hashlib.sha256(platform.node().encode()).hexdigest()[:8]
