"""`cerwizard schema`: the JSON Schema of the dossier."""

import argparse

from cerwizard.cli.speech import say_json

NAME = "schema"
HELP = "print the JSON Schema of the dossier"


def arguments(words: argparse.ArgumentParser) -> None:
    """Add no arguments."""


def run(call: argparse.Namespace) -> int:
    """Print the schema."""
    from cerwizard.store.schema import schema

    say_json(schema())
    return 0
