"""What the planters of errors stand on: a sentence with its own voice apart from its quotations, and what the sources hold.

Offsets of a Sentence count from its start. Replacement words come from `data/plants.tsv`, which was written from the
guide of the error kinds, not from what the checks look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from counterclaim.anchors import normalise
from counterclaim.records import Act, Draft, Evidence, Party, Span, StatementId
from counterclaim.text.lexicon import terms

CONTESTED = frozenset({Act.ALLEGATION, Act.COUNTER_ACCUSATION, Act.DENIAL, Act.JUSTIFICATION})
_CONTENT = re.compile(r"[^\W\d_]{4,}")
_QUOTE = re.compile(r"[“\"]([^“”\"]+?)[,.]?[”\"]")
_ADJECTIVE = re.compile(r"[A-Z][a-z]+(?:an|ese|ish|ic|crat)s?")  # a demonym or a party's adjective, taken for a name
_NAME = re.compile(r"\b[A-Z]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands in the file. `quoted` are its outermost quotations with their marks, `inner` without.

    Of a quotation that goes on beyond the sentence it holds the part that lies in it; `whole` are the others.
    """

    text: str
    quoted: tuple[Span, ...]
    inner: tuple[Span, ...]

    @property
    def whole(self) -> tuple[Span, ...]:
        return tuple(s for s in self.inner if s.start > 0 and s.end < len(self.text))

    def own(self, start: int, end: int) -> bool:
        """Whether a stretch stands outside all quotation marks."""
        return not any(start < q.end and q.start < end for q in self.quoted)

    def replaced(self, start: int, end: int, words: str) -> str:
        return self.text[:start] + words + self.text[end:]


@dataclass(frozen=True, slots=True)
class Ground:
    """A draft and the evidence, prepared once. `sources` is all their text in plain typography and lower case."""

    draft: Draft
    evidence: Evidence
    sources: str

    def holds(self, words: str) -> bool:
        """Whether some source, or the brief itself, has the words in this order."""
        plain = _plain(words)
        return plain in self.sources or plain in _plain(self.draft.text)

    def parties(self) -> Iterator[tuple[Party, tuple[str, ...]]]:
        """Every party with a name of its own, and the forms of its name, longest first."""
        for party in self.evidence.reading.parties.values():
            forms = {f for f in (party.name, *party.aliases) if len(f) > 3 and _NAME.search(f)}
            if forms and not _ADJECTIVE.fullmatch(party.name):
                yield party, tuple(sorted(forms, key=lambda f: (-len(f), f)))

    def is_contested(self, words: str) -> bool:
        """Whether the words take up a statement that accuses, denies or justifies."""
        acts = self.evidence.reading.classifications
        return any(a.act in CONTESTED and self.takes_up(words, s) for s, a in acts.items())

    def takes_up(self, words: str, statement: StatementId) -> bool:
        """Whether most of the telling words of the shorter one stand in the other, or the words quote the statement."""
        reading = self.evidence.reading
        s = reading.statements[statement]
        text = reading.documents[s.document].text
        content = " ".join(text[c.start : c.end] for c in s.content)
        said, here = _telling(content), _telling(words)
        quotes = any(len(q.split()) > 1 and _plain(q) in _plain(content) for q in _QUOTE.findall(words))
        return quotes or (min(len(said), len(here)) >= 3 and 2 * len(said & here) >= min(len(said), len(here)))


def ground(draft: Draft, evidence: Evidence) -> Ground:
    return Ground(draft, evidence, _plain("\n".join(d.text for d in evidence.reading.documents.values())))


def sentence(draft: Draft, span: Span) -> Sentence:
    """One sentence of a draft with the quotations that lie in it."""
    touching = [q for q in draft.quotations if q.depth == 0 and q.inner.start < span.end and span.start < q.inner.end]
    return Sentence(
        draft.text[span.start : span.end],
        tuple(_clipped(q.span, span) for q in touching),
        tuple(_clipped(q.inner, span) for q in touching),
    )


@cache
def swaps(kind: str) -> tuple[tuple[str, str], ...]:
    """(words to find, words to put there) of one kind of error."""
    rows = ((form, t.sense.split("|", 1)) for t in terms("plants") for form in t.forms)
    return tuple((form, words) for form, (of, words) in rows if of == kind)


def swapped(here: Sentence, kind: str, rng: Random, *, within: Span | None = None, before: str = "", after: str = "") -> Iterator[str]:
    """Each way to put other words of a kind in their place, in random order: in the sentence's own voice, or within a span.

    `before` and `after` are patterns of what must stand around the words.
    """
    places = [(at, words) for find, words in swaps(kind) for at in _found(rf"{before}(?P<it>{_whole(find)}){after}", here, within)]
    rng.shuffle(places)
    for (start, end), words in places:
        yield _put(here, start, end, words)


def _whole(words: str) -> str:
    return rf"(?<![\w’'-]){re.escape(words)}(?![\w’'-])"


def _found(pattern: str, here: Sentence, within: Span | None) -> Iterator[tuple[int, int]]:
    """Where words stand in the sentence's own voice, or within a span; a capital inside a sentence is a name, or the month of May."""
    for m in re.finditer(pattern, here.text, re.IGNORECASE):
        start, end = m.span("it")
        fits = here.own(start, end) if within is None else within.start <= start and end <= within.end
        if fits and (start == 0 or not here.text[start].isupper()):
            yield start, end


def _put(here: Sentence, start: int, end: int, words: str) -> str:
    """The sentence with other words; nothing in their place takes a space with it, and a capital stays one."""
    if not words:
        end += here.text[end : end + 1] == " "
        rest = here.text[end:]
        return here.text[:start] + (rest[:1].upper() + rest[1:] if start == 0 else rest)
    return here.replaced(start, end, words[:1].upper() + words[1:] if here.text[start].isupper() else words)


def _clipped(part: Span, span: Span) -> Span:
    return Span(max(part.start - span.start, 0), min(part.end, span.end) - span.start)


def _plain(words: str) -> str:
    return " ".join(normalise(words).lower().split())


def _telling(words: str) -> set[str]:
    return {w.lower() for w in _CONTENT.findall(words)}
