"""Finds sentences in a document's own voice that tell what came before the dispute: events, dates, decisions.

Refuses sentences that hold a statement, a quotation, or stand in a heading or in somebody's own turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.records import DocumentId, Reading, Span
from counterclaim.statements.cues import Tense, forms
from counterclaim.text.senses import senses

_CONTEXT_HEADING = re.compile(
    r"\b(?:context|background|what (?:happened|we know|led)|how it (?:began|started)|timeline|the story so far)\b", re.IGNORECASE
)
_EVENT = re.compile(
    r"""\b(?:death|died|killed|shooting|shot|fire|crash|collapse|flood|strike|vote[ds]?|election|hearing|trial|inquiry|inquest|report
    |meeting|protest|dispute|came|comes|follow(?:s|ed)|began|opened|closed|founded|built|since
    |last\ (?:week|month|year|spring|summer|autumn|winter)|\d{4})\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ORIGIN = re.compile(
    r"\b(?:dispute|row|exchange|conflict|argument|quarrel|case)\b.{0,40}\b(?:follow|come|came|began|start|go(?:es)? back)", re.IGNORECASE
)
_QUOTED_OR_OWN = re.compile(r"[“”\"]|\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|[Mm]e)\b")
_POINTS_BACK = re.compile(r"(?:he|she|it|they|his|her|its|their|this|that|these|those|such|but|and|so|there it)\b", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z][A-Z.’' ]{2,}[A-Z.](?:,[^—–]{1,30}?)?\s*(?:\([^)]{1,40}\)\s*)?(?:—|–|-{1,2})\s+")
_CAPTION = re.compile(
    r"\b(?:file photo|pictured)\b|\b(?:sits|speaks|walks|stands|gestures|arrives|leaves|looks|attends|addresses|listens|poses|waves)\b"
    r".*\b\d{4}\W*$",
    re.IGNORECASE,
)
_SHORTEST = 6  # words


def context(reading: Reading) -> Iterator[tuple[DocumentId, Span]]:
    """Sentences in a document's own voice that tell an event: under a heading for context first, then any other."""
    seen: set[str] = set()
    found = sorted(_own_voice(reading), key=lambda x: -x[0])
    for _, document, span in found:
        words = " ".join(re.findall(r"\w+", reading.documents[document].text[span.start : span.end].casefold()))
        if words not in seen:
            seen.add(words)
            yield document, span


def is_origin(reading: Reading, document: DocumentId, span: Span) -> bool:
    """Whether a sentence says where the dispute comes from."""
    return _ORIGIN.search(reading.documents[document].text[span.start : span.end]) is not None


def _can_stand_alone(text: str) -> bool:
    """A sentence of some length without quotation, accusation or headline's capitals, that points to nobody outside it."""
    words = text.split()
    if len(words) < _SHORTEST or _QUOTED_OR_OWN.search(text) or _CAPTION.search(text) or _POINTS_BACK.match(text):
        return False
    capitals = sum(w[0].isupper() for w in words[1:])
    return (
        capitals * 2 < len(words) and text[-1] in ".!?" and not (senses(text, "accusation") or senses(text, "cue-accuse") or _reports(text))
    )


def _reports(text: str) -> bool:
    """Whether somebody says something in it, although no statement was found there."""
    each = (form for word in re.findall(r"\w+", text.casefold()) for form in forms(word))
    return any(form.tense is Tense.PAST and form.cue.sense in ("say", "deny", "accuse", "answer") for form in each)


def after_dateline(text: str, sentence: Span) -> Span:
    """The sentence without "PORT ELLERY, March 4 (Fenland Wire) - "."""
    found = _DATELINE.match(text, sentence.start, sentence.end)
    return Span(found.end(), sentence.end) if found and found.end() < sentence.end else sentence


def _own_voice(reading: Reading) -> Iterator[tuple[int, DocumentId, Span]]:
    spans: dict[DocumentId, list[tuple[int, int]]] = {}
    for s in reading.statements.values():
        spans.setdefault(s.document, []).extend((x.start, x.end) for x in [*s.source, *s.cue, *s.content])
    for layout in reading.layouts.values():
        document = reading.documents[layout.document]
        taken = spans.get(document.id, [])
        skipped = {p.start for p in (*layout.headings, *layout.furniture)}
        under = False
        for sentence in layout.sentences:
            text = document.text[sentence.start : sentence.end]
            if sentence.start in skipped:
                under = bool(_CONTEXT_HEADING.search(text))
                continue
            sentence = after_dateline(document.text, sentence)
            text = document.text[sentence.start : sentence.end]
            if document.turns or any(a < sentence.end and sentence.start < b for a, b in taken) or not _can_stand_alone(text):
                continue
            if _EVENT.search(text):
                yield 2 * under + 2 * bool(_ORIGIN.search(text)) + (len(_EVENT.findall(text)) > 1), document.id, sentence
