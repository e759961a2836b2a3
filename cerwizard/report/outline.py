"""The documents that can be written, each as a list of chapters."""

from dataclasses import dataclass

from cerwizard.errors import BadCallError


@dataclass(frozen=True, slots=True)
class Outline:
    """A kind of document: the name that begins every block id, its title, its chapters.

    Each chapter is a template in `templates/<name>/<language>/<chapter>.md.j2`.
    """

    name: str
    title: str
    chapters: tuple[str, ...]


CER = Outline(
    "cer",
    "Clinical Evaluation Report",
    (
        "cover",
        "contents",
        "summary",
        "particulars",
        "purpose",
        "device",
        "plan",
        "background",
        "equivalence",
        "data",
        "analysis",
        "conformity",
        "follow-up",
        "conclusions",
        "evaluators",
        "signatures",
        "updates",
        "references",
    ),
)
REVIEW_ANNEX = Outline(
    "review-annex",
    "Internal review of the clinical evaluation",
    ("cover", "result", "findings", "waivers", "questions"),
)
OUTLINES = {one.name: one for one in (CER, REVIEW_ANNEX)}


def outline(name: str) -> Outline:
    """Return the outline of a document; BadCallError if there is none of this name."""
    if name not in OUTLINES:
        known = ", ".join(OUTLINES)
        raise BadCallError(f"There is no document “{name}”; there is {known}.")
    return OUTLINES[name]
