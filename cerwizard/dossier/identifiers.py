"""Formats and check characters of the identifiers that a clinical evaluation names."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from cerwizard.dossier import check_characters as checks
from cerwizard.dossier import countries

_UDI_DI_LENGTHS = (8, 12, 13, 14)
_BASIC_UDI_DI_LENGTH = 25
_PAIR = r"[2-9A-HJ-NP-Z]{2}"
_GMN = re.compile(rf"[0-9]{{5}}[!\"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{{1,18}}{_PAIR}")
_HIBCC = re.compile(rf"\+\+[A-Z][A-Z0-9]{{3}}[A-Z0-9]{{1,17}}{_PAIR}")
_ICCBBA = re.compile(r"[A-Z][A-Z0-9]{15}[0-9]{2}")
_HIBC = re.compile(r"\+[A-Z][A-Z0-9]{3}[A-Z0-9]{1,18}[0-9][0-9A-Z\-. $/+%]")
_SRN = re.compile(r"([A-Z]{2})-(MF|AR|IM|PR)-[0-9]{9}")
_EMDN = re.compile(r"([A-Z])[0-9]{2}(?:[0-9]{2}){0,5}")
_EMDN_LETTERS = "ABCDFGHJKLMNPQRSTUVWXYZ"
_DOI = re.compile(r"10\.[0-9]{4,9}/\S+", re.IGNORECASE)
_DOI_DRESS = re.compile(r"(?:https?://)?(?:(?:dx\.|www\.)?doi\.org/)?(?:doi\s*:?\s*)?", re.I)
_PMID = re.compile(r"(?:PMID\s*:?\s*)?([1-9][0-9]{0,7})", re.IGNORECASE)
_PMCID = re.compile(r"(?:PMCID\s*:?\s*)?(PMC[0-9]+)", re.IGNORECASE)
_ORCID = re.compile(r"(?:https?://orcid\.org/)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])")
_ISSN = re.compile(r"[0-9]{4}-[0-9]{3}[0-9X]")
_REGISTERS = {
    "ClinicalTrials.gov": ("NCT", r"NCT[0-9]{8}"),
    "ISRCTN": ("ISRCTN", r"ISRCTN[0-9]{8}"),
    "DRKS": ("DRKS", r"DRKS[0-9]{8}"),
    "ANZCTR": ("ACTRN", r"ACTRN[0-9]{14}"),
    "ChiCTR": ("ChiCTR", r"ChiCTR[\w-]+"),
    "jRCT": ("jRCT", r"jRCT[a-z0-9]+"),
    "CIV-ID": ("CIV", r"CIV-[0-9]{2}-[0-9]{2}-[0-9]{6}"),
    "WHO UTN": ("U1111", r"U1111-[0-9]{4}-[0-9]{4}"),
    "PROSPERO": ("CRD", r"CRD[0-9]{8,}"),
    "EU CT number": ("", r"[0-9]{4}-5[0-9]{5}-[0-9]{2}(?:-[0-9]{2})?"),
    "EudraCT": ("", r"[0-9]{4}-[0-9]{6}-[0-9]{2}"),
}


class Verdict(StrEnum):
    """Whether an identifier is well formed; some can't be told without its issuing entity."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Identified:
    """What an identifier is, whether it is well formed, and what is to be said about it.

    `sentence` is "" when there is nothing to say.
    """

    kind: str
    valid: Verdict
    sentence: str = ""


def _yes(kind: str, sentence: str = "") -> Identified:
    return Identified(kind, Verdict.YES, sentence)


def _no(kind: str, sentence: str) -> Identified:
    return Identified(kind, Verdict.NO, sentence)


def _unknown(kind: str, sentence: str) -> Identified:
    return Identified(kind, Verdict.UNKNOWN, sentence)


def _checked(kind: str, text: str, length: int, check: Callable[[str], str]) -> Identified:
    due = check(text[:-length])
    if text.endswith(due):
        return _yes(kind)
    what = "check character is" if length == 1 else "check characters are"
    given = text[-length:]
    return _no(kind, f"“{text}” has a typing error: its {what} “{given}”, but “{due}” is due.")


