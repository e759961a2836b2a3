"""The review shows every question of the reviewer, all findings, and what applies."""

from collections import Counter

import pytest

from cerwizard.dossier import paths
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.gui.law_words import cite
from cerwizard.gui.marks import KINDS
from cerwizard.gui.pages import review_lines
from cerwizard.gui.pages.review_lines import STATES, sentence
from cerwizard.gui.remarks import Remarks
from cerwizard.law import review as questions
from cerwizard.reckon.review import ReviewLine, State
from cerwizard.rules.finding import Severity
from tests.gui.modal import wait
from tests.gui.pages.bench import Bench, finding, sample

ITEMS = questions.load().item


def reviewed(qtbot, dossier: Dossier, *findings) -> Bench:
    bench = Bench(qtbot, "review", dossier)
    bench.page.show()
    bench.remark(*findings)
    wait(lambda: not bench.page.busy)
    return bench


def lines(bench: Bench):
    return {line.key: line for line in bench.page.questions.sheet.lines}


def test_every_question_is_there_under_its_section(qtbot):
    bench = reviewed(qtbot, sample("foam-dressing"))
    shown = [line for line in bench.page.questions.sheet.lines if not line.heading]
    assert [line.key for line in shown] == [item.id for item in ITEMS]
    heads = [line for line in bench.page.questions.sheet.lines if line.heading]
    assert len(heads) == len({item.topic for item in ITEMS})


@pytest.mark.parametrize("name", ["empty", "foam-dressing", "full"])
def test_the_totals_are_those_of_the_lines(qtbot, name):
    bench = reviewed(qtbot, sample(name))
    numbers = {s: int(t._number.text()) for s, t in bench.page.totals.items()}
    assert sum(numbers.values()) == len(ITEMS)
    assert numbers == {s: Counter(x.state for x in bench.page._found)[s] for s in STATES}


def test_each_state_has_a_mark_and_words_of_its_own():
    assert set(STATES) == set(State)
    assert {mark for mark, _ in STATES.values()} <= set(KINDS)
    assert len({mark for mark, _ in STATES.values()}) == len(STATES)


def test_what_is_missing_leads_to_its_field(qtbot):
    bench = reviewed(qtbot, Dossier())
    for line in lines(bench).values():
        for chip in line.cells[-1].chips if not line.heading else ():
            paths.check(Dossier, chip.address)
    assert lines(bench)["A.1"].cells[4].chips[0].text == "Device name"


def test_a_finding_stands_at_its_question_and_counts(qtbot):
    name = "foam-dressing"
    bench = reviewed(qtbot, sample(name), finding("device.name", Severity.BLOCKER))
    line = lines(bench)["A.1"]
    assert (line.cells[2].mark, line.cells[2].text, line.tone) == (
        "major",
        "With findings",
        "major",
    )
    chip = line.cells[4].chips[0]
    assert (chip.text, chip.address, chip.words) == (
        "XX-01",
        "device.name",
        "Blocker: About device.name.",
    )


def test_findings_of_one_rule_share_a_word(qtbot):
    found = [finding("device.name"), finding("device.models"), finding("device.models")]
    bench = reviewed(qtbot, sample("foam-dressing"), *found)
    assert [chip.text for chip in lines(bench)["A.1"].cells[4].chips] == ["XX-01 ×3"]


def test_only_what_is_left_to_do_can_be_shown(qtbot):
    bench = reviewed(qtbot, sample("foam-dressing"))
    bench.page.only_open.click()
    states = {line.cells[2].text for line in lines(bench).values() if not line.heading}
    assert states <= {"Partly answered", "With findings", "Open"}


def test_all_findings_stand_under_their_steps(qtbot):
    found = [finding("device.name"), finding("device.class", Severity.NOTE), finding("risks.items")]
    bench = reviewed(qtbot, Dossier(), *found)
    shown = bench.page.findings.sheet.lines
    titles = {step.title for _, _, step in steps()}
    assert {line.cells[0].text for line in shown if line.heading} <= titles
    assert [line.cells[0].mark for line in shown if not line.heading] == ["major", "note", "major"]
    assert bench.page.tabs.tabText(1) == "Findings (3)"
    bench.page.findings.followed.emit(shown[1].cells[1].chips[0].address)
    assert bench.told[-1] == ("followed", ("device.name",))


def test_a_long_list_of_findings_ends_with_how_many_more(qtbot):
    bench = reviewed(qtbot, Dossier(), *(finding("risks.items") for _ in range(450)))
    last = bench.page.findings.sheet.lines[-1]
    assert (last.heading, last.cells[0].text) == (True, "50 more")


def test_the_place_of_a_finding_names_row_and_field():
    place = "Benefits and claims › Clinical benefits › B4 The limb is preserved › Time point"
    assert review_lines._spot(place, "benefits.items[b].time_point") == (
        "B4 The limb is pres…: Time point"
    )
    assert review_lines._spot("Device › Class", "device.device_class") == "Class"


def test_findings_are_said_in_words():
    assert sentence(Counter()) == "The rules find nothing."
    assert sentence(Counter({Severity.BLOCKER: 2})) == "The rules find 2 blockers."


def test_the_report_is_asked_for(qtbot):
    bench = reviewed(qtbot, Dossier())
    bench.page.write.click()
    assert bench.told == [("report_asked", ())]


def test_one_of_three_things_is_looked_at(qtbot):
    bench = reviewed(qtbot, Dossier())
    for spot in range(3):
        bench.page.tabs.setCurrentIndex(spot)
        assert [sheet.isVisible() for sheet in bench.page._sheets] == [i == spot for i in range(3)]


def test_what_changes_while_it_is_read_is_read_after_that(qtbot):
    bench = Bench(qtbot, "review", Dossier())
    bench.page._read()
    assert bench.page.busy
    bench.page.show_dossier(sample("foam-dressing"))
    wait(lambda: not bench.page.busy)
    assert Counter(x.state for x in bench.page._found)[State.OPEN] == 0


def test_a_question_that_does_not_apply_asks_for_nothing():
    line = ReviewLine(ITEMS[0], State.NOT_ASKED)
    (_, shown) = review_lines.lines([line], Dossier(), Remarks(), cite, str)
    assert (shown.cells[2].mark, shown.cells[4].chips) == ("none", ())
