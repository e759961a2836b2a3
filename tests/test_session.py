from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cerwizard.dossier import changes, paths, row_ids
from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import BadValueError, UnknownPathError
from cerwizard.session import Session

NAME = "document.title"
NUMBER = "document.number"
REFERENCES = "literature.references"
BENEFITS = "benefits.items"


class Clock:
    """A clock that stands still until it is told to go on."""

    def __init__(self):
        self.now = datetime(2026, 5, 1, tzinfo=UTC)

    def __call__(self):
        return self.now

    def wait(self, seconds):
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def session(clock):
    ids = count(1)
    return Session(Dossier(), who="Ada", clock=clock, new_id=lambda: f"id{next(ids)}")


def titles(session):
    return [r.title for r in session.dossier.literature.references]


def test_a_value_set_is_in_a_new_dossier_and_the_old_one_is_untouched(session):
    old = session.dossier
    session.set(NAME, "Report")
    assert session.dossier.document.title == "Report"
    assert old.document.title == ""
    assert session.dossier.device is old.device


def test_typing_in_one_field_is_one_step_and_one_line(session):
    for typed in ("R", "Re", "Rep"):
        session.set(NAME, typed)
    (line,) = session.entries
    assert (line.kind, line.address, line.old, line.new) == ("set", NAME, "", "Rep")
    assert (line.who, line.when, line.reason) == ("Ada", datetime(2026, 5, 1, tzinfo=UTC), "")
    session.undo()
    assert session.dossier.document.title == ""
    assert not session.can_undo


@pytest.mark.parametrize("how", ["leave", "pause", "elsewhere"])
def test_a_visit_ends_when_the_field_is_left_or_after_a_pause(session, clock, how):
    session.set(NAME, "a")
    if how == "leave":
        session.leave()
    elif how == "pause":
        clock.wait(3)
    else:
        session.set(NUMBER, "1")
    session.set(NAME, "ab")
    assert len(session.entries) == (3 if how == "elsewhere" else 2)
    session.undo()
    assert session.dossier.document.title == "a"


def test_slow_typing_without_a_pause_is_still_one_visit(session, clock):
    for typed in ("a", "ab", "abc"):
        session.set(NAME, typed)
        clock.wait(1.9)
    assert len(session.entries) == 1


def test_the_old_value_typed_again_leaves_no_trace(session):
    before = session.dossier
    session.set(NAME, "x")
    session.set(NAME, "")
    assert session.entries == ()
    assert session.dossier is before
    assert not session.changed
    assert not session.can_undo


def test_an_equal_value_changes_nothing(session):
    heard = []
    session.listen(heard.append)
    session.set(NAME, "")
    assert heard == []
    assert not session.changed


def test_a_number_typed_with_another_digit_is_kept_as_typed(session):
    session.add_row("state_of_the_art.benchmarks", {"code": "M1"})
    names = type(session.dossier.state_of_the_art.benchmarks[0]).model_fields
    number = next(n for n, i in names.items() if "Decimal" in str(i.annotation))
    address = f"state_of_the_art.benchmarks[id1].{number}"
    session.set(address, "0.5")
    session.leave()
    session.set(address, "0.50")
    assert str(paths.get(session.dossier, address)) == "0.50"
    assert len(session.entries) == 3


def test_undo_and_redo_are_lines_of_their_own(session):
    session.set(NAME, "x")
    assert session.undo_text == "Title of the report"
    session.undo()
    assert session.redo_text == "Title of the report"
    session.redo()
    said = [(line.old, line.new, line.reason) for line in session.entries]
    assert said == [
        ("", "x", ""),
        ("x", "", "Undone: Title of the report"),
        ("", "x", "Done again: Title of the report"),
    ]
    assert session.dossier.document.title == "x"


def test_a_new_change_forgets_what_could_be_done_again(session):
    session.set(NAME, "x")
    session.undo()
    session.set(NUMBER, "1")
    assert not session.can_redo
    assert session.redo_text == ""


def test_undo_with_nothing_to_undo_does_nothing(session):
    session.undo()
    session.redo()
    assert session.entries == ()
    assert session.undo_text == ""


def test_a_row_added_has_an_id_and_its_values(session):
    address = session.add_row(REFERENCES, {"title": "One"})
    assert address == f"{REFERENCES}[id1]"
    session.add_row(REFERENCES, {"title": "Zero"}, at=0)
    assert titles(session) == ["Zero", "One"]
    assert session.undo_text == "Add reference"


