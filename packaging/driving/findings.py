"""How the driver meets findings: it is led to each, mends it, and sees it go."""

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cerwizard.dossier import paths
from cerwizard.gui.desk import Desk
from cerwizard.gui.field import Field, FieldBody
from cerwizard.gui.focus import address_of
from cerwizard.gui.window import Window
from driving import files, hand
from driving.entry import Entry
from driving.watch import wait

_ROOT = Path(__file__).resolve().parents[2]
_MOST = 16  # findings to which the keyboard goes, one after the other


def mended(window: Window, entry: Entry, address: str) -> str:
    """Mend what is wrong at an address of the target by way of the list of findings."""
    desk, here = entry.desk, entry.here(address)
    files.judged(window)
    found = [f for f in desk.side.findings.shown() if f.path == here]
    assert found, f"no finding in the list says what is wrong at {address}"
    entry.way.follow(desk, here)
    wait(lambda: address_of(hand.focus()) == here, f"the finding leads to {address}")
    field = _field_in_focus()
    entry.answer(field, entry.mine(field.question, paths.get(entry.target, address)))
    wait(lambda: not desk.judging.busy, "the rules have looked")
    left = {f.spot for f in desk.side.findings.shown()}
    stay = [f.message for f in found if f.spot in left]
    assert not stay, f"{address} is mended, and still it is said: {stay}"
    return f"{found[0].code} “{found[0].message}” led to its field and went when it was mended"


def _field_in_focus() -> Field:
    body: QWidget | None = hand.focus()
    while body is not None and not isinstance(body, FieldBody):
        body = body.parentWidget()
    assert body is not None
    (field,) = body.findChildren(Field, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return field


Said = tuple[str, str, str, str]  # code, severity, address, message


def said_of(file: Path) -> list[Said]:
    """Return what `cerwizard check` says of a dossier."""
    words = [sys.executable, "-m", "cerwizard", "check", str(file), "--format", "json"]
    done = subprocess.run(words, cwd=_ROOT, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return [
        (one["code"], one["severity"], one["path"], one["message"])
        for one in json.loads(done.stdout)["findings"]
        if not one["waived"]
    ]


def compared(window: Window, entry: Entry, said: list[Said]) -> str:
    """Compare the list in the window with what was said of the target's file."""
    files.judged(window)
    shown = [(f.code, str(f.severity), f.path, f.message) for f in entry.desk.side.findings.shown()]
    there = [(code, severity, entry.here(path), words) for code, severity, path, words in said]
    odd = sorted(set(shown) ^ set(there))
    assert sorted(shown) == sorted(there), f"the window and the command line differ: {odd[:9]}"
    return f"{len(shown)} findings are left in the list, the same as `cerwizard check` gives"


def gone_round(desk: Desk) -> str:
    """Go from finding to finding with the keyboard; each must be where it says."""
    left = [f for f in desk.remarks.all if f.waived is None][:_MOST]
    for finding in left:
        hand.press(Qt.Key.Key_F8)
        assert desk.step == finding.step, f"{finding.code} leads to {desk.step}"
    return f"the keyboard led to {len(left)} findings, one after the other"
