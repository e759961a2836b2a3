"""What a writer does on the pages, done to the dossier: the one place that changes the session."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cerwizard.dossier import paths
from cerwizard.dossier.ask import title
from cerwizard.dossier.numerals import with_noun
from cerwizard.errors import CerWizardError
from cerwizard.gui import dialogs
from cerwizard.gui.news import News
from cerwizard.gui.pasted_rows import Pasted
from cerwizard.session import Session

_NOTHING = "There are no rows to paste."
_HOW = "Copy the rows in your spreadsheet first, best with their headings, then paste them here."


class Edits(QObject):
    """Signals: `made` with the address of a row that is new; `refused` with an error."""

    made = Signal(str)
    refused = Signal(Exception)

    def __init__(
        self, over: QWidget, session: Session, news: News, where: Callable[[str], str]
    ) -> None:
        super().__init__(over)
        self._over, self._session, self._where = over, session, where
        news.edited.connect(self._on_edited)
        news.added.connect(self._on_added)
        news.copied.connect(self._on_copied)
        news.pasted.connect(self._on_pasted)
        news.removed.connect(self._on_removed)
        news.moved.connect(self._on_moved)
        news.begun.connect(self._on_begun)
        news.answered.connect(self._on_answered)

    def _on_edited(self, address: str, value: object) -> None:
        self._do(lambda: self._session.set(address, value))

    def _on_added(self, address: str) -> None:
        self._do(lambda: self.made.emit(self._session.add_row(address)))

    def _on_begun(self, address: str, values: Mapping[str, object], at: int) -> None:
        place = None if at < 0 else at
        self._do(lambda: self._session.add_row(address, values, place))

    def _on_answered(self, values: Mapping[str, object], reason: str) -> None:
        self._do(lambda: self._session.apply(values, reason))

    def _on_copied(self, address: str) -> None:
        self._do(lambda: self.made.emit(self._session.copy_row(address)))

    def _on_pasted(self, address: str, read: Pasted) -> None:
        self._do(lambda: self._paste(address, read))

    def _paste(self, address: str, read: Pasted) -> None:
        """Add all rows as one step, and say what of them could not be taken."""
        if not read.rows:
            dialogs.tell(self._over, _NOTHING, _HOW)
            return
        kind = paths.model_at(type(self._session.dossier), address)
        rows = tuple(kind(id=self._session.new_id(), **values) for values in read.rows)
        there = paths.get(self._session.dossier, address)
        self._session.apply({address: (*there, *rows)}, "Paste rows")
        self.made.emit(f"{address}[{rows[0].id}]")
        if read.left:
            came = f"{with_noun(len(rows), 'row was', 'rows were')} pasted."
            dialogs.tell(self._over, f"{came} This could not be taken:", dialogs.listed(read.left))

    def _on_moved(self, address: str, to: int) -> None:
        self._do(lambda: self._session.move_row(address, to))

    def _on_removed(self, address: str) -> None:
        self._do(lambda: self._remove(address))

    def _remove(self, address: str) -> None:
        referrers = self._session.references_to(address)
        if referrers:
            name = title(paths.get(self._session.dossier, address))
            if not dialogs.ask_delete(self._over, name, [self._where(at) for at in referrers]):
                return
        self._session.remove_row(address)

    def _do(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except CerWizardError as error:
            self.refused.emit(error)
