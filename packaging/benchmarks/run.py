"""Measures our costs against floors in one run: `run.py [--rounds N] [MEASURE …]`.

A floor is the least that the work can cost. Ratios hold on any machine, milliseconds only here.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median

import large_dossiers
import word_costs
from rotation import rotate
from stalls import beside

from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.view import View
from cerwizard.reckon.facts import FACTS
from cerwizard.rules import catalog
from cerwizard.rules.engine import Judge, judge
from cerwizard.rules.plan import plan
from cerwizard.session import Session

FIRST_PAINT = Path(__file__).with_name("first_paint.py")
OPENING = Path(__file__).with_name("opening.py")
DAY = date(2026, 11, 22)
EVIDENCE, MANY = 2_000, 10_000
REFERENCES = 20_000
RISKS = 500
FRAME = 16.0

Lines = Iterator[str]


def first_paint(rounds: int) -> Lines:
    """Target 8: from the start of the process to the first paint, against an empty window."""
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{name}_HOME": home for name in ("CONFIG", "STATE", "DATA", "CACHE")}
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **folders}
        # Both start as what is installed does: compiled the first time, not each time.
        environment["PYTHONPYCACHEPREFIX"] = home
        environment.pop("PYTHONDONTWRITEBYTECODE", None)

        def start(which: str) -> Callable[[], object]:
            command = [sys.executable, str(FIRST_PAINT), which]
            return lambda: subprocess.run(command, env=environment, check=True)

        times = rotate({"wizard": start("wizard"), "empty": start("empty")}, rounds)
    yield f"an empty window         {times.milliseconds('empty'):8.0f} ms"
    yield f"the wizard, start page  {times.milliseconds('wizard'):8.0f} ms"
    yield verdict(times.ratio("wizard", "empty"), "times an empty window", at_most=1.5)


def opening(rounds: int) -> Lines:
    """The longest wait while a sample opens and each of its steps, against an empty window."""
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{name}_HOME": home for name in ("CONFIG", "STATE", "DATA", "CACHE")}
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **folders}
        found = []
        for _ in range(rounds):
            run = subprocess.run(
                [sys.executable, str(OPENING)], env=environment, check=True, stdout=subprocess.PIPE
            )
            found.append(tuple(map(float, run.stdout.split())))
    empty, opened, step = (median(each) for each in zip(*found, strict=True))
    yield f"an empty window         {empty:8.1f} ms"
    yield f"the sample, longest wait{opened:8.1f} ms"
    yield f"its slowest step        {step:8.1f} ms"
    yield f"{opened / empty:8.2f} times an empty window, while the sample opens"
    yield f"{step / empty:8.2f} times an empty window, while its slowest step opens"


def report(rounds: int) -> Lines:
    """Target 1: a report with 2,000 data sets, part by part, against its texts joined."""
    yield from word_costs.costs(EVIDENCE, rounds, verdict)


def peers(rounds: int) -> Lines:
    """Targets 2 and 3: the same texts and tables, 2,000 data sets, by other libraries."""
    yield from word_costs.peers(EVIDENCE, rounds, verdict)


def growth(rounds: int) -> Lines:
    """Targets 1 and 7: writing 10,000 data sets, against 2,000."""
    yield from word_costs.growth(EVIDENCE, MANY, rounds, verdict)


def judging(rounds: int) -> Lines:
    """Targets 11 and 12: one edit among 20,000 references and 500 risks, against everything."""
    pack = catalog.load()
    session = Session(large_dossiers.with_all(EVIDENCE, REFERENCES, RISKS))
    keeper = Judge(pack, DAY)
    keeper.full(session.dossier)
    made = plan(pack.rules, Dossier, FACTS, DAY)
    keystrokes = iter(range(1_000_000))
    address = f"literature.references[{session.dossier.literature.references[-1].id}].title"

    def edit() -> None:
        changed = frozenset({address})
        session.set(address, f"A title, keystroke {next(keystrokes)}")
        keeper.update(session.dossier, changed)

    def everything() -> None:
        judge(session.dossier, pack, DAY)

    def bare() -> None:
        view = View(session.dossier, DAY)
        for unit in made.units:
            unit.everywhere(view)

    times = rotate({"edit": edit, "everything": everything, "bare": bare}, rounds)
    yield f"everything              {times.milliseconds('everything'):8.1f} ms"
    yield f"the bare rules in turn  {times.milliseconds('bare'):8.1f} ms"
    yield f"after one edit          {times.milliseconds('edit'):8.2f} ms"
    yield verdict(times.milliseconds("edit"), "ms after an edit: one frame (11)", at_most=FRAME)
    often = times.ratio("everything", "edit")
    yield verdict(often, "times cheaper than everything (11)", at_least=100)
    bound = times.ratio("everything", "bare")
    yield verdict(bound, "times the bare rules, for everything (12)", at_most=1.5)
    waits = beside(lambda: Judge(pack, DAY).full(session.dossier))
    yield f"a window waits meanwhile{waits.median:8.2f} ms, at most {waits.longest:.1f} ms"
    yield verdict(waits.rarely, "ms, exceeded by one wait in a hundred (12)", at_most=FRAME)


def verdict(value: float, what: str, at_most: float = float("inf"), at_least: float = 0.0) -> str:
    """Say a figure, the bound that we set ourselves, and whether it holds."""
    bound = f"at least {at_least:g}" if at_least else f"at most {at_most:g}"
    holds = "holds" if at_least <= value <= at_most else "MISSED"
    return f"{value:8.2f} {what} (target: {bound}; {holds})"


MEASURES = {
    "first-paint": first_paint,
    "opening": opening,
    "report": report,
    "peers": peers,
    "growth": growth,
    "judging": judging,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measures that are named, or all, and print what they say."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=", ".join(MEASURES))
    parser.add_argument("--rounds", type=int, default=7, help="how often each one is measured (7)")
    options = parser.parse_args(arguments)
    if unknown := set(options.measures) - MEASURES.keys():
        parser.error(f"there is no measure {', '.join(sorted(unknown))}")
    for name in options.measures or MEASURES:
        print(f"\n{name}: {MEASURES[name].__doc__}")
        for line in MEASURES[name](options.rounds):
            print(f"  {line}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
