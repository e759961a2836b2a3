"""The menus: every deed of the window with its words, its key and its icon, in one table."""

from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from cerwizard.gui import icons


class Deed(NamedTuple):
    """One line of a menu. `open_only`: it needs an open dossier. `choice`: one of a group."""

    name: str
    text: str
    keys: str = ""
    icon: str = ""
    open_only: bool = True
    choice: str = ""
    checkable: bool = False


LINE = Deed("", "")

MENUS: dict[str, tuple[Deed, ...]] = {
    "&File": (
        Deed("new", "&New", "Ctrl+N", "new", open_only=False),
        Deed("open", "&Open…", "Ctrl+O", "open", open_only=False),
        Deed("recent", "Open &recent", open_only=False),
        LINE,
        Deed("save", "&Save", "Ctrl+S", "save"),
        Deed("save_as", "Save &as…", "Ctrl+Shift+S"),
        LINE,
        Deed("import", "&Import references…", "Ctrl+I", "import"),
        Deed("report", "&Write the report…", "Ctrl+R", "report"),
        LINE,
        Deed("close", "&Close", "Ctrl+W"),
        Deed("quit", "&Quit", "Ctrl+Q", open_only=False),
    ),
    "&Edit": (
        Deed("undo", "&Undo", "Ctrl+Z", "undo"),
        Deed("redo", "&Redo", "Ctrl+Shift+Z", "redo"),
        LINE,
        Deed("cut", "Cu&t", "Ctrl+X"),
        Deed("copy", "&Copy", "Ctrl+C"),
        Deed("paste", "&Paste", "Ctrl+V"),
        Deed("select_all", "Select &all", "Ctrl+A"),
        LINE,
        Deed("find", "&Find in the dossier", "Ctrl+F", "search"),
        Deed("find_next", "Find &next", "F3"),
        Deed("find_previous", "Find &previous", "Shift+F3"),
    ),
    "&View": (
        Deed("rail", "&Steps", "Ctrl+1", "pane-left", checkable=True),
        Deed("side", "&Expectations and findings", "Ctrl+2", "pane-right", checkable=True),
        LINE,
        Deed("system", "Colours of the s&ystem", open_only=False, choice="theme"),
        Deed("light", "&Light", open_only=False, choice="theme"),
        Deed("dark", "&Dark", open_only=False, choice="theme"),
        LINE,
        Deed("larger", "&Larger text", "Ctrl++", open_only=False),
        Deed("smaller", "S&maller text", "Ctrl+-", open_only=False),
        Deed("usual", "&Usual text size", "Ctrl+0", open_only=False),
        LINE,
        Deed("columns", "Usual widths of &columns"),
    ),
    "&Go": (
        Deed("back", "&Back", "Ctrl+PgUp"),
        Deed("next", "&Next", "Ctrl+PgDown"),
        Deed("to_steps", "&List of steps", "F4"),
        Deed("to_page", "Fields of the &page", "F5"),
        Deed("to_side", "Pane &beside the page, next tab", "F6"),
        LINE,
        Deed("to_trace", "&Traceability", "Ctrl+T"),
        Deed("to_review", "&Review", "Ctrl+Shift+R"),
        LINE,
        Deed("next_finding", "Next &finding", "F8"),
        Deed("previous_finding", "&Previous finding", "Shift+F8"),
    ),
    "&Check": (
        Deed("rule", "About the r&ule of the finding", "F7"),
        Deed("waive", "&Waive the finding…", "Shift+F7"),
        LINE,
        Deed("as_of", "Judge as of another &day…", "Ctrl+J"),
        Deed("as_of_report", "Judge as of the &report's date"),
        LINE,
        Deed("house_rules", "&House rules…", open_only=False),
        LINE,
        Deed("review_annex", "Write the review &annex…"),
    ),
    "&Help": (
        Deed("manual", "&Manual", "F1", open_only=False),
        Deed("tour", "&Tour of the window"),
        Deed("field_help", "&What is asked in this field", "Shift+F1"),
        Deed("keyboard", "&Keyboard", "Ctrl+F1", open_only=False),
        Deed("log", "&Log folder", open_only=False),
        LINE,
        Deed("about", "&About CER Wizard", open_only=False),
    ),
}

IN_A_LIST = (
    ("Insert", "Add a row"),
    ("Ctrl+D", "Duplicate the row"),
    ("Ctrl+V", "Paste rows from a spreadsheet"),
    ("Delete", "Delete the row"),
    ("Alt+Up, Alt+Down", "Move the row"),
    ("Enter", "Go to the form of the row"),
    ("Escape", "Go back from the form to the table"),
)
IN_A_CHOICE = (
    ("Y, N, Delete", "Yes, no, not answered"),
    ("Arrow keys, Space", "Several answers: go to the next one, tick it"),
)
IN_A_DATE = (("Alt+Down", "Open the calendar"),)


class Actions:
    """The actions by name, and the menus that hold them."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._deeds = {d.name: d for deeds in MENUS.values() for d in deeds if d.name}
        self.recent = QMenu("Open &recent", window)
        for title, deeds in MENUS.items():
            menu = window.menuBar().addMenu(title)
            for deed in deeds:
                self._add(menu, deed)

    def _add(self, menu: QMenu, deed: Deed) -> None:
        if deed is LINE:
            menu.addSeparator()
        elif deed.name == "recent":
            menu.addMenu(self.recent)
        else:
            menu.addAction(self._made(deed))

    def _made(self, deed: Deed) -> QAction:
        action = QAction(deed.text, self._window)
        action.setObjectName(f"action-{deed.name}")
        action.setCheckable(deed.checkable or bool(deed.choice))
        if deed.keys:
            action.setShortcuts(_keys(deed.keys))
        if deed.icon:
            icons.promise(action, deed.icon)  # drawn after the first paint: menus are shut
        if deed.choice:
            group = self._groups.setdefault(deed.choice, QActionGroup(self._window))
            group.addAction(action)
        self._actions[deed.name] = action
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def allow(self, is_open: bool) -> None:
        """Enable what can be done with or without an open dossier."""
        for name, action in self._actions.items():
            action.setEnabled(is_open or not self._deeds[name].open_only)

    def show_undo(self, undo: str, redo: str) -> None:
        """Say what undo and redo would do; "" for nothing."""
        for name, word, what in (("undo", "&Undo", undo), ("redo", "&Redo", redo)):
            self[name].setEnabled(bool(what))
            self[name].setText(f"{word} {what}".replace("&&", "&").strip())

    def keyboard(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Return (key, what it does) for all keys, under the menu or the place that has them."""
        menus = {title.replace("&", ""): _keyed(deeds) for title, deeds in MENUS.items()}
        places = {"In a list": IN_A_LIST, "In a choice": IN_A_CHOICE, "In a date": IN_A_DATE}
        return {**menus, **places}


def _keyed(deeds: tuple[Deed, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((d.keys, d.text.replace("&", "").rstrip("…")) for d in deeds if d.keys)


def _keys(text: str) -> list[QKeySequence]:
    also = {"Ctrl++": ["Ctrl+="], "Ctrl+Shift+Z": ["Ctrl+Y"]}.get(text, [])
    return [QKeySequence(keys) for keys in (text, *also)]
