"""Finds names that a draft misspells by one letter, where the sources spell them in one way only.

The other words of the name must be right ("Piers Valdene" for "Piers Valdane"); the wrong word alone is then wrong elsewhere too.
Never inside quotation marks. Two people whose names differ by a letter are both in the sources, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from counterclaim.audit.case import Case
from counterclaim.audit.lines import Word
from counterclaim.audit.together import DRAFT
from counterclaim.parties.found import Sort
from counterclaim.records import Span

_LETTERS = 5  # of a word that can be misspelt for sure
_NEAR = 1  # letters added, dropped, changed, or two exchanged


def misspelt(case: Case) -> Iterator[tuple[Span, str, str]]:
    """(place in the case's words, the word there, the sources' spelling)."""
    right = _corrections(case)
    for sentence in case.sentences:
        for word in sentence.line.words:
            bare = word.text.removesuffix("'s")
            if bare in right and not word.quoted:
                start = word.span.start
                yield Span(start, start + len(bare)), bare, right[bare]


def _corrections(case: Case) -> dict[str, str]:
    """Each misspelt word of a name -> the one spelling of the sources."""
    documents = case.evidence.reading.documents
    known = {w.text.removesuffix("'s") for line in case.sources.lines for w in line.words}
    names = {n.text for id in documents for n in case.together.named[id] if n.sort is Sort.NAME and " " in n.text}
    found: dict[str, set[str]] = {}
    for sentence in case.sentences:
        for named in case.together.inside(DRAFT, sentence.line.span):
            if named.sort is Sort.NAME and not named.quoted:
                inside = [w for w in sentence.line.words if named.span.start <= w.span.start < named.span.end]
                for word, name in _nearly(inside, names, known):
                    found.setdefault(word, set()).add(name)
    return {word: next(iter(spellings)) for word, spellings in found.items() if len(spellings) == 1}


def _nearly(inside: list[Word], names: set[str], known: set[str]) -> Iterator[tuple[str, str]]:
    """(a word of a name, its spelling in a name of the sources whose other words it shares)."""
    ours = [w.text.removesuffix("'s") for w in inside]
    for name in names:
        theirs = name.split()
        mine = ours[-len(theirs) :]
        wrong = [(a, b) for a, b in zip(mine, theirs, strict=False) if a != b]
        if len(mine) == len(theirs) and len(wrong) == 1 and _is_slip(*wrong[0]) and wrong[0][0] not in known:
            yield wrong[0]


def _is_slip(was: str, now: str) -> bool:
    long = min(len(was), len(now)) >= _LETTERS
    return long and was[0].isupper() and now[0].isupper() and OSA.distance(was, now, score_cutoff=_NEAR) <= _NEAR
