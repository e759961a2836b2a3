from pathlib import Path

import pytest

from cerwizard.cli import door


@pytest.fixture(autouse=True)
def at_home(tmp_path, monkeypatch):
    """The command line at work in an empty folder."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


@pytest.fixture
def opened():
    """What the window was opened with."""
    return []


@pytest.fixture
def cer(capsys, opened):
    """Call the command line; returns exit code, standard output and standard error."""

    def cer(*words):
        def window(file: Path | None) -> int:
            opened.append(file)
            return 0

        code = door.run([str(word) for word in words], window)
        out, err = capsys.readouterr()
        return code, out, err

    return cer
