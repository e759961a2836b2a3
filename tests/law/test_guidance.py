import re
from pathlib import Path

import pytest

from cerwizard.dossier.dossier import steps
from cerwizard.errors import BadClauseError
from cerwizard.law import clauses, guidance

ALL = [guidance.load(step) for step in guidance.steps()]
SHAPE = """## What is expected
- Say what it is,
  in plain words. [MDR:61.1, MDR:2.48]

## Why
Because it matters.

## What notified bodies usually fault
- It is left out. [MDR:61.1]

## Example
First.

Second
line.
"""


def each(test):
    return pytest.mark.parametrize("given", ALL, ids=lambda given: given.step)(test)


def points(given: guidance.Guidance) -> tuple[guidance.Point, ...]:
    return given.expected + given.faults


def test_each_step_of_the_wizard_has_guidance_and_nothing_else_has():
    assert set(guidance.steps()) == {name for name, *_ in steps()}


@each
def test_guidance_has_the_agreed_measure(given: guidance.Guidance):
    assert 4 <= len(given.expected) <= 8
    assert 4 <= len(given.faults) <= 6
    assert 2 <= len(re.findall(r"[.?!](?=\s|$)", given.why)) <= 3


@each
def test_guidance_cites_only_what_is_in_the_catalogue(given: guidance.Guidance):
    known = clauses.load()
    assert not [name for point in points(given) for name in point.clauses if name not in known]


@each
def test_a_point_is_short_and_a_whole_sentence(given: guidance.Guidance):
    texts = [point.text for point in points(given)]
    assert not [text for text in texts if len(text) > 260 or text[-1] not in ".?”"]
    assert not [text for text in texts if not (text[0].isupper() or text[0] in "“")]


@each
def test_a_point_cites_a_clause_once(given: guidance.Guidance):
    assert not [p.text for p in points(given) if len(set(p.clauses)) != len(p.clauses)]


@each
def test_an_example_says_that_its_device_is_invented(given: guidance.Guidance):
    assert given.example.startswith("This is an example of an invented device. ")


def written(folder: Path, text: str = SHAPE) -> Path:
    (folder / "device.md").write_text(text, encoding="utf-8")
    return folder


def test_lines_flow_together_and_ids_come_apart(tmp_path: Path):
    given = guidance.load("device", written(tmp_path))
    assert given.expected == (
        guidance.Point("Say what it is, in plain words.", ("MDR:61.1", "MDR:2.48")),
    )
    assert given.example == "First.\n\nSecond line."


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (" [MDR:61.1, MDR:2.48]", "", "“Say what it is, in plain words.” does not end with"),
        ("## Why", "## Therefore", "must have the headings “What is expected”, “Why”"),
        ("- It is left out.", "It is left out.", "lines with “- ”"),
        ("## What is expected", "Hello\n## What is expected", "must have the headings"),
    ],
)
def test_guidance_of_another_shape_is_refused(tmp_path: Path, old: str, new: str, complaint: str):
    with pytest.raises(BadClauseError, match=complaint):
        guidance.load("device", written(tmp_path, SHAPE.replace(old, new)))


def test_a_step_without_guidance_is_named():
    with pytest.raises(BadClauseError, match="no guidance for the step astrology"):
        guidance.load("astrology")
