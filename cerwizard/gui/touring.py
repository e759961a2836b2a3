"""The tour over a desk: begun once, and put away when it ends."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cerwizard.gui.tour import Tour
from cerwizard.gui.tour_stops import stops

if TYPE_CHECKING:
    from cerwizard.gui.desk import Desk


def lead_round(window: QWidget, desk: "Desk", report: QWidget | None) -> Tour | None:
    """Begin the tour; None if one is going on. `report` is the button that writes the report."""
    if window.findChild(Tour):
        return None
    tour = Tour(window, stops(desk.rail, desk.side, desk.page, report))
    tour.ended.connect(tour.deleteLater)
    return tour
