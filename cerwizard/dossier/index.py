"""Which records hold a value in a field: the way back along references, and to equal answers."""

from collections.abc import Mapping
from typing import Any

from cerwizard.dossier.ask import empty
from cerwizard.dossier.compare import normal

_NONE: Mapping[str, None] = {}


class Index:
    """The records of one pattern by what their field `name` holds.

    With `plain` the keys are the normal texts of the answers; without, the ids referred to.
    A record is entered by its id or its address, as the keeper of the index likes.
    """

    def __init__(self, name: str, *, plain: bool) -> None:
        self.name = name
        self.plain = plain
        self._holders: dict[str, dict[str, None]] = {}

    def holders(self, key: str) -> Mapping[str, None]:
        """Return the entries whose record holds `key`, in no order."""
        return self._holders.get(key, _NONE)

    def add(self, entry: str, record: Any) -> None:
        """Note what `record` holds."""
        for key in self.keys(record):
            self._holders.setdefault(key, {})[entry] = None

    def drop(self, entry: str, record: Any) -> None:
        """Forget what `record` held."""
        for key in self.keys(record):
            holders = self._holders.get(key, {})
            holders.pop(entry, None)
            if not holders:
                self._holders.pop(key, None)

    def keys(self, record: Any) -> tuple[str, ...]:
        """Return the keys under which `record` stands."""
        value = getattr(record, self.name)
        if empty(value):
            return ()
        if self.plain:
            return (normal(value),)
        return (value,) if isinstance(value, str) else value
