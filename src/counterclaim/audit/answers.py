"""Checks of the answers that a draft reports: did anybody deny, decline or fail to respond in any source?

A row of data/replies.tsv names a kind of answer: silence, refusal, denial, admission. An answer is supported where a source
sentence holds a word of its kind and names who answers, itself or in the sentence before. Sources deny without the word
("I never signed it") and are silent without it ("messages were not returned"): a statement of the same party that negates
supports a denial, a sentence of it that negates a word of talking supports silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.lines import Line
from counterclaim.audit.phrases import Hit, hits
from counterclaim.audit.remarks import remarks
from counterclaim.audit.speakers import is_party
from counterclaim.audit.together import DRAFT, Named
from counterclaim.claims.words import stem, text_of
from counterclaim.parties.found import Sort
from counterclaim.records import Act, DocumentId, Severity, Span, Statement
from counterclaim.text.lexicon import words as lexicon

_OBJECT = 8  # words behind a denial that say what is denied
_WITHIN = 4  # words between a negation and the word of talking that it negates
_CALLED = 8  # words from "called" to what a charge is called
_CALLING = frozenset({"called", "calls", "calling", "described", "describes", "branded"})
_UNTRUE = frozenset({"false", "untrue", "baseless", "unfounded", "groundless", "lies", "lie", "wrong", "nonsense"})
_OPEN = frozenset({"silence", "refusal"})
_NOT = frozenset("not no never nobody nothing none neither nor cannot false untrue unanswered silent unreturned without".split())  # noqa: SIM905
_DENYING = frozenset({Act.DENIAL, Act.JUSTIFICATION})


def invented(case: Case) -> Iterator[Seen]:
    """R3: "declined to comment", "did not respond", "denied" with no source that says so."""
    for sentence in case.sentences:
        for hit in hits(sentence.line, "replies"):
            if (
                hit.quoted
                or not _is_answer(sentence.line, hit)
                or _is_passive(sentence.line, hit)
                or hit.words[0] in remarks(sentence.line)
            ):
                continue
            who = _who(case, sentence, hit)
            if not _supported(case, sentence, hit, who):
                name = who[-1].text if who else "anybody"
                yield Seen(
                    where=hit.span,
                    message=f"“{hit.text}”: no source says this of {name}.",
                    evidence=sentence.evidence,
                    suggestion="Write that no response was found in the sources.",
                    severity=None
                    if hit.sense in _OPEN or (who and hit.sense == "denial")
                    else Severity.NOTE,  # a pronoun's, or "admitted": A5
                )


def _is_passive(line: Line, hit: Hit) -> bool:
    """Whether a denial is nobody's: "the sum is disputed", "remains contested"."""
    return hit.sense == "denial" and any(
        w in lexicon("grammar", "be") or w.startswith("remain") for w in line.low[max(0, hit.at - 2) : hit.at]
    )


def _is_answer(line: Line, hit: Hit) -> bool:
    """Whether the word is a verb of answering, or ends one ("called the charge false"): "denial" only supports."""
    called = any(w in _CALLING for w in line.low[max(0, hit.at - _CALLED) : hit.at])
    return (
        hit.sense in _OPEN
        or (hit.sense == "denial" and called and hit.words[0].low in _UNTRUE)
        or hit.words[0].low
        in {
            "denied",
            "denies",
            "rejected",
            "rejects",
            "disputed",
            "disputes",
            "admitted",
            "apologized",
            "apologised",
        }
    )


def _who(case: Case, sentence: Sentence, hit: Hit) -> list[Named]:
    """The names right before the answer ("Venn and Roth declined"); none where something else stands for who answers."""
    before = Span(sentence.line.span.start, max(hit.span.start, sentence.line.span.start + 1))
    named = [n for n in case.together.inside(DRAFT, before) if not n.quoted]
    if not named or named[-1].sort is not Sort.NAME or re.search("[,;:]", case.document.text[named[-1].span.end : hit.span.start]):
        return []
    return [n for n in named[-2:] if n.sort is Sort.NAME]


def _supported(case: Case, sentence: Sentence, hit: Hit, who: list[Named]) -> bool:
    near = {(near.document, near.number) for rest in sentence.rests for near in case.sources.beside(rest.line)}
    for line in case.sources.lines:
        is_near = (line.document, line.number) in near
        for theirs in hits(line, "replies"):
            is_by = _by(case, line, theirs.span.start, who) if who else is_near
            if is_by and _same_kind(hit, theirs, sentence.line, line) and _same_matter(case, sentence.line, hit, line):
                return True
        if hit.sense in _OPEN and _is_silent(line) and (_by(case, line, line.span.end, who) if who else is_near):
            return True
    told = [s for s in case.evidence.reading.statements.values() if hit.sense == "denial" and _denies(case, s)]
    return any(_is_told_by(case, s, who, near) and _is_about(case, sentence, hit, s) for s in told)


