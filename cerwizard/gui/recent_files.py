"""The files that were open lately, on the start page and in the menu."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QMenu

from cerwizard.gui.start_page import StartPage


def show(
    files: Iterable[Path], page: StartPage, menu: QMenu, open_file: Callable[[Path], None]
) -> None:
    """List the files in both places; the menu opens them by `open_file`."""
    listed = list(files)
    page.show_recent(listed)
    menu.clear()
    menu.setEnabled(bool(listed))
    for path in listed:
        action = menu.addAction(path.stem.replace("&", "&&"))
        action.setToolTip(str(path))
        action.triggered.connect(lambda _=False, path=path: open_file(path))
