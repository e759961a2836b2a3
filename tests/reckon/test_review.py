"""The review as a notified body reads the dossier: every question, with its state."""

from datetime import date
from pathlib import Path

import pytest

from cerwizard import assets
from cerwizard.dossier import paths
from cerwizard.dossier.dossier import Dossier
from cerwizard.law import clauses
from cerwizard.law import review as law_review
from cerwizard.reckon.review import ReviewLine, State, review

TODAY = date(2026, 11, 22)


def _line(dossier: Dossier, item: str, faulted: tuple[str, ...] = ()) -> ReviewLine:
    return next(line for line in review(dossier, faulted, TODAY) if line.item.id == item)


@pytest.mark.parametrize("item", law_review.load().item, ids=lambda item: item.id)
def test_every_question_has_a_clause_a_section_and_fields_that_exist(item):
    assert item.clause in clauses.load()
    assert item.topic in {topic.id for topic in law_review.load().section}
    assert [paths.check(Dossier, field) for field in item.fields]
    assert item.chapters


def test_an_empty_dossier_answers_nothing():
    states = {line.state for line in review(Dossier(), (), TODAY)}
    assert states <= {State.OPEN, State.NOT_ASKED}


def test_a_question_is_partly_answered_while_one_of_its_fields_is_empty():
    dossier = paths.put(Dossier(), "device.name", "Foldaren Border")
    line = _line(dossier, "A.1")
    assert (line.state, line.missing) == (State.PARTLY, ("device.models",))


def test_a_reason_for_an_empty_list_is_an_answer():
    dossier = paths.put(Dossier(), "versions.no_accessories_because", "It has none.")
    assert _line(dossier, "C.7").state is State.ANSWERED


def test_a_question_that_does_not_apply_is_not_asked():
    dossier = paths.put(Dossier(), "equivalence.claimed", "no")
    assert _line(dossier, "C.33").state is State.NOT_ASKED


def test_a_finding_at_a_row_marks_the_question():
    row = {"id": "b1", "outcome": "RR", "time_point": "14 days"}
    dossier = Dossier.model_validate({"benefits": {"items": [row]}})
    line = _line(dossier, "C.14", ("benefits.items[b1].outcome",))
    assert (line.state, line.faulted) == (State.FAULTED, ("benefits.items[b1].outcome",))


def test_the_file_of_questions_lies_among_the_codes():
    assert Path(assets.resources("codes", "review.toml")).is_file()
