"""Judging after an edit finds what judging everything afresh finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules import small
from tests.rules.edits import crowded
from tests.rules.packs import every_rule, pack
from tests.rules.walks import walk

SMALL = pack(*every_rule())
SEEDS = st.lists(st.integers(0, 2**32), min_size=1, max_size=25)


@pytest.mark.parametrize("at_once", [500, 2])
@settings(deadline=None)
@given(seeds=SEEDS)
def test_with_rules_of_every_word_on_a_small_model(at_once, seeds):
    walk(crowded(small.Small, 60)[seeds[0] % 3], SMALL, small.FACTS, seeds, at_once)
