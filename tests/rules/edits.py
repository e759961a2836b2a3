"""Random edits of a dossier of any model, made as a writer or an import would make them."""

from decimal import Decimal
from functools import cache
from random import Random

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Kind, questions
from cerwizard.dossier.fields import every_field
from cerwizard.dossier.view import View

TEXTS = ("", "", "A", "a", "safe and effective", "ISO 13485 certificate", "12", "one two three")
DATES = ("", "2024", "2025-06", "2025-06-30", "2026-01-15", "2026-07")


def edit(root, chance: Random):
    """Return the dossier after one random edit, and the addresses that a session would tell of."""
    deeds = (_set, _set, _set, _add, _add, _remove, _move, _replace_row)
    return chance.choice(deeds)(root, chance)


def _records(root, pattern):
    return View(root, None).places(pattern)


def _spot(root, chance, wanted):
    """Return (record, question) for a random field that exists in this dossier."""
    fields = [(s, q) for s, q in every_field(type(root)) if wanted(q)]
    for _ in range(20):
        scope, asked = chance.choice(fields)
        places = _records(root, scope.pattern)
        if places:
            return chance.choice(places), asked
    return None, None


def _set(root, chance):
    place, asked = _spot(root, chance, lambda q: q.kind is not Kind.ROWS)
    address = f"{place.address}.{asked.name}"
    return paths.put(root, address, value(root, asked, chance)), {address}


def value(root, asked, chance):
    match asked.kind:
        case Kind.CHOICE:
            return chance.choice(list(asked.item))
        case Kind.CHOICES:
            return tuple(c for c in asked.item if c and chance.random() < 0.3)
        case Kind.NUMBER:
            return chance.choice((None, Decimal("0.50"), Decimal(3), Decimal(-1)))
        case Kind.WHOLE:
            return chance.choice((None, 0, 1, 7, 60))
        case Kind.DATE:
            return chance.choice(DATES)
        case Kind.LINES:
            return tuple(t for t in TEXTS if t and chance.random() < 0.2)
        case Kind.REF | Kind.REFS:
            return _ids(root, asked, chance)
    return chance.choice(TEXTS)


def _ids(root, asked, chance):
    known = [row.id for row in paths.get(root, asked.item.target)] + ["gone"]
    if asked.kind is Kind.REF:
        return chance.choice(["", *known])
    return tuple(dict.fromkeys(chance.choice(known) for _ in range(chance.randrange(3))))


def _list(root, chance):
    place, asked = _spot(root, chance, lambda q: q.kind is Kind.ROWS)
    return f"{place.address}.{asked.name}", getattr(place.value, asked.name), asked.item


def _add(root, chance):
    address, rows, kind = _list(root, chance)
    new = next(f"r{i}" for i in range(1000) if f"r{i}" not in {row.id for row in rows})
    row = filled(root, kind, new, chance)
    at = chance.randrange(len(rows) + 1)
    return paths.insert(root, address, row, at), {f"{address}[{new}]"}


def filled(root, kind, row_id, chance):
    """Return a row of `kind` with about a third of its fields answered."""
    row = kind(id=row_id)
    for asked in questions(kind):
        if asked.kind is not Kind.ROWS and chance.random() < 0.35:
            row = row.model_copy(update={asked.name: value(root, asked, chance)})
    return row


def _remove(root, chance):
    address, rows, _ = _list(root, chance)
    if not rows:
        return _add(root, chance)
    there = f"{address}[{chance.choice(rows).id}]"
    return paths.remove(root, there), {there}


def _move(root, chance):
    address, rows, _ = _list(root, chance)
    if not rows:
        return _add(root, chance)
    there = f"{address}[{chance.choice(rows).id}]"
    return paths.move(root, there, chance.randrange(len(rows))), {address}


def _replace_row(root, chance):
    address, rows, kind = _list(root, chance)
    if not rows:
        return _add(root, chance)
    row = chance.choice(rows)
    there = f"{address}[{row.id}]"
    return paths.put(root, there, filled(root, kind, row.id, chance)), {there}


@cache
def crowded(root, edits):
    """Return a few dossiers after many random edits."""
    made = []
    for seed in range(3):
        chance, dossier = Random(seed), root()
        for _ in range(edits):
            dossier, _ = edit(dossier, chance)
        made.append(dossier)
    return made


def lists(dossier):
    """Return (address, rows) of each list in a dossier."""
    return [
        (f"{place.address}.{asked.name}", getattr(place.value, asked.name))
        for scope, asked in every_field(type(dossier))
        if asked.kind is Kind.ROWS
        for place in _records(dossier, scope.pattern)
    ]
