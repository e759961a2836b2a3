"""Reads packs of rules from folders of TOML files; what is wrong in them is said in sentences."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from cerwizard import assets
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.facts import Fact
from cerwizard.dossier.holds import Compiler
from cerwizard.errors import BadClauseError, BadRuleError, CerWizardError, UnknownRuleError
from cerwizard.law import clauses
from cerwizard.law.clauses import Clauses
from cerwizard.reckon.facts import FACTS
from cerwizard.rules import faults, rule_files
from cerwizard.rules.ready import units
from cerwizard.rules.rule import Plain, Rule
from cerwizard.rules.rule_files import CLAUSES, PACK_FILE

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Pack:
    """Rules with the name and date under which they were published; `added` are house packs.

    `rules` are those of the added packs, too. `words` is how people call the pack, `about` what
    it is, `changes` what is new in this version; `clauses` is the catalogue that the rules cite.
    """

    id: str
    version: str
    date: date
    rules: tuple[Rule, ...]
    added: tuple["Pack", ...] = ()
    words: str = ""
    about: str = ""
    changes: tuple[str, ...] = ()
    clauses: Clauses = field(default_factory=clauses.load, compare=False, repr=False)

    @property
    def title(self) -> str:
        """The packs by name and version, for where there is little room."""
        return " + ".join(f"{pack.id} {pack.version}" for pack in self.all)

    @property
    def dated(self) -> str:
        """The packs by name, version and date, as they are printed with findings."""
        return " + ".join(f"{pack.id} {pack.version} ({pack.date})" for pack in self.all)

    @property
    def all(self) -> tuple["Pack", ...]:
        """This pack and those added to it."""
        return (self, *self.added)

    def home(self, rule: Rule) -> "Pack":
        """Return the pack that a rule came with."""
        return next((pack for pack in self.added if rule in pack.rules), self)

    def rule(self, code: str) -> Rule:
        """Return one rule; UnknownRuleError if there is none of this code."""
        for rule in self.rules:
            if rule.code == code:
                return rule
        near = get_close_matches(code, [rule.code for rule in self.rules], 1)
        hint = f"; did you mean “{near[0]}”?" if near else "."
        raise UnknownRuleError(f"“{code}” is not a rule{hint} “cerwizard rules” lists them all.")


class _PackFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
    version: Annotated[Plain, Field(min_length=1)]
    date: date
    words: Plain = ""
    about: Plain = ""
    changes: tuple[Plain, ...] = ()


def load(
    *folders: Path,
    root: type[BaseModel] = Dossier,
    facts: Mapping[str, Fact] = FACTS,
    known_clauses: Container[str] | None = None,
) -> Pack:
    """Return the rules of `folders`, by default our own, in the order of their codes.

    The first folder gives the pack its name, the others are added to it. A folder may have
    clauses of its own in a folder `clauses`.

    Raises:
        BadRuleError: one sentence for each fault found, a line each.
    """
    folders = folders or (assets.resources("rules"),)
    files = {folder: rule_files.listed(folder) for folder in folders}
    book = _book(folders)
    read = [_read_pack(folder, files[folder]) for folder in folders]
    packs, told = [pack for pack, _ in read], [fault for _, some in read for fault in some]
    known = book if known_clauses is None else known_clauses
    told += [*_same_id(packs), *_twice(packs), *_unfit(packs, root, facts, known)]
    if told:
        raise BadRuleError("\n".join(told))
    return _joined(packs, book)


def _joined(packs: list[Pack], book: Clauses) -> Pack:
    first, *others = packs
    rules = sorted((rule for pack in packs for rule in pack.rules), key=lambda rule: rule.code)
    return Pack(
        first.id,
        first.version,
        first.date,
        tuple(rules),
        tuple(others),
        first.words,
        first.about,
        first.changes,
        book,
    )


def _book(folders: Iterable[Path]) -> Clauses:
    """Return our clauses with those that the packs bring along."""
    own = [folder / CLAUSES for folder in folders if (folder / CLAUSES).is_dir()]
    try:
        return clauses.load(assets.resources("clauses"), *own) if own else clauses.load()
    except BadClauseError as error:
        raise BadRuleError(str(error)) from error


def _read_pack(folder: Path, files: Iterable[Path]) -> tuple[Pack, list[str]]:
    """Return what can be read of a pack, and a sentence for each file that can't."""
    named = _valid(folder / PACK_FILE, _PackFile)
    rules, told = [], []
    for file in files:
        if file.name != PACK_FILE and file.parent != folder / CLAUSES:
            try:
                rules.append(_read_rule(file))
            except BadRuleError as error:
                told.append(str(error))
    given: dict[str, Any] = dict(named)
    return Pack(**given, rules=tuple(rules)), told


def _read_rule(file: Path) -> Rule:
    rule = _valid(file, Rule)
    if rule.code != file.stem:
        raise BadRuleError(f"{file.name}: it holds the rule {rule.code}; name the file after it.")
    return rule


def _valid(file: Path, model: type[M]) -> M:
    table = rule_files.read(file)
    try:
        return model.model_validate(table)
    except ValidationError as error:
        told = (faults.sentence(file.name, model, fault) for fault in error.errors())
        raise BadRuleError("\n".join(dict.fromkeys(told))) from error


def _same_id(packs: Iterable[Pack]) -> Iterator[str]:
    seen: set[str] = set()
    for pack in packs:
        if pack.id in seen:
            yield f"{PACK_FILE}: another pack has the id “{pack.id}” already; choose another id."
        seen.add(pack.id)


def _twice(packs: Iterable[Pack]) -> Iterator[str]:
    every = [(pack, rule) for pack in packs for rule in pack.rules]
    for what in ("code", "name"):
        seen: dict[str, Pack] = {}
        for pack, rule in every:
            word = getattr(rule, what)
            if word in seen:
                yield (
                    f"{rule.code}.toml: the pack {seen[word].id} has a rule with the {what} "
                    f"“{word}” already; choose another {what}."
                )
            seen.setdefault(word, pack)


def _unfit(
    packs: Iterable[Pack],
    root: type[BaseModel],
    facts: Mapping[str, Fact],
    known: Container[str],
) -> Iterator[str]:
    compiler = Compiler(root, facts)
    for rule in (rule for pack in packs for rule in pack.rules):
        for clause in rule.clauses:
            if clause not in known:
                yield f"{rule.code}.toml: “clauses”: {_no_clause(clause, known)}"
        try:
            units(rule, compiler)
        except CerWizardError as error:
            yield f"{rule.code}.toml: {error}"


def _no_clause(clause: str, known: Container[str]) -> str:
    if isinstance(known, Clauses):
        try:
            known.get(clause)
        except BadClauseError as error:
            return f"{error!s} “cerwizard rules --find WORD” looks clauses up."
    return f"there is no clause “{clause}”."
