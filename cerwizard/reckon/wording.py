"""Finds faulty wording in a text: words in their sentence, with negation, quotation and command."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from cerwizard.reckon.wording_lists import Lint, Saying

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?:\s?%)?|[^\W_]+(?:[-‑'’./][^\W_]+)*|,")
_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"\n]*\"")
_ALL_QUOTED = re.compile(r"\s*(?:“([^”]*)”|„([^“”]*)[“”]|«([^»]*)»|\"([^\"\n]*)\")[\s.]*")
_NEGATIONS = frozenset(
    "not no never without cannot can't isn't aren't doesn't don't wasn't weren't neither nor none "
    "nothing nobody hardly nowhere".split()
)
_REACH = 5  # so many words a negation carries forward
_ANY = "*"
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared, and where it stands in the text."""

    word: str
    start: int
    end: int


Sentence = tuple[Token, ...]


def spots(text: str, lint: Lint) -> Iterator[str]:
    """Yield the stretches of `text` that the lint means, in the writer's own words."""
    own = spoken(text)
    if lint.figures and _FIGURE.search(own):
        return
    if says_nothing_else(own, lint):
        yield " ".join(text.split())
    for pattern in _compiled(lint.signs):
        yield from (found[0] for found in pattern.finditer(own))
    if not has_words(plain(own), lint):
        return
    for sentence in sentences(own):
        for first, last in _longest(_in_sentence(sentence, lint)):
            yield " ".join(own[sentence[first].start : sentence[last - 1].end].split())


def spoken(text: str) -> str:
    """Return what the writer says in his own name: the text with quotations blanked out.

    A text that is one quotation is taken as said: “word for word” is asked for in places.
    """
    if not quotes(text):
        return text
    whole = _ALL_QUOTED.fullmatch(text)
    if whole:
        return next(part for part in whole.groups() if part is not None)
    return _QUOTED.sub(lambda found: " " * len(found[0]), text)


def quotes(text: str) -> bool:
    """Say whether there is any quotation mark in a text."""
    return '"' in text or "“" in text or "„" in text or "«" in text


def plain(text: str) -> str:
    """Return a text as it is compared with words: in small letters, signs made alike."""
    return text.casefold().replace("’", "'").replace("‑", "-")


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the words of each sentence, in small letters; commas count as words."""
    ends = [found.start() for found in _END.finditer(text)]
    made: list[list[Token]] = [[]]
    for found in _TOKEN.finditer(text):
        while ends and ends[0] <= found.start():
            ends.pop(0)
            made.append([])
        made[-1].append(Token(_plain(found[0]), found.start(), found.end()))
    return tuple(tuple(sentence) for sentence in made if sentence)


def says_nothing_else(own: str, lint: Lint) -> bool:
    """Say whether a text is nothing but what the lint means."""
    return bool(lint.whole) and _any_of_these(lint.whole).fullmatch(own.strip()) is not None


def has_signs(lines: str, lint: Lint) -> bool:
    """Say whether any of several texts, a line each, may have a sign in it."""
    return any(pattern.search(lines) for pattern in _compiled(lint.signs, re.MULTILINE))


@cache
def _any_of_these(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return the patterns as one; flags at the head of one, such as (?i), hold for it alone."""
    return re.compile("|".join(_FLAGS.sub(r"(?\1:\2)", pattern) for pattern in patterns))


_FLAGS = re.compile(r"\A(?:\(\?([a-z]+)\))?(.*)\Z", re.DOTALL)


@cache
def _compiled(patterns: tuple[str, ...], flags: int = 0) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, flags) for pattern in patterns)


def has_words(text: str, lint: Lint) -> bool:
    """Say whether a plain text may have any phrase in it; most often it has none."""
    for saying in lint.saying:
        needles, close = _needles(saying.words)
        if any(needle in text for needle in needles) or (close and close.search(text)):
            return True
    return False


_COMMON = 2  # letters; in nearly every text there is a word of so few


