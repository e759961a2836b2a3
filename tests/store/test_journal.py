import errno
import json
import os
from itertools import count

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import UnreadableFileError
from cerwizard.session import Session
from cerwizard.store import journal, recovery
from cerwizard.store.journal import Journal

TITLE = "document.title"


def dead(holder):
    return False


def recoveries(folder):
    return recovery.recoveries(folder, runs=dead)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "journals"


@pytest.fixture
def kept(folder):
    """A journal, and a session that writes into it."""
    kept = Journal(Dossier(), folder=folder)
    ids = count()
    session = Session(Dossier(), who="Ada", new_id=lambda: f"i{next(ids)}", keep=kept.append)
    yield kept, session
    kept.close()


def test_what_was_done_is_recovered_after_a_crash(folder, kept):
    journal, session = kept
    session.set(TITLE, "R")
    session.set(TITLE, "Report")
    row = session.add_row("literature.references", {"title": "A"})
    session.set(f"{row}.year", 2020)
    session.undo()
    journal.flush()
    (found,) = recoveries(folder)
    again = found.load()
    assert (again.dossier, again.entries, again.lost) == (session.dossier, session.entries, 0)
    assert found.file is None
    found.discard()
    assert recoveries(folder) == ()


def test_a_recovered_dossier_goes_on_as_a_session_with_its_lines(folder, kept):
    journal, session = kept
    session.set(TITLE, "Report")
    journal.flush()
    again = recoveries(folder)[0].load()
    next_session = Session(again.dossier, entries=again.entries)
    assert next_session.changed
    assert next_session.entries == session.entries


def test_the_old_value_typed_again_is_not_recovered_as_a_step(folder, kept):
    journal, session = kept
    session.set(TITLE, "x")
    session.set(TITLE, "")
    journal.flush()
    assert recoveries(folder) == ()


def test_a_journal_that_is_closed_leaves_nothing(folder):
    kept = Journal(Dossier(), folder=folder)
    kept.close()
    assert list(folder.iterdir()) == []


def test_a_journal_of_a_program_that_runs_is_let_alone(folder, kept):
    journal, session = kept
    session.set(TITLE, "x")
    journal.flush()
    assert recovery.recoveries(folder) == ()
    assert len(list(folder.iterdir())) == 1


def test_after_a_save_only_what_is_new_is_recovered(folder, kept, tmp_path):
    journal, session = kept
    session.set(TITLE, "saved")
    what = session.snapshot()
    session.set("document.number", "typed meanwhile")
    session.saved(tmp_path / "d.cerw", what)
    journal.restart(what.dossier, tmp_path / "d.cerw", "abc", session.pending)
    session.set("document.revision", "typed later")
    journal.flush()
    (found,) = recoveries(folder)
    assert (found.file, found.fingerprint) == ((tmp_path / "d.cerw").resolve(), "abc")
    again = found.load()
    assert (again.base, again.dossier) == (what.dossier, session.dossier)
    assert [e.new for e in again.entries] == ["typed meanwhile", "typed later"]


def test_a_crash_between_two_generations_recovers_the_newer(folder, kept, tmp_path, monkeypatch):
    monkeypatch.setattr("cerwizard.store.journal.discard", lambda folder: None)
    journal, session = kept
    session.set(TITLE, "saved")
    session.saved(tmp_path / "d.cerw")
    journal.restart(session.dossier, tmp_path / "d.cerw", "abc")
    session.set("document.number", "7")
    journal.flush()
    assert len(list(folder.iterdir())) == 2
    monkeypatch.undo()
    (found,) = recoveries(folder)
    assert [e.new for e in found.load().entries] == ["7"]
    assert len(list(folder.iterdir())) == 1


def test_a_line_that_was_cut_off_loses_that_step_only(folder, kept):
    journal, session = kept
    session.set(TITLE, "kept")
    journal.flush()
    (steps,) = folder.glob("*/steps.jsonl")
    with steps.open("ab") as file:
        file.write(b'\n{"step": 2, "lines": [{"who": "A')
    session.set("document.number", "after the cut")
    journal.flush()
    again = recoveries(folder)[0].load()
    assert [e.new for e in again.entries] == ["kept", "after the cut"]


def test_steps_that_cannot_be_repeated_are_counted(folder, kept):
    journal, session = kept
    session.set(TITLE, "kept")
    session.add_row("literature.references")
    session.set("literature.references[i0].title", "x")
    journal.flush()
    (steps,) = folder.glob("*/steps.jsonl")
    lines = steps.read_bytes().replace(b'"add"', b'"remove"')
    steps.write_bytes(lines)
    again = recoveries(folder)[0].load()
    assert again.dossier.document.title == "kept"
    assert again.lost == 2


@pytest.mark.parametrize("spoiled", ["base.json", "about.json"])
def test_a_journal_that_was_never_finished_is_no_recovery(folder, kept, spoiled):
    journal, session = kept
    session.set(TITLE, "x")
    journal.flush()
    (path,) = folder.glob(f"*/{spoiled}")
    path.unlink()
    assert recoveries(folder) == ()


def test_a_spoiled_base_is_said(folder, kept):
    journal, session = kept
    session.set(TITLE, "x")
    journal.flush()
    (path,) = folder.glob("*/base.json")
    path.write_text("{")
    (found,) = recoveries(folder)
    with pytest.raises(UnreadableFileError):
        found.load()
    path.unlink()
    with pytest.raises(UnreadableFileError, match="autosaved dossier"):
        found.load()


def test_the_newest_recovery_comes_first(folder):
    for number in range(3):
        kept = Journal(Dossier(), folder=folder)
        session = Session(Dossier(), keep=kept.append)
        session.set(TITLE, str(number))
        kept.close(keep=True)
        (steps,) = (p for p in folder.glob("*/steps.jsonl") if p.stat().st_mtime > 10)
        os.utime(steps, (number, number))
    assert [r.load().dossier.document.title for r in recoveries(folder)] == ["2", "1", "0"]


def test_no_journals_at_all_are_no_recoveries(tmp_path):
    assert recoveries(tmp_path / "never") == ()


def test_a_full_disk_is_told_and_typing_goes_on(folder, monkeypatch):
    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    told = []
    kept = Journal(Dossier(), folder=folder, trouble=told.append)
    kept.flush()
    monkeypatch.setattr("os.fsync", full)
    session = Session(Dossier(), keep=kept.append)
    session.set(TITLE, "x")
    kept.flush()
    assert told == ["Autosave does not work: No space left on device."]
    kept.restart(Dossier(), None, "")
    kept.flush()
    assert "disk is full" in told[1]
    kept.close()


def test_a_journal_is_readable_only_by_its_writer(folder, kept):
    kept[0].flush()
    (here,) = folder.iterdir()
    assert os.name == "nt" or here.stat().st_mode & 0o077 == 0
    assert set(json.loads((here / "about.json").read_text())) == {"file", "fingerprint", "holder"}


def test_journals_are_in_a_folder_of_the_user():
    assert journal.home().name == "journals"
    assert "cerwizard" in str(journal.home())
