"""Finding in the dossier: the bar, the search, and the way to the words in their field."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.find_bar import FindBar
from cerwizard.gui.searching import Searching


class FindingWords(QObject):
    """`dossier` gives the present one; `reveal` leads to an address."""

    def __init__(
        self, bar: FindBar, dossier: Callable[[], Dossier], reveal: Callable[[str], None]
    ) -> None:
        super().__init__(bar)
        self._bar, self._dossier, self._reveal = bar, dossier, reveal
        self.searching = Searching(self)
        bar.wanted.connect(self._on_wanted)
        bar.followed.connect(self._on_followed)
        bar.closed.connect(self.searching.stop)
        self.searching.found.connect(bar.show_hits)

    def refresh(self) -> None:
        """Search again in a dossier that has changed."""
        if self._bar.isVisible():
            self._on_wanted(self._bar.words.text())

    def _on_wanted(self, words: str) -> None:
        if words.strip():
            self.searching.look(self._dossier(), words)
        else:
            self.searching.stop()

    def _on_followed(self, address: str) -> None:
        self._reveal(address)
        _select(self._bar.words.text().strip())


def _select(words: str) -> None:
    """Select the words in the field that has the focus, so that the eye finds them."""
    editor = QApplication.focusWidget()
    if isinstance(editor, QPlainTextEdit):
        found = editor.document().find(words, 0, QTextDocument.FindFlag(0))
        editor.setTextCursor(QTextCursor(editor.document()) if found.isNull() else found)
    elif isinstance(editor, QLineEdit):
        at = editor.text().casefold().find(words.casefold())
        if at >= 0:
            editor.setSelection(at, len(words))