def test_a_row_removed_leaves_references_to_it_as_they_are(session):
    reference = session.add_row(REFERENCES, {"title": "One"})
    benefit = session.add_row(BENEFITS, {"surrogate_reference_ids": ("id1",)})
    named = (f"{benefit}.surrogate_reference_ids",)
    assert session.references_to(reference) == named
    session.remove_row(reference)
    assert paths.get(session.dossier, named[0]) == ("id1",)
    session.undo()
    assert titles(session) == ["One"]


def test_an_id_is_never_used_again(clock):
    proposals = iter(["gone", "a", "a", "gone", "b"])
    session = Session(Dossier(), clock=clock, new_id=lambda: next(proposals), retired=["gone"])
    first = session.add_row(REFERENCES)
    session.remove_row(first)
    assert first.endswith("[a]")
    assert session.add_row(REFERENCES).endswith("[b]")


def test_a_copied_row_stands_after_its_original_with_ids_of_its_own(session):
    device = session.add_row("equivalence.devices", {"name": "Alpha"})
    session.add_row(f"{device}.rows", {"difference": "none"})
    session.add_row("equivalence.devices", {"name": "Omega"})
    copy = session.copy_row(device)
    names = [d.name for d in session.dossier.equivalence.devices]
    assert names == ["Alpha", "Alpha", "Omega"]
    assert paths.get(session.dossier, copy).rows[0].difference == "none"
    ids = list(row_ids.taken(session.dossier))
    assert len(set(ids)) == len(ids) == 5


def test_a_row_moved_keeps_its_address(session):
    rows = [session.add_row(REFERENCES, {"title": t}) for t in "ABC"]
    session.move_row(rows[0], 2)
    assert titles(session) == ["B", "C", "A"]
    assert paths.get(session.dossier, rows[0]).title == "A"
    session.undo()
    assert titles(session) == ["A", "B", "C"]


def test_a_row_moved_to_its_own_place_is_no_step(session):
    row = session.add_row(REFERENCES)
    lines = len(session.entries)
    session.move_row(row, 0)
    assert len(session.entries) == lines


def test_an_import_is_one_step_however_much_it_changes(session):
    new = session.dossier
    for title in ("A", "B"):
        kind = paths.model_at(Dossier, REFERENCES)
        new = paths.insert(new, REFERENCES, kind(id=session.new_id(), title=title))
    heard = []
    session.listen(heard.append)
    session.apply(new, "Import of two references")
    assert heard == [{f"{REFERENCES}[id1]", f"{REFERENCES}[id2]"}]
    assert {line.reason for line in session.entries} == {"Import of two references"}
    assert session.undo_text == "Import of two references"
    session.undo()
    assert titles(session) == []


def test_several_values_can_be_applied_as_one_step(session):
    session.apply({NAME: "x", NUMBER: "1"}, "Read back from Word")
    assert len(session.entries) == 2
    session.undo()
    assert session.dossier == Dossier()


def test_nothing_new_to_apply_is_no_step(session):
    session.apply(Dossier(), "nothing")
    session.apply({NAME: ""}, "nothing")
    assert not session.can_undo


def test_a_whole_list_set_becomes_lines_for_its_rows(session):
    kind = paths.model_at(Dossier, REFERENCES)
    session.set(REFERENCES, (kind(id="x", title="A"),))
    assert [line.address for line in session.entries] == [f"{REFERENCES}[x]"]
    session.set(f"{REFERENCES}[x]", kind(id="x", title="B"))
    assert session.entries[-1].address == f"{REFERENCES}[x].title"


def test_listeners_hear_every_change_until_they_stop(session):
    heard = []
    stop = session.listen(heard.append)
    session.set(NAME, "x")
    row = session.add_row(REFERENCES)
    session.undo()
    stop()
    session.set(NAME, "y")
    assert heard == [{NAME}, {row}, {row}]


def test_a_listener_may_stop_listening_while_it_hears(session):
    heard = []
    stop = session.listen(lambda news: (heard.append(news), stop()))
    session.listen(heard.append)
    session.set(NAME, "x")
    assert len(heard) == 2


def test_saving_forgets_the_lines_but_not_the_steps(session, tmp_path):
    session.set(NAME, "x")
    session.saved(tmp_path / "a.cerw")
    assert (session.entries, session.changed, session.file) == ((), False, tmp_path / "a.cerw")
    assert session.can_undo
    session.undo()
    assert session.changed
    assert len(session.entries) == 1


