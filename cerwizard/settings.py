"""What a writer prefers, kept for them from one day to the next."""

import tomllib
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import platformdirs
import tomlkit
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from cerwizard.errors import CannotWriteError

_RECENT = 12
_PACKS = 20


class Theme(StrEnum):
    """Which palette the window takes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(BaseModel):
    """One writer's preferences; every value has a default that is right for most.

    `who` is the name in the audit trail ("" until it was asked for), `text_size` is in per cent,
    `rule_folders` are the folders, or the names, of packs of rules by which to judge besides ours,
    `window` and `panes` are Qt's own notes of places and sizes in base64, `columns` the widths in
    pixels of the columns of a list, by its address without rows.
    """

    model_config = ConfigDict(frozen=True)

    who: Annotated[str, Field(max_length=200)] = ""
    theme: Theme = Theme.SYSTEM
    text_size: Annotated[int, Field(ge=75, le=200)] = 100
    recent: Annotated[tuple[str, ...], Field(max_length=_RECENT)] = ()
    house_template: str = ""
    rule_folders: Annotated[tuple[str, ...], Field(max_length=_PACKS)] = ()
    guidance_shown: bool = True
    tour_seen: bool = False
    window: str = ""
    panes: str = ""
    columns: dict[str, tuple[int, ...]] = {}

    def opened(self, file: Path) -> "Settings":
        """Return the settings with `file` as the one opened last."""
        first = str(file.resolve())
        others = tuple(name for name in self.recent if name != first)
        return self.model_copy(update={"recent": (first, *others)[:_RECENT]})

    def without(self, file: str) -> "Settings":
        """Return the settings with `file` no longer among the recent ones."""
        left = tuple(name for name in self.recent if name != file)
        return self.model_copy(update={"recent": left})


def place() -> Path:
    """Return where the settings are kept."""
    folder = platformdirs.user_config_dir("cerwizard", appauthor=False, roaming=True)
    return Path(folder) / "settings.toml"


def load(path: Path | None = None, warn: Callable[[str], None] = lambda said: None) -> Settings:
    """Read the settings; what can't be read falls back to its default, each value for itself.

    A file that is no TOML is kept aside under another name; `warn` is told.
    """
    path = path or place()
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        warn(f"“{path}” cannot be read; the default settings are used.{_aside(path)}")
        return Settings()
    return Settings(**{name: value for name, value in found.items() if _good(name, value)})


def _aside(path: Path) -> str:
    other = path.with_name(path.name + ".broken")
    try:
        path.replace(other)
    except OSError:
        return ""
    return f" The old file is kept as “{other.name}”."


def _good(name: str, value: Any) -> bool:
    info = Settings.model_fields.get(name)
    if info is None:
        return False
    whole: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    try:
        TypeAdapter(whole).validate_python(value)
    except ValidationError:
        return False
    return True


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the settings whole; what other versions wrote there stays. CannotWriteError if not."""
    path = path or place()
    document = _document(path)
    for name, value in settings.model_dump(mode="json").items():
        document[name] = value
    aside = path.with_name(path.name + ".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(tomlkit.dumps(document), encoding="utf-8")
        aside.replace(path)
    except (OSError, UnicodeError) as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise CannotWriteError(f"The settings cannot be kept in “{path}”: {error}.") from error


def _document(path: Path) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return tomlkit.document()
