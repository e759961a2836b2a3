import runpy
import sys
import types

import pytest

from cerwizard import __main__ as main


@pytest.fixture
def window(monkeypatch):
    """A window that only remembers with what it was opened."""
    calls = []
    app = types.ModuleType("cerwizard.gui.app")
    app.run = lambda argv, file=None: calls.append(file and file.name) or 0
    monkeypatch.setitem(sys.modules, "cerwizard.gui.app", app)
    return calls


def call(monkeypatch, *words):
    monkeypatch.setattr(sys, "argv", ["cerwizard", *words])


def test_without_words_the_window_opens(window, monkeypatch):
    call(monkeypatch)
    assert main.main() == 0
    assert window == [None]


def test_open_hands_the_file_to_the_window(window, monkeypatch):
    call(monkeypatch, "open", "a.cerw")
    assert main.main() == 0
    assert window == ["a.cerw"]


def test_the_shortcut_opens_the_window_with_the_file_dropped_on_it(window, monkeypatch):
    call(monkeypatch)
    main.main_window()
    call(monkeypatch, "a.cerw")
    main.main_window()
    assert window == [None, "a.cerw"]


def test_the_module_can_be_run(window, monkeypatch, capsys):
    call(monkeypatch, "frobnicate")
    monkeypatch.delitem(sys.modules, "cerwizard.__main__")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("cerwizard", run_name="__main__")
    assert ended.value.code == 2
    assert "frobnicate" in capsys.readouterr().err
