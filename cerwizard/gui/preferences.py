"""The writer's settings while the window is open; each change is kept at once."""

from collections.abc import Callable
from getpass import getuser
from pathlib import Path

from cerwizard import settings
from cerwizard.errors import CannotWriteError
from cerwizard.settings import Settings, Theme


class Preferences:
    """Reads the settings once and writes every change; `warn` is told what went wrong."""

    def __init__(self, warn: Callable[[str], None]) -> None:
        self._warn = warn
        self.settings: Settings = settings.load(warn=warn)

    @property
    def who(self) -> str:
        """The name for the audit trail: the one given, else the login."""
        if self.settings.who:
            return self.settings.who
        try:
            return getuser()
        except (OSError, KeyError, ImportError):
            return ""

    @property
    def house(self) -> Path | None:
        """The company's own Word template, if it has one."""
        return Path(self.settings.house_template) if self.settings.house_template else None

    def recent(self) -> list[Path]:
        """Return the files that were open lately and are still there."""
        return [path for path in map(Path, self.settings.recent) if path.is_file()]

    def opened(self, file: Path) -> None:
        """Take note that a file is open now."""
        self._keep(self.settings.opened(file))

    def look(self, theme: str, text_size: int) -> None:
        """Keep theme and text size."""
        self._keep(self.settings.model_copy(update={"theme": Theme(theme), "text_size": text_size}))

    def side_shown(self, shown: bool) -> None:
        """Keep whether the pane beside the page is shown."""
        self._keep(self.settings.model_copy(update={"guidance_shown": shown}))

    def tour_seen(self) -> None:
        """Keep that the tour has been seen."""
        self._keep(self.settings.model_copy(update={"tour_seen": True}))

    def places(self, **kept: object) -> None:
        """Keep places and sizes: `window`, `panes`, `columns`."""
        self._keep(self.settings.model_copy(update=kept))

    def rules_of(self, folders: tuple[str, ...]) -> None:
        """Keep the folders in which the house has rules of its own."""
        self._keep(self.settings.model_copy(update={"rule_folders": folders}))

    def _keep(self, new: Settings) -> None:
        if new == self.settings:
            return
        self.settings = new
        try:
            settings.save(new)
        except CannotWriteError as error:
            self._warn(str(error))
