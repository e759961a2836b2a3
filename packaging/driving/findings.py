"""How the driver meets findings: it is led to them, mends one, and sees it go."""

from PySide6.QtCore import Qt

from cerwizard.dossier import paths
from cerwizard.gui.desk import Desk
from cerwizard.gui.focus import address_of
from cerwizard.gui.window import Window
from driving import files, hand
from driving.entry import Entry


def mended(window: Window, entry: Entry, address: str) -> str:
    """Mend what was left out at `address` by way of the list of findings."""
    desk = entry.desk
    files.ready(window)
    found = [f for f in desk.remarks.all if f.path == address]
    assert found, f"no rule misses {address}"
    hand.click(desk.side.tabs.tabBar(), desk.side.tabs.tabBar().tabRect(1).center())
    hand.click(desk.side.findings.all_steps)
    _click_on(desk, found[0].path)
    assert address_of(hand.focus()) == address, "the finding does not lead to its field"
    hand.replace_with(str(paths.get(entry.target, address)))
    hand.wait(
        lambda: not desk.judging.busy and not desk.remarks.at(address),
        "the finding is gone",
    )
    return f"“{found[0].message}” was met, led to its field, and went when it was mended"


def _click_on(desk: Desk, path: str) -> None:
    shown = desk.side.findings.list
    line = [f.path for f in shown.findings].index(path)
    index = shown.model().index(line, 0)
    shown.scrollTo(index)
    hand.click(shown.viewport(), shown.visualRect(index).center())


def gone_round(window: Window) -> str:
    """Go from finding to finding with the keyboard; each must be where it says."""
    desk = window.desk
    assert desk is not None
    left = [f for f in desk.remarks.all if f.waived is None]
    for _ in left:
        hand.press(Qt.Key.Key_F8)
        hand.pause(5)
        assert desk.step in {f.step for f in left}
    return f"{len(left)} findings are left, each of which the keyboard leads to"
