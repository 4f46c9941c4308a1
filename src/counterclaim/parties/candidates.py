"""Owns what speaks for a party as the one that a statement is about: plain features, each 0 to about 2.

The candidates are the parties that the content names, those that its sentence names outside of it, and those whom the speaker
blames elsewhere. The speaker's own side is never one. How much a feature counts is learned (`data/targets.tsv`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp, log2

from counterclaim.parties import words
from counterclaim.parties.clauses import is_verb
from counterclaim.parties.cluster import Entity
from counterclaim.parties.found import Found, Sort
from counterclaim.parties.scene import Scene
from counterclaim.records import PartyKind, Span, Statement
from counterclaim.text import lexicon
from counterclaim.text.senses import places

_OPENING = 2  # words: "the company’s ...", "“That ..."
_AGENT = frozenset({"by", "against"})
_SUFFERS = re.compile(
    r"\s+(?:(?:has|have|had)\s+been|is|are|was|were|be|been|being)\s+(?:\w+ly\s+|not\s+)?\w+(?:ed|en|held|sued|shot|told)\b"
)
_NEAR_WRONG = 25  # code points between an owner and the wrong that it owns: "the council's quiet cover-up"

_KINDS = frozenset({"person", "organisation", "a group", "a place"})
_PARTS = frozenset({"acts", "object", "owner", "inside"})
_OUTSIDE = frozenset(
    {"around", "around, acts", "sentence before", "sentence before, acts", "two before", "carried", "spoke last", "spoken of last"}
) | frozenset(
    {"blamed by speaker", "blamed by others", "blamed most", "blames speaker", "headline", "lead", "share", "activity", "standing"}
)

NOBODY = "nobody"  # the weight of there being no target

Features = dict[str, float]


@dataclass(slots=True)
class Candidate:
    """A party and what speaks for it."""

    entity: Entity
    features: Features = field(default_factory=dict)

    def add(self, **features: float) -> None:
        """Keeps the greatest value of each feature."""
        for name, value in features.items():
            if value:
                self.features[name] = max(value, self.features.get(name, value))

    def cross(self, *, empty: bool) -> None:
        """Adds what counts otherwise together: who acts by its kind, and what tells where the content names nobody."""
        mine = self.features
        for kind in _KINDS & mine.keys():
            self.add(**{f"{kind} {f}": mine[f] for f in _PARTS & mine.keys()})
        if empty:
            self.add(**{f"{f}, nobody inside": mine[f] for f in _OUTSIDE & mine.keys()})


def in_content(scene: Scene, statement: Statement, named: Mapping[int, Entity]) -> Iterator[tuple[Entity, Features]]:
    """What the place of each mention in the content tells. `named` gives the party of each mention that is a candidate."""
    order = 0
    for number, piece in enumerate(statement.content):
        subject = True
        wrongs = _wrongs(scene, piece)
        doers = _doers(scene, piece, wrongs)
        acted = False
        for i in scene.inside(piece):
            entity = named.get(i)
            m = scene.found[i]
            if entity is not None:
                features = _placed(scene, piece, i, order, subject=subject, opens=number == 0, wrongs=wrongs)
                yield entity, {**features, **_part(scene, i, first=not acted, does=i in doers)}
                order += 1
            subject = subject and m.governed
            acted = acted or m.subject


def _placed(scene: Scene, piece: Span, i: int, order: int, *, subject: bool, opens: bool, wrongs: list[int]) -> Features:
    m = scene.found[i]
    before = _governor(scene, piece, m)
    owner = any(o.owner == i for o in scene.found[i + 1 : i + 3])
    return {
        "inside": 1.0,
        "opens": float(opens and not m.governed and len(scene.document.text[piece.start : m.span.start].split()) <= _OPENING),
        "subject": float(subject and not m.governed and not owner),
        "owner": float(owner),
        "owner first": float(owner and order == 0),
        "by": float(before in _AGENT),
        "governed": float(m.governed and before not in _AGENT),
        "later": min(order, 4) / 2,
        "wrong follows": float(any(w >= m.span.end for w in wrongs)),
        "wrong before": float(bool(wrongs) and all(w < m.span.end for w in wrongs)),
        "pronoun": float(m.sort is Sort.PRONOUN),
        "you": float(m.sort is Sort.PRONOUN and m.head in words.YOU),
        "role": float(m.sort in {Sort.PERSON, Sort.BODY} and m.definite),
        "any role": float(m.sort in {Sort.PERSON, Sort.BODY} and not m.definite),
        "group": float(m.sort is Sort.GROUP),
        "paper": float(m.sort is Sort.PAPER),
        "adjective": float(_before_noun(scene, m)),
    }


def _part(scene: Scene, i: int, *, first: bool, does: bool) -> Features:
    """What part a mention plays in its clause: who acts, who suffers, whose wrong it is."""
    m = scene.found[i]
    after = scene.document.text[m.span.end : m.span.end + 40]
    suffers = m.subject and _SUFFERS.match(after) is not None
    acts = m.subject and not suffers
    pronoun = m.sort is Sort.PRONOUN
    return {
        "acts": float(acts),
        "acts first": float(acts and first),
        "suffers": float(suffers),
        "acts as pronoun": float(acts and pronoun),
        "does wrong": float(does and acts),
        "suffers wrong": float(does and suffers),
        "object": float(not m.governed and not m.subject and is_verb(_before(scene, m))),
        "of": float(_before(scene, m) == "of"),
        "where": float(m.located),
        "group acts": float(m.sort is Sort.GROUP and acts),
        "body acts": float(m.sort is Sort.BODY and acts),
        "modifies": float(_modifies(scene, i)),
    }


def _modifies(scene: Scene, i: int) -> bool:
    """Whether a mention stands right before another, as a part of its name or title: "Harbour Board chair Ilse Venn"."""
    following = scene.found[i + 1].span if i + 1 < len(scene.found) else None
    return following is not None and following.start - scene.found[i].span.end == 1


def titled(first: Found, second: Found) -> bool:
    """Whether a name is the beginning of the next one's title: "Harbour Board chair Ilse Venn"."""
    return first.sort is Sort.NAME and second.sort is Sort.NAME and bool(second.role) and second.span.start - first.span.end == 1


