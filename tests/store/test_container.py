import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.errors import UnreadableFileError
from cerwizard.store import container


def zipped(path, names, **more):
    with zipfile.ZipFile(path, "w") as file:
        for name in names:
            file.writestr(zipfile.ZipInfo(name), b"x", **more)
    return path


def opens(path):
    with container.opened(path) as file:
        return file.namelist()


GOOD = ["a", "attachments/b.pdf", "folder/", "généré/ü.txt", "a b (1).txt", ".hidden"]
BAD = ["/etc/passwd", "../a", "a/../b", "a//b", "./a", "C:/a", "a\\b", "a\nb", "a" * 501, "a\x7f"]


def test_ordinary_names_are_let_in(tmp_path):
    assert opens(zipped(tmp_path / "a", GOOD)) == GOOD


@pytest.mark.parametrize("name", BAD)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path, name):
    with pytest.raises(UnreadableFileError, match="impossible names"):
        opens(zipped(tmp_path / "a", [name]))


def test_two_members_of_one_name_are_refused(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate"):
        path = zipped(tmp_path / "a", ["x", "x"])
    with pytest.raises(UnreadableFileError, match="impossible names"):
        opens(path)


def test_too_many_members_or_bytes_are_refused(tmp_path, monkeypatch):
    path = zipped(tmp_path / "a", ["x", "y", "z"])
    monkeypatch.setattr(container, "MOST_MEMBERS", 2)
    with pytest.raises(UnreadableFileError, match="too large"):
        opens(path)
    monkeypatch.setattr(container, "MOST_MEMBERS", 9)
    monkeypatch.setattr(container, "MOST_BYTES", 2)
    with pytest.raises(UnreadableFileError, match="too large"):
        opens(path)


def test_an_encrypted_file_is_refused_with_its_reason(tmp_path):
    path = zipped(tmp_path / "a", ["x"])
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(UnreadableFileError, match="encrypted"):
        opens(path)


def test_a_bomb_goes_off_nowhere(tmp_path):
    path = tmp_path / "a"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("x", b"0" * 1_000_000)
    with (
        container.opened(path) as file,
        pytest.raises(UnreadableFileError, match="too large"),
    ):
        container.read(file, "x", most=1000)


def test_a_missing_member_is_none(tmp_path):
    with container.opened(zipped(tmp_path / "a", ["x"])) as file:
        assert container.read(file, "y", most=9) is None


def test_members_are_carried_over_with_their_date_and_packing(tmp_path):
    source = tmp_path / "a"
    with zipfile.ZipFile(source, "w") as file:
        member = zipfile.ZipInfo("x", (2020, 2, 2, 2, 2, 2))
        member.compress_type = zipfile.ZIP_BZIP2
        file.writestr(member, b"content" * 1000)
    with zipfile.ZipFile(tmp_path / "b", "w") as target, zipfile.ZipFile(source) as file:
        container.copy(file, target, ["x", "gone"])
    with zipfile.ZipFile(tmp_path / "b") as file:
        (found,) = file.infolist()
        assert file.read("x") == b"content" * 1000
    assert (found.date_time, found.compress_type) == (member.date_time, zipfile.ZIP_BZIP2)


@given(st.binary(max_size=200), st.integers(0, 400))
def test_a_damaged_container_is_refused_and_nothing_else(tmp_path_factory, noise, at):
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("x", b"content" * 50)
        file.writestr("y", b"")
    data = bytearray(whole.getvalue())
    data[at : at + len(noise)] = noise
    path = tmp_path_factory.getbasetemp() / "damaged"
    path.write_bytes(data)
    found = None
    with suppress(UnreadableFileError), container.opened(path) as file:
        found = container.read(file, "x", most=10_000)
    assert found in (None, b"content" * 50)  # never half of it
