"""Makes the desk of a dossier in turns of the event loop: in between, the window answers."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from cerwizard.gui.book import Book
    from cerwizard.gui.desk import Desk
    from cerwizard.rules.catalog import Pack


class Opening:
    """Has a desk made for a book and then shown; whoever cannot wait calls `finish`."""

    def __init__(self, room: QWidget, show: Callable[["Book", "Desk"], None]) -> None:
        self._room, self._show = room, show
        self.pack: Callable[[], Pack] | None = None  # the rules by which is judged
        self._turns: Iterator[None] = iter(())

    def begin(self, book: "Book") -> None:
        """Begin to open a book; one that is on its way is opened first."""
        self.finish()
        self._turns = self._opened(book)
        QTimer.singleShot(0, self._on_turn)

    def finish(self) -> None:
        """Do at once whatever is left to do."""
        for _ in self._taken():
            pass

    def _opened(self, book: "Book") -> Iterator[None]:
        from cerwizard.gui.desk import Desk  # the start page does without it

        desk = Desk(book.session, self.pack, self._room)
        yield
        yield from desk.begin()
        self._show(book, desk)

    def _taken(self) -> Iterator[None]:
        turns, self._turns = self._turns, iter(())
        return turns

    def _on_turn(self) -> None:
        turns = self._taken()  # a turn that leads back here finds nothing left to do
        if next(turns, self) is None:
            self._turns = turns
            QTimer.singleShot(0, self._on_turn)
