"""The voice of a form whose row may still have to be made."""

from typing import Any

from PySide6.QtCore import Signal

from cerwizard.gui.news import News

HANDED_ON = tuple(
    name for name, told in vars(News).items() if isinstance(told, Signal) and name != "edited"
)


class PendingNews(News):
    """Hands everything on to `news`, but for the first answer in a row that is not there.

    That one becomes the wish for a new row: `pending` is the address under which the form shows
    it, `wanted` the list, the values that it has already, and its position.
    """

    def __init__(self, news: News) -> None:
        super().__init__()
        self._news = news
        self.held_texts = news.held_texts
        self.pending = ""
        self.wanted: tuple[str, dict[str, Any], int] = ("", {}, -1)
        self.edited.connect(self._on_edited)
        for name in HANDED_ON:
            getattr(self, name).connect(getattr(news, name))

    def _on_edited(self, address: str, value: object) -> None:
        if self.pending and address.startswith(f"{self.pending}."):
            rows, values, at = self.wanted
            name = address.removeprefix(f"{self.pending}.")
            self._news.begun.emit(rows, {**values, name: value}, at)
        else:
            self._news.edited.emit(address, value)
