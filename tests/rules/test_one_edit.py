"""One edit in a long list costs no more than one in a short list."""

import pytest

from cerwizard.dossier import paths
from cerwizard.dossier.judged import Tally
from cerwizard.rules.engine import Judge, judge
from cerwizard.rules.rule import RuleKind
from cerwizard.rules.units import Unit
from tests.rules import small
from tests.rules.packs import DAY, every_rule, pack
from tests.rules.small import Benefit, Evidence, Small

MANY = 2000
AT_ONCE = pack(*(rule for rule in every_rule() if rule.kind is not RuleKind.WHOLE))


@pytest.fixture
def long():
    rows = tuple(
        Evidence(id=f"e{i}", code=f"E{i}", benefit_ids=(f"b{i % 500}",)) for i in range(MANY)
    )
    benefits = tuple(Benefit(id=f"b{i}", code=f"B{i}") for i in range(500))
    return Small(evidence=small.EvidenceBase(items=rows), benefits=small.Benefits(items=benefits))


@pytest.fixture
def counted(monkeypatch):
    """Count the records at which rules and counters look."""
    looked = []
    at, judged = Unit._at, Tally.judge
    monkeypatch.setattr(Unit, "_at", lambda self, v, p: looked.append(p.address) or at(self, v, p))
    monkeypatch.setattr(
        Tally, "judge", lambda self, v, p: looked.append(p.address) or judged(self, v, p)
    )
    return looked


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("evidence.items[e1000].kind", "bench"),
        ("evidence.items[e1000].sample", 3),
        ("evidence.items[e1000].code", "E7"),
        ("evidence.items[e1000].benefit_ids", ("b1", "b2")),
        ("benefits.items[b7].text", "Less pain"),
        ("evidence.summary", "All in all"),
    ],
)
def test_an_edit_looks_at_the_few_records_that_it_can_matter_to(long, counted, address, value):
    judging = Judge(AT_ONCE, DAY, small.FACTS)
    judging.full(long)
    assert len(counted) > MANY
    counted.clear()
    edited = paths.put(long, address, value)
    judging.update(edited, {address})
    assert len(counted) < 200
    assert judging.whole(edited) == judge(edited, AT_ONCE, DAY, small.FACTS)


def test_rows_of_a_long_list_that_come_go_and_move(long):
    judging = Judge(AT_ONCE, DAY, small.FACTS)
    judging.full(long)
    for edit, changed in (
        (
            lambda d: paths.insert(d, "evidence.items", Evidence(id="new", sample=1), 5),
            "evidence.items[new]",
        ),
        (lambda d: paths.move(d, "evidence.items[e3]", 1500), "evidence.items"),
        (lambda d: paths.remove(d, "evidence.items[e1000]"), "evidence.items[e1000]"),
        (lambda d: paths.remove(d, "benefits.items[b1]"), "benefits.items[b1]"),
    ):
        long = edit(long)
        judging.update(long, {changed})
        assert judging.whole(long) == judge(long, AT_ONCE, DAY, small.FACTS)


def test_an_import_of_many_rows_is_judged_by_the_worker(long):
    judging = Judge(AT_ONCE, DAY, small.FACTS)
    judging.full(long)
    more = tuple(Evidence(id=f"n{i}", base_id="e1") for i in range(600))
    long = paths.put(long, "evidence.items", (*long.evidence.items, *more))
    judging.update(long, {f"evidence.items[n{i}]" for i in range(600)})
    assert judging.whole_due
    assert judging.whole(long) == judge(long, AT_ONCE, DAY, small.FACTS)
