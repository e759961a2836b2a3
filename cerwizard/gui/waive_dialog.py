"""Asks why a finding is accepted; without a reason it is not."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from cerwizard.gui.labels import frame, label
from cerwizard.gui.text_widgets import GrowingText
from cerwizard.rules.finding import Finding

_LEAST, _MOST = 5, 10  # lines
_WIDTH = 560


class WaiveDialog(QDialog):
    """Shows the finding, takes the reason; a waiver that has lapsed proposes its own."""

    def __init__(self, parent: QWidget | None, finding: Finding, who: str) -> None:
        super().__init__(parent)
        self.setObjectName("waive")
        self.setWindowTitle("Waive a finding")
        self.setMinimumWidth(_WIDTH)
        self.reason = GrowingText(_LEAST, _MOST)
        self.reason.setAccessibleName("Why this finding is accepted")
        self.reason.setPlainText(finding.lapsed.reason if finding.lapsed else "")
        self.waive = QPushButton("Waive")
        self.waive.setProperty("role", "main")
        self._lay_out(finding, who)
        self.reason.textChanged.connect(self._allow)
        self._allow()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, finding: Finding, who: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(_told(finding))
        column.addWidget(label("Why is it accepted?", "label"))
        column.addWidget(self.reason)
        column.addWidget(
            label(
                f"The reason is kept with today's date and the name {who or 'of the login'}, and "
                "is printed in the review annex. When what the finding is about changes, the "
                "waiver lapses and the finding counts again.",
                "small",
            )
        )
        column.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.waive, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt's; the height of broken lines is known only now."""
        super().showEvent(event)
        self.resize(self.width(), self.heightForWidth(self.width()))

    def _allow(self) -> None:
        self.waive.setEnabled(bool(self.reason.text().strip()))


def _told(finding: Finding) -> QWidget:
    told = frame("")
    told.setProperty("severity", str(finding.severity))
    column = QVBoxLayout(told)
    column.setContentsMargins(12, 8, 12, 8)
    column.addWidget(label(finding.message))
    column.addWidget(label(finding.why, "small"))
    return told


def ask_reason(parent: QWidget | None, finding: Finding, who: str) -> str:
    """Return why the writer accepts a finding; "" if they don't."""
    dialog = WaiveDialog(parent, finding, who)
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    reason = dialog.reason.text().strip()
    dialog.deleteLater()
    return reason if agreed else ""
