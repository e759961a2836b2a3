"""Waiving in a session is one step, with a name and a day, audited and undone like any other."""

from datetime import UTC, date, datetime

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import BadValueError
from cerwizard.rules import catalog
from cerwizard.rules.engine import Judge
from cerwizard.session import Session
from cerwizard.store import plain_dossier

RULES = catalog.load()
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def session():
    return Session(Dossier(), who="Ada", clock=lambda: NOON, new_id=iter("wxyz").__next__)


@pytest.fixture
def judge(session):
    """Judge the session's dossier, and keep up with its changes."""
    judging = Judge(RULES, date(2026, 7, 1))
    judging.full(session.dossier)
    told = set()
    session.listen(told.update)

    def judge(code):
        return next(f for f in judging.update(session.dossier, told) if f.code == code)

    return judge


@pytest.fixture
def nameless(judge):
    return judge("DEV-01")


def test_a_waiver_has_name_and_day_and_is_one_step(session, judge, nameless):
    session.waive(nameless, "The name is not settled.")
    waived = judge("DEV-01").waived
    assert (waived.reason, waived.who, waived.date) == (
        "The name is not settled.",
        "Ada",
        "2026-05-01",
    )
    (line,) = session.entries
    assert (line.kind, line.address, line.reason) == ("add", "waivers[w]", "Waive DEV-01")
    assert session.undo_text == "Waive DEV-01"


def test_it_can_be_undone_and_done_again(session, judge, nameless):
    session.waive(nameless, "Known.")
    session.undo()
    assert judge("DEV-01").waived is None
    session.redo()
    assert judge("DEV-01").waived


def test_it_can_be_taken_back(session, judge, nameless):
    session.waive(nameless, "Known.")
    session.unwaive(judge("DEV-01"))
    assert judge("DEV-01").waived is None
    assert session.dossier == Dossier()
    assert session.entries[-1].reason == "Take back the waiver of DEV-01"


def test_without_a_reason_nothing_happens(session, nameless):
    with pytest.raises(BadValueError):
        session.waive(nameless, " ")
    assert not session.changed


def test_to_unwaive_what_is_not_waived_is_no_step(session, nameless):
    session.unwaive(nameless)
    assert not session.can_undo


def test_waivers_are_kept_in_the_file(session, nameless):
    session.waive(nameless, "Known.")
    assert plain_dossier.parse(plain_dossier.dump(session.dossier)) == (session.dossier, ())


def test_a_dossier_without_waivers_says_nothing_of_them_and_is_read_as_before():
    assert b"waivers" not in plain_dossier.dump(Dossier())
    assert plain_dossier.parse(b'{"schema_version": 1}')[0].waivers == ()
