import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from time import thread_time

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.evidence import Evidence, EvidenceBase
from cerwizard.errors import CannotWriteError, ChangedOnDiskError, ForeignReportError
from cerwizard.report import build as builds
from cerwizard.report import citing
from cerwizard.report.blocks import Para, Span, ids
from cerwizard.report.build import Merged, build, compose
from cerwizard.report.word import check_file
from tests.report.dossiers import Maker
from tests.report.test_nasty_texts import NASTY

DAY = date(2026, 11, 22)
SMALL = Dossier.model_validate(
    {
        "document": {"number": "CER-1", "revision": "2", "date": "2026-11-22", "title": "CER"},
        "device": {"name": "Thing"},
    }
)


def test_a_report_is_written_under_its_number_and_revision(tmp_path):
    built = build(SMALL, tmp_path)
    assert built.path == tmp_path / "CER-1_rev-2.docx"
    assert built.path.is_file()
    assert (built.name, built.due, built.merged) == ("cer", True, Merged())
    assert 0 < built.open < built.blocks
    assert built.warnings == ()


def test_the_folder_is_made_if_need_be(tmp_path):
    assert build(SMALL, tmp_path / "new" / "folder").path.is_file()


def test_an_untouched_report_is_replaced(tmp_path):
    assert build(SMALL, tmp_path).path == build(SMALL, tmp_path).path


def test_a_foreign_file_is_left_alone(tmp_path):
    target = tmp_path / "CER-1_rev-2.docx"
    target.write_bytes(b"mine")
    with pytest.raises((ForeignReportError, ChangedOnDiskError)):
        build(SMALL, tmp_path)
    assert target.read_bytes() == b"mine"


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotWriteError, match="cannot be made"):
        build(SMALL, tmp_path / "file" / "below")


def test_the_properties_are_those_of_document_control():
    properties = compose(SMALL).properties
    assert (properties.number, properties.revision, properties.date) == ("CER-1", "2", "2026-11-22")
    assert properties.device == "Thing"


def test_a_report_without_a_title_has_one():
    assert compose(Dossier(), as_of=DAY).title == "Clinical Evaluation Report"


@pytest.mark.parametrize(
    "dossier",
    [Dossier(), Maker().dossier(), Maker(text=lambda n: NASTY[n % len(NASTY)] + "x").dossier()],
    ids=["empty", "full", "nasty"],
)
def test_what_is_written_is_a_sound_word_file(dossier, tmp_path: Path):
    built = build(dossier, tmp_path, as_of=DAY)
    assert check_file(built.path) == []
    assert built.warnings == ()


class Enough(Exception):
    """The writer has cancelled."""


@pytest.mark.parametrize("part", [0, 3, -2, -1])
def test_a_report_that_is_cancelled_leaves_neither_file_nor_folder(tmp_path, part):
    def told(done, of):
        if done == part % of:
            raise Enough

    with pytest.raises(Enough):
        build(SMALL, tmp_path / "new" / "folder", told=told)
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_is_cancelled_leaves_the_one_before(tmp_path):
    before = build(SMALL, tmp_path).path.read_bytes()

    def told(done, of):
        if done == of - 1:
            raise Enough

    with pytest.raises(Enough):
        build(SMALL, tmp_path, told=told)
    (left,) = tmp_path.iterdir()
    assert left.read_bytes() == before


def test_a_report_tells_how_far_it_is(tmp_path):
    heard = []
    build(SMALL, tmp_path, told=lambda done, of: heard.append((done, of)))
    parts = [done for done, _ in heard]
    assert parts == sorted(parts)
    assert {of for _, of in heard} == {parts[-1] + 1}
    assert len(set(parts)) > 10


_KILLED = """
import os, signal, sys
from pathlib import Path
from cerwizard.dossier.dossier import Dossier
from cerwizard.report.build import build

def told(done, of):
    if done == of - 1:
        os.kill(os.getpid(), signal.SIGKILL)

build(Dossier(), Path(sys.argv[1]), told=told)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed so here")
def test_what_a_killed_report_left_behind_goes_with_the_next(tmp_path):
    done = subprocess.run([sys.executable, "-c", _KILLED, tmp_path], check=False)
    assert done.returncode == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".")
    built = build(SMALL, tmp_path)
    assert list(tmp_path.iterdir()) == [built.path]


def test_a_report_can_be_cancelled_within_half_a_second_at_any_moment(tmp_path):
    rows = tuple(Evidence(id=f"e{n}", title=f"Study {n}", outcomes="So.") for n in range(1000))
    dossier = SMALL.model_copy(update={"evidence": EvidenceBase(items=rows)})
    longest, last = 0.0, thread_time()

    def told(done, of):
        nonlocal longest, last
        longest, last = max(longest, thread_time() - last), thread_time()

    build(dossier, tmp_path, told=told)
    assert longest < 0.5


def test_what_is_cited_only_among_the_rest_stands_in_the_bibliography(monkeypatch):
    given = {"literature": {"references": [{"id": "r1", "code": "F07", "title": "A trial"}]}}
    dossier = Dossier.model_validate({**SMALL.model_dump(), **given})
    entry = citing.entry("cer", "r1")

    def bare(*_):
        return [Para("cer/references/further/x", (Span("as in "), Span("", link=entry)))]

    assert entry not in set(ids(compose(dossier, as_of=DAY).blocks))
    monkeypatch.setattr(builds, "further", bare)
    assert entry in set(ids(compose(dossier, as_of=DAY).blocks))


def test_a_document_without_references_makes_none(monkeypatch):
    made = []
    for name in ("abbreviations", "bibliography", "further"):
        monkeypatch.setattr(builds, name, lambda *given, name=name: made.append(name) or [])
    compose(SMALL, "review-annex", as_of=DAY)
    assert made == []
    compose(SMALL, as_of=DAY)
    assert set(made) == {"abbreviations", "bibliography", "further"}
