from datetime import date
from pathlib import Path

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import CannotWriteError, ChangedOnDiskError, ForeignReportError
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
