"""One answer for every row that a filter leaves."""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.literature import Literature, Reference, Screening, Search
from cerwizard.gui.answer_all_dialog import AnswerAllDialog, can_be_given
from tests.gui.modal import wait
from tests.gui.pages.bench import Bench

THREE = Dossier(
    literature=Literature(
        searches=(Search(id="s", code="A", title="State of the art"),),
        references=(
            Reference(id="a", code="L01", title="One", screening=Screening.INCLUDED),
            Reference(id="b", code="L02", title="Two"),
            Reference(id="c", code="L03", title="Three"),
        ),
    )
)


@pytest.fixture
def bench(qtbot):
    made = Bench(qtbot, "literature", THREE)
    made.around.news.answered.connect(made.session.apply)
    with qtbot.waitActive(made.page):
        made.page.show()
    return made


@contextmanager
def asked(deed):
    """Do a deed in the dialog as soon as it is there."""
    met = []

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, AnswerAllDialog):
            met.append(dialog)
            deed(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(10, look)
    yield
    wait(lambda: bool(met))


def give(dialog, name, value):
    names = [question.name for question in can_be_given(Reference)]
    dialog.which.setCurrentIndex(names.index(name))
    dialog.editor.set_value(value)
    dialog._tell()
    dialog.give.click()


def answers(bench, name):
    return [getattr(row, name) for row in bench.session.dossier.literature.references]


def filters(bench):
    return bench.page.form.fields["references"].filters


def test_every_row_that_is_shown_gets_the_answer_in_one_step(bench):
    filters(bench).boxes["screening"].setCurrentIndex(1)  # not screened
    with asked(lambda dialog: give(dialog, "screening", Screening.BACKGROUND)):
        filters(bench).answer.click()
    assert answers(bench, "screening") == ["included", "background", "background"]
    bench.session.undo()
    assert bench.session.dossier == THREE


def test_references_to_other_rows_can_be_given_too(bench):
    with asked(lambda dialog: give(dialog, "search_ids", ("s",))):
        filters(bench).answer.click()
    assert answers(bench, "search_ids") == [("s",)] * 3


def test_a_row_to_which_the_question_does_not_apply_gets_no_answer(bench):
    with asked(lambda dialog: give(dialog, "screening", Screening.EXCLUDED)):
        filters(bench).boxes["screening"].setCurrentIndex(1)
        filters(bench).answer.click()
    filters(bench).clear()
    with asked(lambda dialog: give(dialog, "exclusion", "design")):
        filters(bench).answer.click()
    assert answers(bench, "exclusion") == ["", "design", "design"]


def test_answers_that_would_be_lost_are_counted(bench):
    said = []

    def look(dialog):
        for answer in (Screening.EXCLUDED, Screening.INCLUDED):
            dialog.editor.set_value(answer)
            dialog._tell()
            said.append(dialog._told.text())
        dialog.reject()

    with asked(look):
        filters(bench).answer.click()
    assert said == [
        "1 of them has another answer, which is replaced.",
        "None of them has another answer.",
    ]
    assert bench.session.dossier == THREE


def test_only_the_rows_of_which_a_question_is_asked_are_counted(bench):
    said = []

    def look(dialog):
        give(dialog, "screening", Screening.EXCLUDED)

    filters(bench).boxes["screening"].setCurrentIndex(1)
    with asked(look):
        filters(bench).answer.click()
    filters(bench).clear()

    def count(dialog):
        names = [question.name for question in can_be_given(Reference)]
        dialog.which.setCurrentIndex(names.index("exclusion"))
        said.append(dialog.give.text())
        dialog.reject()

    with asked(count):
        filters(bench).answer.click()
    assert said == ["Give this answer to 2 references"]


def test_a_long_list_is_handed_over_once(bench):
    news = []
    bench.around.news.answered.connect(lambda values, reason: news.append((list(values), reason)))
    filters(bench).boxes["screening"].setCurrentIndex(1)
    with asked(lambda dialog: give(dialog, "screening", Screening.BACKGROUND)):
        filters(bench).answer.click()
    assert news == [(["literature.references"], "Answer for 2 rows")]


def test_an_answer_must_be_chosen_and_change_something(bench):
    said = []

    def look(dialog):
        said.append((dialog.give.text(), dialog.give.isEnabled(), dialog._told.text()))
        dialog.editor.set_value(Screening.BACKGROUND)
        dialog._tell()
        said.append(dialog.give.isEnabled())
        dialog.which.setCurrentIndex(0)
        said.append(dialog.give.isEnabled())
        dialog.reject()

    with asked(look):
        filters(bench).answer.click()
    assert said == [("Give this answer to 3 references", False, "Choose the answer."), True, False]
