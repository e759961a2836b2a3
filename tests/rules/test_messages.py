"""A message shows the writer's own words, short enough to be read."""

import pytest

from cerwizard.errors import CerWizardError
from cerwizard.rules.engine import judge
from tests.rules import small
from tests.rules.packs import DAY, c, pack, rule
from tests.rules.small import Benefit, Evidence, Small

DOSSIER = Small(
    device=small.Device(name="Foam", device_class="III"),
    benefits=small.Benefits(
        items=(Benefit(id="b", code="B1", text="Less\n pain", evidence_ids=("e2", "e1", "gone")),)
    ),
    evidence=small.EvidenceBase(
        items=(
            Evidence(id="e1", code="E1", kinds=("trial", "bench"), benefit_ids=("b",)),
            Evidence(id="e2", code="E2", kind="qms", benefit_ids=("b",)),
        )
    ),
)


def said(message, dossier=DOSSIER):
    never = rule(at="benefits.items[*]", require=[c(".id", **{"is": "x"})], message=message)
    (finding,) = judge(dossier, pack(never), DAY, small.FACTS)
    return finding.message


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("{=record} is bad.", "B1 Less pain is bad."),
        ("{=field} is bad.", "benefit is bad."),
        ("“{.text}” is bad.", "“Less pain” is bad."),
        ("{.measure} is bad.", "not answered is bad."),
        ("{device.device_class} is bad.", "Class III is bad."),
        ("{.evidence_ids} are bad.", "E2, E1, a row that is no longer there are bad."),
        ("{.evidence_ids->kind} is bad.", "Certificate is bad."),
        ("{.evidence_ids->kinds} are bad.", "Trial, Bench test are bad."),
        ("{<-evidence.items.benefit_ids->code} are bad.", "E1, E2 are bad."),
        ("{=high} is bad.", "yes is bad."),
    ],
)
def test_holes_are_filled(message, expected):
    assert said(message) == expected


def test_long_words_are_cut_between_words():
    long = Small(benefits=small.Benefits(items=(Benefit(id="b", text="wound, " * 40),)))
    message = said("“{.text}” is long.", long)
    assert message == f"“{'wound, ' * 10}wound…” is long."
    one_word = Small(benefits=small.Benefits(items=(Benefit(id="b", text="x" * 300),)))
    assert said("{.text} is long.", one_word) == f"{'x' * 80}… is long."


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("{.txt} is bad.", "has no field “txt”"),
        ("{.evidence_ids is bad.", "A brace in the message is left open."),
        ("{<-evidence.items.benefit_ids} is bad.", "leads to rows; name a field of them."),
        ("{=hgih} is bad.", "“{=hgih}” in the message is nothing that can be filled in"),
    ],
)
def test_a_hole_that_leads_nowhere_is_refused(message, sentence):
    with pytest.raises(CerWizardError) as caught:
        said(message)
    assert sentence in str(caught.value)
