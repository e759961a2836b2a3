import pytest

from cerwizard.dossier.literature import Reference
from cerwizard.literature.duplicates import Shelf, plain_title, without_duplicates

TITLE = "Foam dressings for preventing pressure ulcers in adults: a randomised trial"


def ref(title=TITLE, **more):
    return Reference(id="x", title=title, **more)


def why(one, other):
    match = Shelf([one]).match(other)
    return match.why if match else None


def test_the_same_doi_is_the_same_work_however_it_is_written():
    one = ref("A", doi="10.1111/bjd.19689", year=2021)
    other = ref("A b", doi="https://doi.org/10.1111/BJD.19689", year=2019)
    assert why(one, other) == "same DOI"


def test_the_same_pubmed_number_is_the_same_work():
    one = ref("An older title", pmid="18757387")
    assert why(one, ref("An older title, revised", pmid="PMID: 18757387")) == "same PubMed number"


def test_a_doi_shared_by_the_abstracts_of_a_supplement_makes_them_no_duplicates():
    one = ref("Silicone foam in intensive care", doi="10.1/supplement"[:5] + "234/supplement")
    other = ref("Honey versus hydrogel for burns", doi="10.1234/supplement")
    assert why(one, other) is None


SAME = [
    (ref(authors=("Beeckman, D",)), ref(TITLE.upper() + ".", authors=("Beeckman D",))),
    (ref(authors=("Beeckman, D",)), ref(TITLE.replace("randomised", "randomized"), year=2020)),
    (ref(year=2020, pages="52-61"), ref(year=2021, pages="52–9", authors=("A",))),
    (ref(TITLE + "*", doi="10.1234/a"), ref(pmid="123")),
    (ref("Größe der Wunde nach der Behandlung"), ref("Grosse der Wunde nach der Behandlung")),
    (ref(authors=("van der Meer, P",)), ref(authors=("Van Der Meer PJ",))),
    (ref("Editorial", journal="A", year=2020), ref("Editorial", journal="A", year=2020)),
    (
        ref("The use of foam dressings after hip surgery in the elderly"),
        ref("Use of foam dressings after hip surgery in the elderly"),
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_a_title_written_otherwise_is_found(one, other):
    assert why(one, other)
    assert why(other, one)


OTHER = [
    # Two editions of one review.
    (ref(doi="10.1002/x.pub4", year=2024), ref(doi="10.1002/x.pub3", year=2018)),
    (ref(year=2024), ref(year=2018)),
    (ref(pmid="1"), ref(pmid="2")),
    (
        ref("Outcomes of balloon angioplasty: part 1"),
        ref("Outcomes of balloon angioplasty: part 2"),
    ),
    (
        ref("A trial of foam for heel ulcers: Border"),
        ref("A trial of foam for heel ulcers: Border II"),
    ),
    (ref(), ref("Erratum: " + TITLE)),
    (ref(), ref(TITLE + ": study protocol")),
    (ref(authors=("Moore, Z",), pages="1-9"), ref(authors=("Patton, D",), pages="30-40")),
    (ref("Editorial", journal="A"), ref("Editorial", journal="B")),
    (ref(""), ref("")),
    (ref("褥瘡"), ref("創傷")),
]


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_works_that_only_look_alike_are_kept_apart(one, other):
    assert why(one, other) is None
    assert why(other, one) is None


def test_titles_without_latin_letters_are_compared_too():
    title = "成人の褥瘡予防のためのフォームドレッシング材の有効性に関する無作為化比較試験の検討"
    assert why(ref(title), ref(title))


def test_a_plain_title_has_no_case_accents_or_punctuation():
    assert plain_title("  Café‐au‐lait: “É” & Co.* ") == "cafe au lait e co"


def test_only_the_first_of_equal_works_is_kept():
    rows = [ref(doi="10.1234/a", code="A"), ref(doi="10.1234/A", code="B"), ref("Other", code="C")]
    assert [row.code for row in without_duplicates(rows)] == ["A", "C"]
