"""Checks that a draft which carries a charge carries the answer that the sources have.

An answer is a source sentence in which a named party denies, with the word or by a statement that the evidence reads as a
denial or a reason. It is due where the draft accuses that party: in a sentence with words of accusing or of wrong that names it,
one that tells a charge to which the evidence links the answer, or one that rests beside it. It is there where the party says
anything in the draft, where a sentence of the draft denies in its name, or rests on the answer, or holds much of its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from counterclaim.audit.answers import negates
from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.lines import Line
from counterclaim.audit.phrases import Hit, hits
from counterclaim.audit.speakers import is_party
from counterclaim.audit.together import DRAFT
from counterclaim.parties.found import Sort
from counterclaim.records import Act, Party, PartyId, Role, Statement
from counterclaim.statements.cues import sense_of
from counterclaim.text.lexicon import words as lexicon
from counterclaim.text.senses import places, senses

_AROUND = 2  # sentences between a charge and its answer in a source
_RESTS = 0.4  # of a draft sentence's words that a source sentence holds, for it to rest there
_AIM = 80  # characters from a word of accusing to the name of who is accused
_MUCH = 0.3  # of an answer's words, weighed, by which a draft sentence tells it
_SHARED = 3  # content words that an answer of the draft shares with the source's and its neighbours
_WORDS = 3  # content words of an answer that says more than "no"
_ANSWERING = frozenset({Act.DENIAL, Act.JUSTIFICATION})
_OF_CLAIMS = frozenset({"dismissed", "dismisses", "contested"})
_VOICE = frozenset({"say", "write", "answer", "deny", "admit"})
_DENIES = _OF_CLAIMS | frozenset(["denied", "denies", "rejected", "rejects", "disputed", "disputes", "refuted", "rebutted", "repudiated"])


def missing(case: Case) -> Iterator[Seen]:
    """R1: a charge stands in the draft, its answer in the sources, and not in the draft."""
    told: set[PartyId] = set()
    for line, who in _answers(case):
        charge = _charge(case, line, who)
        if charge is not None and who.id not in told and not _is_there(case, line, who):
            told.add(who.id)
            yield Seen(
                where=charge.line.span,
                message=f"The sources have an answer by {who.name}; the draft has none.",
                evidence=" ".join(line.text.split()),
                suggestion="Add the answer.",
            )


def _answers(case: Case) -> Iterator[tuple[Line, Party]]:
    """The source sentences in which a party denies, with the party."""
    statements = case.evidence.reading.statements.values()
    for line in case.sources.lines:
        if line.document is None or line.is_heading:
            continue
        for hit in _denials(line):
            told = [s for s in statements if s.document == line.document and any(c.start <= hit.span.start < c.end for c in s.cue)]
            party = next((p for s in told if (p := case.together.speaker(s.id))), None)
            if party is not None:
                yield line, _behind(case, party)
                break
        else:
            party = _denying(case, line)
            if party is not None:
                yield line, _behind(case, party)


def _denying(case: Case, line: Line) -> Party | None:
    """Who denies or gives a reason in a source sentence without a verb of denying, as the evidence reads it."""
    reading = case.evidence.reading
    for s in reading.statements.values():
        act = reading.classifications.get(s.id)
        inside = s.document == line.document and any(line.span.start <= c.start < line.span.end for c in s.content)
        if inside and act is not None and act.act in _ANSWERING and len(line.content) >= _WORDS and negates(line.low):
            return case.together.speaker(s.id)
    return None


def _behind(case: Case, party: Party) -> Party:
    """The party for whom a spokesperson speaks."""
    behind = case.together.parties.get(party.on_behalf_of) if party.on_behalf_of else None
    return behind or party


def _denials(line: Line) -> Iterator[Hit]:
    """The finite verbs of denying: "dismissed" only with what can be dismissed as untrue."""
    for hit in hits(line, "replies"):
        low = hit.words[0].low
        if hit.sense != "denial" or hit.quoted or low not in _DENIES:
            continue
        if low not in _OF_CLAIMS or any(w in _claims() for w in line.low[hit.at + 1 : hit.at + 6]):
            yield hit


@cache
def _claims() -> frozenset[str]:
    extra = "attack attacks remarks comments criticism suggestion suggestions report reports idea notion lawsuit reporting as"
    return lexicon("nominals", "charge") | frozenset(extra.split())


def _is_there(case: Case, line: Line, who: Party) -> bool:
    """Whether the draft has this answer, or the party's voice at all."""
    for sentence in case.sentences:
        if sentence.line.is_heading:
            continue
        if any(r.line == line and r.cover >= _RESTS for r in sentence.rests) or _holds(case, sentence, line):
            return True
        voiced = any(_answers_by(case, s) and _is_or_serves(case.together.speaker(s.id), who) for s in sentence.statements)
        if voiced and (not any(_denials(line)) or _replies(case, sentence, line)):
            return True
        for hit in _denials(sentence.line):
            before = [n for n in case.together.inside(DRAFT, sentence.line.span) if n.span.end <= hit.span.start]
            if any(is_party(n, who) for n in before if n.sort is Sort.NAME):
                return True
    return False


