"""The files that were open lately, on the start page and in the menu."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QMenu

from cerwizard.gui.start_page import StartPage

_LONGEST = 56  # characters of a name in the menu


def show(
    files: Iterable[Path], page: StartPage, menu: QMenu, open_file: Callable[[Path], None]
) -> None:
    """List the files in both places; the menu opens them by `open_file`."""
    listed = list(files)
    page.show_recent(listed)
    menu.clear()
    menu.setEnabled(bool(listed))
    menu.setToolTipsVisible(True)
    names = [path.stem for path in listed]
    for path in listed:
        action = menu.addAction(_name(menu, path, alone=names.count(path.stem) == 1))
        action.setToolTip(str(path))
        action.triggered.connect(lambda _=False, path=path: open_file(path))


def _name(menu: QMenu, path: Path, *, alone: bool) -> str:
    """Return what a file is called in the menu; another one of its name tells their folders."""
    words = path.stem if alone else f"{path.stem} – {path.parent.name}"
    from PySide6.QtCore import Qt  # not for the first paint: its names take long to make

    font = menu.fontMetrics()
    room = _LONGEST * font.averageCharWidth()
    return font.elidedText(words, Qt.TextElideMode.ElideMiddle, room).replace("&", "&&")
