"""Checks of the draft's own voice: loaded words outside quotation marks, verbs that take a side, doubt for one side only.

A row of data/loaded.tsv has a sense of three parts: verb, noun, adjective or adverb; what the word does (doubt, truth, guilt,
emotion, person, thing, judgement); mild or strong. A word that the sources use at the same place is the draft's choice no
less, but only worth a note.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.phrases import Hit, hits
from counterclaim.records import PartyId, Severity, Span
from counterclaim.statements.cues import forms
from counterclaim.text.lexicon import terms


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded term in a sentence: where, which, and what it does."""

    sentence: Sentence
    hit: Hit
    part: str
    sense: str
    strong: bool

    @property
    def in_sources(self) -> bool:
        """Whether the source sentences hold the word."""
        return all(w.stem in self.sentence.near for w in self.hit.words)


def adopted(case: Case) -> Iterator[Seen]:
    """A2: a verb that vouches for what is only said: "revealed", "exposed"."""
    for found in _loaded(case):
        if found.sense == "truth" and not found.in_sources and (found.strong or _opens_clause(found)):
            severity = Severity.BLOCK if found.strong else Severity.EDIT
            yield _seen(found, f"“{found.hit.text}” vouches for what follows; the sources do not.", "said", severity)


def _opens_clause(found: Loaded) -> bool:
    """Whether a clause or a quotation follows."""
    line, behind = found.sentence.line, found.hit.at + len(found.hit.words)
    return line.low[behind : behind + 1] in (("that",), ("how",), ("what",), ("why",)) or any(
        w.quoted for w in line.words[behind : behind + 1]
    )


def verbs(case: Case) -> Iterator[Seen]:
    """A5: a verb of saying or acting that takes a side."""
    for found in _loaded(case):
        if found.part == "verb" and found.sense != "truth":
            supported = found.in_sources or (_is_admission(found) and _is_admitted(case, found.sentence))
            severity = Severity.EDIT if found.strong and not supported else Severity.NOTE
            yield _seen(found, f"“{found.hit.text}” takes a side.", "said", severity)


def _is_admission(found: Loaded) -> bool:
    """Whether the word is one of admitting: "conceded", not "fobbed off"; who confesses admits a crime."""
    return not found.hit.words[0].low.startswith("confess") and any(
        hit.sense == "admission" and hit.at == found.hit.at for hit in hits(found.sentence.line, "replies")
    )


def _is_admitted(case: Case, sentence: Sentence) -> bool:
    """Whether the sources have somebody admit something there: then "conceded" has a ground."""
    near = (line for rest in sentence.rests for line in case.sources.beside(rest.line))
    return any(hit.sense == "admission" for line in near for hit in hits(line, "replies"))


def words(case: Case) -> Iterator[Seen]:
    """B1: a slanted noun, adjective or adverb in the draft's own voice."""
    for found in _loaded(case):
        if found.part != "verb":
            severity = Severity.EDIT if found.strong and not found.in_sources else Severity.NOTE
            yield _seen(found, f"“{found.hit.text}” is a judgement in the draft's own voice.", None, severity)


def asymmetry(case: Case) -> Iterator[Seen]:
    """A6: "said" for one speaker and "claimed" for another, again and again."""
    doubted: Counter[PartyId] = Counter()
    plain: Counter[PartyId] = Counter()
    last: dict[PartyId, Span] = {}
    for sentence in case.sentences:
        for s in sentence.statements:
            speaker = case.together.speaker(s.id)
            cue = case.document.text[s.cue[0].start : s.cue[-1].end].lower() if s.cue else ""
            if speaker is None:
                continue
            if any(w in _doubting() for w in cue.split()):
                doubted[speaker.id] += 1
                last[speaker.id] = s.cue[0]
            elif any(f.cue.lemma in ("say", "tell", "add") for w in cue.split() for f in forms(w)):
                plain[speaker.id] += 1
    for party, times in doubted.items():
        if times >= 2 and not plain[party] and sum(plain.values()) >= 2:
            name = case.together.parties[party].name
            yield Seen(where=last[party], message=f"{name} only ever claims; others say.", suggestion="Use “said” for all.")


def mind(case: Case) -> Iterator[Seen]:
    """A9: what somebody believes, feels or wants, told as if seen."""
    for sentence in case.sentences:
        for w in sentence.line.words:
            if not w.quoted and w.low in ("believes", "feels", "wants", "thinks"):
                yield Seen(where=w.span, message=f"“{w.text}” reads a mind.", suggestion="Report what was said: “said that ...”.")


def alleged(case: Case) -> Iterator[Seen]:
    """A8: "accused of allegedly ..." says it twice; "alleged" with nobody in the sentence says it of nobody."""
    for sentence in case.sentences:
        line = sentence.line
        for i, w in enumerate(line.words):
            if w.quoted or w.low not in ("allegedly", "alleged"):
                continue
            if any(x in ("accused", "accuses", "accusing", "charged") for x in line.low[max(0, i - 6) : i]):
                yield Seen(where=w.span, message=f"“{w.text}” after a word of accusing says it twice.", suggestion=f"Drop “{w.text}”.")


def _seen(found: Loaded, message: str, suggestion: str | None, severity: Severity) -> Seen:
    return Seen(
        where=found.hit.span,
        message=message,
        evidence=found.sentence.evidence,
        suggestion=f"A neutral word: “{suggestion}”." if suggestion else "A neutral word, or a quotation with its speaker.",
        severity=severity,
    )


def _loaded(case: Case) -> Iterator[Loaded]:
    for sentence in case.sentences:
        for hit in hits(sentence.line, "loaded"):
            if not hit.quoted and not _is_name(sentence, hit.at):
                part, sense, strength = hit.sense.split("|")
                yield Loaded(sentence, hit, part, sense, strength == "strong")


def _is_name(sentence: Sentence, i: int) -> bool:
    """Whether a word is part of a name: a capital inside a sentence; headings may be in title case."""
    return i > 0 and sentence.line.words[i].is_capital and not sentence.line.is_heading


@cache
def _doubting() -> frozenset[str]:
    return frozenset(f for t in terms("loaded") if t.sense == "verb|doubt|mild" for f in t.forms)
