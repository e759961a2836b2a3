"""Freezes a dossier in which everything is answered: `python -m tests.dossiers.freeze`.

One such file is kept for each released version of the format, and never made anew after the
release: it proves that every version ever written can still be read.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cerwizard.dossier.ask import Kind, Question, Section, questions
from cerwizard.dossier.changes import Deed
from cerwizard.dossier.dossier import SCHEMA_VERSION, Dossier
from cerwizard.store import dossier_file
from cerwizard.store.history import Entry

HERE = Path(__file__).parent
LINE = Entry("Ada", datetime(2026, 11, 22, tzinfo=UTC), "device.name", "", "x", "", Deed.SET)
PLAIN = {
    Kind.NUMBER: "1.50",
    Kind.WHOLE: 3,
    Kind.DATE: "2026-05-31",
    Kind.LINES: ["One", "Two"],
}


def full() -> Dossier:
    """Return a dossier in which every question has an answer and every list two rows."""
    sections = {
        name: _answers(info.annotation, name)
        for name, info in Dossier.model_fields.items()
        if isinstance(info.annotation, type) and issubclass(info.annotation, Section)
    }
    return Dossier.model_validate(sections | _answers(Dossier, "dossier"))


def _answers(section: Any, at: str) -> dict[str, Any]:
    return {asked.name: _answer(asked, f"{at}.{asked.name}") for asked in questions(section)}


def _answer(asked: Question, at: str) -> Any:
    match asked.kind:
        case Kind.ROWS:
            return [{"id": _id(at, n), **_answers(asked.item, f"{at}.{n}")} for n in (1, 2)]
        case Kind.REF:
            return _id(asked.item.target, 1)
        case Kind.REFS:
            return [_id(asked.item.target, n) for n in (1, 2)]
        case Kind.CHOICE:
            return list(asked.item)[-1]
        case Kind.CHOICES:
            return [choice for choice in asked.item if choice][:2]
        case _:
            return PLAIN.get(
                asked.kind, f"{asked.ask.label} – “{{{{ x }}}} <b> | # 🩹”\n\nAnd more."
            )


def _id(address: str, number: int) -> str:
    return f"{address.replace('.', '-')}-{number}"


if __name__ == "__main__":
    dossier_file.save(HERE / f"v{SCHEMA_VERSION}.cerw", full(), [LINE], overwrite=True)
