"""Owns what a mention is: a phrase of a document that stands for a party, with the words of its name and of its role.

Spans are code points of the document's text, indexes count the mentions of one document. Holds no rule: how mentions are found
and how they belong together is told elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.records import Span


class Sort(StrEnum):
    NAME = "name"
    PERSON = "person"
    BODY = "body"
    GROUP = "group"
    PAPER = "paper"
    PRONOUN = "pronoun"


class Case(StrEnum):
    SUBJECT = "subject"
    OBJECT = "object"
    POSSESSIVE = "possessive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One phrase that stands for a party.

    `name` holds the words of the name alone; `role` those of a title or a role; `head` the role's noun, lower case and singular.
    `owner` is the index of the mention that it belongs to ("the museum" in "the museum's director"), `same` of its apposition,
    `serves` of the body or person that it leads or represents ("X, who chairs the league"). `governed` is true after a
    preposition, `located` after one that tells where; `clause` counts from 0 in its sentence, `subject` is true before a verb.
    """

    span: Span
    text: str
    sort: Sort
    sentence: int
    paragraph: int
    name: str = ""
    name_at: Span | None = None
    role: str = ""
    head: str = ""
    owner: int | None = None
    owner_pronoun: str = ""
    same: int | None = None
    serves: int | None = None
    definite: bool = False
    determined: bool = False
    plural: bool = False
    quoted: bool = False
    governed: bool = False
    located: bool = False
    sign: Sort | None = None
    clause: int = 0
    subject: bool = False
    case: Case | None = None
