"""The main window: menus, the start page or the desk, what is open, and how it is closed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cerwizard.errors import CerWizardError
from cerwizard.gui import desk_actions, enter_key, icons, recent_files, remembered
from cerwizard.gui.actions import Actions
from cerwizard.gui.busy import BusyLine
from cerwizard.gui.dress import Dress
from cerwizard.gui.helping import Helping
from cerwizard.gui.opening import Opening
from cerwizard.gui.standing_line import StandingLine
from cerwizard.gui.start_page import StartPage
from cerwizard.gui.tool_bar import ToolBar
from cerwizard.gui.warming import Warming

if TYPE_CHECKING:  # what the start page does not need comes after the first paint
    from cerwizard.gui.book import Book
    from cerwizard.gui.desk import Desk
    from cerwizard.gui.filing import Filing
    from cerwizard.gui.house_rules import HouseRules
    from cerwizard.gui.preferences import Preferences
    from cerwizard.gui.remarks import Remarks


_REFERENCES = "literature.references"


class Window(QMainWindow):
    """The one window.

    Signals: `settled` when all is there; `crashed` with an error that is nobody's sentence;
    `tour_ended` when there is nothing any more to be led round.
    """

    settled = Signal()
    crashed = Signal(Exception)
    tour_ended = Signal()

    def __init__(self, choice: str = "system", percent: int = 100) -> None:
        super().__init__()
        self.setObjectName("window")
        self.resize(1280, 800)
        self.setWindowTitle("CER Wizard")
        self.acts = Actions(self)
        self.tools = ToolBar(self, self.acts)
        self.addToolBar(self.tools)
        self.dress = Dress(self, self.acts, choice, percent)
        self.dress.redraw = self._redraw
        self._stack, self.busy = self._centre()
        self.start = StartPage(self._stack)
        self._stack.addWidget(self.start)
        self.line = StandingLine(self)
        self.warming = Warming(self.line.show_saved)
        self.setStatusBar(self.line)
        self.helping = Helping(self, self.acts)
        self.helping.step_title = lambda: self.desk.step_title if self.desk else ""
        self.opening = Opening(self._stack, self._show_desk)
        self.book: Book | None = None
        self.desk: Desk | None = None
        self.filing: Filing | None = None
        self.preferences: Preferences | None = None
        self.rules: HouseRules | None = None
        self._file: Path | None = None
        self.tour_wanted = self._painted = False
        self.acts.allow(is_open=False)
        self._connect()

    def _centre(self) -> tuple[QStackedWidget, BusyLine]:
        centre = QWidget(self)  # from the outside inwards: what moves house is dressed again
        self.setCentralWidget(centre)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        stack, busy = QStackedWidget(centre), BusyLine(centre)
        column.addWidget(stack, 1)
        column.addWidget(busy)
        return stack, busy

    def _connect(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "new": self.new,
            "open": self.open,
            "save": lambda: self._with_book(lambda f, b: f.save(b)),
            "save_as": lambda: self._with_book(lambda f, b: f.save_as(b)),
            "import": lambda: self._with_book(lambda f, b: f.import_references(b)),
            "report": lambda: self._with_book(lambda f, b: f.write_report(b)),
            "review_annex": lambda: self._with_book(lambda f, b: f.write_review(b, self.desk)),
            "close": lambda: self._leave(self._show_start),
            "quit": self.close,
            "house_rules": self.ask_house_rules,
            "tour": self.show_tour,
            "rail": self._fold,
            "side": self._fold,
        }
        for name, deed in deeds.items():
            self.acts[name].triggered.connect(lambda _=False, deed=deed: deed())
        desk_actions.connect(self.acts, self._with_desk)
        self.start.new_asked.connect(self.new)
        self.start.open_asked.connect(self.open)
        self.start.file_asked.connect(self.open_file)
        self.start.sample_asked.connect(self.open_sample)
        self.line.day_asked.connect(lambda: self._with_desk(lambda d: d.ask_day()))
        self.line.findings_asked.connect(lambda: self._with_desk(lambda d: d.show_findings()))

    # -- the first moments --------------------------------------------------------------------

    def begin_with(self, file: Path | None) -> None:
        """Open this file as soon as the window is there."""
        self._file = file

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's; the first paint lets the rest of the program in."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, lambda: self.warming.start(self.settle))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if not enter_key.pressed(self, event):
            super().keyPressEvent(event)

    def settle(self) -> None:
        """Wire what the start page did not need."""
        if self.filing is not None:
            return
        from cerwizard.gui.filing import Filing
        from cerwizard.gui.house_rules import HouseRules
        from cerwizard.gui.preferences import Preferences
        from cerwizard.gui.sample_files import samples

        self.preferences = Preferences(self.line.show_saved)
        self.dress.changed.connect(self.preferences.look)
        self.rules = HouseRules(self, self.preferences)
        self.filing = Filing(self, self.busy)
        self.filing.who = self.preferences.who
        self.filing.house = self.preferences.house
        self.filing.usual = self._folder
        self.opening.pack = self.rules.read
        self.filing.opened.connect(self.opening.begin)
        self.filing.saved.connect(self._note_file)
        self.filing.imported.connect(lambda: self._with_desk(lambda d: d.reveal(_REFERENCES)))
        self.filing.failed.connect(self.tell)
        self.tools.fill()
        self.dress.settle()
        self.start.settle()
        self.start.show_samples(samples())
        icons.recolour(self)  # the icons of the menus were only promised
        self._show_recent()
        self.filing.look_for_recoveries(self._file)
        self.settled.emit()
        self.warming.end()
        if self._file is not None:
            self.open_file(self._file)

    # -- what the writer asks for -------------------------------------------------------------

    def new(self) -> None:
        """Begin an empty dossier, after the open one has been left."""
        self.warming.soon(lambda: self._leave(lambda: self._filing().new()))

    def open(self) -> None:
        """Ask for a dossier and open it."""
        self.warming.soon(self._ask_open)

    def _ask_open(self) -> None:
        path = self._filing().ask_open(self._folder())
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a dossier, after the open one has been left."""
        self.warming.soon(lambda: self._leave(lambda: self._filing().open(path)))

    def open_sample(self, path: Path) -> None:
        """Open a copy of a sample."""
        from cerwizard.gui.sample_files import kind_of

        name = f"{kind_of(path)} (sample)"
        self.warming.soon(lambda: self._leave(lambda: self._filing().open_copy(path, name)))

    def ask_house_rules(self) -> None:
        """Let the writer name the folders in which the house has rules of its own."""
        self.warming.soon(lambda: self.rules.ask(self.desk) if self.rules else None)

    def show_tour(self) -> None:
        """Lead round the window, once for every writer without being asked."""
        from cerwizard.gui.touring import lead_round

        if self.desk is None or self.preferences is None:
            return
        self.acts["rail"].setChecked(True)
        self.acts["side"].setChecked(True)
        self._fold()
        report = self.tools.widgetForAction(self.acts["report"])
        tour = lead_round(self, self.desk, report)
        if tour is not None:
            tour.ended.connect(self.preferences.tour_seen)
            self.tour_ended.connect(tour.end)

    def _fold(self) -> None:
        rail, side = self.acts["rail"].isChecked(), self.acts["side"].isChecked()
        self._with_desk(lambda desk: desk.fold(rail, side))
        if self.preferences is not None:
            self.preferences.side_shown(side)

    # -- what came of it ----------------------------------------------------------------------

    def _show_desk(self, book: "Book", desk: "Desk") -> None:
        self._drop()
        self.book, self.desk = book, desk
        self.desk.changed.connect(self._show_standing)
        self.desk.judged.connect(self._on_judged)
        self.desk.troubled.connect(self.tell)
        self.desk.around.news.report_asked.connect(self.acts["report"].trigger)
        self.desk.around.news.import_asked.connect(self.acts["import"].trigger)
        self.helping.pack = self.desk.judging
        self._stack.addWidget(self.desk)
        self._stack.setCurrentWidget(self.desk)
        self.tools.show()
        self.acts.allow(is_open=True)
        self.acts["rail"].setChecked(True)
        self.acts["side"].setChecked(remembered.take_up(self.desk, self.preferences))
        self.desk.fold(rail=True, side=self.acts["side"].isChecked())
        self.desk.side.opened.connect(lambda: self.acts["side"].setChecked(True))
        self._note_file()
        self.desk.page.focus_first()
        if self.tour_wanted and self.preferences and not self.preferences.settings.tour_seen:
            QTimer.singleShot(0, self.show_tour)
        if book.notes:
            from cerwizard.gui import dialogs

            dialogs.tell(self, f"“{book.name}” is open.", dialogs.listed(book.notes))

    def _on_judged(self, remarks: "Remarks") -> None:
        self.line.show_remarks(remarks)
        if self.desk is not None:
            judging = self.desk.judging
            self.line.show_day(judging.day, judging.day_words(), judging.other_day)

    def _note_file(self) -> None:
        if self.book is not None and self.book.session.file and self.preferences is not None:
            self.preferences.opened(self.book.session.file)
            self._show_recent()
        self._show_standing()

    def _show_standing(self) -> None:
        if self.book is None:
            return
        session = self.book.session
        self.setWindowTitle(f"{self.book.name}[*] – CER Wizard")
        self.setWindowModified(session.changed)
        self.acts.show_undo(session.undo_text, session.redo_text)
        self.line.show_standing(changed=session.changed, in_file=session.file is not None)

    def _show_recent(self) -> None:
        if self.preferences is None:
            return
        files = self.preferences.recent()
        recent_files.show(files, self.start, self.acts.recent, self.open_file)

    def _redraw(self) -> None:
        self.line.redraw()
        self.helping.redraw()
        if self.desk is not None:
            self.desk.redraw()

    def tell(self, error: Exception) -> None:
        """Show an error: its sentence, if it has one for the writer."""
        from cerwizard.gui import dialogs

        if isinstance(error, CerWizardError):
            dialogs.tell(self, str(error))
        else:
            self.crashed.emit(error)

    # -- leaving ------------------------------------------------------------------------------

    def _leave(self, then: Callable[[], None]) -> None:
        """Go on with `then` unless the writer wants to stay with what is open."""
        self.opening.finish()
        if self.book is None or self.desk is None:
            then()
            return
        from cerwizard.gui.leaving import leave

        leave(self, self._filing(), self.book, self.desk, then)

    def _show_start(self) -> None:
        self._drop()
        self._stack.setCurrentWidget(self.start)
        self.tools.hide()
        self.acts.allow(is_open=False)
        self.setWindowTitle("CER Wizard")
        self.setWindowModified(False)
        self.line.show_nothing()
        self.start.new.setFocus()

    def _drop(self) -> None:
        """Close what is open; whatever was to be saved has been."""
        self.tour_ended.emit()
        if self.desk is not None:
            remembered.note(self.desk, self.preferences)
            self.desk.stop()
            self._stack.removeWidget(self.desk)
            self.desk.deleteLater()
        if self.book is not None:
            self.book.close()
        self.book = self.desk = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt's; asks first if something is not saved."""
        self.opening.finish()
        if self.book is None:
            if self.preferences is not None:
                self.preferences.places(window=remembered.noted(self.saveGeometry()))
            event.accept()
            return
        event.ignore()
        self._leave(self._close_for_good)

    def _close_for_good(self) -> None:
        self._drop()
        QTimer.singleShot(0, self.close)

    # -- small helps --------------------------------------------------------------------------

    def _filing(self) -> "Filing":
        self.settle()
        assert self.filing is not None
        return self.filing

    def _with_book(self, deed: "Callable[[Filing, Book], object]") -> None:
        if self.book is not None:
            deed(self._filing(), self.book)

    def _with_desk(self, deed: "Callable[[Desk], object]") -> None:
        if self.desk is not None:
            deed(self.desk)

    def _folder(self) -> Path:
        recent = self.preferences.recent() if self.preferences else []
        return recent[0].parent if recent else Path.home()
