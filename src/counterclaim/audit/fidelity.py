"""Checks of the words in quotation marks: are they in a source, and there somebody's own words too?"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.audit.case import Case, Quoted
from counterclaim.audit.check import Seen
from counterclaim.receipts.quotation import is_cut
from counterclaim.receipts.tokens import words
from counterclaim.records import DocumentId, DocumentKind, Severity, VerdictKind
from counterclaim.statements.cues import forms
from counterclaim.text.lexicon import words as lexicon

_PARAPHRASE = 4  # words from which a quotation of what no source quotes is somebody's paraphrase, not a term
_FIRST = frozenset({"i", "i'm", "i've", "i'd", "i'll", "my", "we", "our", "we're", "we've", "us", "me", "mine"})
_LETTER = 2  # words of the first person from which a text is in its writer's own voice
_SCARE = 2  # words at most of a scare quotation


def altered(case: Case) -> Iterator[Seen]:
    """Q1: quoted words that stand in no source."""
    for q in case.quoted:
        if q.verdict.kind in (VerdictKind.ALTERED, VerdictKind.NOT_FOUND) and not is_cut(q.verdict):
            yield Seen(
                where=q.quotation.span,
                message=f"These words stand in no source: {q.verdict.reason}.",
                evidence=q.verdict.evidence,
                suggestion="Quote the source's own words, or report them without quotation marks.",
            )


def paraphrased(case: Case) -> Iterator[Seen]:
    """Q9: quotation marks around words that the sources have only in a reporter's voice."""
    spoken = _spoken(case)
    for q in case.quoted:
        asked = words(q.words).words
        if q.verdict.kind is not VerdictKind.VERBATIM or len(asked) < _PARAPHRASE:
            continue
        if f" {' '.join(asked).casefold()} " not in spoken and not _beside_mark(case, q) and not _is_outlets(case, q):
            yield Seen(
                where=q.quotation.span,
                message="No source has these words in quotation marks: they are a reporter's.",
                evidence=q.verdict.evidence,
                suggestion="Take the quotation marks away.",
            )


def _beside_mark(case: Case, q: Quoted) -> bool:
    """Whether the source's sentence holds a quotation mark, paired or not: a lost mark is no proof of a paraphrase."""
    v = q.verdict
    lines = [
        x for x in case.sources.lines if v.span and x.document == v.document and x.span.start < v.span.end and v.span.start < x.span.end
    ]
    return any(mark in x.text for x in lines for mark in ('"', "“", "”", "''"))


def scare(case: Case) -> Iterator[Seen]:
    """Q7: one or two quoted words with nobody in the sentence who says them."""
    for q in case.quoted:
        if len(words(q.words).words) <= _SCARE:
            sentence = _sentence(case, q)
            if sentence is not None and not any(not f.cue.particle for w in sentence for f in forms(w)):
                yield Seen(where=q.quotation.span, message="Nobody is named who says these words.", severity=Severity.NOTE)


def _spoken(case: Case) -> str:
    """All that the sources have in quotation marks, or in somebody's own voice, as comparable words."""
    reading = case.evidence.reading
    said = []
    for id, document in reading.documents.items():
        stretches = [q.inner for q in reading.layouts[id].quotations] + [t.span for t in document.turns]
        if document.kind is not DocumentKind.ARTICLE:
            said.append(" ".join(words(document.text).words))
        said += [" ".join(words(document.text, s.start, s.end).words) for s in stretches]
        if is_own_voice(case, id):
            said.append(" ".join(words(document.text).words))
    return " " + " | ".join(said).casefold() + " "


def _is_outlets(case: Case, q: Quoted) -> bool:
    """Whether the draft gives the words to an outlet: then a reporter's voice is whose it should be."""
    line = next((s.line for s in case.sentences if s.line.span.start <= q.quotation.span.start < s.line.span.end), None)
    before = [w for w in line.words if not w.quoted and w.span.start < q.quotation.span.start] if line else []
    return any(w.low in lexicon("audit", "outlet") for w in before)


def is_own_voice(case: Case, document: DocumentId) -> bool:
    """Whether a text without marks of its form is a letter, a diary or a column: its writer says "I" or "we" outside quotations."""
    own = [w for line in case.sources.lines if line.document == document for w in line.words if not w.quoted and w.low in _FIRST]
    return len(own) >= _LETTER


def _sentence(case: Case, q: Quoted) -> tuple[str, ...] | None:
    return next((s.line.low for s in case.sentences if s.line.span.start <= q.quotation.span.start < s.line.span.end), None)
