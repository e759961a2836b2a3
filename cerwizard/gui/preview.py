"""The pane that shows a step's chapter as it will read, a moment after the writer pauses."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from time import monotonic

from pydantic import BaseModel
from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCursor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import CerWizardError
from cerwizard.gui import theme
from cerwizard.gui.labels import label
from cerwizard.gui.preview_html import WORDS, Look, Written, written
from cerwizard.gui.preview_text import composed, live, of_step
from cerwizard.gui.reading import Reading
from cerwizard.gui.task import Task
from cerwizard.report.blocks import Document
from cerwizard.report.numbers import numbers

_PAUSE = 600  # milliseconds without an edit before the chapter is composed anew
_COLOURS = ("ink", "muted", "line", "accent_soft", "note_soft", "minor_soft", "minor")
_LARGE = "This dossier is large: its preview is composed when you ask for it."


@dataclass(frozen=True, slots=True)
class Made:
    """What a worker brings back: the report, what a step says in it, how long it took."""

    dossier: Dossier
    step: str
    document: Document
    written: Written
    seconds: float


def made(dossier: Dossier, step: str, document: Document | None, look: Look) -> Made:
    """Return the preview of a step; for a worker. `document` is the report if it is there."""
    begun = monotonic()
    whole = document or composed(dossier)
    text = written(of_step(whole.blocks, step), numbers(whole.blocks), look)
    return Made(dossier, step, whole, text, monotonic() - begun)


class Preview(QWidget):
    """Composes only while it can be seen, on a worker, and never more than half of the time.

    Signal `followed`: the address from which a stretch that was clicked came.
    """

    followed = Signal(str)

    def __init__(self, where: Callable[[str], str]) -> None:
        super().__init__()
        self._where = where
        self._dossier: Dossier | None = None
        self._step = ""
        self._shown: Made | None = None
        self._asked = False  # the writer wants the preview of a large dossier
        self._working = False
        self._legend = QLabel()
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend.setWordWrap(True)
        self._legend.setMinimumSize(40, 1)
        self._text = Reading()
        self._text.document().setDocumentMargin(14)
        self._text.setAccessibleName("Preview")
        self._text.anchorClicked.connect(self._on_clicked)
        self._text.highlighted.connect(self._on_hovered)
        self._due = QTimer(self, interval=_PAUSE, singleShot=True)
        self._due.timeout.connect(self._compose)
        self._resized = QTimer(self, interval=150, singleShot=True)
        self._resized.timeout.connect(self.redraw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._text, 1)
        self.setFocusProxy(self._text)

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(14, 8, 14, 6)
        column.setSpacing(6)
        column.addWidget(self._legend)
        self._large = QWidget()
        row = QHBoxLayout(self._large)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(_LARGE, "small"), 1)
        self.ask = QPushButton("Compose")
        self.ask.setProperty("role", "small")
        self.ask.clicked.connect(self._on_asked)
        row.addWidget(self.ask)
        self._large.hide()
        column.addWidget(self._large)
        return head

    # -- data down ----------------------------------------------------------------------------

    def show_step(self, step: str) -> None:
        """Turn to the chapter of a step."""
        if step != self._step:
            self._step = step
            self._text.verticalScrollBar().setValue(0)
            self._renew(0)

    def show_dossier(self, dossier: BaseModel) -> None:
        """Follow the dossier, a moment after the last change."""
        assert isinstance(dossier, Dossier)
        if dossier is not self._dossier:
            first, self._dossier = self._dossier is None, dossier
            self._renew(0 if first else self._pause)

    def show_place(self, address: str) -> None:
        """Bring the stretch that comes from `address` into sight, if it is there."""
        number = self._shown.written.numbers.get(address) if self._shown else None
        if number is not None and self.isVisible():
            self._text.scrollToAnchor(f"at{number}")

    def redraw(self) -> None:
        """Write everything anew, in the colours of the theme worn now."""
        self._legend.setText(_legend(_look(self._text)))
        if self._shown is not None:
            self._write(self._shown.document)

    @property
    def busy(self) -> bool:
        """Whether what is shown is out of date and being composed."""
        return self._working or self._due.isActive()

    @property
    def _pause(self) -> int:
        taken = self._shown.seconds if self._shown else 0.0
        return max(_PAUSE, round(2000 * taken))

    def _renew(self, pause: int) -> None:
        if self._dossier is None or not self.isVisible():
            return
        if self._shown is not None and self._shown.dossier is self._dossier:
            self._write(self._shown.document)
            return
        by_hand = not live(self._dossier)
        self._large.setVisible(by_hand)
        if not by_hand or self._asked:
            self._due.start(pause)

    def _write(self, document: Document) -> None:
        """Write the step from a report that is there already."""
        if self._shown is not None:
            self._show(made(self._shown.dossier, self._step, document, _look(self._text)))

    def _compose(self) -> None:
        if self._working or self._dossier is None:
            return
        self._working = True
        dossier, step, look = self._dossier, self._step, _look(self._text)
        task = Task(lambda _: made(dossier, step, None, look))
        task.done.connect(self._on_composed)
        task.failed.connect(self._on_failed)
        task.start()
        if self._shown is None:
            self._text.setHtml(f"<p style='color:{look.colours['muted']}'>Composing…</p>")

    def _show(self, new: Made) -> None:
        bar = self._text.verticalScrollBar()
        kept = bar.value() if self._shown and self._shown.step == new.step else 0
        self._shown = new
        self._text.setHtml(new.written.html if new.written.places else _nothing(self._text))
        bar.setValue(kept)

    # -- reactions ----------------------------------------------------------------------------

    def _on_composed(self, new: Made) -> None:
        self._working = self._asked = False
        if new.step == self._step:
            self._show(new)
        else:
            self._shown = new
            self._write(new.document)
        if new.dossier is not self._dossier:
            self._renew(self._pause)

    def _on_failed(self, error: Exception) -> None:
        self._working = self._asked = False
        if not isinstance(error, CerWizardError):
            raise error
        self._text.setPlainText(str(error))

    def _on_asked(self) -> None:
        self._asked = True
        self._shown = None
        self._renew(0)

    def _on_clicked(self, link: QUrl) -> None:
        address = self._address(link)
        if address:
            self.followed.emit(address)

    def _on_hovered(self, link: QUrl) -> None:
        address = self._address(link)
        if address:
            QToolTip.showText(QCursor.pos(), f"From {self._where(address)}", self._text)

    def _address(self, link: QUrl) -> str:
        kind, _, number = link.toString().partition(":")
        places = self._shown.written.places if self._shown else []
        spot = int(number) if kind == "at" and number.isdigit() else len(places)
        return places[spot] if spot < len(places) else ""

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's; what happened while nobody looked is caught up with."""
        super().showEvent(event)
        self._legend.setText(_legend(_look(self._text)))
        self._renew(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's; tables are laid out for the width that there is."""
        super().resizeEvent(event)
        if self._shown is not None and event.oldSize().width() != event.size().width():
            self._resized.start()


def _look(text: QTextBrowser) -> Look:
    colours = {name: theme.colour(name).name() for name in _COLOURS}
    return Look(colours, text.viewport().width() - 28)


def _legend(look: Look) -> str:
    parts = (
        f"<span style='{look.style(kind)}'>&nbsp;{escape(word)}&nbsp;</span>"
        for kind, word in WORDS.items()
    )
    return f"<span style='color:{look.colours['ink']}'>{' &nbsp; '.join(parts)}</span>"


def _nothing(text: QTextBrowser) -> str:
    words = "This page has no chapter of its own."
    return f"<p style='color:{_look(text).colours['muted']}'>{words}</p>"
