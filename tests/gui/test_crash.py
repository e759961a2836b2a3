"""The last doors: everything ends in the log, nothing of the dossier does."""

import logging
import sys
import threading
import warnings
from unittest.mock import Mock

import pytest
from PySide6.QtCore import qWarning

from cerwizard.gui import crash
from cerwizard.gui.crash import Doors, describe

SECRET = "words of the dossier"


@pytest.fixture
def doors(monkeypatch, qapp):
    monkeypatch.setattr(crash, "faulthandler", Mock())
    made = Doors()
    made.open_log()
    leave = made.stand()
    yield made
    leave()
    made.close_log()


def log() -> str:
    return (crash.folder() / "cerwizard.log").read_text(encoding="utf-8")


def failed() -> ValueError:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        return error


def test_an_error_is_described_without_its_message():
    said = describe(failed())
    assert "builtins.ValueError" in said
    assert "caused by builtins.KeyError" in said
    assert "test_crash.py" in said
    assert SECRET not in said


def test_what_python_did_not_catch_is_logged_and_told(doors, qtbot):
    error = failed()
    with qtbot.waitSignal(doors.crashed):
        sys.excepthook(type(error), error, error.__traceback__)
    assert "ValueError" in log()
    assert SECRET not in log()


def test_what_a_thread_did_not_catch_is_logged_and_told(doors, qtbot):
    def work() -> None:
        raise ValueError(SECRET)

    with qtbot.waitSignal(doors.crashed), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        threading.Thread(target=work).start()
    assert SECRET not in log()


def test_what_qt_says_is_logged(doors):
    qWarning("something about a widget")
    logging.getLogger("cerwizard").handlers[-1].flush()
    assert "Qt: something about a widget" in log()


def test_an_interrupt_is_no_crash(doors, qtbot, monkeypatch):
    given = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *args: given.append(args))
    with qtbot.assertNotEmitted(doors.crashed):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert given


def test_a_folder_that_cannot_be_written_is_done_without(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(crash, "folder", lambda: tmp_path / "file" / "below")
    monkeypatch.setattr(crash, "faulthandler", Mock())
    made = Doors()
    made.open_log()
    made.note(failed())
    made.close_log()
