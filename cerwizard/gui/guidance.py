"""The pane that says what is expected: of the field at hand, and of the whole step."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path

from pydantic import BaseModel
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from cerwizard import assets
from cerwizard.dossier.ask import Kind, Question, Step, questions
from cerwizard.gui import theme
from cerwizard.gui.guidance_text import clause_of, html
from cerwizard.gui.news import Cited
from cerwizard.gui.reading import Reading


class Guidance(QWidget):
    """Shows resources/guidance/<step>.md; without it, the step's intro and its clauses."""

    def __init__(self, cite: Callable[[str], Cited]) -> None:
        super().__init__()
        self._cite = cite
        self._step: tuple[str, type[BaseModel], Step] | None = None
        self._field: Question | None = None
        self._text = Reading()
        self._text.document().setDocumentMargin(14)
        self._text.document().setIndentWidth(15)
        self._text.anchorClicked.connect(self._on_link)
        self._text.highlighted.connect(self._on_link)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setAccessibleName("What is expected")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        self.setFocusProxy(self._text)

    def show_step(
        self, name: str, section: type[BaseModel], step: Step, asked: Question | None = None
    ) -> None:
        """Say what is expected in a step, and in the field at hand."""
        self._step, self._field = (name, section, step), asked
        self.draw()

    def show_field(self, asked: Question | None) -> None:
        """Say, before all else, what is asked in the field in which the writer is."""
        if asked is not self._field:
            self._field = asked
            self.draw()

    def draw(self) -> None:
        """Write everything anew, in the colours of the theme worn now."""
        if self._step is None:
            return
        name, section, step = self._step
        field = "".join(self._about_field(self._field)) if self._field else ""
        self._text.setHtml(f"{_style()}{field}{self._about_step(name, section, step)}")

    def _about_field(self, asked: Question) -> Iterator[str]:
        ask = asked.ask
        if not (ask.help or ask.example or ask.clauses):
            return  # its label says all
        yield f"<p class='over'>In this field</p><h3>{escape(ask.label)}</h3>"
        if ask.help:
            yield f"<p>{escape(ask.help)}</p>"
        if ask.example:
            yield f"<p class='quiet'>For example: {escape(ask.example)}</p>"
        yield from self._clauses(ask.clauses)
        yield "<p></p><p class='over'>In this step</p>"

    def _about_step(self, name: str, section: type[BaseModel], step: Step) -> str:
        file = _file(name)
        over = "<p class='over'>In this step</p>"
        if file.is_file():
            return html(file.read_text(encoding="utf-8"), self._cite)
        clauses = dict.fromkeys((*step.clauses, *_all_clauses(section)))
        return (
            f"{over}<h3>{escape(step.title)}</h3><p>{escape(step.intro)}</p>"
            f"<p class='over'>Where it is written</p>{''.join(self._clauses(clauses))}"
        )

    def _on_link(self, link: QUrl) -> None:
        clause = clause_of(link.toString())
        if clause:
            cited = self._cite(clause)
            QToolTip.showText(self._spot(), f"{cited.cite}: {cited.gist}", self._text)

    def _spot(self) -> QPoint:
        """Return where the writer looks: at the mouse, or at the link to which Tab has led."""
        if self._text.viewport().underMouse():
            return QCursor.pos()
        return self._text.viewport().mapToGlobal(self._text.cursorRect().bottomLeft())

    def _clauses(self, clauses: Iterable[str]) -> Iterator[str]:
        for clause in clauses:
            cited = self._cite(clause)
            gist = f"<br><span class='quiet'>{escape(cited.gist)}</span>" if cited.gist else ""
            yield f"<p class='clause'><b>{escape(cited.cite)}</b>{gist}</p>"


def _file(name: str) -> Path:
    """Return the guidance on a step, or on a look at the whole."""
    file = assets.resources("guidance", f"{name}.md")
    return file if file.is_file() else assets.resources("guidance", "whole", f"{name}.md")


def _all_clauses(section: type[BaseModel]) -> Iterator[str]:
    for asked in questions(section):
        yield from asked.ask.clauses
        if asked.kind is Kind.ROWS:
            yield from _all_clauses(asked.item)


def _style() -> str:
    ink, quiet, accent = (theme.colour(name).name() for name in ("ink", "muted", "accent"))
    return (
        f"<style>p, li {{ color: {ink}; margin: 0 0 8px 0; line-height: 120%; }}"
        "ul { margin: 0; }"
        f"h3 {{ color: {ink}; margin: 0 0 7px 0; font-size: large; font-weight: 600; }}"
        f"h4 {{ color: {ink}; margin: 10px 0 6px 0; font-size: medium; font-weight: 600; }}"
        f".over {{ color: {accent}; font-size: small; font-weight: 600; margin: 0 0 4px 0; }}"
        f".quiet {{ color: {quiet}; }} .clause {{ margin: 0 0 8px 0; }}"
        f".cite {{ font-size: small; }} a {{ color: {quiet}; text-decoration: none; }}"
        "</style>"
    )
