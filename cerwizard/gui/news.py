"""What pages are told of their surroundings, and what they tell the window."""

from collections.abc import Callable
from dataclasses import dataclass, field

from pydantic import BaseModel
from PySide6.QtCore import QObject, Signal


class News(QObject):
    """The one voice of a page and of all that lies on it; the desk listens.

    Signals, with addresses in the dossier:
        edited: field, new value · held: field, text that the field cannot keep ("" when it is gone)
        added: list that wants a new row · copied, removed: row · moved: row, wanted position
        followed: an address that the writer wants to see
        pasted: list, rows that were read for it
        begun: list that wants a new row, its first values, wanted position (-1: at the end)
        waive_asked, unwaive_asked, rule_asked: a finding to accept, to accept no longer, to explain
        answered: new values by address, what the writer did; one step
    And `report_asked`: the writer wants the documents; `import_asked`: references from files.
    """

    edited = Signal(str, object)
    held = Signal(str, str)
    added = Signal(str)
    copied = Signal(str)
    removed = Signal(str)
    moved = Signal(str, int)
    followed = Signal(str)
    pasted = Signal(str, object)
    begun = Signal(str, object, int)
    waive_asked = Signal(object)
    unwaive_asked = Signal(object)
    rule_asked = Signal(object)
    answered = Signal(object, str)
    report_asked = Signal()
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.held_texts: dict[str, str] = {}

    def hold(self, address: str, text: str) -> None:
        """Remember the text that the field at `address` cannot keep; "" when there is none."""
        if text != self.held_texts.get(address, ""):
            self.held_texts[address] = text
            if not text:
                del self.held_texts[address]
            self.held.emit(address, text)


@dataclass(frozen=True, slots=True)
class Cited:
    """A clause as the window shows it: its readable citation and its gist in one sentence."""

    cite: str
    gist: str = ""


def always(_dossier: BaseModel, _address: str) -> bool:
    """Take every question for one that applies."""
    return True


def uncatalogued(clause: str) -> Cited:
    """Return a clause for which there is no catalogue: its id stands for itself."""
    return Cited(clause)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page needs and does not own.

    A voice, the dossier's class, the words of the law by clause id, whether the question at an
    address of a dossier applies, and the widths of columns that the writer chose, by the pattern
    of the list's address.
    """

    root: type[BaseModel]
    news: News = field(default_factory=News)
    cite: Callable[[str], Cited] = uncatalogued
    applies: Callable[[BaseModel, str], bool] = always
    columns: dict[str, tuple[int, ...]] = field(default_factory=dict)
