"""The pictures of the manual: the window as a writer meets it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from cerwizard.gui.class_dialog import ClassDialog
from cerwizard.gui.desk import Desk
from cerwizard.gui.waive_dialog import WaiveDialog
from cerwizard.gui.window import Window
from cerwizard.law.classification import Property
from driving import watch

_SETTLE = 400  # milliseconds until fonts, layouts and the rules have come to rest
_REASON = "Agreed with the notified body; see the minutes of the meeting, item 4."


def take(window: Window, samples: Path, folder: Path) -> None:
    """Take all pictures of the manual; the window shows its start page before and after."""
    _keep(window, folder / "start.png")
    _with(window, samples / "foam-dressing.cerw", folder, (_device, _review, _class))
    _with(window, samples / "poor-example.cerw", folder, (_finding, _find, _waive, _as_of))


def _with(
    window: Window,
    sample: Path,
    folder: Path,
    pictures: tuple[Callable[[Desk, Path], None], ...],
) -> None:
    window.open_sample(sample)
    watch.wait(lambda: window.desk is not None and not window.desk.judging.busy, "it is open")
    assert window.desk is not None
    for picture in pictures:
        picture(window.desk, folder)
    window.acts["close"].trigger()
    watch.wait(lambda: window.desk is None, "it is closed")


def _keep(widget: QWidget, file: Path) -> None:
    QTest.qWait(_SETTLE)
    widget.grab().save(str(file))


def _device(desk: Desk, folder: Path) -> None:
    desk.open_step("device")
    desk.page.focus_first()
    _keep(desk.window(), folder / "device.png")


def _review(desk: Desk, folder: Path) -> None:
    desk.open_step("review")
    QTest.qWait(_SETTLE)
    watch.wait(lambda: not getattr(desk.page, "busy", False), "the questions are there")
    _keep(desk.window(), folder / "review.png")


def _class(desk: Desk, folder: Path) -> None:
    dialog = ClassDialog(desk, [Property.INJURED_SKIN])
    dialog.show()
    dialog.next.click()
    dialog.rules.lines["R4b"].set_on(True)
    _keep(dialog, folder / "class.png")
    dialog.close()


def _finding(desk: Desk, folder: Path) -> None:
    desk.open_step("benefits")
    desk.side.tabs.setCurrentWidget(desk.side.findings)
    shown = desk.side.findings.list
    shown.setCurrentIndex(shown.model().index(0, 0))
    desk.reveal(shown.findings[0].path)
    _keep(desk.window(), folder / "finding.png")


def _find(desk: Desk, folder: Path) -> None:
    desk.find_bar.begin()
    desk.find_bar.words.setText("restenosis")
    watch.wait(lambda: not desk.finding_words.searching.busy, "the words are found")
    desk.find_bar.go(1)
    _keep(desk.window(), folder / "find.png")
    desk.find_bar.leave()


def _waive(desk: Desk, folder: Path) -> None:
    dialog = WaiveDialog(desk, desk.remarks.all[-1], "A. Writer")
    dialog.show()
    dialog.reason.setPlainText(_REASON)
    _keep(dialog, folder / "waive.png")
    dialog.close()


def _as_of(desk: Desk, folder: Path) -> None:
    desk.judging.judge_as_of(date(2020, 1, 1))
    watch.wait(lambda: not desk.judging.busy, "it is judged")
    desk.side.findings.all_steps.click()
    _keep(desk.window(), folder / "as-of.png")
