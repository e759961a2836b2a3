"""The grid of a form: short fields side by side, each half as wide as the form."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from cerwizard.gui.form_grid import FormGrid


@dataclass
class Part:
    """A field as the grid sees it."""

    short: bool = True
    head: QWidget = field(default_factory=lambda: QLabel("Head"))
    body: QWidget = field(default_factory=lambda: QLabel("Body"))


@pytest.fixture
def widths(qtbot):
    def of(parts, width):
        holder = QWidget()
        qtbot.addWidget(holder)
        grid = FormGrid(holder)
        grid.take(parts)
        grid.show_fields(parts)
        grid.resize(width, 300)
        with qtbot.waitActive(holder):
            holder.resize(width, 300)
            holder.show()
        grid.layout().activate()
        return [part.head.geometry().right() - part.head.x() + 1 for part in parts]

    return of


def test_a_lone_short_field_is_as_wide_as_one_with_a_neighbour(widths):
    both = widths([Part(), Part()], 800)
    assert widths([Part()], 800) == [both[0]]


def test_a_long_field_goes_across_and_a_narrow_form_has_one_column(widths):
    short, long = widths([Part(), Part(short=False)], 800)
    assert long == 800 > short
    assert widths([Part(), Part()], 200) == [200, 200]
