"""Waivers: findings that somebody accepts, with the reason, the name and the day."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row
from cerwizard.dossier.values import DateText


class Waiver(Row):
    """Why a finding is accepted.

    `about` is the fingerprint of what the finding rested on when it was waived; when that
    changes, the waiver has lapsed.
    """

    TITLE: ClassVar = ("code",)
    NOUN: ClassVar = "waiver"
    code: Annotated[str, Ask(label="Rule", column=True)] = ""
    address: Annotated[str, Ask(label="Where the finding is", column=True)] = ""
    reason: Annotated[str, Ask(label="Why it is accepted", prose=True, column=True)] = ""
    who: Annotated[str, Ask(label="Accepted by", column=True)] = ""
    date: Annotated[DateText, Ask(label="Accepted on", column=True)] = ""
    about: Annotated[str, Ask(label="Fingerprint of what it was about")] = ""
