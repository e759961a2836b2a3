"""The numbers that stand for Qt's names until the first paint."""

import subprocess
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from cerwizard.gui import qt_numbers


def test_every_number_is_that_of_its_name():
    assert Qt.TextFormat.PlainText.value == qt_numbers.PLAIN_TEXT
    assert Qt.FocusPolicy.NoFocus.value == qt_numbers.NO_FOCUS
    assert Qt.ContextMenuPolicy.PreventContextMenu.value == qt_numbers.NO_CONTEXT_MENU
    assert Qt.ToolButtonStyle.ToolButtonTextBesideIcon.value == qt_numbers.TEXT_BESIDE_ICON
    assert QFrame.Shape.NoFrame.value == qt_numbers.NO_FRAME
    schemes = (Qt.ColorScheme.Unknown, Qt.ColorScheme.Light, Qt.ColorScheme.Dark)
    assert [scheme.value for scheme in schemes] == list(qt_numbers.SCHEMES.values())


def test_the_first_page_makes_none_of_the_names():
    code = (
        "from PySide6 import QtCore\n"
        "from cerwizard.gui import app, remembered, theme\n"
        "made = app.application()\n"
        "theme.apply(made, 'system', 100, theme.guessed('system'))\n"
        "remembered.show(app.Window(), '')\n"
        "print('Qt' in vars(QtCore))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
