"""A lint that sees at a glance that a record is clean would find nothing in its texts either."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard import assets
from cerwizard.dossier.view import View
from cerwizard.law import wrong_citations
from cerwizard.reckon import wording, wording_lists
from cerwizard.rules.lints import lints
from cerwizard.rules.texts import together
from cerwizard.store import dossier_file

LINTS = lints()
VIEW = View(
    dossier_file.load(assets.resources("samples", "foam-dressing.cerw")).dossier, date(2026, 1, 1)
)
LISTS = wording_lists.load().values()
PHRASES = sorted({w.replace("*", "s") for x in LISTS for s in x.saying for w in s.words})
FAULTY = [
    *(mistake.wrong for mistake in wrong_citations.load()),
    *PHRASES,
    "Healed in 5 of 10 patients (60 %).",
    "Healed in 5/10 (60 %) by gap G9 and (F01, F99).",
    "The device is class III; its lifetime is 99 years.",
    "Tested by EN ISO 10993-1:1997 and named Dresso®.",
    "??",
    "N/A",
    "See technical file.",
    "Serious incidents are reported within 30 days.",
    "60 % of 200 without a source",
    f"{VIEW.root.device.name[:-1]}x",
]


@pytest.mark.parametrize("name", LINTS)
@given(
    st.lists(st.sampled_from(FAULTY), min_size=1, max_size=4),
    st.sampled_from([" ", ". ", "\n", " “it” "]),
)
def test_what_a_lint_would_find_it_sees_at_a_glance(name, said, between):
    lint, text = LINTS[name], between.join(said)
    for each in ((text,), ("Nothing.", text), (text, "Nothing.")):
        if any(lint.say(one, VIEW) for one in each):
            assert lint.glance(together(each), VIEW)


@pytest.mark.parametrize("lint", LISTS, ids=lambda lint: lint.id)
@given(st.text(alphabet="?[<>_…. tbdno-—", max_size=12))
def test_signs_and_whole_texts_are_seen_at_a_glance(lint, text):
    glance = LINTS[f"wording-{lint.id}"].glance
    if any(wording.spots(text, lint)):
        assert glance(together(("Before.", text, "After.")), VIEW)


def test_most_texts_are_clean_at_a_glance():
    clean = together(("The catheter is placed in the vein.", "It stays there for a day."))
    assert [name for name, lint in LINTS.items() if lint.glance(clean, VIEW)] == []


def test_quotations_are_not_the_writers_own_words():
    texts = together(("He said “TBD” here.", "Fine."))
    assert "TBD" in texts.raw
    assert "tbd" not in texts.plain
