import pytest

from cerwizard.dossier.device import Device
from cerwizard.law import classification
from cerwizard.law.classification import Class, Property

RULES = classification.load()


def test_all_rules_have_sub_rules():
    assert {sub.rule for sub in RULES.sub_rule} == set(range(1, 23))
    assert len(RULES.sub_rule) == 83


def test_the_code_of_a_sub_rule_names_its_rule():
    assert not [sub.code for sub in RULES.sub_rule if sub.code.strip("R").rstrip("abcdefghijkl")
                != str(sub.rule)]  # fmt: skip


@pytest.mark.parametrize(
    ("subs", "strictest"),
    [
        (["R4a", "R4b"], Class.IIB),
        (["R1"], Class.I),
        (["R8j", "R8a"], Class.IIB),
        (["R11f", "R11b"], Class.III),
        (["R6a"], Class.IIA),
        ([], Class.LEADS_ON),
    ],
)
def test_the_strictest_rule_wins(subs: list[str], strictest: Class):
    assert RULES.strictest(subs) is strictest


def test_a_sub_rule_fits_only_a_device_with_its_property():
    assert RULES.get("R11a").fits([Property.SOFTWARE])
    assert not RULES.get("R11a").fits([Property.ACTIVE])
    assert RULES.get("R17").fits([])


def test_properties_that_call_for_a_rule_are_asked_for_in_the_dossier():
    assert not [name for name in RULES.must_address if name not in Device.model_fields]
    rules = {sub.rule for sub in RULES.sub_rule}
    assert set(RULES.must_address.values()) <= rules


@pytest.mark.parametrize("place", ["indent", "paragraph"])
def test_the_places_in_the_text_of_a_rule_are_counted_from_one_without_a_gap(place):
    for rule in range(1, 23):
        places = {getattr(sub, place) for sub in RULES.sub_rule if sub.rule == rule} - {None}
        assert places == set(range(1, len(places) + 1))
