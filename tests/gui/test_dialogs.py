"""The small dialogs stay small, and show which button Enter presses."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from cerwizard.gui import dialogs


def looked_at(open_it, name: str) -> dict[str, str]:
    """Return the roles of the buttons of a dialog by their texts, and close it."""
    roles: dict[str, str] = {}

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert box.objectName() == name
        for button in box.findChildren(QPushButton):
            roles[button.text().replace("&", "")] = button.property("role") or ""
        box.reject()

    QTimer.singleShot(50, look)
    open_it()
    return roles


@pytest.mark.parametrize(
    ("open_it", "name", "main"),
    [
        (lambda: dialogs.tell(None, "Done."), "tell", "OK"),
        (lambda: dialogs.ask_unsaved(None, "Foam", ()), "unsaved", "Save"),
        (lambda: dialogs.ask_recover(None, "Foam", "today"), "recover", "Recover"),
    ],
)
def test_the_button_that_goes_on_stands_out(qtbot, open_it, name: str, main: str):
    roles = looked_at(open_it, name)
    assert [text for text, role in roles.items() if role == "main"] == [main]


def test_no_button_stands_out_where_something_would_be_lost(qtbot):
    roles = looked_at(lambda: dialogs.ask_delete(None, "F01", ["B1"]), "ask")
    assert set(roles.values()) == {""}


def test_a_list_leaves_room_for_the_buttons_however_long_its_lines_are():
    told = dialogs.listed(["word " * 100] * 20).split("\n")
    assert len(told) == 13
    assert max(map(len, told)) < 115
    assert told[0].endswith("word…")
    assert told[-1] == "… and 8 more"
    assert dialogs.listed(["short"]) == "• short"
