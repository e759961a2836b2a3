"""What the rail shows of each stop, and how many questions of the whole are answered."""

from dataclasses import dataclass

from cerwizard.dossier.ask import Question
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.gui.marks import LOOK
from cerwizard.gui.pages.looks import LOOKS
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.step_states import StepState, standing, state
from cerwizard.reckon.applies import Applies


@dataclass(frozen=True, slots=True)
class Rail:
    """The states of the stops by name, and the count of the questions that apply."""

    states: dict[str, StepState]
    answered: int
    asked: int


def rail(dossier: Dossier, applies: Applies, remarks: Remarks | None) -> Rail:
    """Return how all stops stand; those that look at the whole have a mark of their own.

    `remarks` are None before the rules have been run.
    """
    states = {name: StepState(LOOK, words=about.intro) for name, about in LOOKS.items()}
    answered = asked = 0
    for name, _, _ in steps():

        def arises(question: Question, step: str = name) -> bool:
            return question.ask.when is None or applies(f"{step}.{question.name}")

        far = standing(getattr(dossier, name), arises)
        states[name] = state(name, far, remarks)
        answered, asked = answered + far.answered, asked + far.asked
    return Rail(states, answered, asked)