def basic_udi_di(text: str) -> Identified:
    """Judge a Basic UDI-DI by its issuing entity's rule (MDCG 2019-1): at most 25 characters."""
    code = text.strip()
    if len(code) > _BASIC_UDI_DI_LENGTH:
        most = _BASIC_UDI_DI_LENGTH
        return _no("Basic UDI-DI", f"“{code}” is longer than the {most} characters allowed.")
    if code.startswith("B-"):
        return _unknown("EUDAMED DI", f"“{code}” is a legacy device's EUDAMED DI.")
    if code.startswith("++"):
        return _hibcc(code)
    if code[:5].isdecimal() and code[:5].isascii():
        return _gmn(code)
    return _other_basic_udi_di(code)


def _hibcc(code: str) -> Identified:
    if _HIBCC.fullmatch(code):
        return _checked("HIBCC", code, 2, checks.pair_1021_32)
    return _no("HIBCC", f"“{code}” is not built as ++, labeller code, model and check pair.")


def _gmn(code: str) -> Identified:
    if _GMN.fullmatch(code):
        return _checked("GS1 GMN", code, 2, checks.pair_1021_32)
    return _no("GS1 GMN", f"“{code}” is not built as company prefix, model and check pair.")


def _other_basic_udi_di(code: str) -> Identified:
    if code.startswith("PP"):
        return _unknown("IFA", f"“{code}” follows IFA's rules, which are not checked here.")
    if code.startswith("RH"):
        return _unknown("HIBCC", f"“{code}” has HIBCC's older form, which is not checked here.")
    if _ICCBBA.fullmatch(code):
        return _checked("ICCBBA", code, 2, checks.pair_37_2)
    return _unknown("Basic UDI-DI", f"“{code}” has no form of GS1, HIBCC or ICCBBA.")


def udi_di(text: str) -> Identified:
    """Judge a UDI-DI: a GTIN, an HIBC code, or another entity's code, which can't be told."""
    code = text.strip()
    if code.isdecimal() and code.isascii():
        return _gtin(code)
    if code.startswith("+"):
        if _HIBC.fullmatch(code):
            return _checked("HIBC", code, 1, checks.mod_43)
        return _no("HIBC", f"“{code}” is not built as +, labeller code, product, unit and check.")
    if code.startswith("=/"):
        return _unknown("ICCBBA", f"“{code}” follows ICCBBA's rules, which are not checked here.")
    return _unknown("UDI-DI", f"“{code}” has no form of a GTIN, an HIBC or an ICCBBA code.")


def _gtin(code: str) -> Identified:
    kind = f"GTIN-{len(code)}"
    if len(code) not in _UDI_DI_LENGTHS:
        return _no("GTIN", f"“{code}” has {len(code)} digits; a GTIN has 8, 12, 13 or 14.")
    found = _checked(kind, code, 1, checks.mod_10)
    if found.valid is Verdict.NO and len(code) == 12 and code.startswith("11"):
        return _unknown("IFA PPN", f"“{code}” is no GTIN; as an IFA code it is not checked here.")
    return found


def srn(text: str) -> Identified:
    """Judge a single registration number: country, role (MF, AR, IM, PR) and nine digits."""
    code = text.strip()
    found = _SRN.fullmatch(code)
    if not found:
        return _no("SRN", f"“{code}” is not built like DE-MF-000012345.")
    if not countries.code(found[1]):
        return _no("SRN", f"“{code}” begins with “{found[1]}”, which is no country.")
    if found[2] == "PR":
        return _yes("SRN", f"“{code}” is the actor ID of a pack producer, not of a manufacturer.")
    return _yes("SRN")


def nb_number(text: str) -> Identified:
    """Judge a notified body's number: four digits; which body it is stands in NANDO."""
    return _shaped("notified body number", r"[0-9]{4}", text, "four digits, like 0123")


def gmdn(text: str) -> Identified:
    """Judge a GMDN code: five digits."""
    return _shaped("GMDN", r"[0-9]{5}", text, "five digits, like 12345")


def _shaped(kind: str, form: str, text: str, words: str) -> Identified:
    code = text.strip()
    if re.fullmatch(form, code):
        return _yes(kind)
    return _no(kind, f"“{code}” is no {kind}, which is {words}.")


