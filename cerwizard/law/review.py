"""The questions of a notified body's reviewer, and where a dossier answers each."""

from functools import cache
from pathlib import Path

from cerwizard import assets
from cerwizard.law.toml_file import Entry, only_once, read


class Topic(Entry):
    """A section of the assessment report of MDCG 2020-13."""

    id: str
    title: str


class ReviewItem(Entry):
    """One question; `fields` are addresses or patterns, `chapters` are those of the report."""

    id: str
    chapters: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def topic(self) -> str:
        """The letter of its section."""
        return self.id.partition(".")[0]

    @property
    def clause(self) -> str:
        """The id of its clause."""
        return f"MDCG-2020-13:{self.id}"


class ReviewItems(Entry):
    """All sections and questions, in the order of the template."""

    section: tuple[Topic, ...]
    item: tuple[ReviewItem, ...]


def load(folder: Path | None = None) -> ReviewItems:
    """Return the questions; BadClauseError if the file is not well-formed."""
    return _load((folder or assets.resources("codes")) / "review.toml")


@cache
def _load(path: Path) -> ReviewItems:
    items = read(path, ReviewItems)
    only_once(path, [item.id for item in items.item])
    return items
