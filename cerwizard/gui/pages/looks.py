"""The stops of the rail: the steps of the dossier, then those that look at it as a whole."""

from cerwizard.dossier.ask import Section, Step
from cerwizard.dossier.dossier import steps

_PHASE = "Look at the whole"

# They ask nothing: their section is the empty one, and their page shows the whole dossier.
LOOKS: dict[str, Step] = {
    "traceability": Step(
        title="Traceability",
        phase=_PHASE,
        page="traceability",
        intro="Each claim, benefit and risk with what it rests on and what follows from it. "
        "Every word leads to its field.",
        clauses=("MDR:61.1", "MDR:XIV.A.1.a.6", "MDR:XIV.A.1.d", "MEDDEV-2.7.1r4:A10"),
    ),
    "review": Step(
        title="Review",
        phase=_PHASE,
        page="review",
        intro="The dossier as a notified body reads it, question by question, before they do.",
        clauses=("MDCG-2020-13", "MDR:61.12"),
    ),
}


def stops() -> tuple[tuple[str, type[Section], Step], ...]:
    """Return every stop of the rail in order, as `steps()` has those of the dossier."""
    return (*steps(), *((name, Section, step) for name, step in LOOKS.items()))
