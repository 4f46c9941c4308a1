"""Owns what a brief would tell twice: two statements of one side with nearly the same words, an outlet's sentence told in parts.

Compares content words and numbers. Two statements with different numbers, or of which one is negated, never say the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.claims.sides import sides
from counterclaim.claims.words import content_words, text_of
from counterclaim.records import BriefSentence, Citation, Reading, Role, StatementId, party_of
from counterclaim.statements.grammar import is_a

_AGAIN = 0.6  # share of the shorter statement's content words that come back
_FEWEST = 3  # content words that come back
_OUTLET = re.compile(r"^[^“]{1,80} (?:reported|says)(?: of [^“:]+)?: “")


def says_again(reading: Reading, later: StatementId, first: StatementId) -> bool:
    """Whether a statement says what another one of the same side says, in nearly the same words."""
    stands_with = sides(reading.parties)
    speakers = [party_of(reading, s, Role.SOURCE) for s in (later, first)]
    if len({stands_with[p] if p else None for p in speakers}) > 1:
        return False
    one, other = (_text(reading, s) for s in (later, first))
    if _numbers(one) != _numbers(other) or _is_negated(one) != _is_negated(other):
        return False
    words, before = content_words(one), content_words(other)
    return len(words & before) >= max(_FEWEST, _AGAIN * min(len(words), len(before)))


def is_outlets(text: str) -> bool:
    """Whether a sentence quotes an outlet's words as the outlet's."""
    return _OUTLET.match(text) is not None


def folded(sentences: Sequence[BriefSentence]) -> list[BriefSentence]:
    """What tells one charge, without an outlet's sentences where the same party's own words tell it: these take their receipts."""
    own = [s for s in sentences if not is_outlets(s.text)]
    kept = list(sentences)
    for s in sentences:
        teller = next((x for x in own if x.party == s.party), None)
        if teller and is_outlets(s.text):
            at = next(i for i, x in enumerate(kept) if x.text == teller.text)
            kept[at] = replace(kept[at], citations=tuple(dict.fromkeys((*kept[at].citations, *s.citations))))
            kept.remove(s)
    return kept


def covered(sentences: Sequence[BriefSentence], *, per_charge: bool) -> list[BriefSentence]:
    """The sentences without those that quote an outlet's words of which another sentence tells the passage: it takes their receipts.

    `per_charge`: only of one charge, where each charge must be told.
    """
    kept = list(sentences)
    for s in sentences:
        if is_outlets(s.text) and (teller := next((x for x in kept if _tells(x, s) and (not per_charge or x.charge == s.charge)), None)):
            kept[kept.index(teller)] = replace(teller, citations=tuple(dict.fromkeys((*teller.citations, *s.citations))))
            kept.remove(s)
    return kept


def _tells(teller: BriefSentence, outlet: BriefSentence) -> bool:
    """Whether a sentence in the brief's own English tells the same party's words from the passages that an outlet's sentence quotes."""
    if outlet.party not in (None, teller.party):
        return False
    return not is_outlets(teller.text) and all(any(_holds(c, x) for c in teller.citations) for x in outlet.citations)


def _holds(outer: Citation, inner: Citation) -> bool:
    return outer.document == inner.document and outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def _text(reading: Reading, statement: StatementId) -> str:
    s = reading.statements[statement]
    return text_of(reading.documents[s.document].text, s.content)


def _numbers(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\d[\d,.]*", text))


def _is_negated(text: str) -> bool:
    return any(is_a(w, "negation", "negated") for w in re.findall(r"[\w']+", text.casefold()))
