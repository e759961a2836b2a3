"""How a step stands."""

from cerwizard.dossier.values import YesNo
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.severities import counted
from cerwizard.gui.step_states import Standing, standing, state
from cerwizard.rules.finding import Finding, Severity
from tests.gui.small import THINGS, Small


def finding(severity: Severity, path: str = "small.line") -> Finding:
    return Finding("XX-01", "name", severity, "small", path, "M.", "W.", "F.", ("MDR:61.1",))


def every(_question: object) -> bool:
    return True


def test_an_untouched_section_has_no_answers():
    assert standing(Small(), every) == Standing(0, 13, 3)


def test_a_list_is_answered_by_a_row_or_by_a_reason():
    assert standing(Small(things=THINGS), every).answered == 1
    assert standing(Small(no_things="because"), every).answered == 1


def test_what_does_not_apply_is_not_counted():
    assert standing(Small(only_if="kept"), lambda q: q.name != "only_if") == Standing(0, 12, 3)


def test_an_empty_step_is_empty_whatever_is_missing():
    shown = state("small", Standing(0, 5, 1), Remarks([finding(Severity.BLOCKER)]))
    assert (shown.mark, shown.count) == ("empty", 1)


def test_a_begun_step_shows_its_worst_finding_and_their_number():
    remarks = Remarks([finding(Severity.MINOR), finding(Severity.MAJOR), finding(Severity.NOTE)])
    shown = state("small", Standing(2, 5, 0), remarks)
    assert (shown.mark, shown.count) == ("major", 2)


def test_a_step_with_an_untouched_group_is_begun():
    assert state("small", Standing(2, 4, 1), Remarks()).mark == "begun"


def test_before_the_rules_have_run_no_step_is_done():
    assert state("small", Standing(3, 3, 0), None).mark == "begun"
    assert state("small", Standing(0, 3, 1), None).mark == "empty"


def test_a_step_with_nothing_above_a_note_is_done():
    assert state("small", Standing(2, 4, 0), Remarks([finding(Severity.NOTE)])).mark == "done"


def test_rows_are_marked_with_the_worst_of_all_that_lies_in_them():
    remarks = Remarks(
        [
            finding(Severity.MINOR, "small.things[t1].name"),
            finding(Severity.MAJOR, "small.things[t1].parts[p].name"),
            finding(Severity.NOTE, "small.things[t2]"),
        ]
    )
    assert remarks.of_rows("small.things") == {"t1": Severity.MAJOR, "t2": Severity.NOTE}
    assert remarks.of_rows("small.things[t1].parts") == {"p": Severity.MAJOR}


def test_counts_are_said_in_words():
    counts = Remarks([finding(Severity.BLOCKER), finding(Severity.NOTE)]).counts()
    assert counted(counts) == "1 blocker, 1 note"
    assert counted({}) == "no findings"


def test_an_answer_of_no_is_an_answer():
    assert standing(Small(yes=YesNo.NO), every).answered == 1
