import errno
import json
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.dossier.changes import Deed
from cerwizard.dossier.dossier import SCHEMA_VERSION, Dossier
from cerwizard.errors import (
    CannotWriteError,
    ChangedOnDiskError,
    NewerFileError,
    UnreadableFileError,
)
from cerwizard.store import container, dossier_file, history
from cerwizard.store.history import Entry

TITLED = Dossier.model_validate({"document": {"title": "Report"}})
LINE = Entry("Ada", datetime(2026, 5, 1, tzinfo=UTC), "document.title", "", "Report", "", Deed.SET)
GONE = Entry(
    "Ada",
    datetime(2026, 5, 1, tzinfo=UTC),
    "literature.references[gone]",
    {"at": 0, "row": {"id": "gone"}},
    None,
    "",
    Deed.REMOVE,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Größe 🩹.cerw"


def members(path):
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def put(path, name, data):
    with zipfile.ZipFile(path, "a") as file:
        file.writestr(name, data)


def test_a_dossier_saved_is_opened_again_with_its_history(path):
    saved = dossier_file.save(path, TITLED, [LINE])
    opened = dossier_file.load(path)
    assert opened.dossier == TITLED
    assert opened.history == (LINE,)
    assert opened == saved


def test_the_file_is_a_zip_with_readable_parts(path):
    dossier_file.save(path, TITLED, [LINE])
    found = members(path)
    assert list(found) == ["dossier.json", "history.jsonl"]
    assert json.loads(found["dossier.json"])["document"] == {"title": "Report"}


def test_the_same_dossier_gives_the_same_bytes(path, tmp_path):
    dossier_file.save(path, TITLED, [LINE])
    dossier_file.save(tmp_path / "b.cerw", TITLED, [LINE])
    assert path.read_bytes() == (tmp_path / "b.cerw").read_bytes()


def test_every_save_adds_to_the_history_and_the_chain_holds(path):
    first = dossier_file.save(path, Dossier(), [LINE])
    dossier_file.save(path, TITLED, [LINE, LINE], basis=first)
    found = members(path)
    assert history.verify(found["history.jsonl"], found["dossier.json"]) == history.Verified(3)


def test_what_others_put_into_the_file_stays_there(path):
    dossier_file.save(path, TITLED)
    put(path, "attachments/plan.pdf", b"%PDF" * 1000)
    put(path, "generated/cer/base.json", b"{}")
    put(path, "from the future.bin", b"?")
    opened = dossier_file.load(path)
    assert opened.attachments == ("attachments/plan.pdf",)
    dossier_file.save(path, Dossier(), [LINE], basis=opened)
    found = members(path)
    assert found["attachments/plan.pdf"] == b"%PDF" * 1000
    assert found["generated/cer/base.json"] == b"{}"
    assert found["from the future.bin"] == b"?"


def test_members_are_put_in_and_replaced(path):
    one = dossier_file.save(path, TITLED, members={"attachments/a": b"1", "generated/b": b"1"})
    two = dossier_file.save(path, TITLED, basis=one, members={"attachments/a": b"2"})
    assert two.others == ("attachments/a", "generated/b")
    assert members(path)["attachments/a"] == b"2"


def test_saving_under_another_name_takes_everything_along(path, tmp_path):
    opened = dossier_file.save(path, TITLED, [LINE], members={"attachments/a": b"1"})
    dossier_file.save(tmp_path / "copy.cerw", TITLED, basis=opened)
    copy = dossier_file.load(tmp_path / "copy.cerw")
    assert copy.history == (LINE,)
    assert members(copy.path)["attachments/a"] == b"1"


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(path):
    opened = dossier_file.save(path, TITLED)
    dossier_file.save(path, Dossier(), [LINE], basis=opened)
    theirs = path.read_bytes()
    with pytest.raises(ChangedOnDiskError, match="changed by somebody else"):
        dossier_file.save(path, TITLED, basis=opened)
    assert path.read_bytes() == theirs
    dossier_file.save(path, TITLED, basis=opened, overwrite=True)
    assert dossier_file.load(path).dossier == TITLED


def test_a_file_that_is_there_already_is_not_overwritten(path):
    dossier_file.save(path, TITLED)
    with pytest.raises(ChangedOnDiskError, match="is there already"):
        dossier_file.save(path, Dossier())


def test_a_file_that_vanished_is_written_again(path):
    opened = dossier_file.save(path, TITLED)
    path.unlink()
    dossier_file.save(path, TITLED, [LINE], basis=opened)
    assert dossier_file.load(path).history == (LINE,)


def test_attachments_of_a_file_that_vanished_are_missed_aloud(path, tmp_path):
    opened = dossier_file.save(path, TITLED, members={"attachments/a": b"1"})
    path.unlink()
    with pytest.raises(CannotWriteError, match="no longer there or damaged"):
        dossier_file.save(path, TITLED, basis=opened)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_attachment_is_not_carried_over_silently(path, tmp_path):
    opened = dossier_file.save(path, TITLED, members={"attachments/a": b"abc" * 99})
    data = path.read_bytes()
    spot = data.index(b"attachments/a") + len("attachments/a")
    path.write_bytes(data[:spot] + b"\xff\xff\xff" + data[spot + 3 :])
    with pytest.raises(CannotWriteError, match="damaged and cannot be carried over"):
        dossier_file.save(tmp_path / "b.cerw", TITLED, basis=opened)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_full_disk_leaves_the_old_file_whole(path, tmp_path, monkeypatch):
    opened = dossier_file.save(path, TITLED, [LINE])
    monkeypatch.setattr(container, "write", full)
    with pytest.raises(CannotWriteError, match="disk is full"):
        dossier_file.save(path, Dossier(), basis=opened)
    assert dossier_file.load(path) == opened
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def full(file, name, data):
    file.writestr(name, data[:5])
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_bare_json_dossier_is_read_but_not_written(tmp_path):
    path = tmp_path / "d.json"
    path.write_text(json.dumps({"schema_version": SCHEMA_VERSION, "document": {"title": "T"}}))
    opened = dossier_file.load(path)
    assert opened.dossier.document.title == "T"
    assert (opened.history, opened.others) == ((), ())
    with pytest.raises(CannotWriteError, match=r"saved as \.cerw"):
        dossier_file.save(path, TITLED, basis=opened, overwrite=True)


def test_ids_of_rows_removed_long_ago_are_known(path):
    opened = dossier_file.save(path, TITLED, [LINE, GONE])
    assert opened.retired() == {"gone"}
    assert dossier_file.save(path, TITLED, basis=opened).retired() == {"gone"}


def test_a_spoiled_history_does_not_keep_the_dossier_from_opening(path):
    dossier_file.save(path, TITLED)
    put(path, "history.jsonl", b"spoiled")
    opened = dossier_file.load(path)
    assert opened.retired() == frozenset()
    with pytest.raises(UnreadableFileError, match="Line 1 of the history"):
        _ = opened.history
    dossier_file.save(path, TITLED, [LINE], basis=opened)
    assert members(path)["history.jsonl"].startswith(b"spoiled\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not whole or not JSON"),
        (b"%PDF-1.7", "not whole or not JSON"),
        (b"PK\x03\x04 and no more", "is damaged"),
        (b'{"schema_version": 1, "device": ', r"not JSON \(line 1\)"),
        (b'{"title": "x"}', "does not say in which version"),
        (b'{"schema_version": 1, "device": 3}', "“Device” cannot hold “3”"),
    ],
)
def test_a_broken_file_is_refused_by_name_with_the_reason(tmp_path, content, said):
    path = tmp_path / "broken.cerw"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=said) as caught:
        dossier_file.load(path)
    assert str(caught.value).startswith("“broken.cerw”")
    assert str(caught.value).endswith(".")


