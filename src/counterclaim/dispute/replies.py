"""Owns replies: statements that take up another side's words which are no charge - "we do keep it open" against "they never keep it open".

Compares sentence with sentence. Refuses pairs that only share a topic: most of the shorter sentence's words must come back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.claims.words import content_words
from counterclaim.dispute.table import Saying, Table
from counterclaim.records import Act, Charge, PartyId, Relation, Reply, StatementId
from counterclaim.text.lexicon import terms

COMES_BACK = 0.6  # share of the shorter sentence's content words that both must hold
_FEWEST = 2  # words that must come back
_END = re.compile(r"(?<=[.!?;])[\"']*\s+|(?<=,)[\"']\s+(?=[\"'])")  # a quotation that goes on is another sentence
_NOT = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|hardly|without|cannot)\b|n't\b", re.IGNORECASE)
_AGREES = re.compile(r"\b(?:agree|echo|confirm|back|support|second|endors)\w*")
_SILENT = frozenset({Act.NO_COMMENT, Act.DEFLECTION, Act.CONCESSION})


@dataclass(frozen=True, slots=True)
class _Sentence:
    saying: Saying
    words: frozenset[str]
    all_words: frozenset[str]
    negated: bool


def replies(charges: Sequence[Charge], table: Table) -> tuple[Reply, ...]:
    """The replies of a story, at most one between two statements. A response to a charge is no reply to that charge's statements."""
    charged = {s for c in charges for s in c.statements}
    speaking = [s for s in table.sayings.values() if s.act not in _SILENT and s.speaker is not None]
    sentences = [sentence for saying in speaking for sentence in _sentences(saying, table)]
    found: dict[tuple[StatementId, StatementId], Reply] = {}
    for later, earlier in _pairs(sentences):
        relation = _relation(later, earlier)
        if relation is not None and earlier.saying.id not in charged:
            key = (later.saying.id, earlier.saying.id)
            found.setdefault(key, Reply(statement=key[0], to=key[1], relation=relation, confidence=0.6))
    return tuple(found.values())


def _sentences(saying: Saying, table: Table) -> Iterator[_Sentence]:
    for piece in _END.split(saying.text):
        words = table.about(content_words(piece), saying.speaker, saying.target)
        if len(words) >= _FEWEST:
            all_words = frozenset(re.findall(r"[a-z]+", piece.lower()))
            yield _Sentence(saying, words, all_words, bool(_NOT.search(piece)))


def _pairs(sentences: list[_Sentence]) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Pairs of two sides of which enough words come back, the later said first; what a side has said before is not paired again."""
    holding: dict[str, list[int]] = {}
    said: set[tuple[PartyId | None, frozenset[str], bool]] = set()
    for number, later in enumerate(sentences):
        again = (later.saying.side, later.words, later.negated) in said
        said.add((later.saying.side, later.words, later.negated))
        back = Counter(n for word in later.words for n in holding.get(word, ()) if not again)
        for earlier in (sentences[n] for n, count in sorted(back.items()) if count >= _FEWEST):
            if earlier.saying.side != later.saying.side:
                yield later, earlier
        for word in () if again else later.words:
            holding.setdefault(word, []).append(number)


def _relation(later: _Sentence, earlier: _Sentence) -> Relation | None:
    back = len(later.words & earlier.words)
    if back < _FEWEST or back < COMES_BACK * min(len(later.words), len(earlier.words)):
        return None
    if (later.negated != earlier.negated) != _opposed(later.all_words, earlier.all_words):
        return Relation.CONTRADICTS
    return Relation.SUPPORTS if _AGREES.search(later.saying.cue) else None


def _opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each holds another word of a pair of opposites: "safe" and "unsafe"."""
    pairs = (frozenset(term.forms) for term in terms("acts") if term.sense == "opposite")
    return any(pair & one and pair & other and pair & one != pair & other for pair in pairs)
