"""The list of keys, in the window and in the manual, is that of the menus."""

import re

from PySide6.QtWidgets import QMainWindow

from cerwizard.gui import manual_pages
from cerwizard.gui.actions import MENUS, Actions

KEYED = [deed for deeds in MENUS.values() for deed in deeds if deed.keys]
_MANUAL = (manual_pages.folder() / "window.md").read_text("utf-8")
_EVERYWHERE = {"Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A", "Ctrl+N", "Ctrl+O", "Ctrl+S", "Ctrl+W"}
_EVERYWHERE |= {"Ctrl+Shift+S", "Ctrl+Q"}  # known from every program, not told


def test_no_two_deeds_have_the_same_key():
    keys = [deed.keys for deed in KEYED]
    assert len(keys) == len(set(keys))


def test_the_list_of_keys_has_every_key(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    listed = {key for group in Actions(window).keyboard().values() for key, _ in group}
    assert {deed.keys for deed in KEYED} <= listed


def test_the_manual_names_every_key_that_is_our_own():
    spelt = _MANUAL.replace("Ctrl+Plus", "Ctrl++").replace("Ctrl+Minus", "Ctrl+-")
    told = set(re.findall(r"(?:Ctrl\+|Shift\+|Alt\+)*(?:F\d+|Pg\w+|[A-Z0-9+-])(?!\w)", spelt))
    assert sorted({deed.keys for deed in KEYED} - _EVERYWHERE - told) == []