@cache
def _needles(words: tuple[str, ...]) -> tuple[tuple[str, ...], re.Pattern[str] | None]:
    """Return the longest word of each phrase; of those with none a pattern of all their words."""
    longest, close = set(), []
    for phrase in _phrases(words):
        stems = [piece.rstrip("*%") for piece in phrase]
        if phrase[1:] and all(map(str.isalpha, stems)) and max(map(len, stems)) <= _COMMON:
            close.append(r"[^\W_]*[\W_]+".join(stems))
        else:
            longest.add(max(stems, key=len))
    return tuple(longest), re.compile("|".join(close)) if close else None


def _plain(word: str) -> str:
    return plain(word).replace(" ", "").replace("\xa0", "")


def _in_sentence(sentence: Sentence, lint: Lint) -> Iterator[tuple[int, int]]:
    words = tuple(token.word for token in sentence)
    for saying in lint.saying:
        for first, last in _said(words, saying):
            denied = lint.denied and _denies(words[:first] + words[last:])
            if not denied and not (lint.negatable and _negated(words, first)):
                yield first, last


def _longest(found: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the stretches in their order, without those that lie within another one."""
    kept: list[tuple[int, int]] = []
    for first, last in sorted(set(found), key=lambda spot: (spot[0], -spot[1])):
        if not kept or last > kept[-1][1]:
            kept.append((first, last))
    return kept


def _said(words: tuple[str, ...], saying: Saying) -> Iterator[tuple[int, int]]:
    found = [spot for phrase in _phrases(saying.words) for spot in _find(words, phrase)]
    if not found or _any_of(words, saying.without):
        return
    if not all(_any_of(words, group) for group in saying.beside):
        return
    for first, last in found:
        if not _innocent(words, first, last, saying):
            yield first, last


def _innocent(words: tuple[str, ...], first: int, last: int, saying: Saying) -> bool:
    before, after = words[first - 1 : first], words[last : last + 1]
    if before and before[0] in saying.not_after:
        return True
    if after and after[0] in saying.not_before:
        return True
    return saying.commands and first == 0 and bool(after) and not after[0].endswith("s")


@cache
def _phrases(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(_phrase(phrase) for phrase in words)


def _phrase(text: str) -> tuple[str, ...]:
    """Return the words of a phrase; a * stays at the end of its word, or by itself."""
    pieces: list[str] = []
    for piece in text.split():
        if piece == _ANY:
            pieces.append(_ANY)
            continue
        found = [_plain(token[0]) for token in _TOKEN.finditer(piece)]
        pieces += [*found[:-1], found[-1] + _ANY] if piece.endswith(_ANY) else found
    return tuple(pieces)


def _find(words: Sequence[str], phrase: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    size = len(phrase)
    for first in _begins(words, phrase[0]):
        if first + size <= len(words):
            rest = zip(words[first + 1 : first + size], phrase[1:], strict=True)
            if all(_same(word, wanted) for word, wanted in rest):
                yield first, first + size


def _begins(words: Sequence[str], wanted: str) -> list[int]:
    """Return where a phrase may begin; asked so often that it is written for speed."""
    if not wanted.endswith(_ANY):
        return [i for i, word in enumerate(words) if word == wanted] if wanted in words else []
    stem = wanted[:-1]
    return [i for i, word in enumerate(words) if word.startswith(stem)]


def _same(word: str, wanted: str) -> bool:
    if wanted == _ANY:
        return word != ","
    return word.startswith(wanted[:-1]) if wanted.endswith(_ANY) else word == wanted


def _any_of(words: tuple[str, ...], phrases: tuple[str, ...]) -> bool:
    return any(True for phrase in _phrases(phrases) for _ in _find(words, phrase))


def _negated(words: tuple[str, ...], first: int) -> bool:
    """Say whether a negation in the same clause reaches the word at `first`."""
    for back in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if words[back] in {",", "but"}:
            return False
        if words[back] in _NEGATIONS:
            return words[back + 1 : back + 2] != ("only",)
    return False


def _denies(words: Iterable[str]) -> bool:
    return any(word in _NEGATIONS for word in words)
