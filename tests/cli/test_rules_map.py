"""`cerwizard rules --map`: each item with its rules, or with the reason why it has none."""

import json
from pathlib import Path

import pytest

from cerwizard.law import judged
from tests.rules import house


@pytest.fixture(scope="module")
def table():
    return judged.load()


def test_every_item_but_the_headings_is_on_the_map(cer, table):
    code, out, _ = cer("rules", "--map", "--json")
    items = json.loads(out)["items"]
    assert code == 0
    assert [item["id"] for item in items] == [
        item for item in judged.items() if item not in table.headings
    ]
    assert all(bool(item["rules"]) != bool(item["not_judged"]) for item in items)
    assert all(item["asks"] and item["cite"] for item in items)


def test_an_item_shows_what_it_asks_its_rules_and_what_is_left(cer, table):
    _, out, _ = cer("rules", "--map")
    (place,) = [part for part in out.split("\n\n") if part.startswith("  MDR Article 61(7)\n")]
    assert place.splitlines()[1].strip().startswith("A manufacturer who uses an exemption")
    assert "    Judged by: INV-12" in place
    assert f"    Left to a reader: {table.left_to_a_reader['MDR:61.7']}" in place


def test_an_item_without_rules_says_why(cer, table):
    _, out, _ = cer("rules", "--map")
    assert f"    Not judged: {table.not_judged['MDR:I.7']}" in out


def test_the_page_leads_from_an_item_to_its_rules(cer):
    _, out, _ = cer("rules", "--map", "--format", "markdown")
    assert out.startswith("# What is judged, item by item\n\ncer-wizard ")
    assert "\n## MDR, Article 61: clinical evaluation\n" in out
    assert "\n- [INV-12](rules.md#inv-12-exemption-not-justified) exemption not justified\n" in out


def test_rules_of_a_house_stand_on_the_map_too(cer, tmp_path, monkeypatch):
    house.few_of_ours(tmp_path, monkeypatch)
    house.write(Path("house"))
    _, out, _ = cer("rules", "--map", "--rules", "house", "--json")
    told = json.loads(out)
    assert told["pack"].endswith("+ house 3 (2026-07-01)")
    (basis,) = [item for item in told["items"] if item["id"] == "MDR:61.1"]
    assert "HSE-01" in basis["rules"]


def test_a_map_of_one_rule_is_refused(cer):
    code, out, err = cer("rules", "BEN-04", "--map")
    assert (code, out) == (2, "")
    assert err.startswith("The map shows all rules")
