"""A stand-in for a dossier that notes which fields of which records are looked at."""

from pydantic import BaseModel

from cerwizard.dossier.ask import Kind, questions


def recorded(dossier, seen):
    """Return an equal dossier that enters (pattern of the record, field) in `seen`."""
    return _recorded(dossier, "", seen)


def _recorded(record, pattern, seen):
    kind = _noting(type(record), pattern, seen)
    lists = {q.name for q in questions(type(record)) if q.kind is Kind.ROWS}
    values = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        below = f"{pattern}.{name}" if pattern else name
        if name in lists:
            value = tuple(_recorded(row, f"{below}[*]", seen) for row in value)
        elif isinstance(value, BaseModel):
            value = _recorded(value, below, seen)
        values[name] = value
    return kind.model_construct(**values)


_KINDS = {}


def _noting(kind, pattern, seen):
    """Return a subclass of `kind` whose fields are noted when they are read."""
    made = _KINDS.get((kind, pattern))
    if made is None:
        fields = frozenset(kind.model_fields)
        lists = frozenset(q.name for q in questions(kind) if q.kind is Kind.ROWS)

        def noting(self, name):
            if name in fields and made.SEEN is not None:
                # To go through a list is to see which rows there are.
                below = f"{pattern}.{name}[*]"
                made.SEEN.add((below, "id") if name in lists else (pattern, name))
            return kind.__getattribute__(self, name)

        body = {"__getattribute__": noting, "__module__": kind.__module__}
        made = type(kind.__name__, (kind,), body)
        _KINDS[kind, pattern] = made
    made.SEEN = seen
    return made
