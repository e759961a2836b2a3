"""How a writer gets about in the window: what a way with the mouse and one without have to do."""

from typing import Any, Protocol

from cerwizard.dossier.ask import Kind
from cerwizard.gui.desk import Desk
from cerwizard.gui.field import Field
from cerwizard.gui.list_field import ListField
from cerwizard.gui.pages.equivalence_page import EquivalencePage
from cerwizard.gui.window import Window
from driving.comparing import Compared

TYPED = frozenset((Kind.LINE, Kind.PROSE, Kind.NUMBER, Kind.WHOLE, Kind.DATE, Kind.LINES))


class Way(Protocol):
    """Each does one errand and leaves the window as a writer would find it then."""

    name: str

    def new(self, window: Window) -> None:
        """Begin an empty dossier from the start page."""

    def step(self, desk: Desk, name: str) -> None:
        """Ask for the page of a step."""

    def answer(self, field: Field, value: Any) -> None:
        """Answer one field that is shown."""

    def add(self, item: ListField) -> None:
        """Ask for a new row at the end of a list."""

    def choose(self, item: ListField, row_id: str) -> None:
        """Go to a row of a list and open its form."""

    def compare(self, page: EquivalencePage, which: Compared) -> None:
        """Open the form of one line of a comparison, or of a new one."""

    def show_all_findings(self, desk: Desk) -> None:
        """Have the findings of all steps in the pane."""

    def follow(self, desk: Desk, path: str) -> None:
        """Let a finding of the list lead to its field."""

    def told(self) -> str:
        """Return in words what it took."""
