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

import large_dossiers
import string_floor
from rotation import rotate

from cerwizard.report.build import compose
from cerwizard.report.word import write
from cerwizard.rules import catalog
from cerwizard.rules.engine import Judge, judge
from cerwizard.session import Session

FIRST_PAINT = Path(__file__).with_name("first_paint.py")
DAY = date(2026, 11, 22)
EVIDENCE = 2_000
REFERENCES = 20_000
FRAME = 16.0

Lines = Iterator[str]


def first_paint(rounds: int) -> Lines:
    """From the start of the process to the first paint, against an empty window."""
    with tempfile.TemporaryDirectory() as home:
        folders = {f"XDG_{name}_HOME": home for name in ("CONFIG", "STATE", "DATA", "CACHE")}
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **folders}

        def start(which: str) -> Callable[[], object]:
            command = [sys.executable, str(FIRST_PAINT), which]
            return lambda: subprocess.run(command, env=environment, check=True)

        times = rotate({"wizard": start("wizard"), "empty": start("empty")}, rounds)
    yield f"an empty window         {times.milliseconds('empty'):8.0f} ms"
    yield f"the wizard, start page  {times.milliseconds('wizard'):8.0f} ms"
    yield verdict(times.ratio("wizard", "empty"), "times an empty window", at_most=1.5)


def report(rounds: int) -> Lines:
    """A report with 2,000 data sets, against its texts joined and zipped."""
    dossier = large_dossiers.with_evidence(EVIDENCE)
    document = compose(dossier, as_of=DAY)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contenders = {
            "compose": lambda: compose(dossier, as_of=DAY),
            "write": lambda: write(document, absent(folder / "ours.docx"), None),
            "floor": lambda: string_floor.write(document, folder / "floor.docx"),
        }
        times = rotate(contenders, rounds)
        sizes = [(folder / f"{which}.docx").stat().st_size / 1e6 for which in ("ours", "floor")]
    yield f"texts joined and zipped {times.milliseconds('floor'):8.0f} ms   {sizes[1]:5.1f} MB"
    yield f"composed as blocks      {times.milliseconds('compose'):8.0f} ms"
    yield f"written as Word         {times.milliseconds('write'):8.0f} ms   {sizes[0]:5.1f} MB"
    yield f"composing costs         {times.ratio('compose', 'floor'):8.1f} times the floor"
    yield verdict(times.ratio("write", "floor"), "times the floor, for writing", at_most=2.5)


def absent(path: Path) -> Path:
    """Return `path`, at which there is no file any more."""
    path.unlink(missing_ok=True)
    return path


def judging(rounds: int) -> Lines:
    """One edit judged again among 20,000 references, against judging everything."""
    pack = catalog.load()
    session = Session(large_dossiers.with_references(REFERENCES))
    keeper = Judge(pack, DAY)
    keeper.full(session.dossier)
    keystrokes = iter(range(1_000_000))
    address = f"literature.references[{session.dossier.literature.references[-1].id}].title"

    def edit() -> None:
        changed = frozenset({address})
        session.set(address, f"A title, keystroke {next(keystrokes)}")
        keeper.update(session.dossier, changed)

    def everything() -> None:
        judge(session.dossier, pack, DAY)

    times = rotate({"edit": edit, "everything": everything}, rounds)
    yield f"everything              {times.milliseconds('everything'):8.1f} ms"
    yield f"after one edit          {times.milliseconds('edit'):8.1f} ms"
    yield verdict(times.milliseconds("edit"), "ms after an edit: one frame", at_most=FRAME)
    yield verdict(times.ratio("everything", "edit"), "times cheaper than everything", at_least=100)


def verdict(value: float, what: str, at_most: float = float("inf"), at_least: float = 0.0) -> str:
    """Say a figure, the bound that we set ourselves, and whether it holds."""
    bound = f"at least {at_least:g}" if at_least else f"at most {at_most:g}"
    holds = "holds" if at_least <= value <= at_most else "MISSED"
    return f"{value:8.2f} {what} (target: {bound}; {holds})"


MEASURES = {"first-paint": first_paint, "report": report, "judging": judging}


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
