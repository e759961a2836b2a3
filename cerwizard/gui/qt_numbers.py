"""Qt's names as numbers, for what is there before the first paint.

The names are made when the first of them is used, all at once, which takes a tenth of the start.
A property of a widget takes the number as well.
"""

PLAIN_TEXT = 0  # Qt.TextFormat
NO_FOCUS = 0  # Qt.FocusPolicy
NO_CONTEXT_MENU = 4  # Qt.ContextMenuPolicy.PreventContextMenu
TEXT_BESIDE_ICON = 2  # Qt.ToolButtonStyle
NO_FRAME = 0  # QFrame.Shape
SCHEMES = {"system": 0, "light": 1, "dark": 2}  # Qt.ColorScheme
