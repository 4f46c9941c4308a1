"""Prepares a draft for its checks, once: its sentences, what each rests on, its quotations with their verdicts, who says what.

All spans of a case are places in `document`, the draft's words without markup; `place` gives the place in the file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from counterclaim.audit import together
from counterclaim.audit.align import Rest, Sources
from counterclaim.audit.diff import Diff, diff
from counterclaim.audit.draft import joined
from counterclaim.audit.lines import Line, lines, source_lines
from counterclaim.audit.together import DRAFT, Together
from counterclaim.audit.voices import Voices
from counterclaim.receipts.quotation import Passages, check, passages
from counterclaim.records import Document, DocumentKind, Draft, Evidence, Provenance, Quotation, Span, Statement, Verdict
from counterclaim.text.segment import segment

COMPARED = 0.25  # of a sentence's words that a source sentence must hold for most checks to compare the two


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quotation of the draft, its words, and what the quote check says of them."""

    quotation: Quotation
    words: str
    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A sentence of the draft, the source sentences it rests on (best first), and all their words and those beside them."""

    line: Line
    rests: tuple[Rest, ...]
    near: frozenset[str]
    statements: tuple[Statement, ...]

    @cached_property
    def diffs(self) -> tuple[Diff, ...]:
        """The sentence against each of the sentences that it rests on."""
        return tuple(diff(self.line, rest.line) for rest in self.rests)

    @cached_property
    def cover(self) -> float:
        """The share of its words that the best source sentence holds."""
        return self.rests[0].cover if self.rests else 0.0

    @property
    def evidence(self) -> str:
        """The words of the best source sentence."""
        return " ".join(self.rests[0].line.text.split()) if self.rests else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A draft and the evidence that it is held against; `previous` is the version of it that was published before, if any."""

    draft: Draft
    evidence: Evidence
    document: Document
    place: Callable[[Span], Span]
    sentences: tuple[Sentence, ...]
    quoted: tuple[Quoted, ...]
    sources: Sources
    passages: Passages
    together: Together
    voices: Voices
    previous: Draft | None = None


def prepare(draft: Draft, evidence: Evidence) -> Case:
    """The case of a draft."""
    reading = evidence.reading
    text, place = joined(draft.prose)
    document = Document(id=DRAFT, kind=DocumentKind.ARTICLE, text=text, provenance=Provenance(path=draft.path, sha256=""))
    layout = segment(document)
    read = together.read(document, layout, reading)
    sources = Sources(source_lines(tuple(reading.documents.values()), tuple(reading.layouts[d] for d in reading.documents)))
    found = passages(reading.documents, tuple(reading.statements.values()))
    headings = tuple(s for s in layout.sentences if any(h.start <= place(s).start < h.end for h in draft.headings))
    return Case(
        draft=draft,
        evidence=evidence,
        document=document,
        place=place,
        sentences=tuple(_sentence(line, sources, read) for line in lines(text, replace(layout, headings=headings))),
        quoted=tuple(_quoted(text, q, found) for q in layout.quotations),
        sources=sources,
        passages=found,
        together=read,
        voices=Voices(sources, read, tuple(reading.statements.values())),
    )


def _sentence(line: Line, sources: Sources, read: Together) -> Sentence:
    rests = sources.rests(line.content)
    beside = {(near.document, near.number): near for rest in rests for near in sources.beside(rest.line)}.values()
    return Sentence(
        line=line,
        rests=rests,
        near=frozenset(w.stem for near in beside for w in near.words),
        statements=tuple(s for s in read.statements if line.span.start <= s.content[0].start < line.span.end),
    )


def _quoted(text: str, quotation: Quotation, sources: Passages) -> Quoted:
    said = text[quotation.inner.start : quotation.inner.end]
    return Quoted(quotation=quotation, words=said, verdict=check(said, sources))
