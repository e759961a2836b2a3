"""The window: start page, files, what is asked before something is lost."""

import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from cerwizard import assets, settings
from cerwizard.dossier.device import Device
from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import UnreadableFileError
from cerwizard.gui import crash, file_work, theme
from cerwizard.gui.crash import Doors
from cerwizard.gui.sample_files import samples
from cerwizard.gui.window import Window
from cerwizard.rules.catalog import Pack
from cerwizard.session import Session
from cerwizard.store import dossier_file, lock
from cerwizard.store.journal import Journal
from tests.gui.modal import answered, wait

RIS = """TY  - JOUR
TI  - A trial of foam
AU  - Meier, A
PY  - 2020
DO  - 10.1000/1
ER  -
"""


@pytest.fixture(autouse=True)
def no_rules(monkeypatch):
    """Judge by nothing: the rules have tests of their own, and take a while to read."""
    pack = Pack("none", "0", date(2026, 1, 1), ())
    monkeypatch.setattr("cerwizard.rules.catalog.load", lambda: pack)


@pytest.fixture
def window(qtbot):
    made = Window("light")
    qtbot.addWidget(made, before_close_func=lambda w: w._drop())
    with qtbot.waitActive(made):
        made.show()
    wait(lambda: made.filing is not None)
    return made


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "foam.cerw"
    dossier_file.save(path, Dossier(device=Device(name="Foldaren")))
    return path


def choose(monkeypatch, name: str, path: Path) -> None:
    many = name == "getOpenFileNames"
    answer = (
        str(path) if name == "getExistingDirectory" else ([str(path)] if many else str(path), "")
    )
    monkeypatch.setattr(QFileDialog, name, lambda *_: answer)


def open_new(window: Window):
    window.acts["new"].trigger()
    wait(lambda: window.desk is not None and not window.desk.judging.busy)
    return window.desk


def open_file(window: Window, path: Path):
    window.open_file(path)
    wait(lambda: window.desk is not None and not window.desk.judging.busy)
    return window.desk


def type_name(window: Window, text: str = "Foldaren") -> None:
    window.desk.reveal("device.name")
    QTest.keyClicks(window.focusWidget(), text)


# -- the start page -------------------------------------------------------------------------------


