"""Long work gives way often, and what listens is not called for every row."""

import pytest

from cerwizard.report import beat


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until it is set."""
    now = [100.0]
    monkeypatch.setattr(beat, "monotonic", lambda: now[0])
    return now


def test_many_calls_within_a_moment_are_passed_on_once(clock):
    told = []
    call = beat.seldom(lambda: told.append(clock[0]))
    for _ in range(500):
        call()
    assert told == [100.0]


def test_a_tenth_of_a_second_later_it_is_passed_on_again(clock):
    told = []
    call = beat.seldom(lambda: told.append(clock[0]))
    for now in (100.0, 100.05, 100.11, 100.2, 100.22):
        clock[0] = now
        call()
    assert told == [100.0, 100.11, 100.22]


def test_each_thing_is_yielded_after_a_call():
    said = []
    for thing in beat.beating("ab", lambda: said.append("beat")):
        said.append(thing)
    assert said == ["beat", "a", "beat", "b"]


def test_what_the_call_raises_ends_the_work():
    def stop():
        raise InterruptedError

    with pytest.raises(InterruptedError):
        list(beat.beating([1], stop))
