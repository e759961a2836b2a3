import random
import time
from itertools import count
from pathlib import Path

import pytest

from cerwizard.dossier.literature import Reference
from cerwizard.literature import incoming, ris
from cerwizard.literature.batch import Batch, Record, Refused


def ids():
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def batch(*references, refused=()):
    records = tuple(Record(f"line {n}", r) for n, r in enumerate(references, start=1))
    return Batch(records, refused, "RIS", "UTF-8")


def test_new_records_come_after_what_is_there_with_ids():
    there = (Reference(id="a", title="Old"),)
    merged = incoming.merge(there, batch(Reference(title="New")), ids())
    assert [(r.id, r.title) for r in merged.rows] == [("a", "Old"), ("n1", "New")]
    assert merged.rows[0] is there[0]
    assert merged.imported == merged.rows[1:]


def test_a_repeated_record_stays_out_and_what_it_repeats_is_untouched():
    there = (Reference(id="a", code="F1", title="Old", doi="10.1234/x"),)
    merged = incoming.merge(
        there, batch(Reference(title="OLD", doi="10.1234/X", volume="3")), ids()
    )
    assert merged.rows is there
    (duplicate,) = merged.duplicates
    assert (duplicate.at, duplicate.of, duplicate.why) == ("line 1", "F1 Old", "same DOI")


def test_records_that_repeat_each_other_come_in_once():
    twice = Reference(title="New", pmid="123")
    merged = incoming.merge((), batch(twice, twice), ids())
    assert len(merged.imported) == len(merged.duplicates) == 1


def test_nothing_in_a_batch_changes_nothing():
    there = (Reference(id="a"),)
    assert incoming.merge(there, batch(refused=(Refused("line 1", "no"),)), ids()).rows is there


def test_importing_the_same_file_again_imports_nothing(tmp_path):
    path = tmp_path / "r.ris"
    path.write_text("".join(f"TY  - JOUR\nTI  - Study {n}\nER  - \n" for n in range(9)))
    first = incoming.merge((), ris.read(path), ids())
    again = incoming.merge(first.rows, ris.read(path), ids())
    assert (len(first.imported), len(again.imported), len(again.duplicates)) == (9, 0, 9)


SAMPLES = sorted((Path(__file__).parents[2] / "packaging" / "samples").glob("*/references.ris"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.parent.name)
def test_each_sample_has_two_planted_duplicates_and_no_other(path):
    merged = incoming.merge((), ris.read(path), ids())
    assert len(merged.duplicates) == 2
    assert {d.of.split()[0] + "x" for d in merged.duplicates} <= {
        r.reference.code for r in ris.read(path).records
    }


WORDS = ("foam", "silicone", "dressing", "trial", "pressure", "ulcer", "wound", "sacral", "heel")


def test_thousands_of_titles_that_begin_alike_are_merged_quickly():
    rng = random.Random(7)
    references = [
        Reference(title=f"Effect of {' '.join(rng.choices(WORDS, k=12))}", year=2000 + n % 25)
        for n in range(2_000)
    ]
    begun = time.process_time()
    merged = incoming.merge((), batch(*references), ids())
    assert len(merged.rows) > 1_900
    assert time.process_time() - begun < 5  # a blow-up, not a slow machine
