"""Runs the property tests with many more examples, one file after the other, for a given time.

Each file is one line in `proofs/log.txt`. The next call goes on after the last line; when all files
have had their turn, a new round begins with a new seed, so that no example is tried twice.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOG = Path(__file__).with_name("proofs") / "log.txt"
HEAD = "when (UTC) | round = seed | tests | what came of it\n"
SELECTION = ("-m", "prove or hypothesis", "-q", "-p", "no:cacheprovider")
PYTEST = (sys.executable, "-m", "pytest", *SELECTION)
NO_TESTS = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """One file of tests in one round; the number of the round is the seed."""

    round: int
    tests: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Prove until the time is over; return 1 as soon as a property has been refuted."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10, help="how long to go on (10)")
    parser.add_argument("--log", type=Path, default=LOG, help="where to write what came of it")
    options = parser.parse_args(arguments)
    files = files_with_properties()
    if not files:
        print("There is no property to prove.")
        return 0
    return prove(turns(files, last_turn(options.log)), options.log, options.minutes * 60)


def files_with_properties() -> list[str]:
    """Return the files that hold property tests or long proofs, in a fixed order."""
    found = subprocess.run(
        [*PYTEST, "--collect-only"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if found.returncode not in {0, NO_TESTS}:
        sys.exit(f"The tests cannot be collected:\n{found.stdout}{found.stderr}")
    return sorted({line.split("::")[0] for line in found.stdout.splitlines() if "::" in line})


def turns(files: Sequence[str], last: Turn | None) -> Iterator[Turn]:
    """Yield turns without end, from the one that comes after `last`."""
    start = last.round if last else 1
    rest = [name for name in files if last is None or name > last.tests]
    yield from (Turn(start, name) for name in rest)
    for number in count(start + 1):
        yield from (Turn(number, name) for name in files)


def last_turn(log: Path) -> Turn | None:
    """Return the turn in the last line of the log, or None if nothing has been tried yet."""
    lines = log.read_text("utf-8").splitlines()[1:] if log.exists() else []
    if not lines:
        return None
    _, number, tests, _ = (part.strip() for part in lines[-1].split("|", 3))
    return Turn(int(number), tests)


def prove(agenda: Iterator[Turn], log: Path, seconds: float) -> int:
    """Take turns until `seconds` are over, each within what is left of them."""
    end = time.monotonic() + seconds
    for turn in agenda:
        left = end - time.monotonic()
        if left <= 0:
            return 0
        try:
            holds, what = taken(turn, left)
        except subprocess.TimeoutExpired:
            print(f"The time was over within {turn.tests}; the next call begins with it.")
            return 0
        write(log, turn, what)
        if not holds:
            return 1
    return 0


def taken(turn: Turn, seconds: float) -> tuple[bool, str]:
    """Run one file of tests; return whether nothing was refuted, and the closing line.

    Raises TimeoutExpired if that takes longer than `seconds`.
    """
    command = [*PYTEST, f"--hypothesis-seed={turn.round}", "--timeout=0", turn.tests]
    environment = os.environ | {"HYPOTHESIS_PROFILE": "prove", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True,
        timeout=seconds, check=False,
    )  # fmt: skip
    closing = (done.stdout.strip().splitlines() or ["no output"])[-1]
    if done.returncode in {0, NO_TESTS}:
        return True, closing
    print(done.stdout, done.stderr, sep="\n")
    return False, f"REFUTED: {closing}"


def write(log: Path, turn: Turn, what: str) -> None:
    """Append one turn to the log, and say it."""
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
    line = f"{now} | {turn.round} | {turn.tests} | {what}"
    print(line, flush=True)
    log.parent.mkdir(exist_ok=True)
    if not log.exists():
        log.write_text(HEAD, encoding="utf-8")
    with log.open("a", encoding="utf-8") as file:
        file.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
