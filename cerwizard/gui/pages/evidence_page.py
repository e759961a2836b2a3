"""The page of the step Evidence and appraisal: every data set with its appraisal at a glance."""

from PySide6.QtWidgets import QWidget

from cerwizard.dossier.appraisal import Appraisal
from cerwizard.dossier.ask import Question, Section, question
from cerwizard.dossier.evidence import Evidence
from cerwizard.dossier.values import YesNo
from cerwizard.gui.form_page import FormPage, Item
from cerwizard.gui.pages.filtered_list import FilteredList
from cerwizard.gui.pages.filtered_model import Layout, Told
from cerwizard.gui.pages.wide_page import WidePage

_SUITABILITY = tuple(
    f"suitability_{what}" for what in ("device", "application", "patients", "report")
)
_CONTRIBUTION = tuple(
    f"contributes_{what}" for what in ("design", "outcome", "follow_up", "statistics", "magnitude")
)


def suitability(row: Evidence) -> str:
    """Return D, A, P and R in this order as “1 1 2 –”, "" if none is rated."""
    rated = [str(getattr(row, name)) or "–" for name in _SUITABILITY]
    return " ".join(rated) if set(rated) != {"–"} else ""


def suitability_words(row: Evidence) -> str:
    """Return the four ratings in full."""
    return "; ".join(_said(name, getattr(row, name).label) for name in _SUITABILITY)


def contribution(row: Evidence) -> str:
    """Return how many of the five questions are answered with yes, "" if none is answered."""
    answers = [getattr(row, name) for name in _CONTRIBUTION]
    return f"{answers.count(YesNo.YES)} of {len(answers)}" if any(answers) else ""


def contribution_words(row: Evidence) -> str:
    """Return the five answers in full."""
    return "; ".join(_said(name, getattr(row, name).label) for name in _CONTRIBUTION)


def _said(name: str, answer: str) -> str:
    return f"{question(Appraisal, name).ask.label}: {answer}"


LAYOUT = Layout(
    columns=(
        "code",
        "title",
        "kind",
        "relation",
        "level",
        "suitability",
        "contribution",
        "weight",
        "role",
    ),
    filters=("kind", "relation", "weight", "role"),
    told={
        "level": Told(
            "Rank",
            lambda row: str(row.level),
            lambda row: row.level.label,
            "Rank after MDCG 2020-6, Appendix III",
            lambda row: int(row.level),
        ),
        "suitability": Told(
            "D\u00a0A\u00a0P\u00a0R",
            suitability,
            suitability_words,
            "Suitability: device, application, patient group, report; 1 is best",
        ),
        "contribution": Told(
            "Contributes",
            contribution,
            contribution_words,
            "How many of the five questions on its contribution are answered with yes",
        ),
    },
    least={
        "code": 5,
        "title": 16,
        "kind": 11,
        "relation": 10,
        "level": 4,
        "suitability": 7,
        "contribution": 6,
        "weight": 7,
        "role": 8,
    },
    spare=("contribution", "level", "relation", "suitability", "kind"),
)


class _Form(FormPage):
    def _item(self, asked: Question, record: type[Section], within: QWidget) -> Item:
        if asked.name != "items":
            return super()._item(asked, record, within)
        self.fields[asked.name] = items = FilteredList(asked, self._around, None, LAYOUT, within)
        return items


class EvidencePage(WidePage):
    """A table that can be narrowed, the record that is chosen below it, then the rest."""

    def _made_form(self, within: QWidget) -> FormPage:
        return _Form(self._section, self._around, within)
