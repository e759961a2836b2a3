"""The typed references between parts of a dossier: one name for each list that is referred to."""

from typing import Annotated

from cerwizard.dossier.values import Ref

VariantId = Annotated[str, Ref("versions.variants")]
AccessoryId = Annotated[str, Ref("versions.accessories")]
GenerationId = Annotated[str, Ref("versions.generations")]
IndicationId = Annotated[str, Ref("purpose.indications")]
ContraindicationId = Annotated[str, Ref("purpose.contraindications")]
PopulationId = Annotated[str, Ref("populations.groups")]
UserId = Annotated[str, Ref("populations.users")]
BenefitId = Annotated[str, Ref("benefits.items")]
ClaimId = Annotated[str, Ref("benefits.claims")]
PlanRevisionId = Annotated[str, Ref("plan.revisions")]
AlternativeId = Annotated[str, Ref("state_of_the_art.alternatives")]
BenchmarkId = Annotated[str, Ref("state_of_the_art.benchmarks")]
CriterionId = Annotated[str, Ref("state_of_the_art.criteria")]
EquivalentId = Annotated[str, Ref("equivalence.devices")]
SearchId = Annotated[str, Ref("literature.searches")]
ReferenceId = Annotated[str, Ref("literature.references")]
InvestigationId = Annotated[str, Ref("investigations.items")]
SupportingId = Annotated[str, Ref("supporting.items")]
EvidenceId = Annotated[str, Ref("evidence.items")]
RiskId = Annotated[str, Ref("risks.items")]
GapId = Annotated[str, Ref("analysis.gaps")]
GsprId = Annotated[str, Ref("gspr.items")]
SourceId = Annotated[str, Ref("sources.items")]
ActivityId = Annotated[str, Ref("pmcf.activities")]
EvaluatorId = Annotated[str, Ref("release.evaluators")]
