"""Files in the window: one piece of work at a time, nothing replaced unasked, nothing half done."""

from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog

from cerwizard.dossier.device import Device
from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.task import wait_for_all
from cerwizard.gui.window import Window
from cerwizard.rules.catalog import Pack
from cerwizard.store import dossier_file
from tests.gui.modal import answered, wait


@pytest.fixture(autouse=True)
def no_rules(monkeypatch):
    pack = Pack("none", "0", date(2026, 1, 1), ())
    monkeypatch.setattr("cerwizard.rules.catalog.load", lambda: pack)


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "foam.cerw"
    dossier_file.save(path, Dossier(device=Device(name="Foldaren")))
    return path


@pytest.fixture
def window(qtbot, file):
    made = Window("light")
    qtbot.addWidget(made, before_close_func=lambda w: w._drop())
    with qtbot.waitActive(made):
        made.show()
    wait(lambda: made.filing is not None)
    made.open_file(file)
    wait(lambda: made.desk is not None and not made.desk.judging.busy and not made.busy.busy)
    return made


def name_of(path: Path) -> str:
    return dossier_file.load(path).dossier.device.name


@pytest.fixture
def going_on(window):
    """Something that takes until the test lets it end."""
    end = Event()
    window.filing._run("Writing the report", lambda _: end.wait(20), lambda _: None)
    yield end
    end.set()
    wait_for_all()


def test_a_save_waits_for_what_is_going_on(window, file, going_on):
    window.book.session.set("device.name", "Typed meanwhile")
    window.acts["save"].trigger()
    assert window.book.session.changed
    going_on.set()
    wait(lambda: not window.book.session.changed)
    assert name_of(file) == "Typed meanwhile"


def test_closing_with_a_save_waits_for_what_is_going_on(window, file, going_on):
    window.book.session.set("device.name", "Typed before closing")
    with answered("Save"):
        window.close()
    going_on.set()
    wait(lambda: window.book is None)
    assert name_of(file) == "Typed before closing"


def test_what_cannot_be_begun_now_is_said(window, going_on, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with answered("OK") as said:
        window.acts["report"].trigger()
    assert said[0].startswith("Writing the report is still going on.\nWait until it is done")


@pytest.mark.parametrize(("answer", "left"), [("Cancel", "Another"), ("Replace", "Mine")])
def test_a_name_that_is_completed_replaces_nothing_unasked(
    window, tmp_path, monkeypatch, answer, left
):
    other = tmp_path / "CER v1.2.cerw"
    dossier_file.save(other, Dossier(device=Device(name="Another")))
    window.book.session.set("device.name", "Mine")
    typed = str(tmp_path / "CER v1.2")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (typed, ""))
    with answered(answer) as said:
        window.acts["save_as"].trigger()
    assert "“CER v1.2.cerw” is there already" in said[0]
    wait(lambda: not window.busy.busy)
    assert name_of(other) == left


def test_the_dialog_for_a_report_names_the_file(window, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a: asked.append(a[1]) or "")
    window.book.session.set("document.number", "CER-7")
    window.book.session.set("document.revision", "02")
    for deed in ("report", "review_annex"):
        window.acts[deed].trigger()
    assert asked == [
        "Write “CER-7_rev-02.docx” into",
        "Write “CER-7_REVIEW-ANNEX_rev-02.docx” into",
    ]


def test_a_report_that_is_cancelled_leaves_nothing(window, tmp_path, monkeypatch):
    folder = tmp_path / "out" / "reports"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.acts["report"].trigger()
    window.busy.cancel.click()
    wait(lambda: not window.busy.busy, tries=2000)
    assert not folder.parent.exists()


def started_at(monkeypatch, asks: str, answer) -> list[str]:
    """Return the folders in which a file dialog starts, which grow with each dialog."""
    starts: list[str] = []

    def shown(_parent, _title, folder, *_rest):
        starts.append(folder)
        return answer

    monkeypatch.setattr(QFileDialog, asks, shown)
    return starts


def test_references_are_sought_where_the_last_ones_were(window, file, tmp_path, monkeypatch):
    downloads = tmp_path / "downloads"
    asked = started_at(monkeypatch, "getOpenFileNames", ([str(downloads / "a.ris")], ""))
    monkeypatch.setattr(window.filing, "_import", lambda *_: None)
    for _ in range(2):
        window.acts["import"].trigger()
    assert asked == [str(file.parent), str(downloads)]


def test_a_report_goes_where_the_last_one_went(window, file, tmp_path, monkeypatch):
    asked = started_at(monkeypatch, "getExistingDirectory", str(tmp_path / "reports"))
    monkeypatch.setattr(window.filing, "_run", lambda *_: None)
    for _ in range(2):
        window.acts["report"].trigger()
    assert asked == [str(file.parent), str(tmp_path / "reports")]


def test_a_dossier_without_a_file_is_saved_beside_the_one_before(window, file, monkeypatch):
    window.acts["new"].trigger()
    wait(lambda: window.book.session.file is None)
    asked = started_at(monkeypatch, "getSaveFileName", ("", ""))
    window.acts["save"].trigger()
    assert Path(asked[0]).parent == file.parent
