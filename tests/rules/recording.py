"""A stand-in for a dossier that notes which fields of which records are looked at."""

from contextlib import contextmanager

from pydantic import BaseModel

from cerwizard.dossier.ask import Kind, questions

_SEEN = set()
_STAND_INS = {}
_KINDS = {}


@contextmanager
def recorded(dossier):
    """Give an equal dossier, and the set of (pattern of the record, field) looked at meanwhile."""
    kept, stand_in = _STAND_INS.get(id(dossier), (None, None))
    if kept is not dossier:
        stand_in = _recorded(dossier, "")
        _STAND_INS.update({id(dossier): (dossier, stand_in)} if len(_STAND_INS) < 8 else {})
    _SEEN.clear()
    yield stand_in, _SEEN


def _recorded(record, pattern):
    kind = _noting(type(record), pattern)
    lists = {q.name for q in questions(type(record)) if q.kind is Kind.ROWS}
    values = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        below = f"{pattern}.{name}" if pattern else name
        if name in lists:
            value = tuple(_recorded(row, f"{below}[*]") for row in value)
        elif isinstance(value, BaseModel):
            value = _recorded(value, below)
        values[name] = value
    return kind.model_construct(**values)


def _noting(kind, pattern):
    """Return a subclass of `kind` whose fields are noted when they are read."""
    if (kind, pattern) not in _KINDS:
        fields = frozenset(kind.model_fields)
        lists = frozenset(q.name for q in questions(kind) if q.kind is Kind.ROWS)

        def noting(self, name):
            if name in fields:
                # To go through a list is to see which rows there are.
                below = f"{pattern}.{name}[*]"
                _SEEN.add((below, "id") if name in lists else (pattern, name))
            return kind.__getattribute__(self, name)

        body = {"__getattribute__": noting, "__module__": kind.__module__}
        _KINDS[kind, pattern] = type(kind.__name__, (kind,), body)
    return _KINDS[kind, pattern]
