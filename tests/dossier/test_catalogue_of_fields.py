"""Every field of the dossier is walked: what it holds, how it asks, what it cites."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

import pytest

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Kind, Question, Row, Section, empty, questions, title
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.law import clauses


def _walk(section: type[Section], at: str) -> Iterator[tuple[str, type[Section], Question]]:
    for question in questions(section):
        here = f"{at}.{question.name}"
        yield here, section, question
        if question.kind is Kind.ROWS:
            yield from _walk(question.item, f"{here}[*]")


FIELDS = [field for name, section, _ in steps() for field in _walk(section, name)]
LISTS = [(at, q) for at, _, q in FIELDS if q.kind is Kind.ROWS]


def _plain(annotation: Any) -> Iterator[Any]:
    arguments = [a for a in get_args(annotation) if a is not Ellipsis]
    if not arguments:
        yield annotation
    for argument in arguments:
        yield from _plain(argument)


def test_no_field_is_a_bool_or_a_float():
    guilty = [
        f"{section.__name__}.{name}"
        for _, section, _ in FIELDS
        for name, info in section.model_fields.items()
        if {bool, float} & set(_plain(info.annotation))
    ]
    assert guilty == []


def test_every_field_of_a_section_is_asked_for():
    silent = [
        f"{section.__name__}.{name}"
        for section in {section for _, section, _ in FIELDS}
        for name in section.model_fields
        if name != "id" and name not in {q.name for q in questions(section)}
    ]
    assert silent == []


def test_every_field_has_an_empty_default():
    for name, section, _ in steps():
        assert all(empty(getattr(section(), q.name)) for q in questions(section)), name
    for at, question in LISTS:
        row = question.item()
        assert all(empty(getattr(row, q.name)) for q in questions(question.item)), at


def test_labels_are_short_and_unique_in_their_group():
    for section in {section for _, section, _ in FIELDS}:
        labels = [q.ask.label for q in questions(section)]
        assert len(labels) == len(set(labels)), section.__name__
        assert all(0 < len(label) <= 80 for label in labels), section.__name__


def test_helps_and_intros_are_sentences():
    for at, _, question in FIELDS:
        assert not question.ask.help or question.ask.help.endswith((".", "?")), at
    for name, _, step in steps():
        assert step.intro.endswith("."), name
        assert step.phase, name


def test_every_clause_that_is_cited_is_in_the_catalogue():
    known = clauses.load()
    cited = {(at, c) for at, _, q in FIELDS for c in q.ask.clauses}
    cited |= {(name, c) for name, _, step in steps() for c in step.clauses}
    assert sorted(pair for pair in cited if pair[1] not in known) == []


def test_references_point_to_lists_that_exist():
    for at, _, question in FIELDS:
        if question.kind in (Kind.REF, Kind.REFS):
            assert issubclass(paths.model_at(Dossier, question.item.target), Row), at


def test_a_list_that_may_be_empty_names_the_field_for_its_reason():
    for at, section, question in FIELDS:
        if question.ask.none:
            assert question.ask.none in {q.name for q in questions(section)}, at


def test_every_list_has_columns_a_title_and_a_noun():
    for at, question in LISTS:
        row = question.item
        assert set(row.TITLE) <= set(row.model_fields), at
        assert row.TITLE, at
        assert row.NOUN != "row", at
        assert any(q.ask.column for q in questions(row)), at


def test_choices_begin_with_an_unset_member_or_stand_in_a_list():
    for at, _, question in FIELDS:
        if question.kind is Kind.CHOICE:
            assert next(iter(question.item)) == "", at
        if question.kind is Kind.CHOICES:
            assert "" not in [member.value for member in question.item], at


@pytest.mark.parametrize(("at", "question"), LISTS, ids=[at for at, _ in LISTS])
def test_an_unnamed_row_is_called_by_its_noun(at: str, question: Question):
    assert title(question.item(id="x")) == f"unnamed {question.item.NOUN}"


def test_numbers_are_kept_as_typed():
    dossier = paths.put(Dossier(), "device.lifetime", "0.50")
    assert dossier.device.lifetime == Decimal("0.50")
    assert '"0.50"' in dossier.model_dump_json()
