"""Finds the passage that a sentence of somebody else's writing rests on: an editor's, or a language model's.

A quotation needs its words in a source, said by whom the sentence names. What is told without quotation marks needs one statement
of that party that holds nearly all of its content words, all of its numbers, and a negation exactly where the sentence has one.
Refuses rather than guesses, and says why. It does not judge whether a sentence is fair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from counterclaim.brief.naming import called
from counterclaim.brief.phrases import Teller, proper_words
from counterclaim.brief.sentences import Sentences, graded
from counterclaim.claims.sides import sides
from counterclaim.claims.words import content_words
from counterclaim.receipts.quotation import Passages, check, passages
from counterclaim.receipts.tokens import words
from counterclaim.receipts.turning import negates
from counterclaim.receipts.use import holds, quotations
from counterclaim.records import BriefSentence, ChargeId, Evidence, PartyId, Role, StatementId, VerdictKind, Voice, party_of
from counterclaim.statements.cues import forms
from counterclaim.text.lexicon import terms

COVERED = 0.75  # share of a sentence's content words that its statement must hold
_QUOTED = re.compile(r"“[^”]*”")
_SAID_BY = re.compile(r"\b(?:said|says|wrote|writes|told|replied|argued|alleged|added)\b")


def tracer(evidence: Evidence) -> Tracer:
    """Prepares a story for many sentences."""
    reading = evidence.reading
    charges = {x.statement: r.charge.id for r in reversed(evidence.matrix.rows) for x in r.responses}
    charges |= {s: r.charge.id for r in reversed(evidence.matrix.rows) for s in r.charge.statements}
    make = Sentences(evidence, Teller(reading, proper_words(reading)))
    texts = {s: _passage(make, s) for s in reading.statements}
    naming = {p.id: called(p) for p in reading.parties.values()}
    return Tracer(make, passages(reading.documents, tuple(reading.statements.values())), texts, charges, naming, sides(reading.parties))


def _passage(make: Sentences, statement: StatementId) -> str:
    return " ".join(c.selector.exact for c in make.citations(statement, quoted=False))


@dataclass(frozen=True, slots=True)
class Tracer:
    make: Sentences
    sources: Passages
    texts: Mapping[StatementId, str]
    charges: Mapping[StatementId, ChargeId]
    naming: Mapping[PartyId, re.Pattern[str]]
    stands_with: Mapping[PartyId, PartyId]
    reporting: frozenset[str] = field(default_factory=lambda: frozenset(w for t in terms("reporting") for w in content_words(t.term)))

    def trace(self, text: str) -> BriefSentence | str:
        """The sentence with its receipts, or why it has none."""
        if wrong := next(self.misquoted(text), None):
            return wrong
        if not any(forms(w) for w in re.findall(r"\w+", _QUOTED.sub(" ", text).casefold())):
            return "says nobody’s words: it has no reporting verb"
        named = self._named(text)
        if not named:
            return "names no party whose statement it could tell"
        spoken = [s for s in self.texts if self._said_by(s, named[0])]
        if not spoken:
            return "no statement of the party that it names first was found"
        quoted = quotations(text)
        fitting = [s for s in spoken if all(holds(q, self.texts[s]) for q in quoted)]
        if not fitting:
            return "the quoted words are not in one statement of the party that it names"
        best = max(fitting, key=lambda s: self._covered(text, s))
        if reason := self._differs(text, best):
            return reason
        return graded(
            BriefSentence(
                text=text,
                voice=Voice.ATTRIBUTED,
                party=party_of(self.make.evidence.reading, best, Role.SOURCE),
                charge=self.charges.get(best),
                citations=self.make.citations(best, quoted=bool(quoted)),
            )
        )

    def misquoted(self, text: str) -> Iterator[str]:
        """Why a quotation of the text cannot be printed so."""
        for quotation in quotations(text):
            verdict = check(quotation, self.sources)
            if verdict.kind not in (VerdictKind.VERBATIM, VerdictKind.MARKED):
                nearest = f"; nearest: “{verdict.evidence}”" if verdict.evidence else ""
                yield f"“{quotation}”: {verdict.reason or verdict.kind}{nearest}"

    def _named(self, text: str) -> list[PartyId]:
        """The parties that the words outside quotation marks name: who is said to speak first, then in order."""
        plain = _QUOTED.sub(lambda m: " " * len(m.group()), text)
        first = {p: m.start() for p, name in self.naming.items() if (m := name.search(plain))}
        speaking = _SAID_BY.search(plain)
        ordered = sorted(first, key=lambda p: first[p])
        if speaking and not plain[: speaking.start()].strip(" ,"):
            return ordered
        before = [p for p in ordered if speaking and first[p] < speaking.start()]
        return [before[-1], *ordered] if before and _closes(plain, speaking) else ordered

    def _said_by(self, statement: StatementId, party: PartyId) -> bool:
        speaker = party_of(self.make.evidence.reading, statement, Role.SOURCE)
        return speaker is not None and self.stands_with[speaker] == self.stands_with[party]

    def _asked(self, text: str) -> frozenset[str]:
        """The content words that a statement must hold: no names of parties, no reporting words."""
        for name in self.naming.values():
            text = name.sub(" ", text)
        return content_words(text) - self.reporting

    def _covered(self, text: str, statement: StatementId) -> float:
        asked = self._asked(text)
        return len(asked & content_words(self.texts[statement])) / len(asked) if asked else 1.0

    def _differs(self, text: str, statement: StatementId) -> str | None:
        passage = self.texts[statement]
        shown = " ".join(passage.split())
        if self._covered(text, statement) < COVERED:
            missing = sorted(self._asked(text) - content_words(passage))
            return f"the nearest statement of that party does not say it (no {', '.join(missing)}): “{shown}”"
        if numbers := _numbers(text) - _numbers(passage):
            return f"no statement of that party has {', '.join(sorted(numbers))}: “{shown}”"
        if _negated(_QUOTED.sub(" ", text)) and not _negated(passage):
            return f"the sentence negates what the statement says: “{shown}”"
        if _negated(passage) and not _negated(text) and not quotations(text):  # a quotation is checked word for word
            return f"the sentence drops a negation of the statement: “{shown}”"
        return None


def _closes(plain: str, speaking: re.Match[str] | None) -> bool:
    """Whether the reporting clause stands at the end: "..., X said"."""
    return speaking is not None and len(plain[speaking.end() :].strip(" .,")) == 0


def _numbers(text: str) -> frozenset[str]:
    return frozenset(w for w in words(text).words if w[0].isdigit())


def _negated(text: str) -> bool:
    return any(negates(w) for w in words(text).words)
