"""The rules by which the window judges: ours, and those of the house if they are in order."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cerwizard.dossier import places
from cerwizard.errors import BadRuleError
from cerwizard.gui import dialogs, house_preview
from cerwizard.gui.house_dialog import HouseDialog, Tried
from cerwizard.rules import catalog, packs
from cerwizard.rules.catalog import Pack

if TYPE_CHECKING:
    from cerwizard.gui.desk import Desk
    from cerwizard.gui.preferences import Preferences


class HouseRules(QObject):
    """Reads the rules for whoever judges, and lets the writer choose the house's folders."""

    _refused = Signal(Exception)  # from the worker that reads

    def __init__(self, window: QWidget, preferences: "Preferences") -> None:
        super().__init__(window)
        self._window, self._preferences = window, preferences
        self._refused.connect(self._on_refused)

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that the writer named."""
        return self._preferences.settings.rule_folders

    def read(self) -> Pack:
        """Return the rules; fit for a worker. Ours alone if those of the house cannot be used."""
        try:
            return packs.load(*self.folders) if self.folders else catalog.load()
        except BadRuleError as error:
            self._refused.emit(error)
            return catalog.load()

    def ask(self, desk: "Desk | None") -> None:
        """Let the writer name the folders, and judge what is open by their rules."""
        dialog = HouseDialog(self._window, self.folders, _tried(desk))
        if dialog.exec() and dialog.folders != self.folders:
            self._preferences.rules_of(dialog.folders)
            if desk is not None:
                desk.judging.judge_by(self.read)
        dialog.deleteLater()

    def _on_refused(self, error: Exception) -> None:
        dialogs.tell(
            self._window,
            "The rules of your house cannot be used; the dossier is judged without them.",
            str(error),
        )


def _tried(desk: "Desk | None") -> Tried | None:
    """Return what says what other rules would change in the dossier that is open."""
    pack = desk.judging.pack if desk is not None else None
    if desk is None or pack is None:
        return None
    dossier, day = desk.session.dossier, desk.judging.day
    return lambda folders: house_preview.told(
        folders, pack, dossier, day, lambda address: places.words(dossier, address)
    )
