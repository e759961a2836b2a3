"""Whether a process runs is known without harm to it, whoever has started it."""

import os
import subprocess
import sys

import pytest

from cerwizard.store import processes


def test_this_one_runs_and_one_that_has_ended_does_not():
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert processes.runs(os.getpid())
    assert not processes.runs(ended.pid)


@pytest.mark.parametrize("number", [0, -1, 10**30])
def test_no_process_has_such_a_number(number):
    assert not processes.runs(number)


@pytest.mark.skipif(os.name == "nt", reason="Windows is asked in another way")
def test_one_of_somebody_else_runs_too(monkeypatch):
    def barred(_pid, _signal):
        raise PermissionError

    monkeypatch.setattr(os, "kill", barred)
    assert processes.runs(os.getpid())
