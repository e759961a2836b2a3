"""Words are judged in their sentence: negation, quotation, commands and company count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.errors import BadClauseError
from cerwizard.reckon import wording, wording_lists

LINTS = wording_lists.load()
WORDS = sorted(
    {word.strip("*") for lint in LINTS.values() for s in lint.saying for word in s.words}
)


def found(lint, text):
    return list(wording.spots(text, LINTS[lint]))


@pytest.mark.parametrize(
    ("text", "spots"),
    [
        ("The balloon is safe.", ["safe"]),
        ("The balloon is safe and never leaks.", ["safe", "never"]),
        ("It is not safe without a guidewire.", []),
        ("It isn’t safe without a guidewire.", []),
        ("It is no worse, and safe.", ["safe"]),
        ("Not tested in children, but safe.", ["safe"]),
        ("It is not only safe.", ["safe"]),
        ("Never resterilise.", []),
        ("Always check the skin; never cut the border.", []),
        ("Never leaks.", ["Never"]),
        ("It must never be reused.", []),
        ("A fail-safe valve with a complete response.", []),
        ("MR safe up to 3 T; safe use is taught.", []),
        ("100 % effective in all.", ["100 % effective"]),
        ("100 % cotton.", []),
        ("Light-cured cement.", []),
        ("The resin cures in 20 seconds under light.", []),
        ("It cures ulcers.", ["cures"]),
    ],
)
def test_promises_without_limit(text, spots):
    assert found("absolute", text) == spots


@pytest.mark.parametrize(
    "text",
    [
        "The instructions say “always check the skin; never cut it”.",
        'The old leaflet said "risk-free".',
        "Das Heft sagt „immer safe“ dazu.",
        "Le texte dit « risk-free ».",
    ],
)
def test_what_is_quoted_is_somebody_elses(text):
    assert found("absolute", text) == []


def test_a_text_that_is_one_quotation_is_taken_as_said():
    assert found("absolute", "“The balloon is safe.”") == ["safe"]
    assert wording.spoken("“A” and “B”").strip() == "and"


@pytest.mark.parametrize(
    ("text", "spots"),
    [
        ("Better than gauze.", ["Better than"]),
        ("More gentle than any tape.", ["More gentle than"]),
        ("Fewer revisions than other stems.", ["Fewer revisions than"]),
        ("Healing is not worse than with gauze.", []),
        ("Best corrected acuity of 20/25.", []),
        ("Read against the gold standard at the first follow-up.", []),
        ("The first stem of its kind.", ["The first"]),
        ("Non-inferior: no more pain than with gauze.", []),
    ],
)
def test_comparisons_with_others(text, spots):
    assert found("superiority", text) == spots


@pytest.mark.parametrize(
    ("text", "spots"),
    [
        ("The device meets the Essential Requirements.", ["Essential Requirements"]),
        ("Conformity with MDD 93/42/EEC is shown.", ["MDD", "93/42/EEC"]),
        ("The earlier report showed conformity with the Essential Requirements.", []),
        ("The legacy device complies with 93/42/EEC under Article 120.", []),
        ("Method after MEDDEV 2.7/1.", []),
        ("It does not comply with the MDD any more.", []),
    ],
)
def test_directives_as_the_basis_of_conformity(text, spots):
    assert found("directive", text) == spots


@pytest.mark.parametrize(
    ("text", "spots"),
    [
        ("The ISO 13485 certificate proves the safety of the device.", ["ISO 13485"]),
        ("It is FDA-cleared, which demonstrates its effectiveness.", ["FDA-cleared"]),
        ("The ISO 13485 certificate proves the process, not the safety of the device.", []),
        ("No complaints were received.", []),
        ("EN ISO 13485:2016 was applied.", []),
    ],
)
def test_what_is_no_evidence(text, spots):
    assert found("non-evidence", text) == spots


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Rate: TBD", ["TBD"]),
        ("[insert name]", ["[insert name]"]),
        ("n/a", ["n/a"]),
        ("See the technical file.", ["See the technical file."]),
        ("N/A: the software touches nothing.", []),
        ("Tips, see the technical file, chapter 4.", []),
        ("Nothing to do.", []),
        ("p < 0.05, and [@r1] agrees.", []),
        ("–", ["–"]),
    ],
)
def test_places_left_to_fill(text, whole):
    assert found("placeholder", text) == whole


def test_a_figure_makes_a_circular_verdict_an_argument():
    assert found("circular", "The benefits outweigh the risks.") == ["outweigh"]
    assert found("circular", "The benefits outweigh the risks: 57 against 37 %.") == []


def test_the_longest_stretch_is_told_once():
    assert found("absolute", "Completely risk-free, risk-free.") == [
        "Completely",
        "risk-free",
        "risk-free",
    ]
    assert found("superiority", "More effective than all.") == ["More effective than"]


def test_a_lint_knows_where_it_looks():
    directive = LINTS["directive"]
    assert directive.looks_at("gspr.items[*].statement")
    assert not directive.looks_at("gspr.gap_analysis")
    assert not directive.looks_at("versions.standards[*].deviation")
    assert LINTS["time-limit"].looks_at("market.trends")
    assert not LINTS["time-limit"].looks_at("marketing.trends")


_BITS = st.one_of(st.sampled_from(WORDS), st.text(max_size=8), st.sampled_from("“”.,;'’()[]% \n"))


@given(bits=st.lists(_BITS, max_size=25))
def test_no_text_breaks_a_lint_and_every_spot_is_in_the_text(bits):
    text = " ".join(bits)
    plain = "".join(text.split())
    for lint in LINTS.values():
        for spot in wording.spots(text, lint):
            assert "".join(spot.split()) in plain


@given(text=st.text(max_size=200))
def test_blanking_quotations_moves_nothing(text):
    own = wording.spoken(text)
    assert len(own) <= len(text)
    for sentence in wording.sentences(own):
        assert all(own[t.start : t.end] for t in sentence)


def test_a_broken_list_is_refused(tmp_path):
    (tmp_path / "wording.toml").write_text('[[lint]]\nid = "x"\ngist = "X."\nsigns = ["("]\n')
    with pytest.raises(BadClauseError, match="no regular expression"):
        wording_lists.load(tmp_path)
