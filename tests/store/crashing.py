"""What the tests of crashes kill in the middle: programs that save, or type, without end."""

import subprocess
import sys
from pathlib import Path

from tests import ROOT

_SAVE = """
import sys
from pathlib import Path
from cerwizard.dossier import paths
from cerwizard.store import dossier_file
path = Path(sys.argv[1])
opened = dossier_file.load(path)
print("ready", flush=True)
for number in range(10_000):
    other = paths.put(opened.dossier, "device.name", f"Name {number}")
    opened = dossier_file.save(path, other, basis=opened)
"""
_TYPE = """
import sys, time
from pathlib import Path
from cerwizard.dossier.dossier import Dossier
from cerwizard.session import Session
from cerwizard.store.journal import Journal
journal = Journal(Dossier(), folder=Path(sys.argv[1]))
session = Session(Dossier(), keep=journal.append)
journal.flush()
for number in range(1_000_000):
    session.set("device.description", f"{number} " + "word " * (number % 50))
    if number % 7 == 0:
        session.leave()
    if number == 0:
        journal.flush()
    print(number, flush=True)
    time.sleep(0.002)
"""


def saving(path: Path) -> subprocess.Popen[str]:
    """Start a program that saves a dossier again and again."""
    return _started(_SAVE, path)


def typing(folder: Path) -> subprocess.Popen[str]:
    """Start a program that types with a journal in `folder`; it says each text's number.

    Text 0 is on disk when this returns; `killed` returns the numbers after it, if there were any.
    """
    return _started(_TYPE, folder)


def _started(code: str, path: Path) -> subprocess.Popen[str]:
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    program.stdout.readline()
    return program


def killed(program: subprocess.Popen[str]) -> str:
    """Kill a program as a power cut would, and return what it said until then."""
    program.kill()
    said, _ = program.communicate()
    return said
