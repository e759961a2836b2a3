"""Named facts answer yes, no, or nothing as long as it is not known."""

from datetime import date

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.reckon.as_of import as_of
from cerwizard.reckon.facts import FACTS
from cerwizard.rules.cases import dossier_of

DAY = date(2026, 7, 1)


@pytest.mark.parametrize(
    ("given", "name", "answer"),
    [
        ({}, "class_iii_or_implantable", ""),
        ({}, "transition_end", ""),
        ({"device.article_120": "yes"}, "transition_end", ""),
        (
            {"device": {"device_class": "III", "implantable": "no", "article_120": "yes"}},
            "transition_end",
            "2027-12-31",
        ),
        (
            {"device": {"device_class": "IIa", "implantable": "no", "article_120": "yes"}},
            "transition_end",
            "2028-12-31",
        ),
        (
            {"device": {"device_class": "III", "implantable": "no", "article_120": "no"}},
            "transition_end",
            "",
        ),
        *(
            ({"device.market_status": status}, "marketed", answer)
            for status, answer in (
                ("mdr", "yes"),
                ("legacy", "yes"),
                ("class_one", "yes"),
                ("new", "no"),
                ("", ""),
            )
        ),
        ({"device.device_class": "III"}, "class_iii_or_implantable", "yes"),
        ({"device.device_class": "IIa"}, "class_iii_or_implantable", ""),
        ({"device.implantable": "yes"}, "class_iii_or_implantable", "yes"),
        (
            {"device": {"device_class": "IIa", "implantable": "no"}},
            "class_iii_or_implantable",
            "no",
        ),
        ({"device.device_class": "IIa"}, "notified_body_involved", "yes"),
        ({"device.device_class": "I"}, "notified_body_involved", ""),
        (
            {
                "device": {
                    "device_class": "I",
                    "sterile": "no",
                    "measuring": "no",
                    "reusable_surgical_instrument": "no",
                }
            },
            "notified_body_involved",
            "no",
        ),
        ({"device": {"device_class": "I", "sterile": "yes"}}, "notified_body_involved", "yes"),
        ({"device.sterile": "yes"}, "notified_body_involved", ""),
        ({"device.market_status": "new"}, "marketed", "no"),
        ({"device.market_status": "legacy"}, "marketed", "yes"),
        ({"plan.route": "mixed"}, "non_clinical_route", "yes"),
        ({"equivalence.claimed": "no"}, "equivalence_claimed", "no"),
    ],
)
def test_a_fact_is_found(given, name, answer):
    assert FACTS[name].find(dossier_of(Dossier, given), DAY) == answer


@pytest.mark.parametrize("fact", FACTS.values(), ids=lambda fact: fact.name)
def test_an_empty_dossier_tells_nothing(fact):
    assert fact.find(Dossier(), DAY) == ""
    assert fact.gist.endswith(".")


@pytest.mark.parametrize(
    ("stated", "day"),
    [("", DAY), ("2026-03", date(2026, 3, 31)), ("2026-03-05", date(2026, 3, 5))],
)
def test_a_dossier_is_judged_as_of_the_date_of_its_report(stated, day):
    assert as_of(dossier_of(Dossier, {"document.date": stated}), DAY) == day
