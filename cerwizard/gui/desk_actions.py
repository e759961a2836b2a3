"""The actions that go to the desk, whichever dossier lies on it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from cerwizard.gui.actions import Actions

if TYPE_CHECKING:
    from cerwizard.gui.desk import Desk

_DEEDS: "dict[str, Callable[[Desk], object]]" = {
    "undo": lambda desk: desk.undo(),
    "redo": lambda desk: desk.redo(),
    "find": lambda desk: desk.find_bar.begin(),
    "find_next": lambda desk: desk.find_bar.go(1),
    "find_previous": lambda desk: desk.find_bar.go(-1),
    "back": lambda desk: desk.back(),
    "next": lambda desk: desk.next(),
    "to_steps": lambda desk: desk.rail.setFocus(),
    "to_page": lambda desk: desk.page.focus_first(),
    "as_of": lambda desk: desk.ask_day(),
    "as_of_report": lambda desk: desk.judging.judge_as_of(None),
    "columns": lambda desk: desk.forget_columns(),
    "to_side": lambda desk: desk.to_side(),
    "to_trace": lambda desk: desk.go_to("traceability"),
    "to_review": lambda desk: desk.go_to("review"),
    "rule": lambda desk: desk.finding_deeds.explain(desk.finding_at_hand()),
    "waive": lambda desk: desk.finding_deeds.waive(desk.finding_at_hand()),
    "next_finding": lambda desk: desk.follow_finding(1),
    "previous_finding": lambda desk: desk.follow_finding(-1),
    "field_help": lambda desk: desk.explain_field(),
}


def connect(actions: Actions, on_desk: "Callable[[Callable[[Desk], object]], None]") -> None:
    """Let each action do its deed; `on_desk` runs a deed if there is a desk."""
    for name, deed in _DEEDS.items():
        actions[name].triggered.connect(lambda _=False, deed=deed: on_desk(deed))
