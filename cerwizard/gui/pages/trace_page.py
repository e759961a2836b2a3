"""The stop Traceability: the threads of the whole dossier in one sheet."""

from collections.abc import Iterator

from pydantic import BaseModel
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.labels import label
from cerwizard.gui.link_line import LinkLine
from cerwizard.gui.pages.look_page import LookPage
from cerwizard.gui.pages.sheet_view import SheetView
from cerwizard.gui.pages.trace_lines import BENEFITS, CLAIMS, COLUMNS, RISKS, Woven, woven
from cerwizard.gui.pages.wide_page import card
from cerwizard.gui.tick_box import TickBox

_SOURCES = (("Benefits", BENEFITS), ("Claims", CLAIMS), ("Risks and side-effects", RISKS))


class TracePage(LookPage):
    """The cursor goes from cell to cell; Enter follows a word to its field."""

    def _cards(self) -> Iterator[QWidget]:
        self._woven = Woven((), {})
        self._said = label("", "muted")
        self.only_holes = TickBox("Only lines on which something is missing")
        self.only_holes.toggled.connect(self._draw)
        self.sheet = SheetView(COLUMNS, "Traceability", by_cell=True)
        self.sheet.followed.connect(self._around.news.followed)
        self._where = LinkLine("They are told in")
        self._where.followed.connect(self._around.news.followed)
        yield card(self._head(), self._where, self.sheet)

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addWidget(self.only_holes)
        return head

    def show_dossier(self, dossier: BaseModel) -> None:
        """Show the threads of `dossier`."""
        assert isinstance(dossier, Dossier)
        self._woven = woven(dossier)
        self._said.setText(_summary(self._woven))
        self.only_holes.setVisible(bool(self._woven.lines))
        self.sheet.setVisible(bool(self._woven.lines))
        self._where.show_links([] if self._woven.lines else _SOURCES)
        self._draw()

    def _draw(self) -> None:
        holes = self.only_holes.isChecked()
        self.sheet.show_lines(self._woven.holed() if holes else self._woven.lines)

    def focus_first(self) -> None:
        """Put the cursor into the sheet."""
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.sheet.currentIndex().isValid():
            keys = [line.key for line in self.sheet.sheet.lines if not line.heading]
            self.sheet.select(next(iter(keys), ""))


def _summary(found: Woven) -> str:
    lines = len(found.holes)
    if not lines:
        return "There is no claim, no benefit and no risk yet from which a thread could begin."
    bare = sum("data" in holes for holes in found.holes.values())
    holed = sum(bool(holes) for holes in found.holes.values())
    if not holed:
        return f"{lines} threads. On each, everything is there or a gap tells what is not."
    also = f" On {bare} of them there are no data at all." if bare else ""
    return f"{lines} threads. On {holed}, something is missing and no gap says so.{also}"
