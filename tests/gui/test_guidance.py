"""What is expected: files of a few words of Markdown, clauses as links that explain themselves."""

import pytest

from cerwizard import assets
from cerwizard.dossier.ask import Ask, Kind, Question, Step, question
from cerwizard.gui.guidance import Guidance
from cerwizard.gui.guidance_text import clause_of, html
from cerwizard.gui.law_words import cite
from cerwizard.gui.news import Cited
from cerwizard.gui.pages.looks import LOOKS, stops
from cerwizard.law.guidance import load
from tests.gui.small import Small

WHOLE = sorted(assets.resources("guidance", "whole").glob("*.md"))
FILES = [*sorted(assets.resources("guidance").glob("*.md")), *WHOLE]


def plain(clause: str) -> Cited:
    return Cited(f"Cite {clause}", "Gist.")


def test_headings_bullets_and_paragraphs_become_html():
    made = html("## Why\nOne\nline.\n\n- first\n  goes on\n- **second**\n", plain)
    assert made == (
        "<h4>Why</h4><p>One line.</p><ul><li>first goes on</li></ul><ul><li><b>second</b></li></ul>"
    )


def test_clauses_in_brackets_become_links():
    made = html("Say so. [MDR:61.1, MDCG-2020-6:6.5.a]", plain)
    links = made.replace("\N{NO-BREAK SPACE}", " ")
    assert "href='clause:MDR:61.1'>Cite MDR:61.1</a>; <a href='clause:MDCG-2020-6:6.5.a'" in links
    assert clause_of("clause:MDR:61.1") == "MDR:61.1"
    assert clause_of("https://example.org") == ""


def test_text_is_never_markup():
    assert "&lt;b&gt; &amp; [not a clause]" in html("<b> & [not a clause]", plain)


def test_every_guidance_file_belongs_to_a_step():
    assert {file.stem for file in FILES} <= {name for name, _, _ in stops()}


def test_each_look_at_the_whole_has_guidance_of_the_agreed_shape():
    assert {file.stem for file in WHOLE} == set(LOOKS)
    folder = assets.resources("guidance", "whole")
    assert all(load(name, folder).expected for name in LOOKS)


def test_a_field_that_says_all_by_its_label_takes_no_room(qtbot):
    pane = Guidance(plain)
    qtbot.addWidget(pane)
    pane.show_step("small", Small, Step(title="A step", intro="The intro."))
    before = pane._text.toPlainText()
    pane.show_field(Question("bare", Ask(label="Bare"), Kind.LINE))
    assert pane._text.toPlainText() == before


def test_instrument_and_number_of_a_citation_stay_together():
    made = html("So. [MDCG-2020-6:6.3]", lambda _: Cited("MDCG 2020-6, section 6.3"))
    assert "MDCG\N{NO-BREAK SPACE}2020-6, section 6.3" in made


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_clause_in_the_guidance_is_cited_in_words(file):
    asked = []
    html(file.read_text(encoding="utf-8"), lambda clause: asked.append(clause) or cite(clause))
    assert asked
    assert all(cite(clause).gist for clause in asked)


def test_a_step_without_a_file_is_explained_by_its_intro_and_clauses(qtbot):
    pane = Guidance(plain)
    qtbot.addWidget(pane)
    pane.show_step("small", Small, Step(title="A step", intro="The intro.", clauses=("MDR:61.1",)))
    text = pane._text.toPlainText()
    assert "The intro." in text
    assert "Cite MDR:61.1\nGist." in text.replace("\u2028", "\n")


def test_the_field_comes_before_the_step(qtbot):
    pane = Guidance(plain)
    qtbot.addWidget(pane)
    pane.show_step("small", Small, Step(title="A step", intro="The intro."))
    pane.show_field(question(Small, "line"))
    text = pane._text.toPlainText()
    assert text.index("Help.") < text.index("The intro.")
    pane.show_field(None)
    assert "Help." not in pane._text.toPlainText()