def _holds(case: Case, sentence: Sentence, line: Line) -> bool:
    """Whether a draft sentence holds much of an answer's words, and is not the charge itself."""
    much = case.sources.total(sentence.line.content & line.content) >= _MUCH * case.sources.total(line.content)
    return much and not _accuses(sentence)


def _replies(case: Case, sentence: Sentence, line: Line) -> bool:
    """Whether what a party says in the draft can be this answer: it negates or denies, or takes up words of the answer."""
    near = frozenset(w for x in case.sources.beside(line) for w in x.content)
    answers = negates(sentence.line.low) or any(hit.sense in ("denial", "admission") for hit in hits(sentence.line, "replies"))
    return answers or len(sentence.line.content & near) >= _SHARED


def _is_or_serves(speaker: Party | None, who: Party) -> bool:
    return speaker is not None and who.id in (speaker.id, speaker.on_behalf_of)


def _answers_by(case: Case, statement: Statement) -> bool:
    """Whether a statement of the draft can be an answer: somebody says, writes, denies or admits."""
    cue = " ".join(case.document.text[c.start : c.end] for c in statement.cue)
    return not cue or sense_of(cue) in _VOICE


def _charge(case: Case, line: Line, who: Party) -> Sentence | None:
    """The draft's first sentence that accuses the party."""
    for sentence in case.sentences:
        if sentence.line.is_heading:
            continue
        named = any(is_party(n, who) for n in case.together.inside(DRAFT, sentence.line.span) if n.sort is Sort.NAME)
        target = any(case.together.who.get((s.id, Role.TARGET)) == who.id for s in sentence.statements)
        beside = any(
            r.line.document == line.document and abs(r.line.number - line.number) <= _AROUND for r in sentence.rests if r.cover >= _RESTS
        )
        aimed = _is_aimed_at(case, sentence, who) and not _speaks(case, sentence, who)
        if ((target or aimed) and _accuses(sentence)) or (named and beside):
            return sentence
    return None


def _is_aimed_at(case: Case, sentence: Sentence, who: Party) -> bool:
    """Whether a word of accusing stands right before a name of the party."""
    start = sentence.line.span.start
    accusing = [start + at for at in places(sentence.line.text, "cue-accuse")]
    named = [n for n in case.together.inside(DRAFT, sentence.line.span) if n.sort is Sort.NAME and is_party(n, who)]
    return any(0 < n.span.start - at <= _AIM for n in named for at in accusing)


def _speaks(case: Case, sentence: Sentence, who: Party) -> bool:
    return any(_is_or_serves(case.together.speaker(s.id), who) for s in sentence.statements)


def _accuses(sentence: Sentence) -> bool:
    text = sentence.line.text
    return bool(senses(text, "cue-accuse") or senses(text, "accusation") or senses(text, "wrong"))
