"""The small dialogs: calm sentences, plain buttons, nothing that must be guessed."""

from collections.abc import Mapping, Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

import cerwizard
from cerwizard.gui.editors import relook
from cerwizard.gui.labels import label

_SHOWN = 12  # places that are listed by name
_LINE = 48  # characters; a box as narrow as its first words breaks every line below
_LONGEST = 110  # characters of a place or a name; a dozen of them must leave room for the buttons


_Keys = Sequence[tuple[str, str]]


class Leaving(Enum):
    """What to do with changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Found(Enum):
    """What to do with work that was never saved."""

    RECOVER = "recover"
    DISCARD = "discard"
    LATER = "later"


def _box(parent: QWidget | None, title: str, text: str, detail: str = "") -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(detail)
    layout = box.layout()
    if layout is not None:
        layout.setContentsMargins(8, 16, 16, 14)
    for words in box.findChildren(QLabel):
        if detail and words.text() == detail:  # a least width would cut a longer first line
            words.setMinimumWidth(_LINE * words.fontMetrics().averageCharWidth())
    return box


def tell(parent: QWidget | None, sentence: str, detail: str = "") -> None:
    """Say what happened; the writer goes on with OK."""
    box = _box(parent, "CER Wizard", sentence, detail)
    box.setObjectName("tell")
    _main(box.addButton(QMessageBox.StandardButton.Ok))
    box.exec()


def ask(parent: QWidget | None, question: str, detail: str, yes: str, no: str = "Cancel") -> bool:
    """Ask before something is done; the safe answer is the default."""
    box = _box(parent, "CER Wizard", question, detail)
    box.setObjectName("ask")
    agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refused = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refused)
    box.setEscapeButton(refused)
    box.exec()
    return box.clickedButton() is agreed


def ask_unsaved(parent: QWidget | None, name: str, held: Sequence[str]) -> Leaving:
    """Ask what to do with changes that are not saved, and with texts that cannot be."""
    box = _box(
        parent, "Unsaved changes", f"Save the changes to “{_short(name)}”?", _held_words(held)
    )
    box.setObjectName("unsaved")
    said = _one_of_three(box, "Save", "Don't save", "Cancel")
    return (Leaving.SAVE, Leaving.DISCARD, Leaving.CANCEL)[said]


def _one_of_three(box: QMessageBox, keep: str, throw: str, neither: str) -> int:
    """Return which of three buttons was pressed, 0 to 2; the last one if the box was closed."""
    kept = box.addButton(keep, QMessageBox.ButtonRole.AcceptRole)
    thrown = box.addButton(throw, QMessageBox.ButtonRole.DestructiveRole)
    last = box.addButton(neither, QMessageBox.ButtonRole.RejectRole)
    _main(kept)
    box.setDefaultButton(kept)
    box.setEscapeButton(last)
    box.exec()
    answers: dict[QAbstractButton, int] = {kept: 0, thrown: 1}
    return answers.get(box.clickedButton(), 2)


def _main(button: QPushButton) -> None:
    """Fill the button that Enter presses."""
    relook(button, "role", "main")  # the box has dressed it already


def _short(text: str) -> str:
    cut = text[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:")
    return text if len(text) <= _LONGEST else f"{cut}…"


def _held_words(held: Sequence[str]) -> str:
    if not held:
        return ""
    return "These texts are no numbers or dates and cannot be saved:\n" + listed(held)


def listed(lines: Sequence[str]) -> str:
    """Return the lines as a list of at most a dozen, each cut where it is very long."""
    shown = [f"• {_short(line)}" for line in lines[:_SHOWN]]
    more = len(lines) - _SHOWN
    return "\n".join([*shown, *([f"… and {more} more"] if more > 0 else [])])


def ask_delete(parent: QWidget | None, name: str, places: Sequence[str]) -> bool:
    """Ask before a row is deleted to which others refer."""
    return ask(
        parent,
        f"Delete “{_short(name)}” although it is referred to?",
        "It is referred to from:\n" + listed(places) + "\n\nThese references will lead nowhere.",
        "Delete",
    )


def ask_recover(parent: QWidget | None, name: str, when: str) -> Found:
    """Ask what to do with work that was never saved."""
    box = _box(
        parent,
        "CER Wizard",
        f"Work on “{_short(name)}” of {when} was never saved.",
        "The program or the computer ended before. You can take the work up where it was.",
    )
    box.setObjectName("recover")
    said = _one_of_three(box, "Recover", "Throw away", "Not now")
    return (Found.RECOVER, Found.DISCARD, Found.LATER)[said]


def open_outside(file: Path) -> None:
    """Open a file with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


class Keyboard(QDialog):
    """The list of keys, under the menus and places that have them."""

    def __init__(self, parent: QWidget | None, keys: Mapping[str, _Keys]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard")
        self.setObjectName("keyboard")
        grid_holder = QWidget()
        grid = QGridLayout(grid_holder)
        grid.setHorizontalSpacing(28)
        for heading, group in keys.items():
            _add_keys(grid, heading, group)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(grid_holder)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(close)
        self.resize(grid_holder.sizeHint().width() + 60, 560)


def _add_keys(grid: QGridLayout, heading: str, group: _Keys) -> None:
    """Put a heading and its keys below what the grid holds."""
    first = grid.rowCount()
    title = label(heading, "group", wrap=False)
    title.setContentsMargins(0, 10 if grid.count() else 0, 0, 2)
    grid.addWidget(title, first, 0, 1, 2)
    for line, (key, what) in enumerate(group, first + 1):
        grid.addWidget(label(key, "label", wrap=False), line, 0)
        grid.addWidget(label(what, wrap=False), line, 1)


def about(parent: QWidget | None, pack: str) -> None:
    """Show versions and licences."""
    box = _box(parent, "About CER Wizard", f"CER Wizard {cerwizard.__version__}", _versions(pack))
    _main(box.addButton(QMessageBox.StandardButton.Ok))
    box.setDetailedText(_licences())
    box.setObjectName("about")
    box.exec()


def _versions(pack: str) -> str:
    from platform import python_version  # the first paint does without it

    return "\n".join(
        [
            "Helps to write clinical evaluation reports under Regulation (EU) 2017/745. "
            "It checks; it does not decide: the evaluators do. MIT licence.",
            "",
            *([f"Rules: {pack}"] if pack else []),
            f"Python {python_version()}, Qt {qVersion()}",
            "",
            "Qt is used under the GNU LGPL 3; its libraries can be replaced by your own build.",
        ]
    )


def _licences() -> str:
    from cerwizard.gui.components import components  # the first paint does without it

    return "\n".join(f"{one.name} {one.version} – {one.licence}" for one in components())
