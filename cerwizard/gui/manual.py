"""The manual in a window of its own: contents, text, back and forward, search in the page."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cerwizard.gui import icons, manual_pages
from cerwizard.gui.labels import frame, label
from cerwizard.gui.manual_text import ManualText

_PAGE, _HEADING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_CONTENTS = 36  # characters
_SHARE = 28  # per cent of the width that the contents take at most; pictures need the rest


class ManualContents(QTreeWidget):
    """All pages and their headings; only the page that is shown is unfolded."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setAccessibleName("Contents of the manual")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        for page in manual_pages.pages():
            top = _item(page.title, page.name, "")
            self.addTopLevelItem(top)
            for heading in page.headings:
                top.addChild(_item(heading, page.name, heading))

    def show_page(self, name: str) -> None:
        """Unfold the page that is shown, and fold the others."""
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            here = item is not None and item.data(0, _PAGE) == name
            if item is not None:
                item.setExpanded(here)
            if item is not None and here and self._current_page() != name:
                self.setCurrentItem(item)

    def place(self, item: QTreeWidgetItem) -> tuple[str, str]:
        """Return page and heading of a line."""
        return item.data(0, _PAGE), item.data(0, _HEADING)

    def _current_page(self) -> str:
        item = self.currentItem()
        return str(item.data(0, _PAGE)) if item is not None else ""


def _item(text: str, page: str, heading: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([text])
    item.setToolTip(0, text)
    item.setData(0, _PAGE, page)
    item.setData(0, _HEADING, heading)
    return item


class Manual(QWidget):
    """Opened by F1 beside the window; Escape closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("manual")
        self.setWindowTitle("Manual – CER Wizard")
        self.setProperty("role", "ground")
        self.resize(1060, 760)
        self.contents = ManualContents()
        self.text = ManualText()
        self.back, self.forward = (
            _button("back", "Back (Alt+Left)"),
            _button("next", "Forward (Alt+Right)"),
        )
        self.search = QLineEdit(placeholderText="Search in this page", clearButtonEnabled=True)
        self.search.setAccessibleName("Search in this page of the manual")
        self.search.setMaximumWidth(320)
        self.found = label("", "muted", wrap=False)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.contents)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        contents = min(
            _CONTENTS * self.fontMetrics().averageCharWidth(), self.width() * _SHARE // 100
        )
        split.setSizes([contents, 4000])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(split, 1)

    def _bar(self) -> QWidget:
        bar = frame("top")
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 6, 12, 6)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addStretch(1)
        row.addWidget(self.found)
        row.addWidget(self.search, 2)
        return bar

    def _connect(self) -> None:
        self.back.clicked.connect(self.text.backward)
        self.forward.clicked.connect(self.text.forward)
        self.text.backwardAvailable.connect(self.back.setEnabled)
        self.text.forwardAvailable.connect(self.forward.setEnabled)
        self.text.turned.connect(self._on_turned)
        self.contents.itemClicked.connect(self._on_chosen)
        self.contents.itemActivated.connect(self._on_chosen)
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self.text.go_on)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+F": self.search.setFocus,
            "F3": self.text.go_on,
            "Shift+F3": lambda: self.text.go_on(back=True),
            "Alt+Left": self.text.backward,
            "Alt+Right": self.text.forward,
            "Escape": self.close,
        }
        for key, deed in keys.items():
            QShortcut(QKeySequence(key), self, deed)

    def open_at(self, title: str) -> None:
        """Show what the manual says of the step with this title; the index if there is none."""
        self.show()  # a place within a page is found once the page has its width
        self.text.open_page(*manual_pages.place_of(title))
        self.raise_()
        self.activateWindow()
        self.text.setFocus()

    def redraw(self) -> None:
        """Draw the text in the colours and sizes that the window wears now."""
        icons.recolour(self)
        self.text.redraw()

    def _on_turned(self, page: str) -> None:
        self.contents.show_page(page)
        self._on_searched(self.search.text())

    def _on_chosen(self, item: QTreeWidgetItem) -> None:
        self.text.open_page(*self.contents.place(item))

    def _on_searched(self, words: str) -> None:
        count = self.text.search(words.strip())
        places = "1 place" if count == 1 else f"{count} places"
        self.found.setText((places if count else "Not in this page") if words.strip() else "")


def _button(icon: str, tip: str) -> QToolButton:
    button = QToolButton()
    icons.put(button, icon)
    button.setToolTip(tip)
    button.setAccessibleName(tip.partition(" (")[0])
    button.setProperty("role", "quiet")
    button.setEnabled(False)
    return button
