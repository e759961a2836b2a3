"""The dossier of a case is built from addresses, or refused in a sentence."""

from datetime import date

import pytest

from cerwizard.errors import BadRuleError
from cerwizard.rules.cases import USUAL_DAY, day_of, dossier_of
from cerwizard.rules.rule import Case
from tests.rules.packs import rule
from tests.rules.small import Small


def test_rows_without_an_id_are_called_1_2_3_in_every_list():
    dossier = dossier_of(
        Small,
        {
            "device": {"name": "Foam", "date": date(2026, 5, 1)},
            "device.device_class": "III",
            "equivalence.devices": [{"rows": [{"name": "A"}, {"id": "x"}]}, {"name": "B"}],
            "evidence.items": [{"kinds": ["trial"], "sample": 7}],
        },
    )
    assert (dossier.device.name, dossier.device.date) == ("Foam", "2026-05-01")
    assert dossier.device.device_class == "III"
    assert [twin.id for twin in dossier.equivalence.devices] == ["1", "2"]
    assert [line.id for line in dossier.equivalence.devices[0].rows] == ["1", "x"]
    assert dossier.evidence.items[0].kinds == ("trial",)


def test_a_table_and_single_answers_go_together_in_any_order():
    given = {"device.name": "Foam", "device": {"implantable": "no"}, "device.limit": "2"}
    dossier = dossier_of(Small, given)
    assert (dossier.device.name, dossier.device.implantable) == ("Foam", "no")
    assert dossier.device.limit == 2


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"device.nmae": "x"}, "A case gives “device.nmae”: "),
        ({"device.device_class": "IV"}, "A case gives “device.device_class”: Input should be"),
        ({"evidence.items": [{"sample": "many"}]}, "A case gives “evidence.items[1].sample”: "),
        ({"evidence.items": [{"smaple": 1}]}, "A case gives “evidence.items[1].smaple”: "),
    ],
)
def test_what_does_not_fit_the_model_is_refused(given, sentence):
    with pytest.raises(BadRuleError) as caught:
        dossier_of(Small, given)
    assert sentence in str(caught.value)


def test_a_case_is_judged_on_a_day_on_which_the_rule_is_in_force():
    case = Case(says="x", given={}, expect=())
    assert day_of(rule(), case) == USUAL_DAY
    assert day_of(rule(in_force_from=date(2027, 1, 1)), case) == date(2027, 1, 1)
    assert day_of(rule(in_force_to=date(2025, 1, 1)), case) == date(2025, 1, 1)
    dated = Case(says="x", given={}, expect=(), as_of=date(2020, 1, 1))
    assert day_of(rule(), dated) == date(2020, 1, 1)
