"""What each kind of evidence is worth: its rank, and whether it is clinical data at all."""

from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import Field

from cerwizard import assets
from cerwizard.law.toml_file import Entry, only_once, read


class Rank(Entry):
    """One rank of MDCG 2020-6, Appendix III; `weak` ranks are clinical data of low quality."""

    code: str
    kind: str
    clinical_data: bool
    weak: bool = False
    condition: str
    clause: str


class _Ranks(Entry):
    least_for_high_risk: str
    rank: tuple[Rank, ...]


class Standing(StrEnum):
    """What a kind of material is under Article 2(48) of the MDR."""

    CLINICAL = "clinical"
    WEAK = "weak"  # clinical data, but weak
    CONTEXT = "context"  # state of the art only
    SUPPORTING = "supporting"  # about the device, never clinical data
    NONE = "none"  # says nothing about the device

    @property
    def clinical_data(self) -> bool:
        """Whether the kind can be clinical data."""
        return self in {Standing.CLINICAL, Standing.WEAK}


class Kind(Entry):
    """A kind of material by the code that the dossier uses."""

    code: str
    standing: Standing
    useful_for: str
    not_for: str
    clauses: tuple[str, ...]


class Relation(Entry):
    """Which device the data come from, by the code that the dossier uses."""

    code: str
    clinical_data: bool
    clauses: tuple[str, ...]


class _Kinds(Entry):
    kind: tuple[Kind, ...]
    relation: tuple[Relation, ...]


class Evidence(Entry):
    """Ranks, kinds and relations together; look-ups raise KeyError on an unknown code."""

    ranks: tuple[Rank, ...]
    kinds: tuple[Kind, ...]
    relations: tuple[Relation, ...]
    least_for_high_risk: str = Field(description="weakest rank for class III and implants")

    def rank(self, code: str) -> Rank:
        """Return the rank with this code."""
        return {rank.code: rank for rank in self.ranks}[code]

    def kind(self, code: str) -> Kind:
        """Return the kind with this code."""
        return {kind.code: kind for kind in self.kinds}[code]

    def relation(self, code: str) -> Relation:
        """Return the relation with this code."""
        return {relation.code: relation for relation in self.relations}[code]

    def is_clinical_data(self, kind: str, relation: str) -> bool:
        """Say whether material of this kind about that device is clinical data (MDR 2(48))."""
        return self.kind(kind).standing.clinical_data and self.relation(relation).clinical_data


def load(folder: Path | None = None) -> Evidence:
    """Return ranks, kinds and relations; BadClauseError if a file is not well-formed."""
    return _load(folder or assets.resources("codes"))


@cache
def _load(folder: Path) -> Evidence:
    ranks = read(folder / "evidence_ranks.toml", _Ranks)
    path = folder / "evidence_kinds.toml"
    kinds = read(path, _Kinds)
    only_once(path, [kind.code for kind in kinds.kind])
    only_once(path, [relation.code for relation in kinds.relation])
    return Evidence(
        ranks=ranks.rank,
        kinds=kinds.kind,
        relations=kinds.relation,
        least_for_high_risk=ranks.least_for_high_risk,
    )
