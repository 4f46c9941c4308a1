"""Owns the rules tagger: finds who said what by a lexicon of cues, word order and quotation marks, without any weights.

The floor that a model has to beat. Pure; time is linear in the text. Offsets are code points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.records import Attribution, Document, Layout, Span, Statement
from counterclaim.statements.cues import forms
from counterclaim.statements.found import Found, spans
from counterclaim.statements.hits import hits
from counterclaim.statements.phrased import headed, phrased, taken_up
from counterclaim.statements.quoted import complete
from counterclaim.statements.reported import reported
from counterclaim.statements.units import Kind, Sentence, sentences

_CONFIDENCE = 0.7
_GUESS = 0.5


class RulesTagger:
    """Implements `records.Tagger`."""

    def tag(self, document: Document, layout: Layout) -> tuple[Attribution, ...]:
        return complete(document, layout, _all(document, layout))

    def leanings(self, statements: Sequence[Statement]) -> Sequence[tuple[float, ...]]:
        return [()] * len(statements)  # rules read no states


def _all(document: Document, layout: Layout) -> list[Attribution]:
    own = list(_joined(sentences(document, layout)))
    found = [a for i, s in enumerate(own) for a in _in_sentence(s, own[i + 1] if i + 1 < len(own) else ())]
    labelled = headed(own[0]) if own and not document.turns else None
    if (labelled and not found[:1]) or (labelled and found[0].content[0].start > own[0][-1].end):
        found.append(
            Attribution(
                content=spans(own[0], labelled.content),
                cue=spans(own[0], labelled.cue),
                source=spans(own[0], (labelled.source or (0, 1),)),
                confidence=_GUESS,
            )
        )
    return found


def _joined(split: Iterator[Sentence]) -> Iterator[Sentence]:
    """Puts a quotation that ends in "?" or "!" back before its reporting clause: "Who?" | Venn asked."""
    held: Sentence = ()
    for sentence in split:
        if held and _reports(sentence):
            sentence = held + sentence
        elif held:
            yield held
        held = ()
        if sentence[-1].kind is Kind.QUOTE and sentence[-1].text.rstrip("\"”»'’")[-1:] in "?!…" and len(sentence) < 60:
            held = sentence
        else:
            yield sentence
    if held:
        yield held


def _reports(sentence: Sentence) -> bool:
    """Whether a sentence is a reporting clause: name or pronoun, cue, and nothing but an adjunct behind it."""
    for hit in hits(sentence):
        if hit.at > 8:
            return False
        if "quote" in hit.cue.frames or "told" in hit.cue.frames:
            rest = sentence[hit.end] if hit.end < len(sentence) else None
            return (
                rest is None
                or rest.kind is Kind.MARK
                or rest.low in {"in", "at", "on", "when", "as", "after", "during", "of"}
                or bool(forms(rest.low))
                or "told" in hit.cue.frames
            )
    return False


def _in_sentence(sentence: Sentence, following: Sentence) -> Iterator[Attribution]:
    found = [*reported(sentence), *phrased(sentence)]
    cues = {f.cue[0] for f in found}
    found += [t for hit in hits(sentence) if (t := taken_up(sentence, hit)) and t.cue[0] not in cues]
    for each in found:
        attribution = _attribution(sentence, each, following)
        if attribution:
            yield attribution


def _attribution(sentence: Sentence, found: Found, following: Sentence) -> Attribution | None:
    content = spans(sentence, found.content)
    if found.awaits:
        if not following or following[0].kind is not Kind.QUOTE:
            return None
        content = (Span(following[0].start, following[0].end),)
    if not content:
        return None
    source = spans(sentence, (found.source,)) if found.source else ()
    return Attribution(content=content, cue=spans(sentence, found.cue), source=source, confidence=_CONFIDENCE)
