"""Pictures of the panes and the dialogs, each as it stands over an open dossier."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QWidget

from cerwizard.gui import dialogs
from cerwizard.gui.class_dialog import ClassDialog
from cerwizard.gui.desk import Desk
from cerwizard.gui.pages.review_page import ReviewPage
from cerwizard.gui.waive_dialog import WaiveDialog
from cerwizard.gui.window import Window
from cerwizard.law.classification import Property
from driving import watch

_SETTLE = 400  # milliseconds until fonts, layouts and the rules have come to rest
_REASON = "Agreed with the notified body; see the minutes of the meeting, item 4."
_Picture = tuple[str, QWidget]


def take(window: Window, keep: Callable[[QWidget, str], None], kind: str) -> None:
    """Take a picture of each over the dossier that is open; `kind` ends their names."""
    desk = window.desk
    assert desk is not None
    for pictures in (_panes, _deeds, _modal, _shown):
        for name, widget in pictures(window, desk):
            QTest.qWait(_SETTLE)
            keep(widget, f"dialog-{name}-{kind}")


def _panes(window: Window, desk: Desk) -> Iterator[_Picture]:
    desk.open_step("benefits")
    side = desk.side
    side.show()  # at a large text size it waits to be asked for
    side.tabs.setCurrentWidget(side.findings)
    yield "findings", window
    side.findings.list.setCurrentIndex(side.findings.list.model().index(0, 0))
    yield "finding", window
    side.findings.all_steps.click()
    yield "all-findings", window
    side.findings.all_steps.click()
    side.tabs.setCurrentWidget(side.preview)
    watch.wait(partial(_composed, side.preview), "the chapter is composed")
    yield "preview", window
    side.tabs.setCurrentIndex(0)
    desk.find_bar.begin()
    desk.find_bar.words.setText("patients")
    watch.wait(lambda: not desk.finding_words.searching.busy, "the words are found")
    desk.find_bar.go(1)
    yield "find", window
    desk.find_bar.leave()
    desk.open_step("review")
    page = desk.page
    assert isinstance(page, ReviewPage)
    watch.wait(lambda: not page.busy, "the questions are there")
    for tab in (1, 2):
        page.tabs.setCurrentIndex(tab)
        yield f"review-{tab}", window
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 2)
    yield "review-2-below", window
    page.tabs.setCurrentIndex(0)


def _composed(preview: QWidget) -> bool:
    """Whether there is more in the preview than that it is being made."""
    text = preview.findChild(QTextBrowser)
    return text is not None and len(text.toPlainText()) > 200


def _deeds(window: Window, desk: Desk) -> Iterator[_Picture]:
    finding = desk.remarks.all[-1]
    waive = WaiveDialog(desk, finding, "A. Writer")
    waive.show()
    yield "waive-empty", waive
    waive.reason.setPlainText(_REASON)
    yield "waive", waive
    waive.close()
    desk.session.waive(finding, _REASON)
    watch.wait(lambda: not desk.judging.busy, "it is judged")
    desk.side.tabs.setCurrentWidget(desk.side.findings)
    yield "waived", window
    desk.judging.judge_as_of(date(2020, 1, 1))
    watch.wait(lambda: not desk.judging.busy, "it is judged")
    yield "as-of-judged", window
    desk.judging.judge_as_of(None)
    desk.session.undo()
    watch.wait(lambda: not desk.judging.busy, "it is judged")


def _modal(window: Window, desk: Desk) -> Iterator[_Picture]:
    """Yield the dialogs that hold everything up: each is taken and closed by a timer."""
    acts = window.acts
    finding = desk.remarks.all[0]
    opened: dict[str, Callable[[], object]] = {
        "as-of": acts["as_of"].trigger,
        "house": acts["house_rules"].trigger,
        "about": acts["about"].trigger,
        "keyboard": acts["keyboard"].trigger,
        "rule": lambda: desk.finding_deeds.explain(finding),
        "recover": lambda: dialogs.ask_recover(window, "Foldaren Border", "22 November, 14:05"),
        "unsaved": lambda: dialogs.ask_unsaved(window, "Foldaren Border", ["Rate of R1: “often”"]),
        "delete": lambda: dialogs.ask_delete(window, "F01", ["Benefits: B1", "Results: E-B1a"]),
        "tell": lambda: dialogs.tell(window, "12 references imported.", "• 2 were there already"),
    }
    for name, open_it in opened.items():
        taken: list[QWidget] = []
        QTimer.singleShot(_SETTLE, partial(_take_front, taken))
        open_it()
        watch.wait(partial(bool, taken), f"the dialog {name} is open")
        yield name, taken[0]


def _take_front(taken: list[QWidget]) -> None:
    """Take the dialog in front into a label, and close it."""
    dialog = QApplication.activeModalWidget()
    picture = QLabel()
    assert dialog is not None
    picture.setPixmap(dialog.grab())
    taken.append(picture)
    watch.dismiss()


def _shown(window: Window, desk: Desk) -> Iterator[_Picture]:
    picker = ClassDialog(desk, [Property.INJURED_SKIN])
    picker.show()
    yield "class-1", picker
    picker.next.click()
    picker.rules.lines["R4b"].set_on(True)
    yield "class-2", picker
    picker.close()
    window.acts["manual"].trigger()
    manual = window.helping.manual
    assert manual is not None
    yield "manual", manual
    manual.close()
