"""The manual: its pages hold together, and its window leads through them."""

import re
from functools import cache

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest

from cerwizard.gui import manual_pages, theme
from cerwizard.gui.manual import Manual
from cerwizard.gui.manual_text import ManualText
from cerwizard.gui.pages.looks import stops

FOLDER = manual_pages.folder()
FILES = sorted(FOLDER.glob("*.md"))
TEXTS = {file.name: file.read_text("utf-8") for file in FILES}


@pytest.fixture
def manual(qtbot):
    made = Manual()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open_at("")
    return made


def test_every_stop_of_the_rail_has_its_heading():
    for _, _, step in stops():
        assert manual_pages.place_of(step.title) == (manual_pages.STEPS, step.title)


def test_what_is_no_step_is_looked_up_in_the_index():
    assert manual_pages.place_of("") == (manual_pages.INDEX, "")


def test_the_contents_name_every_page_once():
    assert sorted(page.name for page in manual_pages.pages()) == sorted(TEXTS)


@pytest.mark.parametrize("name", TEXTS)
def test_a_link_leads_to_a_page_or_a_picture(name: str):
    targets = re.findall(r"\]\(([^)]+)\)", TEXTS[name])
    for target in targets:
        file, _, heading = target.partition("#")
        assert (FOLDER / (file or name)).is_file(), target
        assert not heading or heading in slugs(file or name), target


@cache
def slugs(name: str) -> frozenset[str]:
    headings = re.findall(r"^#+ (.+)$", TEXTS[name], re.MULTILINE)
    return frozenset(map(manual_pages.slug, headings))


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_has_one_title(name: str):
    assert len(re.findall(r"^# ", TEXTS[name], re.MULTILINE)) == 1


def test_a_step_opens_at_its_heading(manual):
    manual.open_at("Risks and side-effects")
    assert manual.text.page == manual_pages.STEPS
    assert manual.text.textCursor().block().text() == "Risks and side-effects"
    assert manual.text.verticalScrollBar().value() > 0


def test_links_lead_on_and_back_leads_back(manual):
    manual.text.anchorClicked.emit(QUrl("findings.md"))
    assert manual.text.page == "findings.md"
    assert manual.contents.currentItem().text(0) == "Findings"
    manual.back.click()
    assert manual.text.page == manual_pages.INDEX
    manual.forward.click()
    assert manual.text.page == "findings.md"


def test_a_link_within_a_page_leads_to_its_heading(manual):
    manual.text.open_page("house-rules.md")
    manual.text.anchorClicked.emit(QUrl("#using-a-pack"))
    assert manual.text.page == "house-rules.md"
    assert manual.text.textCursor().block().text() == "Using a pack"


@pytest.mark.parametrize(
    "link", ["https://example.org/index.md", "file:///etc/passwd", "../../pyproject.toml"]
)
def test_a_link_to_elsewhere_leads_nowhere(manual, link: str):
    manual.text.anchorClicked.emit(QUrl(link))
    assert manual.text.source().isLocalFile()
    assert manual.text.page in TEXTS


def test_nothing_outside_the_manual_is_read(manual):
    kind = QTextDocument.ResourceType.MarkdownResource.value
    assert manual.text.loadResource(kind, QUrl("../../pyproject.toml")) is None
    assert manual.text.loadResource(kind, QUrl("findings.md")) is not None


def test_the_contents_lead_to_a_heading(manual):
    top = next(
        manual.contents.topLevelItem(i)
        for i in range(manual.contents.topLevelItemCount())
        if manual.contents.topLevelItem(i).text(0) == "Findings"
    )
    manual.contents.itemActivated.emit(top.child(2), 0)
    assert manual.text.textCursor().block().text() == top.child(2).text(0)


def test_words_are_searched_in_the_page(manual):
    manual.open_at("Device")
    QTest.keyClick(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(manual.focusWidget(), "basic udi")
    assert manual.found.text() == "1 place"
    assert manual.text.textCursor().selectedText() == "Basic UDI"
    QTest.keyClicks(manual.focusWidget(), " nowhere")
    assert manual.found.text() == "Not in this page"


def test_the_search_goes_round_the_page(manual):
    manual.text.open_page("findings.md")
    manual.search.setText("finding")
    first = manual.text.textCursor().position()
    manual.text.go_on(back=True)
    assert manual.text.textCursor().position() > first
    manual.text.go_on()
    assert manual.text.textCursor().position() == first


def test_escape_closes_it(manual):
    QTest.keyClick(manual.text, Qt.Key.Key_Escape)
    assert not manual.isVisible()


def test_pictures_do_not_glare_among_dark_colours(qapp):
    image = QUrl.fromLocalFile(str(FOLDER / "pictures" / "device.png"))
    shown = {}
    for name in ("light", "dark"):
        theme.apply(qapp, name, 100)
        text = ManualText()
        picture = text.loadResource(QTextDocument.ResourceType.ImageResource.value, image)
        shown[name] = picture.pixelColor(5, 5).lightness()
    theme.apply(qapp, "light", 100)
    assert shown["light"] > 230
    assert shown["dark"] < 180
