"""Checks of the answers that a draft reports: did anybody deny, decline or fail to respond in any source?

A row of data/replies.tsv names a kind of answer: silence, refusal, denial, admission. An answer is supported where a source
sentence holds a word of its kind and names who answers, itself or in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.lines import Line
from counterclaim.audit.phrases import Hit, hits
from counterclaim.audit.together import DRAFT, Named
from counterclaim.parties.found import Sort
from counterclaim.records import Span
from counterclaim.text.lexicon import words as lexicon

_FOUND_NONE = re.compile(
    r"\b(?:found|located|identified|carried|contained?|recorded|appears?|given)\b.*\b(?:sources?|documents?|articles?|reports?)\b",
    re.IGNORECASE,
)
_OBJECT = 8  # words behind a denial that say what is denied
_OPEN = frozenset({"silence", "refusal"})


def invented(case: Case) -> Iterator[Seen]:
    """R3: "declined to comment", "did not respond", "denied" with no source that says so."""
    for sentence in case.sentences:
        none_found = _FOUND_NONE.search(sentence.line.text) is not None
        for hit in hits(sentence.line, "replies"):
            if hit.quoted or not _is_answer(hit) or (none_found and hit.words[0].low == "no"):
                continue
            who = _who(case, sentence, hit)
            if not _supported(case, sentence, hit, who):
                name = who[-1].text if who else "anybody"
                yield Seen(
                    where=hit.span,
                    message=f"“{hit.text}”: no source says this of {name}.",
                    evidence=sentence.evidence,
                    suggestion="Write that no response was found in the sources.",
                )


def _is_answer(hit: Hit) -> bool:
    """Whether the word is a verb of answering: what is no finite verb ("false", "denial") only supports."""
    return hit.sense in _OPEN or hit.words[0].low in {
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


def _who(case: Case, sentence: Sentence, hit: Hit) -> list[Named]:
    """The names right before the answer ("Venn and Roth declined"); none where something else stands for who answers."""
    before = Span(sentence.line.span.start, max(hit.span.start, sentence.line.span.start + 1))
    named = [n for n in case.together.inside(DRAFT, before) if not n.quoted]
    if not named or named[-1].sort is Sort.PRONOUN or re.search("[,;:]", case.document.text[named[-1].span.end : hit.span.start]):
        return []
    return [n for n in named[-2:] if n.sort is not Sort.PRONOUN]


def _supported(case: Case, sentence: Sentence, hit: Hit, who: list[Named]) -> bool:
    near = {(near.document, near.number) for rest in sentence.rests for near in case.sources.beside(rest.line)}
    for line in case.sources.lines:
        for theirs in hits(line, "replies"):
            is_by = _by(case, line, theirs, who) if who else (line.document, line.number) in near
            if is_by and _same_kind(hit, theirs, sentence.line, line) and _same_matter(case, sentence.line, hit, line):
                return True
    return False


def _same_matter(case: Case, ours: Line, hit: Hit, theirs: Line) -> bool:
    """Whether a source sentence, or one beside it, speaks of what our denial is about, where it says what it is about."""
    if hit.sense in _OPEN:
        return True
    behind = ours.words[hit.at + len(hit.words) : hit.at + len(hit.words) + _OBJECT]
    about = {w.stem for w in behind if w.is_content and not w.quoted and w.low not in lexicon("nominals", "charge")}
    return not about or any(about & line.content for line in case.sources.beside(theirs) if line.number <= theirs.number)


def _same_kind(ours: Hit, theirs: Hit, line: Line, their_line: Line) -> bool:
    if ours.sense == theirs.sense == "refusal":
        return _talks(ours, line) == _talks(theirs, their_line)
    return ours.sense == theirs.sense or {ours.sense, theirs.sense} == _OPEN


def _talks(hit: Hit, line: Line) -> bool:
    """ "Declined to comment" and its like, not "declined to testify"."""
    return bool(lexicon("audit", "talk") & set(line.low[hit.at : hit.at + len(hit.words) + 4]))


def _by(case: Case, line: Line, hit: Hit, who: list[Named]) -> bool:
    """Whether one of them stands before the answer in a source sentence, or in the one before where no name stands there."""
    if line.document is None:
        return False
    before = [n for n in case.together.inside(line.document, line.span) if n.span.start < hit.span.start and n.sort is not Sort.PRONOUN]
    if not before:
        before = [
            n for near in case.sources.beside(line) if near.number < line.number for n in case.together.inside(line.document, near.span)
        ]
    wanted = {n.entity for n in who if n.entity is not None}
    spelled = {n.text.lower().split()[-1] for n in who}
    return any(n.entity in wanted or n.text.lower().split()[-1] in spelled for n in before)
