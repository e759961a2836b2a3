"""What a report with thousands of data sets costs, part by part, against a floor and peers."""

import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import partial
from io import BytesIO
from math import log
from pathlib import Path
from statistics import median
from time import perf_counter
from unittest.mock import patch

import large_dossiers
import string_floor
import word_peers
from plain import Plain, plain
from rotation import Times, Work, rotate

from cerwizard.report.blocks import Document
from cerwizard.report.build import compose
from cerwizard.report.word import package, write, writer
from cerwizard.report.word.manifest import Manifest

DAY = date(2026, 11, 22)
_MOST_PEER_ROUNDS = 3
_BODY = (writer, "body")
# Where writing spends its time besides the body.
_APART = {
    (writer, "_estimated"): "its pages estimated, for the contents",
    (Manifest, "settle"): "what a later comparison needs",
    (writer, "_insist_on_sound"): "the check that Word will open it",
}
# Peers by what they are called, and how many times faster we want to be; 0 for no target.
_PEERS = {
    "docxtpl": 4,
    "python-docx, cells read once": 10,
    "python-docx, add_row": 30,
    "docx for Node": 0,
}

Lines = Iterator[str]
Verdict = Callable[..., str]
_Place = tuple[object, str]


class Stages:
    """Notes how long functions take while a document is written."""

    def __init__(self, places: tuple[_Place, ...]) -> None:
        self.taken: dict[_Place, list[float]] = {place: [] for place in places}

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Watch the functions as long as the block lasts."""
        with ExitStack() as stack:
            for owner, name in self.taken:
                stack.enter_context(patch.object(owner, name, self._timed(owner, name)))
            yield

    def milliseconds(self, place: _Place) -> float:
        """Return the median time of one function."""
        return median(self.taken[place]) * 1000

    def _timed(self, owner: object, name: str) -> Callable[..., object]:
        function = getattr(owner, name)

        def timed(*given: object) -> object:
            start = perf_counter()
            try:
                return function(*given)
            finally:
                self.taken[owner, name].append(perf_counter() - start)

        return timed


class Ours:
    """Writes a document as we do and knows what the parts of that took."""

    def __init__(self, document: Document, target: Path) -> None:
        self.stages = Stages((_BODY, *_APART))
        self._document, self._target = document, target

    def whole(self) -> float:
        """Write the document; return the seconds."""
        self._target.unlink(missing_ok=True)
        with self.stages.watched():
            start = perf_counter()
            write(self._document, self._target)
            return perf_counter() - start

    def body(self) -> float:
        """Return the seconds for the body of what was written last, built and zipped."""
        return self.stages.taken[_BODY][-1] + _zipped(self._target)


def costs(rows: int, rounds: int, verdict: Verdict) -> Lines:
    """Yield what composing and writing cost, part by part, in floors."""
    dossier = large_dossiers.with_evidence(rows)
    document = compose(dossier, as_of=DAY)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = Ours(document, folder / "ours.docx")
        contenders: dict[str, Work] = {
            "compose": lambda: compose(dossier, as_of=DAY),
            "write": ours.whole,
            "body": ours.body,
            "floor": lambda: string_floor.write(document, folder / "floor.docx"),
        }
        times = rotate(contenders, rounds)
        sizes = {which: (folder / f"{which}.docx").stat().st_size for which in ("ours", "floor")}
    yield from _parts(times, ours.stages, sizes)
    yield verdict(times.ratio("body", "floor"), "times the floor, for the body (1)", at_most=2.5)


def _zipped(written: Path) -> float:
    """Return the seconds that it takes to pack the body alone."""
    with zipfile.ZipFile(written) as there:
        body = {"word/document.xml": there.read("word/document.xml")}
    start = perf_counter()
    package.write(body, BytesIO())
    return perf_counter() - start


def _parts(times: Times, stages: Stages, sizes: dict[str, int]) -> Lines:
    floor = times.milliseconds("floor")

    def line(what: str, milliseconds: float, more: str = "") -> str:
        return f"{what:<40}{milliseconds:8.0f} ms {milliseconds / floor:7.1f} floors{more}"

    yield line("texts joined and zipped: the floor", floor, f"   {sizes['floor'] / 1e6:.1f} MB")
    yield line("composed as blocks", times.milliseconds("compose"))
    yield line(
        "written as Word, all in all",
        times.milliseconds("write"),
        f"   {sizes['ours'] / 1e6:.1f} MB",
    )
    yield line("  the body, built and zipped", times.milliseconds("body"))
    rest = times.milliseconds("write") - times.milliseconds("body")
    for place, what in _APART.items():
        yield line(f"  {what}", stages.milliseconds(place))
        rest -= stages.milliseconds(place)
    yield line("  package, house styles, properties", rest)


def peers(rows: int, rounds: int, verdict: Verdict) -> Lines:
    """Yield how other libraries fare with the same texts and the same rows.

    They write a body into a plain package, so what they take is held against our body.
    """
    document = compose(large_dossiers.with_evidence(rows), as_of=DAY)
    blocks = plain(document)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        there = word_peers.there(folder)
        ours = Ours(document, folder / "ours.docx")
        contenders: dict[str, Work] = {"whole": ours.whole, "body": ours.body}
        for peer, work in there.items():
            contenders[peer] = _peer(work, blocks, folder / "peer.docx")
        times = rotate(contenders, min(rounds, _MOST_PEER_ROUNDS))
    yield f"{'ours, all in all':<40}{times.milliseconds('whole'):8.0f} ms"
    yield f"{'ours, the body':<40}{times.milliseconds('body'):8.0f} ms"
    for peer, target in _PEERS.items():
        if peer in there:
            yield from _held_against(peer, target, times, verdict)
        else:
            yield f"{peer} is not here, so it was not measured"


def _held_against(peer: str, target: int, times: Times, verdict: Verdict) -> Lines:
    whole = times.ratio(peer, "whole")
    yield f"{peer:<40}{times.milliseconds(peer):8.0f} ms {whole:6.1f} times ours all in all"
    ratio, what = times.ratio(peer, "body"), f"times our body, {peer} (2, 3)"
    yield verdict(ratio, what, at_least=target) if target else f"{ratio:8.2f} {what}, no target"


def _peer(work: word_peers.Write, blocks: Sequence[Plain], target: Path) -> Work:
    return lambda: work(blocks, target)


def growth(few: int, many: int, rounds: int, verdict: Verdict) -> Lines:
    """Yield how the cost of writing grows with the number of data sets."""
    contenders: dict[str, Work] = {}
    with tempfile.TemporaryDirectory() as name:
        for rows in (few, many):
            document = compose(large_dossiers.with_evidence(rows), as_of=DAY)
            ours, floor = Path(name) / f"{rows}.docx", Path(name) / "floor.docx"
            writing = Ours(document, ours)
            contenders[f"{rows}"] = writing.whole
            contenders[f"{rows} body"] = writing.body
            contenders[f"{rows} floor"] = partial(string_floor.write, document, floor)
        times = rotate(contenders, min(rounds, _MOST_PEER_ROUNDS))
    exponent = log(times.ratio(f"{many}", f"{few}")) / log(many / few)
    yield f"written as Word, all in all: {times.milliseconds(f'{many}'):.0f} ms"
    body = times.ratio(f"{many} body", f"{many} floor")
    yield verdict(body, f"times the floor, for the body at {many:,} rows (1)", at_most=2.5)
    yield verdict(exponent, f"is the exponent from {few:,} to {many:,} rows (7)", at_most=1.1)
