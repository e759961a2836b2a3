"""Into a pack comes nothing but plain data of a moderate size, from the pack's own folder."""

import os
import sys
from decimal import Decimal

import pytest

from cerwizard.errors import BadRuleError
from cerwizard.rules import rule_files

LINKS = pytest.mark.skipif(sys.platform == "win32", reason="links need a right on Windows")


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "pack.toml").write_text("")
    return folder


def refusal(folder):
    with pytest.raises(BadRuleError) as caught:
        rule_files.listed(folder)
    return str(caught.value)


def unreadable(folder, data):
    file = folder / "HSE-01.toml"
    file.write_bytes(data)
    with pytest.raises(BadRuleError) as caught:
        rule_files.read(file)
    return str(caught.value)


def test_toml_files_are_found_at_any_depth_and_hidden_ones_are_left_alone(folder):
    for name in ("b/HSE-02.toml", "a/c/HSE-01.toml", ".git/HSE-03.toml", "a/.HSE-04.toml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("")
    (folder / "rules.py").write_text("raise SystemExit")
    found = [file.relative_to(folder).as_posix() for file in rule_files.listed(folder)]
    assert found == ["a/c/HSE-01.toml", "b/HSE-02.toml", "pack.toml"]


def test_a_folder_without_a_name_is_refused(tmp_path):
    assert "has no file pack.toml" in refusal(tmp_path)
    assert "has no file pack.toml" in refusal(tmp_path / "gone")


@LINKS
@pytest.mark.parametrize("name", ["HSE-01.toml", "pack.toml", "clauses"])
def test_a_link_to_another_place_is_refused(folder, tmp_path, name):
    (folder / name).unlink(missing_ok=True)
    target = tmp_path / "elsewhere"
    target.mkdir() if name == "clauses" else target.write_text("")
    (folder / name).symlink_to(target)
    (folder / "pack.toml").touch()
    assert refusal(folder).startswith(f"{name} is a link to another place; put the file itself")


@LINKS
def test_what_is_no_file_is_refused(folder):
    os.mkfifo(folder / "HSE-01.toml")
    assert refusal(folder).startswith("HSE-01.toml is no ordinary file")


def test_a_huge_file_is_refused(folder):
    (folder / "HSE-01.toml").write_bytes(b"#" * (rule_files.MOST_BYTES + 1))
    assert refusal(folder).startswith("HSE-01.toml has 64 KiB, and a file of a pack may have 64")


def test_every_file_out_of_place_is_told(folder):
    for name in ("HSE-01.toml", "HSE-02.toml"):
        (folder / name).write_bytes(b"#" * 200_000)
    assert [line.split()[0] for line in refusal(folder).splitlines()] == [
        "HSE-01.toml",
        "HSE-02.toml",
    ]


def test_a_folder_full_of_other_things_is_refused(folder, monkeypatch):
    monkeypatch.setattr(rule_files, "MOST_FILES", 3)
    for n in range(4):
        (folder / f"{n}.txt").write_text("")
    assert "more than 3 files; give a pack of rules a folder of its own" in refusal(folder)


def test_numbers_are_kept_as_typed_and_an_editor_s_mark_is_no_fault(folder):
    (folder / "HSE-01.toml").write_bytes(b'\xef\xbb\xbflimit = 0.50\r\nwhy = """a\r\nb"""\r\n')
    assert rule_files.read(folder / "HSE-01.toml") == {"limit": Decimal("0.50"), "why": "a\nb"}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"why = 'caf\xe9'", "HSE-01.toml is not text in UTF-8; save it as UTF-8."),
        (b"a = 1\ncode = HSE-01", "at line 2: "),
        (b"a = 1\ncode = HSE-01", "the line is: code = HSE-01"),
        ("why = “So”".encode(), 'begins and ends with a straight quotation mark (")'),
        (b"require = [lambda r: r.name]", "Texts stand in"),
        (b"code = __import__('os').system('ls')", "HSE-01.toml is not well-formed TOML at line 1"),
        (b"a = " + b"[" * 25 + b"]" * 25, "more than 20 deep; write it plainer"),
        (b"a = " + b"[" * 20_000, "more than 20 deep; write it plainer"),
        (b"a = " + b"9" * 5_000, "HSE-01.toml is not well-formed TOML"),
        (b"a = 1\na = 2", "HSE-01.toml is not well-formed TOML"),
        (b"why = " + b"x" * 90, "x" * 50 + "…"),
    ],
)
def test_what_is_no_plain_data_is_refused_with_its_place(folder, data, sentence):
    said = unreadable(folder, data)
    assert said.startswith("HSE-01.toml ")
    assert sentence in said
    assert "\n" not in said


def test_a_file_that_cannot_be_read_is_told(folder):
    with pytest.raises(BadRuleError, match=r"HSE-01\.toml cannot be read: "):
        rule_files.read(folder / "HSE-01.toml")


def test_a_name_to_which_an_editor_added_an_ending_is_refused(folder):
    (folder / "HSE-01.toml.txt").write_text("")
    with pytest.raises(BadRuleError, match=r"HSE-01\.toml\.txt is not read: its name must end in"):
        rule_files.listed(folder)
