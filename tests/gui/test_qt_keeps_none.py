"""Why PySide6 stays below 6.12 for as long as Python 3.11 is served.

PySide6 6.12.0 gives back one reference to None too many in nearly every call that returns None.
Before Python 3.12 made None immortal, that ends the program after some thousand calls.
"""

import sys
import tomllib
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests import ROOT

CALLS = 200

mortal = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None cannot be lost since Python 3.12"
)


def lost_by(call: Callable[[], object]) -> float:
    """Return how many references to None one call loses, on average."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return (before - sys.getrefcount(None)) / CALLS


@mortal
def test_a_text_that_is_set_loses_no_reference_to_none(qtbot: QtBot):
    line = QLineEdit()
    qtbot.addWidget(line)
    assert lost_by(lambda: line.setText("a")) < 0.5


@mortal
def test_a_hidden_row_loses_no_reference_to_none(qtbot: QtBot):
    table = QTableWidget(2, 2)
    qtbot.addWidget(table)
    assert lost_by(lambda: table.setRowHidden(1, True)) < 0.5


@mortal
def test_an_added_item_or_widget_loses_no_reference_to_none(qtbot: QtBot):
    page = QWidget()
    qtbot.addWidget(page)
    column, box = QVBoxLayout(page), QComboBox()
    qtbot.addWidget(box)
    assert lost_by(lambda: box.addItem("a")) < 0.5
    assert lost_by(lambda: column.addWidget(QLabel("a"))) < 0.5


def test_the_project_asks_for_a_qt_below_the_one_that_loses_none():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    assert "PySide6-Essentials>=6.8,<6.12" in project["dependencies"]


def test_the_pinned_qt_is_below_the_one_that_loses_none():
    pins = (ROOT / "packaging/requirements/run.txt").read_text("utf-8")
    pin = next(line for line in pins.splitlines() if line.startswith("pyside6-essentials=="))
    version = tuple(int(part) for part in pin.split("==")[1].split()[0].split("."))
    assert (6, 8) <= version < (6, 12)
