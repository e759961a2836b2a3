"""What is asked for while the program is still being brought in waits, and is not forgotten."""

import pytest

from cerwizard.gui.warming import Warming


@pytest.fixture
def said():
    return []


@pytest.fixture
def warming(said):
    return Warming(said.append)


def test_when_all_is_there_a_deed_is_done_at_once(warming, said):
    done = []
    warming.soon(lambda: done.append("new"))
    assert (done, said) == (["new"], [])


def test_the_last_word_counts_and_is_heeded_once_all_is_there(qtbot, warming, said):
    done, ended = [], []
    warming.start(lambda: ended.append(True))
    warming.soon(lambda: done.append("new"))
    warming.soon(lambda: done.append("open"))
    assert done == []
    assert set(said) == {"One moment, please…"}
    qtbot.waitUntil(lambda: bool(ended))
    warming.end()
    assert said[-1] == ""
    qtbot.waitUntil(lambda: bool(done))
    warming.end()
    assert done == ["open"]


def test_where_nothing_was_asked_for_nothing_is_said(warming, said):
    warming.end()
    assert said == []
