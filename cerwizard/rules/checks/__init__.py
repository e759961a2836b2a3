"""The named checks: what a rule may ask that the vocabulary of conditions cannot say.

Each module enters its functions in the register when it is imported here.
"""

from cerwizard.rules.checks import (
    accuracy,
    across,
    appraisals,
    benefit_logic,
    circularity,
    cited_documents,
    claimed,
    classes,
    code_lists,
    comparison,
    drifting,
    endpoints,
    follow_up,
    frequency,
    hazards,
    identities,
    levels,
    listed,
    patients,
    people,
    planned,
    prisma_groups,
    recounted,
    releases,
    requirements,
    schedule,
    scope,
    searching,
    sources,
    sums,
    texts,
    thresholds,
    told_risks,
    verdicts,
)
from cerwizard.rules.register import CHECKS

__all__ = ["CHECKS"]
