"""The words that the command line understands; what isn't built yet isn't among them."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from cerwizard.cli import build, check, import_references, new, open_window, rules, schema
from cerwizard.cli.speech import say
from cerwizard.errors import BadCallError

_COMMANDS = (open_window, new, check, build, import_references, rules, schema)


class Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with a call."""

    def error(self, message: str) -> NoReturn:
        """Raise BadCallError with argparse's message and where to look."""
        raise BadCallError(f"{self.prog}: {message}; see “{self.prog} --help”.")


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any, **__: Any) -> None:
        """Say the versions of program, schema and rule pack, and end."""
        say(versions())
        parser.exit()


def versions() -> str:
    """Return the versions of program, schema and rule pack, a line each."""
    from cerwizard import __version__
    from cerwizard.dossier.dossier import SCHEMA_VERSION
    from cerwizard.rules import catalog

    pack = catalog.load()
    return f"cerwizard {__version__}\nschema {SCHEMA_VERSION}\nrules {pack.dated}"


def parser() -> Parser:
    """Return the parser of all commands."""
    top = Parser(
        prog="cerwizard",
        description="Leads through a clinical evaluation under the MDR and writes its report. "
        "Without a command, the wizard opens.",
        allow_abbrev=False,
    )
    top.add_argument("--version", action=_Version, nargs=0, help="program, schema and rule pack")
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    for command in _COMMANDS:
        words = commands.add_parser(
            command.NAME,
            help=command.HELP,
            description=f"{command.HELP}.",
            allow_abbrev=False,
        )
        command.arguments(words)
        words.set_defaults(run=command.run)
    return top


def understand(words: Sequence[str]) -> argparse.Namespace:
    """Return what a call means; BadCallError if that can't be told."""
    return parser().parse_args(words)
