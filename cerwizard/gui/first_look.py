"""How the window should look before the settings have been read properly.

Reading them properly takes pydantic, which takes as long to import as the first paint.
"""

import tomllib
from pathlib import Path

import platformdirs

from cerwizard.gui import theme


def settings_file() -> Path:
    """Return where the settings are; a test holds it to what `settings` says."""
    folder = platformdirs.user_config_dir("cerwizard", appauthor=False, roaming=True)
    return Path(folder) / "settings.toml"


def look() -> tuple[str, int]:
    """Return theme and text size in per cent; the defaults where nothing good is found."""
    try:
        found = tomllib.loads(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = {}
    name, size = found.get("theme"), found.get("text_size")
    return (
        name if name in theme.THEMES else "system",
        size if isinstance(size, int) and theme.SMALLEST <= size <= theme.LARGEST else 100,
    )
