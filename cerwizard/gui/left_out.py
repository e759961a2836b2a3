"""The quiet line that says how many questions do not apply and, unfolded, which and why."""

from pydantic import BaseModel
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cerwizard.dossier.ask import Question, empty
from cerwizard.gui import icons
from cerwizard.gui.in_view import show_soon
from cerwizard.gui.labels import frame, label
from cerwizard.gui.relevance import Place, because


class LeftOut(QWidget):
    """Hidden while every question applies."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, bool], ...] = ()
        self._lines: list[str] = []
        self._list: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._toggle = QPushButton()
        self._toggle.setCheckable(True)
        self._toggle.setProperty("role", "quiet")
        self._toggle.setProperty("flush", True)
        self._toggle.toggled.connect(self._on_toggled)
        self._column.addWidget(self._toggle)
        self._draw_arrow(False)
        self.hide()

    def show_questions(self, left_out: list[Question], place: Place, record: BaseModel) -> None:
        """Say that these questions of `record` do not apply."""
        kept = tuple((q.name, not empty(getattr(record, q.name))) for q in left_out)
        if kept == self._shown:
            return
        self._shown = kept
        self._lines = [
            _line(q, place, filled) for q, (_, filled) in zip(left_out, kept, strict=True)
        ]
        number = len(left_out)
        one = number == 1
        self._toggle.setText(
            f"{number} question{'' if one else 's'} do{'es' if one else ''} not apply"
        )
        self.setVisible(number > 0)
        self._redraw(self._toggle.isChecked())

    def _on_toggled(self, shown: bool) -> None:
        self._draw_arrow(shown)
        self._redraw(shown)
        if shown:
            show_soon(self)

    def _draw_arrow(self, shown: bool) -> None:
        icons.put(self._toggle, "chevron-down" if shown else "chevron-right", "accent")

    def _redraw(self, shown: bool) -> None:
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None
        if not shown:
            return
        self._list = frame("panel")
        column = QVBoxLayout(self._list)
        for line in self._lines:
            column.addWidget(label(line, "muted"))
        self._column.addWidget(self._list)
        self._list.show()


def _line(asked: Question, place: Place, filled: bool) -> str:
    why = because(asked.ask.when, place) if asked.ask.when else "it applies"
    kept = " Its answer is kept, but not printed." if filled else ""
    return f"{asked.ask.label} – asked only if {why}.{kept}"
