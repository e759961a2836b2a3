"""What RIS's tags mean for a reference of the dossier."""

import re
from collections.abc import Iterator

from cerwizard.dossier import identifiers
from cerwizard.dossier.literature import Reference

Tags = dict[str, list[str]]
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_AND_OTHERS = re.compile(r"(?:and|&)?\s*(?:et\s+al\b\.?|others\.?)|\.\.\.|…", re.IGNORECASE)
_TRIAL = re.compile(r"\bNCT\d{8}\b", re.ASCII)
_LONGEST_CODE = 12
_PUBMED = re.compile(r"pubmed|medline|\bnlm\b|ncbi", re.IGNORECASE)


def reference(tags: Tags) -> Reference:
    """Return the reference that one record's tags describe; it has no id yet."""
    return Reference(
        code=_code(tags),
        kind=_first(tags, "type_of_reference"),
        title=_first(tags, "title", "primary_title", "BT", "CT", "short_title", "translated_title"),
        authors=tuple(_authors(tags)),
        year=_year(tags),
        journal=_journal(tags),
        volume=_first(tags, "volume"),
        issue=_first(tags, "number"),
        pages=_pages(tags),
        doi=_doi(tags),
        pmid=_pmid(tags),
        registration=_registration(tags),
        url=_first(tags, "urls"),
        abstract=_first(tags, "abstract", "notes_abstract"),
        keywords=tuple(dict.fromkeys(_all(tags, "keywords"))),
        notes="\n".join(dict.fromkeys(_notes(tags))),
    )


def _all(tags: Tags, *names: str) -> Iterator[str]:
    for name in names:
        yield from (value.strip() for value in tags.get(name, ()) if value.strip())


def _first(tags: Tags, *names: str) -> str:
    return next(_all(tags, *names), "")


def _code(tags: Tags) -> str:
    code = _first(tags, "id")
    return code if len(code) <= _LONGEST_CODE else ""


def _authors(tags: Tags) -> Iterator[str]:
    for name in _all(tags, "authors", "first_authors"):
        if not _AND_OTHERS.fullmatch(name):
            yield name


def _year(tags: Tags) -> int | None:
    for text in _all(tags, "year", "publication_year", "date"):
        if found := _YEAR.search(text):
            return int(found[0])
    return None


def _journal(tags: Tags) -> str:
    # The full name and its abbreviations come under any of these tags.
    names = _all(
        tags,
        "journal_name",
        "alternate_title3",
        "secondary_title",
        "alternate_title1",
        "alternate_title2",
    )
    return max(names, key=len, default="") or _first(tags, "publisher")


def _pages(tags: Tags) -> str:
    start, end = _first(tags, "start_page"), _first(tags, "end_page")
    return f"{start}-{end}" if start and end and end != start else start or end


def _doi(tags: Tags) -> str:
    for text in _all(tags, "doi", "type_of_work", "urls", "file_attachments2"):
        if found := identifiers.bare_doi(text):
            return found
    return ""


def _pmid(tags: Tags) -> str:
    if _elsewhere(tags):
        return ""
    found = (identifiers.pmid_of(text) for text in _all(tags, "accession_number", "PM"))
    return next(filter(None, found), "")


def _elsewhere(tags: Tags) -> str:
    """Return the database that the accession number belongs to, if it is not PubMed's."""
    database = " ".join(_all(tags, "name_of_database", "database_provider"))
    return "" if _PUBMED.search(database) else database


def _registration(tags: Tags) -> str:
    """Return the trial number that title and abstract name, if they name one only."""
    text = " ".join(_all(tags, "title", "abstract", "notes_abstract"))
    found = set(_TRIAL.findall(text))
    return found.pop() if len(found) == 1 else ""


def _notes(tags: Tags) -> Iterator[str]:
    yield from _all(tags, "notes", "research_notes")
    number = _first(tags, "accession_number")
    if number and not _pmid(tags):
        yield f"{_elsewhere(tags) or 'Accession number'}: {number}"
    if any(map(_AND_OTHERS.fullmatch, _all(tags, "authors", "first_authors"))):
        yield "The list of authors is not complete."
