"""A message that counts one thing says so in the singular, and large numbers have commas."""

import re
from decimal import Decimal

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.numerals import behind_one
from cerwizard.reckon.facts import FACTS
from cerwizard.rules import catalog
from cerwizard.rules.engine import judge
from cerwizard.rules.plan import plan
from tests.rules import small
from tests.rules.packs import DAY, c, pack, rule

PACK = catalog.load()
_MANY_OF_ONE = re.compile(
    r"\b1 (?!(?:is|was|has)\b)(?:[a-z]+s\b|[a-z]+ [a-z]+s\b(?= |\.)|\S+ are\b)"
)


def counts_of_one(unit):
    """Return the message of a unit in which every number is 1, and all else “X”."""
    said, one = "", False
    for piece in unit.message.pieces:
        words = "1" if piece.counts else "X"
        if not (piece.counts or piece.reads or piece.needs):
            words = _own_words(piece)
        said += behind_one(words) if one else words
        one = piece.counts
    return said


def _own_words(piece):
    try:
        return piece.fill(None, None, None)
    except AttributeError:  # the name of a field or record
        return "X"


@pytest.mark.parametrize("each", PACK.rules, ids=lambda each: each.code)
def test_no_rule_can_say_1_years(each):
    for unit in plan([each], Dossier, FACTS, DAY).units:
        assert not _MANY_OF_ONE.search(counts_of_one(unit))


def said(message, sample):
    dossier = small.Small(
        evidence=small.EvidenceBase(items=(small.Evidence(id="e", sample=sample),))
    )
    never = rule(at="evidence.items[*]", require=[c(".id", **{"is": "x"})], message=message)
    (finding,) = judge(dossier, pack(never), DAY, small.FACTS)
    return finding.message


@pytest.mark.parametrize(
    ("sample", "sentence"),
    [
        (1, "Only 1 patient of all."),
        (2, "Only 2 patients of all."),
        (1200, "Only 1,200 patients of all."),
    ],
)
def test_a_count_and_its_noun_agree(sample, sentence):
    assert said("Only {.sample} patients of all.", sample) == sentence


def test_a_name_is_no_count():
    dossier = small.Small(device=small.Device(name="1"))
    never = rule(at="device", require=[c(".name", **{"is": "x"})], message="{.name} lasts.")
    (finding,) = judge(dossier, pack(never), DAY, small.FACTS)
    assert finding.message == "1 lasts."


def test_the_writers_own_words_are_left_as_they_are():
    dossier = small.Small(device=small.Device(name="1 years 2000", limit=Decimal(1)))
    never = rule(
        at="device",
        require=[c(".name", **{"is": "x"})],
        message="“{.name}” lasts {.limit} years.",
    )
    (finding,) = judge(dossier, pack(never), DAY, small.FACTS)
    assert finding.message == "“1 years 2000” lasts 1 year."