def emdn(text: str) -> Identified:
    """Judge an EMDN code: a category letter and pairs of digits, at most 13 characters."""
    code = text.strip()
    found = _EMDN.fullmatch(code)
    if not found:
        return _no("EMDN", f"“{code}” is not built as a letter and pairs of digits, like M0404.")
    if found[1] not in _EMDN_LETTERS:
        return _unknown("EMDN", f"“{code}” begins with “{found[1]}”, a category not known here.")
    if code.endswith("99"):
        return _yes("EMDN", f"“{code}” means “other”: be ready to say why no closer term fits.")
    return _yes("EMDN")


def registration(text: str) -> Identified:
    """Judge a study's or review's registration number, whatever the register."""
    code = text.strip()
    for kind, (start, form) in _REGISTERS.items():
        if re.fullmatch(form, code):
            return _yes(kind)
        if start and code.upper().startswith(start.upper()):
            return _no(kind, f"“{code}” begins like a {kind} number but is not built like one.")
    return _unknown("registration", f"“{code}” has no form of a register known here.")


def nct(text: str) -> Identified:
    """Judge a ClinicalTrials.gov number: NCT and eight digits."""
    return _shaped("NCT number", r"NCT[0-9]{8}", text, "NCT and eight digits")


def civ_id(text: str) -> Identified:
    """Judge a CIV-ID: CIV, year, month and six digits."""
    form = _REGISTERS["CIV-ID"][1]
    return _shaped("CIV-ID", form, text, "built like CIV-21-05-012345")


def bare_doi(text: str) -> str:
    """Return the DOI in `text` without its resolver, or "" if it is none."""
    bare = _DOI_DRESS.sub("", text.strip(), count=1).rstrip(".,; ")
    return bare if _DOI.fullmatch(bare) else ""


def doi_of(text: str) -> str:
    """Return the DOI in `text` in the form in which two can be compared: bare, lower case."""
    return bare_doi(text).lower()


def pmid_of(text: str) -> str:
    """Return the PubMed number in `text`, or "" if it is none."""
    found = _PMID.fullmatch(text.strip())
    return found[1] if found else ""


def pmcid_of(text: str) -> str:
    """Return the PubMed Central number in `text` in capitals, or "" if it is none."""
    found = _PMCID.fullmatch(text.strip())
    return found[1].upper() if found else ""


def doi(text: str) -> Identified:
    """Judge a DOI, with or without its resolver."""
    return _read("DOI", doi_of(text), text, "10.1234/abc")


def pmid(text: str) -> Identified:
    """Judge a PubMed number: one to eight digits."""
    return _read("PMID", pmid_of(text), text, "12345678")


def pmcid(text: str) -> Identified:
    """Judge a PubMed Central number: PMC and digits."""
    return _read("PMCID", pmcid_of(text), text, "PMC1234567")


def _read(kind: str, found: str, text: str, example: str) -> Identified:
    if found:
        return _yes(kind)
    return _no(kind, f"“{text.strip()}” is not built as a {kind}, like {example}.")


def orcid(text: str) -> Identified:
    """Judge an ORCID iD by its check character."""
    found = _ORCID.fullmatch(text.strip())
    if not found:
        return _read("ORCID iD", "", text, "0000-0002-1825-0097")
    return _checked("ORCID iD", found[1], 1, lambda body: checks.mod_11_2(body.replace("-", "")))


def issn(text: str) -> Identified:
    """Judge an ISSN by its check character."""
    code = text.strip()
    if not _ISSN.fullmatch(code):
        return _read("ISSN", "", text, "0378-5955")
    return _checked("ISSN", code, 1, lambda body: checks.mod_11(body.replace("-", "")))


def country(text: str) -> Identified:
    """Judge a country's two-letter code; XI is Northern Ireland."""
    given = text.strip()
    if countries.code(given) == given:
        return _yes("country")
    if better := countries.code(given):
        return _yes("country", f"“{given}” is usually written “{better}”.")
    return _no("country", f"“{given}” is not a country's two-letter code.")
