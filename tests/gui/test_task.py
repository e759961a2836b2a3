"""Slow work: a pure function elsewhere, news here."""

import threading

from pytestqt.qtbot import QtBot

from cerwizard.gui.busy import BusyLine
from cerwizard.gui.task import Task


def test_the_result_comes_back_in_the_window_s_thread(qtbot: QtBot):
    seen = []
    task = Task(lambda _: threading.current_thread() is threading.main_thread())
    task.done.connect(lambda result: seen.append((result, threading.current_thread().name)))
    with qtbot.waitSignal(task.done):
        task.start()
    assert seen == [(False, "MainThread")]


def test_an_error_is_reported_and_nothing_is_done(qtbot: QtBot):
    task = Task(lambda _: 1 / 0)
    with qtbot.assertNotEmitted(task.done), qtbot.waitSignal(task.failed) as said:
        task.start()
    assert isinstance(said.args[0], ZeroDivisionError)


def test_progress_is_told_on_the_way(qtbot: QtBot):
    task = Task(lambda progress: [progress(i, 3) for i in range(3)])
    told = []
    task.progressed.connect(lambda done, of: told.append((done, of)))
    with qtbot.waitSignal(task.done):
        task.start()
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_cancelled_work_stops_and_its_result_is_thrown_away(qtbot: QtBot):
    begun = threading.Event()

    def work(progress):
        begun.set()
        while True:
            progress(1, 2)

    task = Task(work)
    task.start()
    begun.wait()
    with qtbot.assertNotEmitted(task.done), qtbot.waitSignal(task.stopped):
        task.cancel()


def test_the_next_work_can_begin_in_the_slot_of_the_last(qtbot: QtBot):
    line = BusyLine()
    qtbot.addWidget(line)
    seen = []

    def begin(name: str, then=None) -> None:
        assert not line.busy
        task = Task(lambda _: name)
        task.done.connect(seen.append)
        if then:
            task.done.connect(then)
        line.follow(task)
        task.start()

    begin("one", lambda _: begin("two"))
    qtbot.waitUntil(lambda: seen == ["one", "two"])
    assert not line.busy


def test_short_work_is_not_announced_and_long_work_can_be_cancelled(qtbot: QtBot):
    line = BusyLine()
    qtbot.addWidget(line)
    go_on = threading.Event()

    def work(progress):
        while not go_on.is_set():
            progress(1, 4)
        progress(2, 4)

    task = Task(work, "Counting")
    line.follow(task)
    task.start()
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible)
    with qtbot.waitSignal(task.stopped):
        line.cancel.click()
        go_on.set()
    assert not line.isVisible()
