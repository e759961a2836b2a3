"""Going on from an open dossier: at once, or when the writer has said what becomes of it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cerwizard.gui import dialogs
from cerwizard.gui.book import Book
from cerwizard.gui.desk import Desk
from cerwizard.gui.filing import Filing


def leave(
    window: QWidget, filing: Filing, book: Book, desk: Desk, then: Callable[[], None]
) -> None:
    """Go on with `then` unless the writer wants to stay with what is not saved or not kept."""
    held = desk.held()
    if not book.session.changed and not held:
        then()
        return
    answer = dialogs.ask_unsaved(window, book.name, held)
    if answer is dialogs.Leaving.SAVE:
        filing.save(book, then)
    elif answer is dialogs.Leaving.DISCARD:
        then()
