import subprocess
import sys
from pathlib import Path

import pytest

import cerwizard
from cerwizard import __version__
from cerwizard.cli import door, parser, speech
from cerwizard.dossier.dossier import SCHEMA_VERSION
from cerwizard.errors import LockedError

COMMANDS = ["open", "new", "check", "build", "import", "rules", "schema"]


def test_without_a_command_the_wizard_opens(cer, opened):
    assert cer() == (0, "", "")
    assert opened == [None]


def test_open_opens_the_wizard_with_the_file(cer, opened):
    assert cer("open", "a.cerw") == (0, "", "")
    assert opened == [Path("a.cerw")]


def test_the_exit_code_of_the_window_is_handed_on():
    assert door.run(["open", "a"], lambda file: 7) == 7


def test_help_names_the_commands_that_are_built_and_no_other(cer):
    code, out, _ = cer("--help")
    assert code == 0
    for command in COMMANDS:
        assert f"\n    {command}" in out
    for missing in ("read-back", "diff", "verify", "selftest"):
        assert missing not in out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_help(cer, command):
    code, out, err = cer(command, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"usage: cerwizard {command}")


def test_the_version_is_that_of_program_schema_and_rules(cer):
    code, out, _ = cer("--version")
    program, schema, rules = out.splitlines()
    assert code == 0
    assert (program, schema) == (f"cerwizard {__version__}", f"schema {SCHEMA_VERSION}")
    assert rules.startswith("rules ")


@pytest.mark.parametrize(
    "words",
    [
        ["frobnicate"],
        ["--frobnicate"],
        ["check"],
        ["check", "a.cerw", "--format", "xml"],
        ["check", "a.cerw", "--as-of", "yesterday"],
        ["check", "a.cerw", "--fail-on", "note"],
        ["check", "a.cerw", "--form", "json"],
        ["build", "a.cerw"],
        ["import", "a.cerw"],
        ["new"],
        ["new", "a.cerw", "b.cerw"],
        ["schema", "x"],
    ],
)
def test_a_wrong_call_ends_with_2_and_one_sentence(cer, words):
    code, out, err = cer(*words)
    assert (code, out) == (2, "")
    assert err.startswith("cerwizard")
    assert err.endswith("--help”.\n")
    assert err.count("\n") == 1


def fails_with(monkeypatch, error):
    def run(call):
        raise error

    monkeypatch.setattr("cerwizard.cli.schema.run", run)


def test_an_error_leaves_as_its_sentence(cer, monkeypatch):
    fails_with(monkeypatch, LockedError("Grace has it."))
    assert cer("schema") == (2, "", "Grace has it.\n")


def test_an_interruption_leaves_no_traceback(cer, monkeypatch):
    fails_with(monkeypatch, KeyboardInterrupt())
    assert cer("schema") == (130, "", "Interrupted.\n")


def test_the_unforeseen_leaves_a_sentence_and_a_log_without_content(cer, monkeypatch, at_home):
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_, **__: str(at_home / "log"))
    fails_with(monkeypatch, ZeroDivisionError("the patient's name"))
    code, out, err = cer("schema")
    assert (code, out) == (2, "")
    assert err.startswith("Something went wrong inside the program (ZeroDivisionError)")
    log = (at_home / "log" / "command-line.log").read_text()
    assert "ZeroDivisionError" in log
    assert "in run" in log
    assert "patient" not in log


def test_the_unforeseen_is_said_even_where_no_log_can_be_kept(cer, monkeypatch, at_home):
    (at_home / "file").write_text("")
    monkeypatch.setattr("platformdirs.user_log_dir", lambda *_, **__: str(at_home / "file" / "x"))
    fails_with(monkeypatch, ZeroDivisionError())
    assert cer("schema")[2] == "Something went wrong inside the program (ZeroDivisionError).\n"


def test_every_command_of_the_parser_explains_itself():
    assert sorted(command.NAME for command in parser._COMMANDS) == sorted(COMMANDS)
    assert all(command.__doc__.startswith("`cerwizard ") for command in parser._COMMANDS)


HERE = str(Path(cerwizard.__file__).parents[1])


@pytest.fixture
def run(monkeypatch):
    """Run some code in a Python of its own."""
    monkeypatch.setenv("PYTHONPATH", HERE)

    def run(code):
        return subprocess.run(
            [sys.executable, "-c", code], check=False, capture_output=True, timeout=60
        )

    return run


NO_QT = """
import sys
from cerwizard.cli import door, parser
parser.parser()
for words in (["new", "a.cerw"], ["check", "a.cerw", "--fail-on", "never"], ["schema"]):
    assert door.run(words, lambda file: 0) == 0, words
assert not [name for name in sys.modules if "PySide" in name or "cerwizard.gui" in name]
"""


def test_the_command_line_never_imports_qt(run):
    done = run(NO_QT)
    assert done.returncode == 0, done.stderr.decode()


UTF_8 = "from cerwizard.cli import door; door.run(['new', 'Größe 🩹.cerw'], print)"


def test_any_console_is_spoken_to_in_utf_8(run, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = run(UTF_8)
    assert done.stdout.decode("utf-8") == "“Größe 🩹.cerw” was made.\n"


PIPE = """
from cerwizard.cli import door
raise SystemExit(door.run(["schema"], print))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_who_leaves_is_no_reason_for_a_traceback(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", HERE)
    writer = subprocess.Popen(
        [sys.executable, "-c", PIPE], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    writer.stdout.close()
    err = writer.stderr.read()
    writer.stderr.close()
    assert writer.wait(60) == 2
    assert err == b""


def test_a_number_is_said_with_its_noun():
    assert speech.count(1, "record") == "1 record"
    assert speech.count(0, "record") == "0 records"
    assert speech.count(2, "entry", "entries") == "2 entries"


def test_a_program_without_a_console_says_nothing(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert door.run(["frobnicate"], lambda file: 0) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
@pytest.mark.parametrize("words", [["schema"], ["--version"]])
def test_an_output_that_takes_nothing_more_is_said(words, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", HERE)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cerwizard", *words],
            check=False, stdout=full, stderr=subprocess.PIPE, timeout=60,
        )  # fmt: skip
    assert done.returncode == 2
    said = done.stderr.decode()
    assert said.startswith("The output cannot be written: ")
    assert said.endswith("; send it elsewhere.\n")
    assert said.count("\n") == 1


def test_what_would_steer_a_terminal_is_shown_and_not_sent(cer):
    code, out, err = cer("check", "red\x1b[31m.cerw")
    assert (code, out) == (2, "")
    assert err.startswith("“red\\x1b[31m.cerw” cannot be opened")


@pytest.mark.parametrize("day", ["2026-W05", "20260501", "2026-05", "0000-01-01", ""])
def test_a_day_is_written_in_one_way_only(cer, day):
    assert cer("check", "a.cerw", "--as-of", day)[2].count("is not a day like 2026-05-31") == 1
