"""At every text size a page is as wide as its place, so that nothing is cut off."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from cerwizard import assets
from cerwizard.dossier import paths
from cerwizard.gui import theme
from cerwizard.gui.desk import Desk
from cerwizard.gui.list_field import ListField
from cerwizard.gui.pages.looks import stops
from cerwizard.gui.step_list import StepList
from cerwizard.rules.catalog import Pack
from cerwizard.session import Session
from cerwizard.store import dossier_file
from tests.gui.modal import wait

WIDE = ("purpose", "literature", "pmcf", "release")  # pages with much in a line
NO_RULES = Pack("none", "0", date(2026, 1, 1), ())


@pytest.fixture
def dressed(qapp):
    """Yield what dresses the application at a text size; it is undressed in the end."""
    font = qapp.font()
    yield lambda percent: theme.apply(qapp, "light", percent)
    qapp.setStyleSheet("")
    qapp.setFont(font)


@pytest.fixture
def desk(qtbot):
    sample = assets.resources("samples", "foam-dressing.cerw")
    desk = Desk(Session(dossier_file.load(sample).dossier), lambda: NO_RULES)
    qtbot.addWidget(desk)
    desk.resize(1280, 700)
    desk.show()
    wait(lambda: not desk.judging.busy)
    return desk


def too_wide(desk: Desk) -> list[str]:
    """Return the pages and forms of rows that need more width than there is."""
    found = []
    for name in WIDE:
        desk.open_step(name)
        for address in ("", *first_rows(desk)):
            if address:
                desk.reveal(address)
            settle()
            if desk.page.widget().minimumSizeHint().width() > desk.page.viewport().width():
                found.append(address or name)
    return found


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def first_rows(desk: Desk) -> list[str]:
    fields = desk.page.form.fields.values()
    lists = [f.address for f in fields if isinstance(f, ListField) and f.address][:1]
    found = [(address, paths.get(desk.session.dossier, address)) for address in lists]
    return [f"{address}[{rows[0].id}]" for address, rows in found if rows]


@pytest.mark.parametrize("percent", [100, 150])
def test_no_page_and_no_form_of_a_row_is_wider_than_its_place(dressed, desk, percent):
    dressed(percent)
    assert too_wide(desk) == []


def test_the_steps_of_the_rail_are_never_cut(dressed, qtbot):
    dressed(200)
    rail = StepList([(name, step) for name, _, step in stops()])
    qtbot.addWidget(rail)
    rail.resize(rail.minimumWidth(), 700)
    rail.show()
    heights = [
        rail.view.visualRect(rail.model.index(line)).height()
        for line in range(rail.model.rowCount())
        if rail.model.step_at(rail.model.index(line))
    ]
    assert max(heights) > 2 * rail.fontMetrics().height() > min(heights)
