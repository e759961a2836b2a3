"""`cerwizard new FILE`: an empty dossier, or a copy of a sample."""

import argparse
from pathlib import Path

from cerwizard.cli.speech import say
from cerwizard.errors import BadCallError

NAME = "new"
HELP = "make a dossier, empty or from a sample"


def arguments(words: argparse.ArgumentParser) -> None:
    """Add the arguments of `new`."""
    words.add_argument("file", type=Path, metavar="FILE", help="the dossier to be made")
    words.add_argument("--sample", metavar="NAME", help="copy this sample")


def run(call: argparse.Namespace) -> int:
    """Make the dossier; an existing file is never overwritten."""
    from cerwizard.dossier.dossier import Dossier
    from cerwizard.store import dossier_file

    dossier = Dossier()
    if call.sample is not None:
        dossier = dossier_file.load(_sample(call.sample)).dossier
    dossier_file.save(call.file, dossier)
    say(f"“{call.file}” was made.")
    return 0


def _sample(name: str) -> Path:
    from cerwizard import assets

    known = {path.stem: path for path in sorted(assets.resources("samples").glob("*.cerw"))}
    if name not in known:
        names = ", ".join(known) or "none"
        raise BadCallError(f"There is no sample “{name}”; the samples are: {names}.")
    return known[name]
