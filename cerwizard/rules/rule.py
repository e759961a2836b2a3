"""A rule as it stands in its file: what it looks at, what it asks, how it explains itself."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from cerwizard.dossier.conditions import Condition
from cerwizard.errors import BadRuleError
from cerwizard.rules import reading
from cerwizard.rules.finding import Severity

EVERYWHERE = "*"
_ADD_CASE = "add a [[cases]] table with says, given and expect"
_SENTENCE = re.compile(r"[A-Z“{\d].*[.?…]”?|\{=detail\}", re.DOTALL)


class RuleKind(StrEnum):
    """When a rule is judged: at once, by counters, or on a worker."""

    RECORD = "record"
    TALLY = "tally"
    WHOLE = "whole"


def _plain(text: str) -> str:
    plain = " ".join(text.split())
    if not plain.isprintable():
        raise ValueError("has a character in it that cannot be printed")
    return plain


def _sentence(text: str) -> str:
    plain = _plain(text)
    if not _SENTENCE.fullmatch(plain):
        raise ValueError("is not a sentence: begin with a capital and end with a full stop")
    return plain


def _conditions(tables: Any) -> tuple[Condition, ...]:
    if isinstance(tables, tuple):
        return tables
    try:
        return reading.conditions(tables)
    except BadRuleError as error:
        raise ValueError(str(error)) from error


Plain = Annotated[str, AfterValidator(_plain)]
Sentence = Annotated[str, AfterValidator(_sentence)]
Conditions = Annotated[tuple[Condition, ...], BeforeValidator(_conditions)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Case(_Strict):
    """An example dossier and the exact addresses at which the rule must speak."""

    says: Annotated[Plain, Field(min_length=1)]
    given: dict[str, Any]
    expect: tuple[str, ...]
    as_of: date | None = None


class Rule(_Strict):
    """One rule; its file is also its documentation and its test."""

    code: str = Field(pattern=r"^[A-Z]{3}-[0-9]{2,3}$")
    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    severity: Severity
    clauses: tuple[str, ...] = Field(min_length=1)
    kind: RuleKind
    at: str
    field: str = ""
    when: Conditions = ()
    require: Conditions = ()
    check: str = ""
    message: Sentence
    why: Sentence
    fix: Sentence
    in_force_from: date | None = None
    in_force_to: date | None = None
    since: str
    cases: tuple[Case, ...] = ()

    @model_validator(mode="after")
    def _asks_one_thing(self) -> "Rule":
        if bool(self.require) == bool(self.check):
            raise ValueError("needs either “require” or “check”, and not both")
        if not any(case.expect for case in self.cases):
            raise ValueError(f"has no case in which it speaks; {_ADD_CASE}")
        if all(case.expect for case in self.cases):
            raise ValueError(f"has no case in which it is silent; {_ADD_CASE}")
        return self

    @property
    def step(self) -> str:
        """The section at which the rule looks; empty for one that looks everywhere."""
        return "" if self.at == EVERYWHERE else self.at.partition(".")[0]

    def in_force(self, day: date) -> bool:
        """Say whether the law behind the rule holds on `day`; both ends count."""
        begun = self.in_force_from is None or self.in_force_from <= day
        return begun and (self.in_force_to is None or day <= self.in_force_to)
