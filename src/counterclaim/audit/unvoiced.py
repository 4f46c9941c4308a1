"""Checks that a sentence in the draft's own voice rests on a source that says it in its own voice too.

`attribution` looks for words of saying in the source's sentence. Letters, posts, transcripts and quotations over several sentences
have none: there the evidence knows whose words they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.audit import attribution
from counterclaim.audit.align import Rest
from counterclaim.audit.attribution import may_say
from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.remarks import remarks
from counterclaim.records import Act, Statement

_MUCH = 0.4  # of a sentence's words, weighed, that a source sentence must hold
_NEARLY = 0.7  # of the best one's share, from which another source sentence says the same
_TELLING = 3  # words that come over
_CONTESTED = frozenset({Act.ALLEGATION, Act.COUNTER_ACCUSATION, Act.DENIAL, Act.JUSTIFICATION})


def as_fact(case: Case) -> Iterator[Seen]:
    """A1: what a source only reports, or what somebody writes or says, stands in the draft without anybody who says it."""
    found = list(attribution.as_fact(case))
    yield from found
    places = [x.where.start for x in found]
    for sentence in case.sentences:
        if not any(sentence.line.span.start <= at < sentence.line.span.end for at in places):
            yield from _unvoiced(case, sentence)


def _unvoiced(case: Case, sentence: Sentence) -> Iterator[Seen]:
    line = sentence.line
    if line.is_heading or remarks(line) or any(w.quoted or (may_say(w.low) and not w.low.endswith("ing")) for w in line.words):
        return
    best = [r for r in sentence.rests if r.cover >= max(_MUCH, _NEARLY * sentence.cover)]
    statement = next((s for r in best for s in _contested(case, sentence, r)), None)
    if statement is not None and all(case.voices.reported(r.line, line.content) for r in best):
        yield Seen(
            where=line.span,
            message="The draft says this itself; in the sources somebody says it.",
            evidence=sentence.evidence,
            suggestion="Say who said it.",
        )


def _contested(case: Case, sentence: Sentence, rest: Rest) -> Iterator[Statement]:
    """The statements of a source sentence that accuse or answer, and whose words came over."""
    acts = case.evidence.reading.classifications
    for s, _, words in case.voices.ordered:
        inside = s.document == rest.line.document and any(c.start < rest.line.span.end and rest.line.span.start < c.end for c in s.content)
        named = any(w.stem in sentence.line.content and any(x.start <= w.span.start < x.end for x in s.source) for w in rest.line.words)
        contested = s.id in acts and acts[s.id].act in _CONTESTED
        if inside and contested and not named and len(words & sentence.line.content) >= _TELLING:
            yield s
