"""The arguments that several commands share."""

import argparse
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from cerwizard.errors import BadRuleError

if TYPE_CHECKING:
    from cerwizard.rules.catalog import Pack


def day(text: str) -> date:
    """Return the day that `text` names, for argparse."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:  # weeks are no days
        raise argparse.ArgumentTypeError(f"“{text}” is not a day like 2026-05-31")
    return found


def as_of(words: argparse.ArgumentParser) -> None:
    """Add --as-of."""
    words.add_argument(
        "--as-of",
        type=day,
        metavar="DATE",
        help="judge by the law of this day (default: the document's date, else today)",
    )


def rules(words: argparse.ArgumentParser) -> None:
    """Add --rules."""
    words.add_argument(
        "--rules",
        action="append",
        metavar="DIR",
        help="also go by the rules of this folder, or of the pack of this name; may be given "
        "several times (default: the folders in the settings)",
    )


def pack(call: argparse.Namespace) -> "Pack":
    """Return our rules with those that the call, or else the settings, name.

    Raises BadRuleError with a sentence for each fault in them.
    """
    from cerwizard import settings
    from cerwizard.rules import packs

    if call.rules:
        return packs.load(*call.rules)
    try:
        return packs.load(*settings.load().rule_folders)
    except BadRuleError as error:
        where = f"The settings in “{settings.place()}” name these rules under rule_folders."
        raise BadRuleError(f"{error}\n{where}") from error


def today() -> date:
    """Return the day on the writer's own calendar."""
    return datetime.now(UTC).astimezone().date()


def as_json(words: argparse.ArgumentParser) -> None:
    """Add --json."""
    words.add_argument("--json", action="store_true", help="print the outcome as JSON")