def _before(scene: Scene, m: Found) -> str:
    """The word before a phrase and its determiner."""
    before = scene.document.text[max(0, m.span.start - 40) : m.span.start].lower().split()
    while before and before[-1] in words.DETERMINERS | words.POSSESSIVES:
        before.pop()
    return before[-1] if before else ""


def _doers(scene: Scene, piece: Span, wrongs: Sequence[int]) -> set[int]:
    """For each word of wrongdoing the last subject before it."""
    subjects = [i for i in scene.inside(piece) if scene.found[i].subject]
    return {max(before) for w in wrongs if (before := [i for i in subjects if scene.found[i].span.start < w])}


def _governor(scene: Scene, piece: Span, m: Found) -> str:
    before = scene.document.text[piece.start : m.span.start].lower().split()
    while before and before[-1] in words.DETERMINERS:
        before.pop()
    return before[-1] if before else ""


def _before_noun(scene: Scene, m: Found) -> bool:
    """Whether a name stands before a noun like an adjective: "the Venn inquiry", "a Roth bridge"."""
    after = scene.document.text[m.span.end : m.span.end + 20].split(maxsplit=1)
    follows = scene.document.text[m.span.end : m.span.end + 1] == " "
    return m.sort is Sort.NAME and m.determined and follows and bool(after) and after[0].isalpha() and after[0].lower() not in words.CLOSED


def _wrongs(scene: Scene, piece: Span) -> list[int]:
    """Where words of wrongdoing stand."""
    return [piece.start + at for at in places(scene.text(piece), "wrong")]


def of_party(entity: Entity) -> Features:
    """What the story tells of the party itself."""
    return {
        "person": float(entity.kind is PartyKind.PERSON),
        "organisation": float(entity.kind is PartyKind.ORGANISATION),
        "a group": float(entity.kind is PartyKind.GROUP),
        "a place": float(entity.kind is None and entity.places >= entity.acts),
        "never acts": float(entity.kind is None and entity.acts == 0),
        "unnamed": float(not entity.names),
        "often named": min(log2(1 + sum(entity.documents.values())), 6.0) / 3,
    }


def probabilities(candidates: Sequence[Candidate]) -> dict[Entity, float]:
    """How likely each candidate is the one meant; the rest to 1 is that nobody is. A conditional logit (McFadden 1973)."""
    weights = _weights()
    scores = {c.entity: sum(weights.get(f, 0.0) * v for f, v in c.features.items()) for c in candidates}
    nobody = weights.get(NOBODY, 0.0)
    most = max([nobody, *scores.values()])
    parts = {e: exp(s - most) for e, s in scores.items()}
    whole = sum(parts.values()) + exp(nobody - most)
    return {e: p / whole for e, p in parts.items()}


@cache
def _weights() -> dict[str, float]:
    return {row.term: float(row.sense) for row in lexicon.terms("targets")}