def _is_silent(line: Line) -> bool:
    """Whether a source sentence negates a word of talking: "calls were not returned"."""
    talking = [i for i, w in enumerate(line.words) if w.stem in _talking()]
    return any(negates(line.low[max(0, i - _WITHIN) : i + _WITHIN - 1]) for i in talking)


@cache
def _talking() -> frozenset[str]:
    return frozenset(stem(w) for w in lexicon("audit", "reach"))


def negates(low: Sequence[str]) -> bool:
    """Whether words say "not"."""
    return any(w in _NOT or w.endswith(("n't", "n’t")) for w in low)


def _denies(case: Case, statement: Statement) -> bool:
    """Whether a statement of the sources denies, justifies, or says "not"."""
    act = case.evidence.reading.classifications.get(statement.id)
    text = case.evidence.reading.documents[statement.document].text
    return (act is not None and act.act in _DENYING) or negates(text_of(text, statement.content).lower().split())


def _is_told_by(case: Case, statement: Statement, who: list[Named], near: set[tuple[DocumentId | None, int]]) -> bool:
    """Whether one of them makes a statement; where nobody is named, whether it stands near what our sentence rests on."""
    party = case.together.speaker(statement.id)
    if not who:
        at = statement.content[0].start
        return any(
            x.document == statement.document and x.span.start <= at < x.span.end and (x.document, x.number) in near
            for x in case.sources.lines
        )
    behind = case.together.parties.get(party.on_behalf_of) if party and party.on_behalf_of else None
    return any(is_party(n, p) for n in who for p in (party, behind) if p is not None)


def _same_matter(case: Case, ours: Line, hit: Hit, theirs: Line) -> bool:
    """Whether a source sentence, or one beside it, speaks of what our denial is about, where it says what it is about."""
    if hit.sense in _OPEN:
        return True
    about = _object(ours, hit)
    return not about or any(about & line.content for line in case.sources.beside(theirs) if line.number <= theirs.number)


def _is_about(case: Case, sentence: Sentence, hit: Hit, statement: Statement) -> bool:
    """Whether a negating statement holds most of what our denial is about, where ours says what that is."""
    about = _object(sentence.line, hit)
    text = case.evidence.reading.documents[statement.document].text
    said = {stem(w.strip(".,;:!?'\"()").removesuffix("'s")) for w in text_of(text, statement.content).lower().split()}
    return 2 * len(about & said) > len(about) or not about


def _object(ours: Line, hit: Hit) -> set[str]:
    """The content words that say what is denied."""
    behind = ours.words[hit.at + len(hit.words) : hit.at + len(hit.words) + _OBJECT]
    if hit.words[0].low in _UNTRUE:  # "called the claim about the tower false"
        called = max((i + 1 for i in range(hit.at) if ours.low[i] in _CALLING), default=hit.at)
        behind = ours.words[called : hit.at]
    return {
        w.stem
        for w in behind
        if w.is_content and not w.quoted and w.low not in lexicon("nominals", "charge") | lexicon("audit", "noun-of-saying")
    }


def _same_kind(ours: Hit, theirs: Hit, line: Line, their_line: Line) -> bool:
    if ours.sense == theirs.sense == "refusal":
        return _talks(ours, line) == _talks(theirs, their_line)
    return ours.sense == theirs.sense or {ours.sense, theirs.sense} == _OPEN


def _talks(hit: Hit, line: Line) -> bool:
    """ "Declined to comment" and its like, not "declined to testify"."""
    return bool(lexicon("audit", "talk") & set(line.low[hit.at : hit.at + len(hit.words) + 4]))


def _by(case: Case, line: Line, at: int, who: list[Named]) -> bool:
    """Whether one of them stands before the answer in a source sentence, or in the one before where no name stands there."""
    if line.document is None:
        return False
    before = [n for n in case.together.inside(line.document, line.span) if n.span.start < at and n.sort is not Sort.PRONOUN]
    if not before:
        before = [
            n for near in case.sources.beside(line) if near.number < line.number for n in case.together.inside(line.document, near.span)
        ]
    wanted = {n.entity for n in who if n.entity is not None}
    spelled = {n.text.lower().split()[-1] for n in who}
    return any(n.entity in wanted or n.text.lower().split()[-1] in spelled for n in before)
