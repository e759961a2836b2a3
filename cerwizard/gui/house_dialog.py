"""Where a house names the folders of its own rules, and sees what they would change."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cerwizard.gui.labels import label
from cerwizard.gui.task import Task

Tried = Callable[[tuple[str, ...]], str]


class HouseDialog(QDialog):
    """`tried` says what some folders would change; it is slow and runs on a worker.

    Without a dossier there is nothing to compare, and no `tried`.
    """

    def __init__(self, parent: QWidget | None, folders: Sequence[str], tried: Tried | None) -> None:
        super().__init__(parent)
        self.setObjectName("house")
        self.setWindowTitle("House rules")
        self._tried = tried
        self.list = QListWidget()
        self.list.setProperty("role", "framed")
        self.list.setAccessibleName("Folders with rules of the house")
        self.list.addItems(list(folders))
        self.nothing = label("No folder yet.", "muted")
        inside = QVBoxLayout(self.list)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        self.add, self.remove = _small("Add a folder…"), _small("Remove")
        self.what = _small("What would change")
        self.said = QPlainTextEdit(readOnly=True)
        self.said.setAccessibleName("What these rules would change")
        self.said.setTabChangesFocus(True)
        self._lay_out()
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.what.clicked.connect(self._on_what)
        self.list.currentRowChanged.connect(self._allow)
        self.what.setEnabled(tried is not None)
        self._allow()
        self.resize(680, 540)

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders as they stand in the list."""
        return tuple(self.list.item(i).text() for i in range(self.list.count()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(
            label(
                "Your company can add rules of its own: folders with a file pack.toml and one file "
                "for each rule. The manual says how to write them.",
                "intro",
            )
        )
        column.addWidget(self.list, 1)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.add, self.remove, self.what):
            row.addWidget(button)
        row.addStretch(1)
        column.addWidget(bar)
        column.addWidget(self.said, 2)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.button(kinds.Ok).setText("Use these rules")
        buttons.button(kinds.Ok).setProperty("role", "main")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _allow(self) -> None:
        self.remove.setEnabled(self.list.currentRow() >= 0)
        self.nothing.setVisible(not self.list.count())
        if not self.said.toPlainText():
            self.said.setPlaceholderText(
                "“What would change” reads the rules, tries them on their own cases, and compares "
                "the findings of the open dossier."
            )

    def _on_add(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Folder with rules of the house")
        if folder and folder not in self.folders:
            self.list.addItem(folder)
            self.list.setCurrentRow(self.list.count() - 1)

    def _on_remove(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._allow()

    def _on_what(self) -> None:
        folders, tried = self.folders, self._tried
        if tried is None:
            return
        self.what.setEnabled(False)
        self.said.setPlainText("Reading and comparing…")
        self._task = Task(lambda _progress: tried(folders))
        self._task.done.connect(self._on_tried)
        self._task.failed.connect(lambda error: self._on_tried(str(error)))
        self._task.start()

    def _on_tried(self, words: str) -> None:
        self.what.setEnabled(True)
        self.said.setPlainText(words)
        self.said.setFocus(Qt.FocusReason.OtherFocusReason)


def _small(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "small")
    button.setAutoDefault(False)
    return button