def test_what_is_typed_while_a_save_runs_is_not_lost(session, tmp_path):
    session.set(NAME, "x")
    what = session.snapshot()
    session.set(NAME, "xy")
    session.saved(tmp_path / "a.cerw", what)
    assert session.changed
    assert [(line.old, line.new) for line in session.entries] == [("x", "xy")]
    assert [number for number, _ in session.pending] == [2]


def test_a_recovered_dossier_has_lines_to_be_saved(session, clock):
    session.set(NAME, "x")
    again = Session(session.dossier, clock=clock, entries=session.entries)
    assert again.changed
    assert again.entries == session.entries
    again.set(NUMBER, "1")
    assert len(again.entries) == 2


@pytest.mark.parametrize("address", ["nothing", f"{REFERENCES}[zz].title", "document"])
def test_what_is_not_there_cannot_be_set(session, address):
    with pytest.raises((UnknownPathError, BadValueError)):
        session.set(address, "x")
    assert session.entries == ()


@pytest.mark.parametrize("address", [REFERENCES, "document", NAME, f"{REFERENCES}[zz]"])
def test_only_rows_are_removed_moved_and_copied(session, address):
    for do in (session.remove_row, session.copy_row, lambda a: session.move_row(a, 0)):
        with pytest.raises(UnknownPathError):
            do(address)


def test_a_row_with_impossible_values_is_not_added(session):
    with pytest.raises(BadValueError):
        session.add_row(REFERENCES, {"year": "soon"})
    with pytest.raises(UnknownPathError):
        session.add_row("document", {})
    assert not session.changed


def test_halves_of_an_emoji_from_a_window_are_joined(session):
    session.set(NAME, "\ud83d\ude00")
    session.add_row(REFERENCES, {"title": "\ud83d"})
    session.apply({NUMBER: "\ude00"}, "r")
    session.dossier.model_dump_json()
    assert session.dossier.document.title == "😀"


def test_the_journal_is_told_every_step_as_it_stands(clock):
    told = []
    session = Session(Dossier(), clock=clock, keep=lambda n, lines: told.append((n, lines)))
    session.set(NAME, "a")
    session.set(NAME, "ab")
    session.set(NAME, "")
    session.set(NUMBER, "1")
    assert [(n, [line.new for line in lines]) for n, lines in told] == [
        (1, ["a"]),
        (1, ["ab"]),
        (1, []),
        (2, ["1"]),
    ]


DEEDS = st.lists(
    st.tuples(st.sampled_from("stnarmcul"), st.integers(0, 5), st.text("ab", max_size=2)),
    max_size=25,
)


ON_THE_DOSSIER = {
    "s": lambda session, number, text: session.set(NAME, text),
    "n": lambda session, number, text: session.set(NUMBER, text),
    "a": lambda session, number, text: session.add_row(REFERENCES, {"title": text}, number),
    "u": lambda session, number, text: session.undo(),
    "l": lambda session, number, text: session.redo(),
}
ON_A_ROW = {
    "t": lambda session, row, number, text: session.set(f"{row}.title", text),
    "r": lambda session, row, number, text: session.remove_row(row),
    "m": lambda session, row, number, text: session.move_row(row, number),
    "c": lambda session, row, number, text: session.copy_row(row),
}


def act(session, deed, number, text):
    rows = session.dossier.literature.references
    if deed in ON_THE_DOSSIER:
        ON_THE_DOSSIER[deed](session, number, text)
    elif rows:
        row = f"{REFERENCES}[{rows[number % len(rows)].id}]"
        ON_A_ROW[deed](session, row, number, text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DEEDS)
def test_the_lines_always_lead_from_the_saved_dossier_to_the_present_one(clock, deeds):
    session = Session(Dossier(), clock=clock)
    for deed in deeds:
        act(session, *deed)
    played = changes.replay(Dossier(), [line.change() for line in session.entries])
    assert played == session.dossier


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DEEDS)
def test_undoing_everything_gives_the_first_dossier_and_redoing_the_last(clock, deeds):
    session = Session(Dossier(), clock=clock)
    for deed in deeds:
        act(session, *deed)
    last = session.dossier
    back = 0
    while session.can_undo:
        session.undo()
        back += 1
    assert session.dossier == Dossier()
    for _ in range(back):
        session.redo()
    assert session.dossier == last
