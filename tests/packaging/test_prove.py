"""Long proofs go on where the last ones ended."""

import subprocess
from itertools import islice
from pathlib import Path

import prove
from prove import Turn

FILES = ["tests/a.py", "tests/b.py", "tests/c.py"]


def test_the_first_round_starts_with_the_first_file():
    assert next(prove.turns(FILES, None)) == Turn(1, "tests/a.py")


def test_the_next_call_goes_on_after_the_last_turn_and_then_with_another_seed():
    agenda = prove.turns(FILES, Turn(4, "tests/b.py"))
    assert list(islice(agenda, 2)) == [Turn(4, "tests/c.py"), Turn(5, "tests/a.py")]


def test_what_is_written_is_where_the_next_call_goes_on(tmp_path: Path):
    log = tmp_path / "proofs" / "log.txt"
    assert prove.last_turn(log) is None
    prove.write(log, Turn(2, "tests/a.py"), "3 passed | really")
    assert prove.last_turn(log) == Turn(2, "tests/a.py")
    assert log.read_text("utf-8").startswith(prove.HEAD)


def test_a_refuted_property_ends_the_proof_and_is_written_down(tmp_path: Path, monkeypatch):
    log = tmp_path / "log.txt"
    monkeypatch.setattr(prove, "taken", lambda turn, _: (turn.tests != FILES[1], "as it went"))
    assert prove.prove(prove.turns(FILES, None), log, seconds=60) == 1
    assert prove.last_turn(log) == Turn(1, FILES[1])


def test_what_was_not_finished_is_where_the_next_call_begins(tmp_path: Path, monkeypatch):
    def cut_off(turn: Turn, seconds: float):
        raise subprocess.TimeoutExpired("pytest", seconds)

    monkeypatch.setattr(prove, "taken", cut_off)
    assert prove.prove(prove.turns(FILES, None), tmp_path / "log.txt", seconds=60) == 0
    assert prove.last_turn(tmp_path / "log.txt") is None


def test_no_turn_begins_after_the_time_is_over(tmp_path: Path):
    assert prove.prove(prove.turns(FILES, None), tmp_path / "log.txt", seconds=0) == 0
    assert not (tmp_path / "log.txt").exists()
