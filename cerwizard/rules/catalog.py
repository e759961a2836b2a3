"""Reads packs of rules from folders of TOML files; what is wrong in them is said in sentences."""

import tomllib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from cerwizard import assets
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.facts import Fact
from cerwizard.dossier.holds import Compiler
from cerwizard.errors import BadRuleError, CerWizardError, UnknownRuleError
from cerwizard.law import clauses
from cerwizard.reckon.facts import FACTS
from cerwizard.rules import reading
from cerwizard.rules.ready import units
from cerwizard.rules.rule import Rule

M = TypeVar("M", bound=BaseModel)
PACK_FILE = "pack.toml"


@dataclass(frozen=True, slots=True)
class Pack:
    """Rules with the name and date under which they were published; `added` are house packs."""

    id: str
    version: str
    date: date
    rules: tuple[Rule, ...]
    added: tuple["Pack", ...] = ()

    @property
    def title(self) -> str:
        """The pack as it is printed with findings."""
        return " + ".join(f"{pack.id} {pack.version}" for pack in (self, *self.added))

    def rule(self, code: str) -> Rule:
        """Return one rule; UnknownRuleError if there is none of this code."""
        for rule in self.rules:
            if rule.code == code:
                return rule
        raise UnknownRuleError(reading.unknown("a rule", code, [r.code for r in self.rules]))


class _PackFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str
    version: str
    date: date


def load(
    *folders: Path,
    root: type[BaseModel] = Dossier,
    facts: Mapping[str, Fact] = FACTS,
    known_clauses: Container[str] | None = None,
) -> Pack:
    """Return the rules of `folders`, by default our own, in the order of their codes.

    The first folder gives the pack its name, the others are added to it.

    Raises:
        BadRuleError: one sentence for each fault found, a line each.
    """
    known = clauses.load() if known_clauses is None else known_clauses
    read = [_read_pack(folder) for folder in folders or (assets.resources("rules"),)]
    packs, faults = [pack for pack, _ in read], [fault for _, some in read for fault in some]
    rules = [rule for pack in packs for rule in pack.rules]
    faults += [*_twice(rules), *_unfit(rules, root, facts, known)]
    if faults:
        raise BadRuleError("\n".join(faults))
    first, *others = packs
    everything = tuple(sorted(rules, key=lambda rule: rule.code))
    return Pack(first.id, first.version, first.date, everything, tuple(others))


def _read_pack(folder: Path) -> tuple[Pack, list[str]]:
    """Return what can be read of a pack, and a sentence for each file that can't."""
    named = _valid(folder / PACK_FILE, _PackFile, _table(folder / PACK_FILE))
    rules, faults = [], []
    for file in sorted(folder.rglob("*.toml")):
        if file.name != PACK_FILE:
            try:
                rules.append(_read_rule(file))
            except BadRuleError as error:
                faults.append(str(error))
    return Pack(named.id, named.version, named.date, tuple(rules)), faults


def _read_rule(file: Path) -> Rule:
    rule = _valid(file, Rule, _table(file))
    if rule.code != file.stem:
        raise BadRuleError(f"{file.name}: it holds the rule {rule.code}; name the file after it.")
    return rule


def _table(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except FileNotFoundError as error:
        raise BadRuleError(f"The folder “{file.parent.name}” has no file {file.name}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadRuleError(f"{file.name} cannot be read as text.") from error
    except tomllib.TOMLDecodeError as error:
        raise BadRuleError(f"{file.name} is not well-formed TOML: {error}.") from error


def _valid(file: Path, model: type[M], table: dict[str, Any]) -> M:
    try:
        return model.model_validate(table)
    except ValidationError as error:
        faults = (_fault(file, model, fault) for fault in error.errors())
        raise BadRuleError("\n".join(faults)) from error


def _fault(file: Path, model: type[BaseModel], fault: Any) -> str:
    where = ".".join(str(piece) for piece in fault["loc"])
    if fault["type"] == "extra_forbidden":
        return f"{file.name}: {reading.unknown('a key here', where, list(model.model_fields))}"
    if fault["type"] == "missing":
        return f"{file.name}: “{where}” is missing."
    reason = str(fault["msg"]).removeprefix("Value error, ").rstrip(".")
    return f"{file.name}: “{where}”: {reason}." if where else f"{file.name}: it {reason}."


def _twice(rules: list[Rule]) -> Iterator[str]:
    for what in ("code", "name"):
        seen: set[str] = set()
        for rule in rules:
            word = getattr(rule, what)
            if word in seen:
                yield f"{rule.code}: another rule has the {what} “{word}” already."
            seen.add(word)


def _unfit(
    rules: list[Rule],
    root: type[BaseModel],
    facts: Mapping[str, Fact],
    known: Container[str],
) -> Iterator[str]:
    compiler = Compiler(root, facts)
    for rule in rules:
        for clause in rule.clauses:
            if clause not in known:
                yield f"{rule.code}.toml: “clauses”: there is no clause “{clause}”."
        try:
            units(rule, compiler)
        except CerWizardError as error:
            yield f"{rule.code}.toml: {error}"
