"""What every hand-written page does: shows any dossier in silence, reveals, can be reached."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTabBar, QTableView, QWidget

import cerwizard.gui.pages
from cerwizard.dossier.ask import questions
from cerwizard.gui.form_page import FormPage
from cerwizard.gui.pages import PAGES
from cerwizard.gui.pages.looks import LOOKS, stops
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.step_page import StepPage
from tests.gui.pages.bench import Bench, finding, sample

STOPS = ["device", "literature", "equivalence", "evidence", "benefit_risk", *LOOKS]
DOSSIERS = ["empty", "full", "foam-dressing", "intraocular-lens"]


@pytest.mark.parametrize("dossier", DOSSIERS)
@pytest.mark.parametrize("stop", STOPS)
def test_a_page_shows_any_dossier_without_a_word(qtbot, stop, dossier):
    bench = Bench(qtbot, stop, sample(dossier))
    bench.page.show()
    bench.remark(finding("evidence.items"), finding("device.name"))
    bench.show()
    bench.page.show_dossier(sample("empty"))
    bench.show()
    bench.page.focus_first()
    assert bench.told == []


@pytest.mark.parametrize("stop", STOPS)
def test_a_page_leads_to_every_question_that_applies(qtbot, stop):
    bench = Bench(qtbot, stop, sample("intraocular-lens"))
    with qtbot.waitActive(bench.page):
        bench.page.show()
    section = next(kind for name, kind, _ in stops() if name == stop)
    asked = [q for q in questions(section) if bench._applies(f"{stop}.{q.name}")]
    reasons = {q.ask.none for q in questions(section)}
    led = {q.name: bench.page.reveal(f"{stop}.{q.name}") for q in asked if q.name not in reasons}
    assert all(led.values()), led


@pytest.mark.parametrize("stop", STOPS)
def test_what_takes_the_focus_has_a_name(qtbot, stop):
    bench = Bench(qtbot, stop, sample("intraocular-lens"))
    bench.page.show()
    nameless = [w for w in bench.page.findChildren(QWidget) if _wants_name(w) and not _name(w)]
    assert nameless == []


def _wants_name(widget: QWidget) -> bool:
    kinds = (QAbstractButton, QComboBox, QLineEdit, QTableView, QTabBar)
    reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return isinstance(widget, kinds) and bool(reached) and widget.isVisible()


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")


@pytest.mark.parametrize("stop", STOPS)
def test_help_and_what_is_left_out_are_asked_of_every_page(qtbot, stop):
    bench = Bench(qtbot, stop, sample("foam-dressing"))
    assert isinstance(bench.page, StepPage)
    assert isinstance(bench.page.form, FormPage)
    bench.page.toggle_help(f"{stop}.nothing")
    bench.page.show_left_out()
    bench.page.show_remarks(Remarks())
    assert not bench.page.reveal("nowhere.at_all")


def test_every_page_that_a_step_names_exists():
    assert {step.page for _, _, step in stops()} <= set(PAGES)


def test_every_page_is_named_by_a_step():
    assert set(PAGES) <= {step.page for _, _, step in stops()}


def test_the_stops_that_look_at_the_whole_come_last():
    names = [name for name, _, _ in stops()]
    assert names[-len(LOOKS) :] == list(LOOKS)
    assert len(set(names)) == len(names)


def test_no_page_knows_the_session():
    folder = Path(cerwizard.gui.pages.__file__).parent
    for file in folder.glob("*.py"):
        assert "cerwizard.session" not in _imported(file), file.name


def _imported(file: Path) -> set[str]:
    tree = ast.parse(file.read_text("utf-8"))
    return {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
