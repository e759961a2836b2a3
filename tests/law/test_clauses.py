import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from cerwizard import assets
from cerwizard.errors import BadClauseError
from cerwizard.law import clauses
from cerwizard.law.clauses import Binding, Clause, Mark

ALL = clauses.load()
IDS = re.compile(r"[A-Z][A-Za-z0-9.-]*(:[A-Za-z0-9]+(\.[A-Za-z0-9]+)*)?")
CITES = {
    "MDR:61.4": "MDR Article 61(4)",
    "MDR:2.48": "MDR Article 2(48)",
    "MDR:120.3a.b": "MDR Article 120(3a)(b)",
    "MDR:I.1": "MDR Annex I, Section 1",
    "MDR:I.23.4.b": "MDR Annex I, Section 23.4(b)",
    "MDR:II.6.1.c": "MDR Annex II, Section 6.1(c)",
    "MDR:III.1.1.b.3": "MDR Annex III, Section 1.1(b), indent 3",
    "MDR:VIII.R11": "MDR Annex VIII, Rule 11",
    "MDR:XIV.A.1.a.4": "MDR Annex XIV Part A, Section 1(a), indent 4",
    "MDR:XIV.B.6.2.a": "MDR Annex XIV Part B, Section 6.2(a)",
    "MEDDEV-2.7.1r4:A10": "MEDDEV 2.7/1 rev. 4, Appendix A10",
    "MEDDEV-2.7.1r4:9.3.1.b": "MEDDEV 2.7/1 rev. 4, section 9.3.1(b)",
    "MDCG-2020-5:4.b": "MDCG 2020-5, section 4(b)",
    "MDCG-2020-6:III": "MDCG 2020-6, Appendix III",
    "MDCG-2020-13:D.7": "MDCG 2020-13, section D (several databases)",
    "MDCG-2024-10": "MDCG 2024-10",
    "ISO-14971:7.4": "ISO 14971, clause 7.4",
    "EU-2026-1451": "Delegated Regulation (EU) 2026/1451",
}

WRITTEN = """
[instrument]
id = "HOUSE"
short = "House rules"
title = "What we agreed"
binding = "method"
mark = "derived"
gist = "We agreed on something."

[clauses."1.a"]
place = "section 1(a)"
title = "First"
gist = "First things come first."
in_force_from = 2025-01-01
in_force_to = 2025-12-31
"""


