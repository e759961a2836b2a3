"""The counts in the status line: what there is stands out from what there is not."""

from cerwizard.gui.remarks import Remarks
from cerwizard.gui.standing_line import StandingLine
from cerwizard.rules.finding import Finding, Severity


def test_a_count_of_none_stands_back(qtbot):
    line = StandingLine()
    qtbot.addWidget(line)
    found = Finding("XX-01", "n", Severity.MAJOR, "device", "device.name", "M.", "W.", "F.", ())
    line.show_remarks(Remarks([found]))
    some, none = line.counts[Severity.MAJOR], line.counts[Severity.BLOCKER]
    assert (some.text(), none.text()) == ("1", "0")
    assert (some.property("none"), none.property("none")) == (False, True)
    assert _strongest(none) < _strongest(some) == 255
    line.show_remarks(Remarks([]))
    assert some.property("none")


def _strongest(button) -> int:
    """Return the greatest opacity of a button's icon, of 255."""
    image = button.icon().pixmap(16, 16).toImage()
    width, height = range(image.width()), range(image.height())
    return max(image.pixelColor(x, y).alpha() for x in width for y in height)
