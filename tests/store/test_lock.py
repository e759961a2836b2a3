import json
import os
import socket
import subprocess
import sys
from dataclasses import replace

import pytest

from cerwizard.errors import CannotWriteError, LockedError
from cerwizard.store import lock


@pytest.fixture
def dossier(tmp_path):
    path = tmp_path / "d.cerw"
    path.write_bytes(b"")
    return path


@pytest.fixture(scope="module")
def dead():
    """The number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def names(dossier):
    return sorted(p.name for p in dossier.parent.iterdir())


def hold(dossier, **more):
    mine = replace(lock.myself("Grace"), **more)
    lock.place(dossier).write_text(
        json.dumps({n: getattr(mine, n) for n in mine.__dataclass_fields__})
    )
    return mine


def test_a_lock_names_its_holder_and_goes_with_its_release(dossier):
    with lock.take(dossier, "Ada"):
        found = lock.holder(dossier)
        assert (found.user, found.host, found.pid) == ("Ada", socket.gethostname(), os.getpid())
        assert names(dossier) == [".d.cerw.lock", "d.cerw"]
    assert lock.holder(dossier) is None
    assert names(dossier) == ["d.cerw"]


def test_a_locked_dossier_says_who_has_it(dossier):
    hold(dossier, host="ward-7", pid=4711, since="2026-05-01T12:30:00+00:00")
    with pytest.raises(LockedError) as caught:
        lock.take(dossier)
    assert str(caught.value) == (
        "“d.cerw” is open with Grace on ward-7 (process 4711) since 2026-05-01 12:30 UTC; "
        "ask them to close it."
    )


def test_whoever_holds_it_themselves_is_told_to_look_for_the_other_window(dossier):
    mine = lock.myself()
    hold(dossier, user=mine.user, since="2026-05-01T12:30:00+00:00")
    with pytest.raises(LockedError) as caught:
        lock.take(dossier)
    assert str(caught.value) == (
        f"“d.cerw” is open in another window on this computer (process {mine.pid}) "
        "since 2026-05-01 12:30 UTC; close it there."
    )


def test_a_lock_taken_twice_in_one_program_is_refused(dossier):
    with lock.take(dossier), pytest.raises(LockedError):
        lock.take(dossier)


def test_a_dead_process_on_this_machine_is_replaced_silently(dossier, dead):
    hold(dossier, pid=dead)
    with lock.take(dossier, "Ada"):
        assert lock.holder(dossier).user == "Ada"
    assert names(dossier) == ["d.cerw"]


@pytest.mark.skipif(not lock._started(os.getpid()), reason="start times can't be told here")
def test_a_process_number_used_again_is_not_mistaken_for_the_holder(dossier):
    hold(dossier, started="1")
    lock.take(dossier).release()


def test_a_process_on_another_machine_is_taken_to_run(dossier, dead):
    hold(dossier, pid=dead, host="elsewhere")
    with pytest.raises(LockedError):
        lock.take(dossier)


def test_a_lock_can_be_taken_by_force(dossier):
    hold(dossier, host="elsewhere")
    with lock.take(dossier, "Ada", force=True):
        assert lock.holder(dossier).user == "Ada"


def test_a_lock_that_was_taken_from_us_is_not_removed_by_us(dossier):
    ours = lock.take(dossier, "Ada")
    theirs = lock.take(dossier, "Grace", force=True)
    ours.release()
    assert lock.holder(dossier).user == "Grace"
    theirs.release()
    assert lock.holder(dossier) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"user": 1}', "[" * 99_999])
def test_a_lock_that_cannot_be_read_holds_until_it_is_taken_by_force(dossier, text):
    lock.place(dossier).write_text(text)
    with pytest.raises(LockedError, match="somebody"):
        lock.take(dossier)
    lock.take(dossier, force=True).release()
    assert names(dossier) == ["d.cerw"]


def test_the_lock_of_somebody_quicker_is_put_back(dossier, dead):
    stale = hold(dossier, pid=dead)
    quicker = hold(dossier, pid=os.getpid())
    lock._clear(lock.place(dossier), stale)
    assert lock.holder(dossier) == quicker
    assert names(dossier) == [".d.cerw.lock", "d.cerw"]


def test_where_files_have_no_links_the_lock_is_written_all_the_same(dossier, monkeypatch):
    def no_links(*args):
        raise OSError("not supported")

    monkeypatch.setattr(os, "link", no_links)
    with lock.take(dossier), pytest.raises(LockedError):
        lock.take(dossier)
    assert names(dossier) == ["d.cerw"]


def test_a_folder_that_is_not_there_cannot_hold_a_lock(tmp_path):
    with pytest.raises(CannotWriteError, match="its folder is not there"):
        lock.take(tmp_path / "gone" / "d.cerw")


@pytest.mark.parametrize("pid", [0, -1, 2**70])
def test_an_impossible_process_number_is_dead(pid):
    assert not lock.alive(replace(lock.myself(), pid=pid))


def test_we_are_alive_and_have_a_name():
    assert lock.alive(lock.myself())
    assert lock.myself().user
    assert lock.myself("Ada").user == "Ada"


def test_a_login_without_a_name_is_somebody(monkeypatch):
    def nobody():
        raise OSError("no username")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert lock.myself().user == "somebody"


@pytest.mark.parametrize("name", ["é" * 125 + ".cerw", "x" * 250 + ".cerw"])
def test_the_longest_name_that_a_file_can_have_can_be_locked(tmp_path, name):
    with lock.take(tmp_path / name):
        assert lock.holder(tmp_path / name) is not None
    assert list(tmp_path.iterdir()) == []
