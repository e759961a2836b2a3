"""Where settings and log are, found without the import that takes a twentieth of the start.

Where Linux's own rules are enough, platformdirs is not asked; a test holds both to each other.
"""

import os
import sys
from pathlib import Path


def config() -> Path:
    """Return the folder of the writer's settings."""
    known = _known("XDG_CONFIG_HOME", ".config")
    if known is not None:
        return known
    import platformdirs

    return Path(platformdirs.user_config_dir("cerwizard", appauthor=False, roaming=True))


def log() -> Path:
    """Return the folder of the log."""
    known = _known("XDG_STATE_HOME", ".local/state")
    if known is not None:
        return known / "log"
    import platformdirs

    return Path(platformdirs.user_log_dir("cerwizard", appauthor=False))


def _known(variable: str, usual: str) -> Path | None:
    """Return the program's folder on Linux, named by a variable or under the home; else None."""
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return None
    said, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    if os.path.isabs(said):
        return Path(said) / "cerwizard"
    return Path(home) / usual / "cerwizard" if os.path.isabs(home) else None