def test_a_newer_file_is_refused_as_newer(path):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("dossier.json", '{"schema_version": 999, "unknown": {}}')
    with pytest.raises(NewerFileError, match="newer CER Wizard"):
        dossier_file.load(path)


def test_a_zip_without_a_dossier_is_refused(path):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", "<x/>")
    with pytest.raises(UnreadableFileError, match="holds no dossier"):
        dossier_file.load(path)


def test_a_file_that_is_too_large_is_refused(path, monkeypatch):
    monkeypatch.setattr(dossier_file, "_MOST_DOSSIER", 100)
    path.write_bytes(b'{"schema_version": 1}' + b" " * 100)
    with pytest.raises(UnreadableFileError, match="too large"):
        dossier_file.load(path)


@pytest.mark.parametrize("name", ["missing.cerw", ""])
def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path, name):
    with pytest.raises(UnreadableFileError, match="cannot be opened"):
        dossier_file.load(tmp_path / name)


@given(st.integers(0, 600), st.binary(min_size=1, max_size=9))
def test_a_damaged_file_opens_as_it_was_or_is_refused(tmp_path_factory, at, noise):
    path = tmp_path_factory.getbasetemp() / "damaged.cerw"
    dossier_file.save(path, TITLED, [LINE], overwrite=True)
    data = path.read_bytes()
    path.write_bytes(data[:at] + noise + data[at + len(noise) :])
    try:
        found = dossier_file.load(path).dossier
    except UnreadableFileError:
        found = TITLED
    assert found == TITLED
