"""The samples that come with the program, with a few words on each; read without the models."""

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

from cerwizard import assets

_USUAL = "Clinical Evaluation Report – "


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample dossier: its file, its title, the kind of device, and a few words about it."""

    path: Path
    name: str
    kind: str
    about: str


def samples() -> list[Sample]:
    """Return the samples in resources/samples; one that cannot be read is left out."""
    found = (_sample(path) for path in sorted(assets.resources("samples").glob("*.cerw")))
    return [sample for sample in found if sample is not None]


def kind_of(path: Path) -> str:
    """Return what kind of device a sample is about, such as “Foam dressing”."""
    sample = _sample(path)
    return sample.kind if sample else _kind(path.stem, "")


def _sample(path: Path) -> Sample | None:
    try:
        with zipfile.ZipFile(path) as file:
            held = json.loads(file.read("dossier.json"))
        title, risk = held["document"]["title"], held["device"].get("device_class", "")
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None
    name, kind = title.removeprefix(_USUAL) or path.stem, _kind(path.stem, title)
    known = [
        *([] if name.startswith(kind) else [kind]),
        *([f"class {risk}"] if risk else []),
        "an invented device",
    ]
    return Sample(path, name, kind, _upper(", ".join(known)))


def _kind(stem: str, title: str) -> str:
    """Return what a file is called in words, written as in the title where that has them."""
    written = {word.lower(): word for word in title.split()}
    words = " ".join(written.get(word, word) for word in stem.split("-"))
    return _upper(words)


def _upper(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
