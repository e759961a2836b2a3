"""The named checks: what a rule may ask that the vocabulary of conditions cannot say.

Each module enters its functions in the register when it is imported here.
"""

from cerwizard.rules.checks import (
    appraisals,
    circularity,
    comparison,
    identities,
    levels,
    people,
    prisma_groups,
    requirements,
    schedule,
    scope,
    searching,
    texts,
    verdicts,
)
from cerwizard.rules.register import CHECKS

__all__ = [
    "CHECKS",
    "appraisals",
    "circularity",
    "comparison",
    "identities",
    "levels",
    "people",
    "prisma_groups",
    "requirements",
    "schedule",
    "scope",
    "searching",
    "texts",
    "verdicts",
]
