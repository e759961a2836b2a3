"""What templates can say besides answers: names, counts, cross-references, what is missing."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from cerwizard.dossier.ask import question
from cerwizard.report import answers, figures, mention, wanting, wording
from cerwizard.report.blocks import Provenance, Span, Spans
from cerwizard.report.grid import coded
from cerwizard.report.judgement import judgement
from cerwizard.report.quoting import Quoted, Value, reference
from cerwizard.report.tables import analysis, equivalence
from cerwizard.report.view import Chosen, Part, Sight, asked, field_address, held, model_of


class Words:
    """The functions that a template of one document can call."""

    def __init__(self, sight: Sight, table: Callable[..., Quoted]) -> None:
        self._sight = sight
        self.spoken: dict[str, Any] = {
            "table": table,
            "told": answers.told,
            "said": answers.answer,
            "notes": notes,
            "missing": wanting.missing,
            "open": open_,
            "absent": absent,
            "decided": decided,
            "chosen": chosen,
            "listed": listed,
            "present": present,
            "applies": applies,
            "measured": measured,
            "estimate": figures.estimate,
            "see": self.see,
            "names": names,
            "name": name,
            "count": count,
            "verdict": analysis.verdict,
            "holders": sight.holders,
            "weighed": weighed,
            "uncompared": uncompared,
            "unspoken": self.unspoken,
            "judged": partial(judgement, sight),
            "the_device": self.the_device,
        }

    @property
    def the_device(self) -> Span:
        """The device by its name, or our own words for it."""
        given = self._sight.root.device.name
        return given.span if given else Span("the device")

    def see(self, place: str) -> Quoted:
        """Return the number of a heading or table of this document, as a link."""
        return reference(f"{self._sight.document}/{place}")

    def unspoken(self) -> Spans:
        """Return the pairs of indication and population that the coverage leaves out."""
        return wording.listed(analysis.unspoken(self._sight))


def notes(part: Part, *fields: str) -> Spans:
    """Return the answers as paragraphs, each after its label in bold."""
    return answers.run_in(part, fields)


def open_(what: str, source: str = "") -> Span:
    """Return the mark that `what` is still to be written; `source` is where it would be given."""
    return Span(f"To be written: {what}", source, Provenance.OPEN)


def present(part: Part, *fields: str) -> bool:
    """Say whether one of the fields is answered, or wanted."""
    return any(getattr(part, name) or wanting.wanted(part, name) for name in fields)


def applies(part: Part, name: str) -> bool:
    """Say whether a question is asked of this device at all."""
    return asked(part, question(model_of(part), name))


def absent(part: Part, rows: str, sentence: str) -> Spans:
    """Return why a list is empty: our sentence with the writer's reason, or what is wanted."""
    asks = question(model_of(part), rows)
    if held(part, asks) is not None:
        return ()
    reason: Value = getattr(part, asks.ask.none) if asks.ask.none else Value("")
    if not reason:
        return wanting.missing(part, rows)
    link = ". " if reason[:1].isupper() else ": "
    return (Span(f"{sentence}{link}"), reason.span, *_stop(reason))


def decided(part: Part, name: str, yes: str, no: str = "") -> Spans:
    """Return the sentence for a yes or for a no; the mark of what is missing if it is neither."""
    answer: Chosen = getattr(part, name)
    sentence = yes if answer.yes else no
    if not answer:
        return wanting.missing(part, name)
    return (Span(sentence, answer.source, Provenance.COMPUTED),) if sentence else ()


def chosen(part: Part, name: str, sentence: str) -> Span:
    """Return our sentence for the choice that was made in a field."""
    return Span(sentence, getattr(part, name).source, Provenance.COMPUTED)


def listed(part: Part, name: str) -> Spans:
    """Return the rows to which a field refers as “B1, B2 and B3”."""
    return wording.listed(mention.mentions(part, question(model_of(part), name)))


def names(parts: Iterable[Part]) -> Spans:
    """Return the names of records as “B1, B2 and B3”, each with a link."""
    return mention.listed(parts)


def name(part: Part) -> Spans:
    """Return the name of one record with a link."""
    return (mention.mention(part),)


def weighed(parts: Iterable[Part]) -> Spans:
    """Return data sets as “F01 (rank 2, weight high, mixed) and F02 (rank 4)”."""
    return wording.listed([(mention.mention(part), *_standing(part)) for part in parts])


def _standing(part: Part) -> Spans:
    rank = coded("level")(part)
    weight = (small(part.weight).span,) if part.weight else ()
    against = (small(part.favourable).span,) if part.favourable.code in _AGAINST else ()
    said = (
        (Span("rank "), *rank) if rank else (),
        (Span("weight "), *weight) if weight else (),
        against,
    )
    inside = wording.joined(said, wording.COMMA)
    return (Span(" ("), *inside, Span(")")) if inside else ()


def uncompared(part: Part, group: str) -> Spans:
    """Return the mark of the characteristics of a group that are not compared, if any are."""
    missing = equivalence.uncompared(part, group)
    if not (part.rows and missing):
        return ()
    what = f"comparison with {mention.calling(part)}: {'; '.join(missing)}"
    return (open_(what, field_address(part, "rows")),)


_AGAINST = ("no", "mixed")


def count(number: int | Iterable[Any], one: str, many: str = "") -> Span:
    """Return how many there are, with the noun."""
    amount = number if isinstance(number, int) else len(list(number))
    return Span(wording.counted(amount, one, many), provenance=Provenance.COMPUTED)


def small(value: Value) -> Value:
    """Return one of our own labels as it reads inside a sentence."""
    return _like(value, wording.small(str(value)))


def capital(value: Value | Span) -> Value | Span:
    """Return our own words as they begin a sentence, which no figure does."""
    if isinstance(value, Span):
        return Span(wording.begun(value.text), value.source, value.provenance)
    return _like(value, wording.begun(str(value)))


def lowered(spans: Spans) -> Spans:
    """Return a verdict as it reads inside a sentence."""
    return tuple(replace(span, text=wording.small(span.text)) for span in spans)


def bare(value: Value) -> Value:
    """Return an answer without the full stop at its end."""
    return _like(value, wording.bare(str(value)))


def ended(value: Value) -> Spans:
    """Return an answer with a full stop at its end."""
    return (value.span, *_stop(value)) if value else ()


def measured(part: Part, field: str) -> Spans:
    """Return the number in a field with the record's unit: “4.1 days”, “RR 0.80”."""
    return figures.measured(part, field)


def listing(values: Iterable[Value]) -> Spans:
    """Return answers as “a, b and c”, choices with small letters; “a; b, c” with commas inside."""
    said = [small(value) if isinstance(value, Chosen) else value for value in values]
    spans = [(value.span,) for value in said]
    if any("," in value for value in said):
        return wording.joined(spans, Span("; "))
    return wording.listed(spans)


def _like(value: Value, text: str) -> Value:
    return Value(text, value.source, value.provenance, value.mark, value.link)


def _stop(value: Value) -> Spans:
    stop = wording.ended(str(value))
    return (Span(stop),) if stop else ()


FILTERS = {
    "small": small,
    "capital": capital,
    "bare": bare,
    "lowered": lowered,
    "ended": ended,
    "listing": listing,
}
