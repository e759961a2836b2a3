"""What CER Wizard stands on: the libraries that it requires, with their versions and licences."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from cerwizard import assets

_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")
_OURS = "cerwizard"


@dataclass(frozen=True, slots=True)
class Component:
    """A library that is installed here."""

    name: str
    version: str
    licence: str


def components() -> tuple[Component, ...]:
    """Return what is required to run, and what that requires, as far as it is installed."""
    found: dict[str, Component] = {}
    wanted = list(_required())
    while wanted:
        name = wanted.pop(0)
        if _key(name) in found:
            continue
        try:
            about = distribution(name)
        except PackageNotFoundError:
            continue  # only needed elsewhere: on another system, or before another Python
        found[_key(name)] = Component(about.name, about.version, _licence(about))
        wanted += _names(about.requires or ())
    return tuple(sorted(found.values(), key=lambda one: one.name.lower()))


def _required() -> Iterator[str]:
    """Yield what we require by ourselves; a checkout that is not installed says it as well."""
    try:
        yield from _names(distribution(_OURS).requires or ())
    except PackageNotFoundError:
        file = assets.resources().parent / "pyproject.toml"
        if file.is_file():
            about = tomllib.loads(file.read_text(encoding="utf-8"))
            yield from _names(about["project"]["dependencies"])


def _names(requirements: Iterable[str]) -> Iterator[str]:
    for requirement in requirements:
        name = _NAME.match(requirement)
        if name and "extra ==" not in requirement:
            yield name[0]


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _licence(about: Distribution) -> str:
    said = about.metadata
    classifiers = said.get_all("Classifier") or []
    named = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License")]
    text = said["License-Expression"] or (named[0] if named else "") or said["License"] or ""
    return text.splitlines()[0] if text else "see its own licence"
