"""What a rule reads is derived from its paths; here it is compared with what it did read."""

import pytest

from cerwizard.rules.plan import plan
from tests.rules import small
from tests.rules.edits import crowded
from tests.rules.packs import DAY, every_rule
from tests.rules.reading_habits import undeclared


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.code)
def test_of_rules_with_every_word(rule):
    for dossier in crowded(small.Small, 150):
        for unit in plan([rule], small.Small, small.FACTS, DAY).units:
            assert not undeclared(unit, dossier, DAY)
