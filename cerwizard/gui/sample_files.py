"""The samples that come with the program, with a few words on each; read without the models."""

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

from cerwizard import assets

_USUAL = "Clinical Evaluation Report – "


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample dossier: its file, what it is called, and what kind of device it is about."""

    path: Path
    name: str
    about: str


def samples() -> list[Sample]:
    """Return the samples in resources/samples; one that cannot be read is left out."""
    found = (_sample(path) for path in sorted(assets.resources("samples").glob("*.cerw")))
    return [sample for sample in found if sample is not None]


def _sample(path: Path) -> Sample | None:
    try:
        with zipfile.ZipFile(path) as file:
            held = json.loads(file.read("dossier.json"))
        title, kind = held["document"]["title"], held["device"].get("device_class", "")
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None
    about = f"class {kind}, an invented device" if kind else "an invented device"
    return Sample(path, title.removeprefix(_USUAL) or path.stem, about)
