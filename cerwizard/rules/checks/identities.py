"""Checks on the form and the check characters of identifiers."""

from collections.abc import Callable, Iterable, Iterator

from cerwizard.dossier import identifiers
from cerwizard.dossier.identifiers import Identified, Verdict
from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import Find, check

_CHECKED: tuple[tuple[str, str, Callable[[str], Identified]], ...] = (
    ("basic-udi-di", "basic_udi_di", identifiers.basic_udi_di),
    ("udi-di", "udi_di", identifiers.udi_di),
    ("actor-id", "manufacturer_srn", identifiers.srn),
    ("emdn-code", "emdn", identifiers.emdn),
    ("registration-number", "registrations", identifiers.registration),
    ("gmdn-code", "gmdn", lambda text: identifiers.gmdn(text.split()[0])),
    ("notified-body-number", "notified_body_number", identifiers.nb_number),
    ("doi", "doi", identifiers.doi),
    ("pmid", "pmid", identifiers.pmid),
    ("trial-registration", "registration", identifiers.registration),
)


def _identifiers(field: str, judge: Callable[[str], Identified]) -> Find:
    def find(_view: View, place: Place) -> Iterator[Fault]:
        wrong = [found for one in _given(place, field) if (found := judge(one)).valid is _NO]
        if wrong:
            said = " ".join(one.sentence for one in wrong)
            yield Fault(f"{place.address}.{field}", said.removesuffix("."))

    return find


_NO = Verdict.NO


def _given(place: Place, field: str) -> Iterable[str]:
    value = getattr(place.value, field)
    texts = (value,) if isinstance(value, str) else value
    return (text for text in texts if text.strip())


def _enter() -> None:
    for name, field, judge in _CHECKED:
        gist = "What is entered is well formed; {=detail} says what is not."
        check(name, gist, f".{field}")(_identifiers(field, judge))


_enter()
