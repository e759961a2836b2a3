"""The files that were open lately: long names and folders are cut, never lost."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QMenu, QPushButton

from cerwizard.gui import recent_files
from cerwizard.gui.start_page import StartPage

LONG = "Clinical Evaluation Report of a device whose name fills a line and then another one " * 2


def shown(qtbot, *files: str) -> tuple[StartPage, QMenu]:
    page, menu = StartPage(), QMenu()
    for widget in (page, menu):
        qtbot.addWidget(widget)
    page.resize(900, 700)
    page.show()
    recent_files.show([Path(file) for file in files], page, menu, lambda _: None)
    qtbot.waitUntil(lambda: len(lines(page)) == len(files))
    return page, menu


def lines(page: StartPage) -> list[QPushButton]:
    made = page.findChildren(QPushButton)
    return [b for b in made if b.property("role") == "line" and b.isVisible() and b.width() > 700]


def test_a_long_name_is_cut_and_told_whole_to_the_pointer(qtbot):
    page, menu = shown(qtbot, f"/a/{LONG}.cerw")
    (action,) = menu.actions()
    assert "…" in action.text()
    assert LONG in action.toolTip()
    assert menu.toolTipsVisible()
    (line,) = lines(page)
    assert line.text().endswith("…")
    assert line.accessibleName() == LONG


def test_a_long_folder_is_cut_and_not_hidden(qtbot):
    page, _ = shown(qtbot, f"/{LONG}/{LONG}/last/x.cerw")
    (line,) = lines(page)
    folder = line.findChild(QLabel)
    assert line.text() == "x"
    assert folder.isVisible()
    assert "…" in folder.text()
    assert folder.text().endswith("last")


def test_files_of_one_name_are_told_apart_in_the_menu(qtbot):
    _, menu = shown(qtbot, "/one/CER.cerw", "/two/CER.cerw", "/two/A & B.cerw")
    assert [a.text() for a in menu.actions()] == ["CER – one", "CER – two", "A && B"]
