"""The folders that are found without platformdirs are those that it finds."""

import sys

import platformdirs
import pytest

from cerwizard import settings
from cerwizard.gui import first_folders, first_look

PLACES = {
    "nothing": {},
    "named": {"XDG_CONFIG_HOME": "/there/c", "XDG_STATE_HOME": "/there/s"},
    "empty": {"XDG_CONFIG_HOME": "", "XDG_STATE_HOME": ""},
    "relative": {"XDG_CONFIG_HOME": "c", "XDG_STATE_HOME": "s"},
    "no home": {"HOME": ""},
    "a relative home": {"HOME": "home"},
}


@pytest.mark.parametrize("said", PLACES.values(), ids=PLACES)
def test_they_are_the_same_whatever_the_environment_says(monkeypatch, said):
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    where = {"appname": "cerwizard", "appauthor": False}
    assert str(first_folders.config()) == platformdirs.user_config_dir(**where, roaming=True)
    assert str(first_folders.log()) == platformdirs.user_log_dir(**where)
    assert first_look.settings_file() == settings.place()


def test_elsewhere_than_on_linux_platformdirs_is_asked(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(platformdirs, "user_config_dir", lambda *_, **__: "/asked/config")
    monkeypatch.setattr(platformdirs, "user_log_dir", lambda *_, **__: "/asked/log")
    assert (str(first_folders.config()), str(first_folders.log())) == (
        "/asked/config",
        "/asked/log",
    )
