"""How the window should look before the settings have been read properly.

Reading them properly takes pydantic, which takes as long to import as the first paint.
"""

from pathlib import Path

from cerwizard.gui import first_folders, short_values, theme


def settings_file() -> Path:
    """Return where the settings are; a test holds it to what `settings` says."""
    return first_folders.config() / "settings.toml"


def look() -> tuple[str, int]:
    """Return theme and text size in per cent; the defaults where nothing good is found."""
    found = _found()
    name, size = found.get("theme"), found.get("text_size")
    return (
        name if isinstance(name, str) and name in theme.THEMES else "system",
        size if isinstance(size, int) and theme.SMALLEST <= size <= theme.LARGEST else 100,
    )


def window_note() -> str:
    """Return Qt's note of where the window was, "" if there is none."""
    note = _found().get("window")
    return note if isinstance(note, str) else ""


def _found() -> dict[str, str | int]:
    try:
        return short_values.read(settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
