"""What a text says in passing of class, lifetime, editions and versions."""

from decimal import Decimal

import pytest

from cerwizard.reckon import stated


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The device is class IIa and safe to use.", ["IIa"]),
        ("This class III device is sterile.", ["III"]),
        ("The product belongs to class iib.", ["IIb"]),
        ("On intact skin the device is class I if used alone.", []),
        ("Under Directive 93/42/EEC the device was and is class IIa.", []),
        ("A class IIb device has a yearly PSUR.", []),
        ("It is not IIb or III.", []),
        ("Class I recommendation of the guideline.", []),
    ],
)
def test_the_class_that_a_text_gives_the_device(text, found):
    assert [one for _, one in stated.classes(text)] == found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The expected lifetime is 10 years.", ["3652.50"]),
        ("a lifetime of up to 7 days", ["7"]),
        ("the lifetime of the device is 120 months", ["3648.0"]),
        ("patients were followed for 5 years", []),
        ("the lifetime is its wear time of up to 7 days", []),
    ],
)
def test_the_lifetime_that_a_text_gives_the_device(text, days):
    assert [one for _, one in stated.lifetimes(text)] == [Decimal(day) for day in days]


def test_editions_of_standards():
    text = "EN ISO 14971:2012, ISO/TR 24971:2020 and EN IEC 60601-2-47:2015; ISO 14155"
    assert [(number, year) for _, number, year in stated.editions(text)] == [
        ("14971", "2012"),
        ("24971", "2020"),
        ("60601-2-47", "2015"),
    ]
    assert stated.years("2019 + A11:2021") == {"2019", "2021"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RMF-7 version 6", ["6"]),
        ("RMF-7, rev. 6.1 of May", ["6.1"]),
        ("RMF-7 (v6)", ["6"]),
        ("RMF-7 of 2026", []),
        ("XRMF-7 version 6", []),
    ],
)
def test_versions_of_documents(text, found):
    assert [one for _, _, one in stated.versions(text, ["RMF-7"])] == found


def test_whether_a_text_cites_something():
    assert stated.cites("12.8 % [@r1]")
    assert stated.cites("12.8 % (Li 2020)")
    assert not stated.cites("12.8 % of inpatients")
    assert list(stated.figures("12.8 % and 3 in 1,000")) == ["12.8 %", "3 in 1,000"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is well known that pumps are safe.", ["It is well known"]),
        ("All experts agree on the benefit.", ["All experts agree"]),
        ("Libraries are generally accepted.", ["are generally accepted"]),
        ("The generally accepted limit is 5 %.", []),
        ("The well known author wrote it.", []),
    ],
)
def test_where_a_text_appeals_to_what_everybody_knows(text, found):
    assert list(stated.hearsay(text)) == found
