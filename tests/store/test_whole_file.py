import errno
import hashlib
import os
import re
import subprocess
import sys
import time

import pytest

from cerwizard.errors import CannotWriteError
from cerwizard.store import aside, whole_file


def fails(number):
    def fill(out):
        out.write(b"half of it")
        raise OSError(number, os.strerror(number))

    return fill


def names(folder):
    return sorted(p.name for p in folder.iterdir())


def test_what_is_written_is_there_and_its_hash_is_returned(tmp_path):
    digest = whole_file.write_bytes(tmp_path / "a", b"content")
    assert (tmp_path / "a").read_bytes() == b"content"
    assert digest == hashlib.sha256(b"content").hexdigest()
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "you may not write there"),
        (errno.EACCES, "you may not write there"),
        (errno.EIO, "cannot be written"),
    ],
)
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, number, said):
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(CannotWriteError, match=said) as caught:
        whole_file.write(tmp_path / "a", fails(number))
    assert str(caught.value).startswith("“a”")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_failure_at_the_last_moment_leaves_the_old_file_too(tmp_path, monkeypatch, moment):
    def full(*args):
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "a").write_bytes(b"old")
    target = "os.fsync" if moment == "fsync" else "pathlib.Path.replace"
    monkeypatch.setattr(target, full)
    with pytest.raises(CannotWriteError):
        whole_file.write_bytes(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_folder_that_vanished_is_named_as_the_reason(tmp_path):
    with pytest.raises(CannotWriteError, match="its folder is not there"):
        whole_file.write_bytes(tmp_path / "gone" / "a", b"x")


def test_an_interrupted_write_leaves_nothing_behind(tmp_path):
    def interrupted(out):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        whole_file.write(tmp_path / "a", interrupted)
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps permissions otherwise")
def test_permissions_are_kept_and_links_followed(tmp_path):
    real = tmp_path / "real"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(real)
    whole_file.write_bytes(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_a_new_file_gets_the_permissions_that_the_user_gives_new_files(tmp_path):
    (tmp_path / "usual").write_bytes(b"")
    whole_file.write_bytes(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_very_long_name_can_be_written(tmp_path):
    whole_file.write_bytes(tmp_path / ("a" * 250), b"x")
    assert names(tmp_path) == ["a" * 250]


def test_neither_a_folder_nor_a_pipe_is_written_over(tmp_path):
    with pytest.raises(CannotWriteError, match="is a folder; choose a name for the file"):
        whole_file.write_bytes(tmp_path, b"x")
    if not hasattr(os, "mkfifo"):
        return
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotWriteError, match="is no ordinary file"):
        whole_file.write_bytes(tmp_path / "pipe", b"x")
    assert names(tmp_path) == ["pipe"]


def test_a_name_that_is_too_long_is_said(tmp_path):
    with pytest.raises(CannotWriteError, match="cannot be written: "):
        whole_file.write_bytes(tmp_path / ("x" * 300), b"x")


def test_what_a_killed_program_left_is_swept_away_with_the_next_write(tmp_path):
    old, young = tmp_path / ".cerw-1-aaaa.tmp", tmp_path / ".cerw-2-bbbb.tmp"
    for left in (old, young):
        left.write_bytes(b"half of it")
    os.utime(old, (0, 0))
    whole_file.write_bytes(tmp_path / "a", b"content")
    assert names(tmp_path) == [young.name, "a"]


def test_what_a_killed_program_left_is_swept_away_at_once_on_its_own_machine(tmp_path):
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    ours = aside.named(tmp_path / "a")
    of_ended = ours.with_name(ours.name.replace(f"-{os.getpid()}-", f"-{ended.pid}-"))
    elsewhere = of_ended.with_name(re.sub("-[0-9a-f]{8}-", "-00000000-", of_ended.name))
    for left in (ours, of_ended, elsewhere):
        left.write_bytes(b"half of it")
    whole_file.write_bytes(tmp_path / "b", b"content")
    assert names(tmp_path) == sorted([ours.name, elsewhere.name, "b"])


def test_what_another_machine_left_is_kept_as_long_as_it_may_still_be_written(tmp_path):
    now = time.time()
    ages = {"old": 11 * 60, "young": 9 * 60}
    for name, age in ages.items():
        left = tmp_path / f".cerw-1-00000000-{name}.tmp"
        left.write_bytes(b"half of it")
        os.utime(left, (now - age, now - age))
    whole_file.write_bytes(tmp_path / "a", b"content")
    assert names(tmp_path) == [".cerw-1-00000000-young.tmp", "a"]
