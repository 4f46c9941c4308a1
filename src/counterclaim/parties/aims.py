"""Owns what speaks for and against a party as the one that a statement is about, and how much each sign weighs.

Weights are natural logarithms of odds, fitted on the training parts of the project's own corpora by
`benchmarks/parties.py --fit`. No sign knows a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from math import log2

from counterclaim.parties import words
from counterclaim.parties.clauses import is_verb
from counterclaim.parties.cluster import Entity
from counterclaim.parties.found import Found, Sort
from counterclaim.records import PartyKind
from counterclaim.text import lexicon

Signs = dict[str, float]
_AGAINST = frozenset({"against", "by", "at"})
_REACH = 12  # words in which a party does what is told of it: in words, so that the length of a name changes nothing
_FAR = 400  # code points that hold so many words, however long
_OPENING = 2  # words: "the company’s ...", "“That ..."

WEIGHTS: Mapping[str, float] = {
    "object": 1.58, "passive": 2.01, "opens": 1.13, "subject": 1.18, "agent": 2.0, "governed": 1.37, "does wrong": 0.87,
    "wrong before": 0.25, "sole": 1.29, "owner": -0.88, "noun follows": -0.24, "pronoun": -1.15, "paper": -0.58, "quoted": -0.23,
    "later": -0.17, "again": 0.21, "nearby": 0.01, "absent": -0.32, "indefinite": -0.94, "person": 0.8, "organisation": 0.87,
    "group": -0.09, "unnamed": -0.27, "place": 0.55, "thing": -1.52, "speaks": 0.68, "accused": -0.46, "known": 0.7,
    "aim": 0.64, "blamed": 1.85, "here": 0.29, "blames": -0.64, "last": 0.26, "medium": 0.4,
}  # fmt: skip


def mention(text: str, m: Found, start: int, *, opening: bool) -> Signs:
    """The signs of one mention in a content that begins at `start`."""
    before = text[start : m.span.start].lower().split()
    opens = opening and not m.governed and len(before) <= _OPENING
    while before and before[-1] in words.DETERMINERS:
        before.pop()
    agent = bool(before) and before[-1] in _AGAINST
    signs = {
        "opens": opens,
        "subject": m.subject,
        "agent": agent,
        "governed": m.governed and not agent,
        "noun follows": _noun_follows(text, m),
        "owner": text[m.span.end : m.span.end + 2] in {"'s", "’s"},
        "pronoun": m.sort is Sort.PRONOUN,
        "paper": m.sort is Sort.PAPER,
        "quoted": m.quoted,
        "does wrong": m.subject and _wrong(text[m.span.end : m.span.end + _FAR].split()[:_REACH]),
        "wrong before": not agent and _wrong(text[start : m.span.start].split()[-_REACH // 2 :]),
        "sole": opening and not m.subject and not m.governed,
        "indefinite": m.sort is Sort.PERSON and not m.definite,
    }
    return {name: 1.0 for name, holds in signs.items() if holds}


def _wrong(found: list[str]) -> bool:
    """Whether a word of wrongdoing stands among some words, before the first stop."""
    return _wrongdoing().search(re.split(r"[.;:!?]", " ".join(found).lower())[0]) is not None


@cache
def _wrongdoing() -> re.Pattern[str]:
    listed = [row.term for row in lexicon.terms("acts") if row.sense == "wrong"]
    return re.compile(r"\b(?:" + "|".join(re.escape(t.rstrip("*")) + (r"\w*" if t.endswith("*") else "") for t in listed) + r")\b")


def _noun_follows(text: str, m: Found) -> bool:
    """ "the Selby inquiry", "a Venn supporter": the name only narrows a noun."""
    after = text[m.span.end : m.span.end + 24]
    word = after.split()[0] if after[:1] == " " and after.split() else ""
    return word.isalpha() and word.islower() and word not in words.CLOSED and not is_verb(word) and not word.endswith(("ly", "ing"))


def party(entity: Entity) -> Signs:
    """The signs of a party wherever it is mentioned."""
    last = {k[-1] for k in entity.keys}
    signs = {
        "person": entity.kind is PartyKind.PERSON,
        "organisation": entity.kind is PartyKind.ORGANISATION,
        "group": entity.kind is PartyKind.GROUP,
        "unnamed": not entity.names,
        "place": entity.kind is None and entity.places >= entity.acts,
        "thing": bool(last & lexicon.words("roles", "thing")),
        "medium": bool(entity.heads & lexicon.words("roles", "medium")),
        "known": log2(1 + sum(entity.documents.values())) / 3,
    }
    return {name: float(holds) for name, holds in signs.items() if holds}


def score(signs: Mapping[str, float]) -> float:
    return sum(WEIGHTS[name] * value for name, value in signs.items())
