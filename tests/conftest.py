"""What holds for every test: no network, no settings of this machine, a known amount of luck."""

import os
from collections import Counter
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.network import close_the_network

_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA")
_numbers = count()

settings.register_profile("quick", max_examples=25, deadline=None, derandomize=True, database=None)
settings.register_profile(
    "prove", max_examples=500, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def pytest_configure() -> None:
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
    close_the_network()


@pytest.fixture(scope="session")
def _away(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def nobodys_home(_away: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test user folders of its own, which nobody has made yet."""
    home = _away / str(next(_numbers))
    for name in _FOLDERS:
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("HOME", str(home))
    return home


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once for each reason, and loudly, what was not tested."""
    skipped = terminalreporter.stats.get("skipped", [])
    for reason, times in Counter(_reason(report) for report in skipped).items():
        terminalreporter.write_line(f"NOT TESTED ({times}): {reason}", yellow=True, bold=True)


def _reason(report: pytest.TestReport) -> str:
    where = report.longrepr
    return str(where[2] if isinstance(where, tuple) else where).removeprefix("Skipped: ")