def written(folder: Path, text: str = WRITTEN, name: str = "HOUSE.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def sentences(text: str) -> int:
    return len(re.findall(r"[.!?](?=\s+[A-Z]|$)", text))


def test_the_catalogue_is_whole():
    assert len(ALL) > 900
    assert len(ALL.instruments) > 70


@pytest.mark.parametrize(("clause_id", "cite"), CITES.items())
def test_a_clause_is_cited_readably(clause_id: str, cite: str):
    assert ALL.cite(clause_id) == cite


def test_ids_have_one_form():
    assert not [clause.id for clause in ALL if not IDS.fullmatch(clause.id)]


def test_no_two_clauses_are_cited_alike():
    counts = Counter(clause.cite for clause in ALL)
    assert not [cite for cite, number in counts.items() if number > 1]


def test_a_citation_is_no_id_and_has_no_gaps():
    odd = re.compile(r"  |[{}|\[\]_]|,$|\($|:")
    odd_ones = [
        c.cite for c in ALL if odd.search(c.cite.replace("section C (plan:", "section C ("))
    ]
    assert not odd_ones


def test_a_gist_is_one_short_sentence():
    assert not [c.id for c in ALL if sentences(c.gist) != 1 or len(c.gist) >= 240]


def test_a_title_is_short_and_no_sentence():
    assert not [c.id for c in ALL if not c.title or len(c.title) > 130 or c.title.endswith(".")]


def test_each_clause_belongs_to_its_instrument():
    for clause in ALL:
        assert clause.id == clause.instrument or clause.id.startswith(f"{clause.instrument}:")
        assert clause.cite.startswith(ALL.instrument(clause.instrument).short)


def test_each_instrument_is_a_file_and_a_clause():
    folder = assets.resources("clauses")
    assert {path.stem for path in folder.glob("*.toml")} == {i.id for i in ALL.instruments}
    assert not [i.id for i in ALL.instruments if i.id not in ALL]


def test_the_eight_indents_of_the_plan_are_there():
    cites = [ALL.cite(f"MDR:XIV.A.1.a.{n}") for n in range(1, 9)]
    assert [cite[-8:] for cite in cites] == [f"indent {n}" for n in range(1, 9)]
    assert "MDR:XIV.A.1.a.9" not in ALL


def test_every_section_and_item_of_the_reviewers_template_is_there():
    items = {"A": 15, "B": 1, "C": 44, "D": 26, "E": 9, "F": 7, "G": 13, "H": 10, "O": 8}
    for letter, number in (items | {"I": 4, "J": 8, "K": 3}).items():
        assert f"MDCG-2020-13:{letter}" in ALL
        found = [c for c in ALL if c.id.startswith(f"MDCG-2020-13:{letter}.")]
        assert len(found) == number


def test_all_twenty_two_rules_and_the_release_checklist_are_there():
    assert not [n for n in range(1, 23) if f"MDR:VIII.R{n}" not in ALL]
    assert not [n for n in range(1, 23) if f"MEDDEV-2.7.1r4:A10.{n}" not in ALL]


def test_an_unlettered_indent_never_gets_a_letter():
    assert not [c.cite for c in ALL if re.search(r"1\(a\)\([ivx]+\)", c.cite)]


def test_what_is_not_verified_says_so():
    assert ALL.get("MDR:61.1").verified is Mark.READ
    assert ALL.get("MDR:87.3").verified is Mark.UNVERIFIED
    assert ALL.get("EU-2026-1451").verified is Mark.SECONDARY
    assert ALL.get("MDR:18.3").verified is Mark.DERIVED


def test_a_proposal_is_no_law():
    assert ALL.instrument("COM-2025-1023").binding is Binding.PROPOSAL
    assert ALL.instrument("MDR").binding is Binding.LAW
    assert not ALL.get("MDD").in_force(date(2021, 5, 26))


def test_a_clause_holds_from_its_first_to_its_last_day(tmp_path: Path):
    clause = clauses.load(written(tmp_path)).get("HOUSE:1.a")
    days = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1)]
    assert [clause.in_force(day) for day in days] == [False, True, True, False]


def test_a_folder_of_clauses_is_read(tmp_path: Path):
    found = clauses.load(written(tmp_path))
    assert [clause.cite for clause in found] == ["House rules", "House rules, section 1(a)"]
    assert isinstance(found.get("HOUSE:1.a"), Clause)
    assert len(found) == 2


def test_an_unknown_clause_is_refused_with_the_nearest_one():
    with pytest.raises(BadClauseError, match=r"MDR:61\.14\. The nearest is MDR:61\.\d"):
        ALL.get("MDR:61.14")
    with pytest.raises(BadClauseError, match="no instrument with the id QQQ"):
        ALL.instrument("QQQ")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (WRITTEN.replace("gist", "jist"), r"HOUSE\.toml can't be used: at instrument → gist"),
        (WRITTEN.replace('"method"', '"custom"'), r"at instrument → binding"),
        (WRITTEN + 'colour = "red"', r"at clauses → 1\.a → colour"),
        (WRITTEN + "[clauses", r"HOUSE\.toml is not well-formed TOML: Expected"),
        (WRITTEN + WRITTEN, r"not well-formed TOML: .*line"),
    ],
)
def test_a_broken_file_is_refused_with_file_and_place(tmp_path: Path, text: str, complaint: str):
    with pytest.raises(BadClauseError, match=complaint):
        clauses.load(written(tmp_path, text))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path):
    (tmp_path / "HOUSE.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(BadClauseError, match=r"HOUSE\.toml can't be read"):
        clauses.load(tmp_path)


def test_one_instrument_in_two_files_is_refused(tmp_path: Path):
    written(tmp_path)
    with pytest.raises(BadClauseError, match="repeats the instrument HOUSE"):
        clauses.load(written(tmp_path, name="OTHER.toml"))
