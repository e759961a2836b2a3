"""A page of the manual as it is shown: Markdown in the colours and sizes of the window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextEdit

from cerwizard.gui import manual_pages, theme
from cerwizard.gui.reading import Reading

_WIDEST_PICTURE = 680  # pixels
_DIMMING = 80  # of 255: how much of black lies over a picture among dark colours
_HEADINGS = {1: (1.6, 0.0), 2: (1.25, 1.4), 3: (1.05, 1.0)}  # size, space above in lines
_LINE_HEIGHT = 128.0  # per cent
_KIND = QTextDocument.ResourceType


class ManualText(Reading):
    """Shows files of the manual, and nothing from elsewhere.

    Signal `turned`: the name of the page that is shown now.
    """

    turned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Text of the manual")
        self.document().setDocumentMargin(26)
        self._words = ""
        self.anchorClicked.connect(self._on_link)
        self.sourceChanged.connect(self._on_turned)

    @property
    def page(self) -> str:
        """The name of the page that is shown, "" for none."""
        return Path(self.source().path()).name

    def open_page(self, name: str, heading: str = "") -> None:
        """Show a page, from one of its headings on."""
        url = QUrl.fromLocalFile(str(manual_pages.folder() / name))
        if url != self.source():
            self.setSource(url, _KIND.MarkdownResource)
        self._scroll_to(heading)

    def redraw(self) -> None:
        """Show the same page in the colours and sizes that the window wears now."""
        where = self.verticalScrollBar().value()
        self.reload()
        self._dress()
        self._mark()
        self.verticalScrollBar().setValue(where)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Qt's; only from the folder of the manual, and pictures no wider than the text."""
        url = QUrl(name)  # relative to the page, and all pages lie in one folder
        folder = manual_pages.folder().resolve()
        file = (folder / (url.path() if url.isRelative() else url.toLocalFile())).resolve()
        if not file.is_relative_to(folder):
            return None
        if kind == _KIND.ImageResource.value:
            return _picture(file)
        return super().loadResource(kind, name)

    def _on_link(self, link: QUrl) -> None:
        target = self.source().resolved(link)
        name = Path(target.path()).name
        if any(page.name == name for page in manual_pages.pages()):
            self.open_page(name, target.fragment(QUrl.ComponentFormattingOption.FullyDecoded))

    def _on_turned(self, source: QUrl) -> None:
        self._dress()
        self._mark()
        self.turned.emit(Path(source.path()).name)

    def _scroll_to(self, heading: str) -> None:
        top = 0.0
        for block in _blocks(self.document()):
            if block.blockFormat().headingLevel() and heading in _names(block.text()):
                self.setTextCursor(QTextCursor(block))
                layout = self.document().documentLayout()
                top = layout.blockBoundingRect(block).top() - 12
        self.verticalScrollBar().setValue(round(top))

    # -- searching ----------------------------------------------------------------------------

    def search(self, words: str) -> int:
        """Mark all places where the words stand; return how many there are."""
        self._words = words
        found = self._mark()
        if found:
            self.setTextCursor(QTextCursor(self.document()))
            self.go_on()
        return found

    def go_on(self, back: bool = False) -> None:
        """Go to the next place of the words, or the one before, round the page."""
        way = QTextDocument.FindFlag.FindBackward if back else QTextDocument.FindFlag(0)
        if self._words and not self.find(self._words, way):
            ends = QTextCursor.MoveOperation
            self.moveCursor(ends.End if back else ends.Start)
            self.find(self._words, way)

    def _mark(self) -> int:
        marks = []
        cursor = QTextCursor(self.document())
        while self._words:
            cursor = self.document().find(self._words, cursor)
            if cursor.isNull():
                break
            marks.append(_marked(cursor))
        self.setExtraSelections(marks)
        return len(marks)

    # -- dressing -----------------------------------------------------------------------------

    def _dress(self) -> None:
        for block in _blocks(self.document()):
            _dress_block(block, self.font())
        for frame in _frames(self.document().rootFrame()):
            if isinstance(frame, QTextTable):
                _dress_table(frame)


def _names(heading: str) -> tuple[str, str]:
    return heading, manual_pages.slug(heading)


def _picture(file: Path) -> QImage:
    image = QImage(str(file))
    if image.width() > _WIDEST_PICTURE:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaledToWidth(_WIDEST_PICTURE, smooth)
    return _dimmed(image) if theme.worn() == "dark" else image


def _dimmed(image: QImage) -> QImage:
    """Return a picture, taken in light colours, so that it does not glare among dark ones."""
    dimmed = image.convertToFormat(QImage.Format.Format_ARGB32)
    painter = QPainter(dimmed)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    painter.fillRect(dimmed.rect(), QColor(0, 0, 0, _DIMMING))
    painter.end()
    return dimmed


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _frames(frame: QTextFrame) -> Iterator[QTextFrame]:
    for child in frame.childFrames():
        yield child
        yield from _frames(child)


def _dress_block(block: QTextBlock, font: QFont) -> None:
    layout = block.blockFormat()
    code = layout.nonBreakableLines()
    level = layout.headingLevel()
    line = font.pointSizeF() * 1.6
    size, above = _HEADINGS.get(level, (1.0, 0.0))
    if code:
        layout.setBackground(theme.colour("raised"))
    layout.setTopMargin(above * line)
    layout.setBottomMargin(_below(block) * line)
    layout.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = QTextCursor(block)
    cursor.setBlockFormat(layout)
    for start, length, form in _pieces(block):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_dressed(form, level, size * font.pointSizeF()))


def _below(block: QTextBlock) -> float:
    """Return the space below a block in lines: less within a list, none within code."""
    after = block.next()
    if block.blockFormat().nonBreakableLines() and after.blockFormat().nonBreakableLines():
        return 0.0
    return 0.2 if block.textList() and after.textList() else 0.6


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    found = []
    piece = block.begin()
    while not piece.atEnd():
        fragment = piece.fragment()
        found.append((fragment.position(), fragment.length(), fragment.charFormat()))
        piece += 1
    return found


def _dressed(form: QTextCharFormat, level: int, size: float) -> QTextCharFormat:
    dressed = QTextCharFormat()
    dressed.setForeground(theme.colour("accent" if form.isAnchor() else "ink"))
    dressed.setProperty(QTextCharFormat.Property.FontPointSize.value, size)
    if level:
        dressed.setFontWeight(QFont.Weight.DemiBold)
    return dressed


def _dress_table(table: QTextTable) -> None:
    form = table.format()
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderBrush(theme.colour("line"))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setCellPadding(6)
    form.setCellSpacing(0)
    form.setTopMargin(4)
    form.setBottomMargin(12)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)


def _marked(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    ground = QTextCharFormat()
    ground.setBackground(QColor(theme.colour("minor_soft")))
    ground.setForeground(theme.colour("minor"))
    mark.cursor, mark.format = cursor, ground
    return mark
