"""The arguments that several commands share."""

import argparse
from datetime import date
from pathlib import Path


def day(text: str) -> date:
    """Return the day that `text` names, for argparse."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day like 2026-05-31") from error


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
        "--rules", type=Path, metavar="DIR", help="also judge by the rules of this folder"
    )


def as_json(words: argparse.ArgumentParser) -> None:
    """Add --json."""
    words.add_argument("--json", action="store_true", help="print the outcome as JSON")