def test_the_first_page_needs_none_of_the_heavy_rooms():
    code = (
        "import sys\n"
        "from cerwizard.gui import app\n"
        "made = app.application()\n"
        "from cerwizard.gui.window import Window\n"
        "Window()\n"
        "heavy = ('platformdirs', 'dataclasses', 'datetime', 'pydantic', 'docx',\n"
        "    'jinja2', 'lxml', 'rispy', 'rapidfuzz', 'logging.handlers',\n"
        "    'importlib.metadata', 'cerwizard.dossier', 'cerwizard.law', 'cerwizard.report',\n"
        "    'cerwizard.store', 'cerwizard.rules', 'cerwizard.gui.dialogs',\n"
        "    'cerwizard.gui.filing')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_comes_next_is_brought_in_without_the_window():
    code = (
        "import sys\n"
        "from cerwizard.gui import warming\n"
        "warming.bring_in()\n"
        "from cerwizard.law import clauses\n"
        "print('cerwizard.gui.desk' in sys.modules, clauses._our_own.cache_info().currsize)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True 1"


def test_what_is_asked_for_before_all_is_there_is_done_as_soon_as_it_is(qtbot, file):
    made = Window()
    qtbot.addWidget(made, before_close_func=lambda w: w._drop())
    made.warming.start(lambda: None)
    made.new()
    made.open_file(file)
    assert (made.filing, made.desk) == (None, None)
    said = [label.text() for label in made.line.findChildren(QLabel)]
    assert any(text.startswith("One moment") for text in said)
    made.settle()
    wait(lambda: made.desk is not None and not made.desk.judging.busy)
    assert made.book.session.file == file


def test_the_menus_have_their_icons_once_the_window_is_there(window):
    assert not window.acts["save"].icon().isNull()
    assert window.acts["close"].icon().isNull()


def test_the_start_page_opens_an_empty_dossier(window):
    QTest.mouseClick(window.start.new, Qt.MouseButton.LeftButton)
    wait(lambda: window.desk is not None)
    assert window.book.session.dossier == Dossier()
    assert window.windowTitle() == "Untitled dossier[*] – CER Wizard"
    assert not window.isWindowModified()


def test_the_start_page_lists_what_was_open_lately(window, file):
    open_file(window, file)
    window.acts["close"].trigger()
    lines = [b for b in window.start.findChildren(QPushButton) if b.accessibleName() == "foam"]
    QTest.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    wait(lambda: window.desk is not None)
    assert window.book.session.file == file
    assert [a.text() for a in window.acts.recent.actions()] == ["foam"]


def test_a_sample_is_opened_as_a_copy(window, file):
    window.open_sample(file)
    wait(lambda: window.desk is not None)
    assert window.book.session.file is None
    assert window.windowTitle().startswith("Foam (sample)")


def test_the_start_page_lists_every_sample_by_its_device(window):
    there = {path.stem for path in assets.resources("samples").glob("*.cerw")}
    assert {sample.path.stem for sample in samples()} == there
    lines = {button.accessibleName() for button in window.start.findChildren(QPushButton)}
    assert {sample.name for sample in samples()} <= lines
    assert "Foldaren Border" in lines


def test_what_needs_a_dossier_is_grey_without_one(window):
    assert not window.acts["save"].isEnabled()
    assert window.acts["open"].isEnabled()
    open_new(window)
    assert window.acts["save"].isEnabled()


def test_a_file_named_at_the_start_is_opened(qtbot, file):
    made = Window()
    qtbot.addWidget(made, before_close_func=lambda w: w._drop())
    made.begin_with(file)
    made.show()
    wait(lambda: made.desk is not None)
    assert made.book.session.dossier.device.name == "Foldaren"


# -- files ----------------------------------------------------------------------------------------


def test_an_edit_marks_the_window_and_a_save_takes_the_mark_away(window, file):
    open_file(window, file)
    type_name(window, "X")
    assert window.isWindowModified()
    assert window.acts["undo"].isEnabled()
    assert "Device name" in window.acts["undo"].text()
    window.acts["save"].trigger()
    wait(lambda: not window.isWindowModified())
    assert dossier_file.load(file).dossier.device.name == "XFoldaren"


def test_a_new_dossier_is_saved_where_the_writer_says(window, tmp_path, monkeypatch):
    open_new(window)
    type_name(window)
    choose(monkeypatch, "getSaveFileName", tmp_path / "mine")
    window.acts["save"].trigger()
    wait(lambda: window.book.session.file is not None)
    assert window.book.session.file == tmp_path / "mine.cerw"
    assert window.windowTitle() == "mine[*] – CER Wizard"
    window.acts["close"].trigger()
    open_file(window, tmp_path / "mine.cerw")
    assert window.book.session.dossier == Dossier(device=Device(name="Foldaren"))


def test_saving_elsewhere_moves_the_lock(window, file, tmp_path, monkeypatch):
    open_file(window, file)
    assert lock.holder(file) is not None
    other = tmp_path / "other.cerw"
    choose(monkeypatch, "getSaveFileName", other)
    window.acts["save_as"].trigger()
    wait(lambda: window.book.session.file == other)
    assert lock.holder(file) is None
    assert lock.holder(other) is not None
    window.acts["close"].trigger()
    assert lock.holder(other) is None


def test_a_broken_file_is_told_in_a_sentence(window, tmp_path):
    broken = tmp_path / "broken.cerw"
    broken.write_bytes(b"PK nonsense")
    with answered("OK", "tell") as said:
        window.open_file(broken)
        wait(lambda: bool(said))
    assert "broken.cerw" in said[0]
    assert window.desk is None


def test_a_newer_file_is_told_in_a_sentence(window, tmp_path):
    newer = tmp_path / "newer.cerw"
    with zipfile.ZipFile(newer, "w") as out:
        out.writestr("dossier.json", json.dumps({"schema_version": 999}))
    with answered("OK", "tell") as said:
        window.open_file(newer)
        wait(lambda: bool(said))
    assert "newer" in said[0]


def test_what_somebody_else_has_open_can_be_looked_at_as_a_copy(window, file):
    code = (
        "import sys, time; from pathlib import Path; from cerwizard.store import lock\n"
        "lock.take(Path(sys.argv[1]), 'Ada'); print('locked', flush=True); time.sleep(60)"
    )
    other = subprocess.Popen([sys.executable, "-c", code, str(file)], stdout=subprocess.PIPE)
    try:
        other.stdout.readline()
        with answered("Open a copy") as said:
            window.open_file(file)
            wait(lambda: bool(said))
        assert "Ada" in said[0]
        wait(lambda: window.desk is not None)
        assert window.book.session.file is None
    finally:
        other.kill()
        other.stdout.close()
        other.wait()


def test_a_file_that_was_changed_by_others_is_not_overwritten(window, file):
    open_file(window, file)
    type_name(window, "X")
    dossier_file.save(file, Dossier(), overwrite=True)
    with answered("OK") as said:
        window.acts["save"].trigger()
        wait(lambda: bool(said))
    assert "changed" in said[0]
    assert dossier_file.load(file).dossier == Dossier()
    assert window.isWindowModified()


# -- leaving --------------------------------------------------------------------------------------


def test_closing_with_changes_asks_and_cancel_stays(window):
    open_new(window)
    type_name(window)
    with answered("Cancel", "unsaved"):
        window.close()
    assert window.isVisible()
    assert window.book.session.dossier.device.name == "Foldaren"


def test_closing_with_changes_can_throw_them_away(window):
    open_new(window)
    type_name(window)
    with answered("Don't save", "unsaved"):
        window.close()
    wait(lambda: not window.isVisible())


def test_closing_with_changes_can_save_them(window, file):
    open_file(window, file)
    type_name(window, "X")
    with answered("Save", "unsaved"):
        window.close()
    wait(lambda: not window.isVisible())
    assert dossier_file.load(file).dossier.device.name == "XFoldaren"


def test_a_text_that_cannot_be_saved_is_named_before_closing(window):
    open_new(window)
    window.desk.reveal("document.first_ce_year")
    QTest.keyClicks(window.focusWidget(), "long ago")
    window.desk.reveal("document.title")
    with answered("Cancel", "unsaved") as said:
        window.close()
    assert "“long ago”" in said[0]


def test_closing_without_changes_asks_nothing(window, file):
    open_file(window, file)
    window.close()
    wait(lambda: not window.isVisible())


# -- recovery -------------------------------------------------------------------------------------


def left_behind(file: Path | None, monkeypatch, at="device.gmdn", value="47") -> None:
    """Leave a journal as a program does whose computer stopped."""
    opened = dossier_file.load(file) if file else None
    dossier = opened.dossier if opened else Dossier()
    gone = lock.Holder("Ada", lock.myself().host, 2**22 + 1, "", "2026-01-01T00:00:00+00:00")
    with monkeypatch.context() as patch:
        patch.setattr(lock, "myself", lambda *_: gone)
        journal = Journal(dossier, file=file, fingerprint=opened.fingerprint if opened else "")
    Session(dossier, keep=journal.append).set(at, value)
    journal.close(keep=True)


@pytest.mark.parametrize("named", [True, False])
def test_work_that_was_never_saved_is_offered_at_the_start(qtbot, file, monkeypatch, named):
    left_behind(file if named else None, monkeypatch)
    made = Window()
    qtbot.addWidget(made, before_close_func=lambda w: w._drop())
    with answered("Recover", "recover") as said:
        made.show()
        wait(lambda: bool(said))
    wait(lambda: made.desk is not None)
    assert made.book.session.dossier.device.gmdn == "47"
    assert made.book.session.changed
    assert made.book.session.file == (file if named else None)


def test_a_file_that_is_opened_meanwhile_gives_way_to_what_is_recovered(qtbot, file, monkeypatch):
    left_behind(file, monkeypatch)
    made = Window()
    qtbot.addWidget(made, before_close_func=lambda w: w._drop())
    made.begin_with(file)
    with answered("Recover", "recover") as said:
        made.show()
        wait(lambda: bool(said))
    wait(lambda: made.book is not None and made.book.session.dossier.device.gmdn == "47")
    assert made.book.session.file == file
    assert made.book.lock is not None


def test_what_has_no_file_yet_is_offered_by_the_name_of_its_device(monkeypatch):
    left_behind(None, monkeypatch, at="device.name", value="Lentara LH-60")
    assert [file_work.told(one) for one in file_work.left_behind()] == ["Lentara LH-60"]


def test_nothing_is_offered_twice(qtbot, file, monkeypatch):
    left_behind(file, monkeypatch)
    made = Window()
    qtbot.addWidget(made, before_close_func=lambda w: w._drop())
    with answered("Throw away", "recover") as said:
        made.show()
        wait(lambda: bool(said))
    from cerwizard.gui.file_work import left_behind as found

    assert found() == ()


# -- references and reports -----------------------------------------------------------------------


def test_references_are_imported_as_one_step(window, tmp_path, monkeypatch):
    open_new(window)
    source = tmp_path / "found.ris"
    source.write_text(RIS, encoding="utf-8")
    choose(monkeypatch, "getOpenFileNames", source)
    with answered("OK") as said:
        window.acts["import"].trigger()
        wait(lambda: bool(said))
    assert "1 references imported" in said[0] or "1 reference imported" in said[0]
    assert [r.title for r in window.book.session.dossier.literature.references] == [
        "A trial of foam"
    ]
    window.acts["undo"].trigger()
    assert window.book.session.dossier.literature.references == ()


@pytest.mark.parametrize(("deed", "part"), [("report", ""), ("review_annex", "REVIEW-ANNEX")])
def test_a_document_is_written_into_the_folder_that_the_writer_names(
    window, file, tmp_path, monkeypatch, deed, part
):
    open_file(window, file)
    folder = tmp_path / "out"
    choose(monkeypatch, "getExistingDirectory", folder)
    with answered("Close") as said:
        window.acts[deed].trigger()
        wait(lambda: bool(said), tries=2000)
    assert "has been written" in said[0]
    (written,) = folder.iterdir()
    assert written.suffix == ".docx"
    assert part in written.stem


# -- looks, help, crashes -------------------------------------------------------------------------


def test_theme_and_text_size_are_put_on_and_kept(window, qapp):
    open_new(window)
    window.acts["dark"].trigger()
    window.acts["larger"].trigger()
    assert theme.colour("surface").name() == theme.load("dark").colours["surface"].lower()
    assert qapp.font().pointSizeF() == theme.font(110).pointSizeF()
    kept = settings.load()
    assert (kept.theme, kept.text_size) == ("dark", 110)
    window.acts["light"].trigger()
    window.acts["usual"].trigger()


def test_about_tells_versions_and_licences(window):
    with answered("OK", "about") as said:
        window.acts["about"].trigger()
    assert "Qt 6" in said[0]
    assert "LGPL" in said[0]


def test_the_keys_are_listed(window):
    from PySide6.QtCore import QTimer

    seen = []

    def look():
        box = QApplication.activeModalWidget()
        seen.extend(label.text() for label in box.findChildren(QLabel))
        box.reject()

    QTimer.singleShot(50, look)
    window.acts["keyboard"].trigger()
    assert {"Ctrl+S", "Save", "Alt+Up, Alt+Down"} <= set(seen)


def test_a_crash_is_told_once_and_logged_without_the_words_of_the_dossier(window, monkeypatch):
    monkeypatch.setattr(crash, "faulthandler", Mock())
    doors = Doors()
    doors.open_log()
    doors.crashed.connect(window.helping.tell_of_crash)
    secret = "the patient's name"
    with answered("OK", "tell") as said:
        try:
            raise ValueError(secret)
        except ValueError as error:
            doors.note(error)
    assert "Your work is kept" in said[0]
    doors.close_log()
    text = (crash.folder() / "cerwizard.log").read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_window.py" in text
    assert secret not in text


def test_an_error_for_the_writer_is_no_crash(window, qtbot):
    with qtbot.assertNotEmitted(window.crashed), answered("OK") as said:
        window.tell(UnreadableFileError("This file is odd."))
    assert said[0].startswith("This file is odd.")


def test_the_key_of_the_menu_pastes_rows_into_a_list(window):
    desk = open_new(window)
    desk.reveal("benefits.items")
    for text, codes in (("B1\tSees well\n", ["B1"]), ("B2\tSees longer\n", ["B1", "B2"])):
        QApplication.clipboard().setText(text)
        desk.reveal("benefits.items")
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert [row.code for row in desk.session.dossier.benefits.items] == codes
