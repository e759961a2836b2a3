import os
import sys
from pathlib import Path

import pytest

from cerwizard import files
from cerwizard.errors import UnreadableFileError


def refused(path):
    with pytest.raises(UnreadableFileError) as caught:
        files.opened(path)
    return str(caught.value)


def test_a_file_is_opened(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"a")
    with files.opened(tmp_path / "a.txt") as file:
        assert file.read() == b"a"


def test_a_file_that_is_not_there_says_what_to_check(tmp_path):
    said = refused(tmp_path / "gone.cerw")
    assert said == "“gone.cerw” cannot be opened: it is not there; check its name and its folder."


def test_a_folder_is_told_from_a_file(tmp_path):
    assert "it is a folder; name a file in it." in refused(tmp_path)


def test_the_empty_name_is_a_folder_too():
    assert refused(Path()).startswith("“.” cannot be opened: it is a folder")


@pytest.mark.parametrize(("name", "why"), [("x" * 300, "so long a name"), ("a\0b", "such a name")])
def test_an_impossible_name_is_said(tmp_path, name, why):
    assert f"no file can have {why}; check it." in refused(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes and links")
def test_what_has_no_end_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.cerw")
    said = "it is no ordinary file; name one on a disk."
    assert said in refused(tmp_path / "pipe.cerw")
    assert said in refused(Path("/dev/zero"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes and links")
def test_a_link_to_itself_is_said(tmp_path):
    (tmp_path / "loop.cerw").symlink_to("loop.cerw")
    assert "a link that leads back to itself" in refused(tmp_path / "loop.cerw")


def test_an_error_that_nobody_foresaw_has_a_way_out_too(tmp_path):
    said = str(files.unreadable(tmp_path / "a.cerw", OSError(5, "Input/output error")))
    assert said.endswith(
        "Input/output error; check that its drive is connected, or take a copy of it."
    )
