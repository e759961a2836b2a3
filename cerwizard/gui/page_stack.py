"""The pages of the steps, one of them on top, each made when it is first needed."""

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget, QWidget

from cerwizard.dossier.ask import Section, Step
from cerwizard.gui.news import Surroundings
from cerwizard.gui.pages import page_for
from cerwizard.gui.step_page import StepPage
from cerwizard.gui.tab_order import take_turn


class PageStack(QStackedWidget):
    """Tab goes from `before` into the page that is shown."""

    def __init__(
        self,
        steps: Mapping[str, tuple[type[Section], Step]],
        around: Surroundings,
        before: QWidget,
    ) -> None:
        super().__init__()
        self._steps, self._around, self._before = steps, around, before
        self._pages: dict[str, StepPage] = {}

    def page(self, step: str) -> StepPage:
        """Return the page of a step, made now if it never was."""
        if step not in self._pages:
            page = page_for(step, *self._steps[step], self._around, self)
            self._pages[step] = page
            self.addWidget(page)
            take_turn(page, self._before)
        return self._pages[step]
