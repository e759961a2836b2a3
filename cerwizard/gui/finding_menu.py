"""What can be done with a finding where it stands: accept it, or read its rule."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from cerwizard.gui import icons
from cerwizard.gui.news import News
from cerwizard.rules.finding import Finding


def button(finding: Finding, news: News) -> QToolButton:
    """Return the small button at a finding that unfolds what can be done with it."""
    made = QToolButton()
    made.setProperty("role", "mark")
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setToolTip("Waive the finding, or read its rule")
    made.setAccessibleName(f"What can be done with {finding.code}")
    icons.put(made, "chevron-down", "muted")
    made.clicked.connect(lambda: _unfold(made, finding, news))
    return made


def _unfold(at: QToolButton, finding: Finding, news: News) -> None:
    menu = QMenu(at)  # made when it is asked for: a page may show many findings
    fill(menu, finding, news)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at.mapToGlobal(at.rect().bottomLeft()))


def fill(menu: QMenu, finding: Finding, news: News) -> None:
    """Put the deeds that fit a finding into a menu."""
    menu.addAction(f"About the rule {finding.code}", lambda: news.rule_asked.emit(finding))
    menu.addSeparator()
    if not finding.waived:
        again = "Waive again…" if finding.lapsed else "Waive…"
        menu.addAction(again, lambda: news.waive_asked.emit(finding))
    if finding.waived or finding.lapsed:
        drop = "Take the waiver back" if finding.waived else "Remove the lapsed waiver"
        menu.addAction(drop, lambda: news.unwaive_asked.emit(finding))
