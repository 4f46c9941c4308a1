"""Checks of the figures outside quotation marks: is the value a source's, in the same surroundings and with its comparator?

A figure is compared with the sources' figures of its kind by the words around them. It is quiet where any source has its
value in surroundings like its own: outlets may differ, and an editor decides between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.figures import NEARLY, Figure, figures, spelled
from counterclaim.audit.lines import Line
from counterclaim.audit.remarks import remarks
from counterclaim.records import Comparator

_LIKE = 0.34  # from which surroundings are taken for the same
_BETTER = 1.6  # times as like as the best surroundings of the same value
_SURE = 0.6  # like enough to speak although the value stands nearby
_RELATIVE = frozenset({"yesterday", "today", "tomorrow", "tonight"})
_COMMON = 20.0  # up to which a value stands in a text by chance
_RARE = 100.0  # above which a value of the sources is not met by chance
_PLAIN = frozenset({"count", "figure"})
_DATED = frozenset({"year", "month", "weekday", "ordinal", "several"})
_ABOUT = frozenset({Comparator.ABOUT.value, NEARLY})


@dataclass(frozen=True, slots=True)
class _Place:
    """A source's figure, its line, and how like its surroundings are to those of the figure under check, 0..1."""

    figure: Figure
    line: Line
    like: float


def changed(case: Case) -> Iterator[Seen]:
    """N1: a value that the sources give otherwise in the same surroundings, or not at all."""
    known = _known(case)
    for sentence, figure, places in _checked(case, known):
        same = [p for p in places if p.figure.value == figure.value and _is_kin(p.figure.kind, figure.kind)]
        other = [p for p in places if p.figure.value != figure.value and p.figure.kind == figure.kind]
        best = max(other, key=lambda p: p.like, default=None)
        like = max((p.like for p in same), default=0.0)
        if figure.kind == "weekday" and _is_relative(case, sentence):
            continue
        rare = isinstance(figure.value, float) and figure.value > _RARE and like > 0
        told = (
            best is not None
            and not rare
            and best.like >= max(_LIKE, _BETTER * like)
            and (best.like >= _SURE or not _is_beside(case, sentence, same))
        )
        unheard = not same and not _is_written(case, figure) and sentence.cover >= _LIKE and figure.value not in (1.0, 2.0)
        if not told and not unheard:
            continue
        evidence = best.line if best and best.like > like else sentence.rests[0].line if sentence.rests else None
        yield Seen(
            where=figure.span,
            message=f"“{figure.text}” is not what the sources say here.",
            evidence=" ".join(evidence.text.split()) if evidence else "",
            suggestion=f"Check against “{best.figure.text}”." if best and best.like >= _LIKE else None,
        )


def _is_written(case: Case, figure: Figure) -> bool:
    """Whether a source has the value in words, or in a line that is no sentence: the date of a mail."""
    word = figure.value if isinstance(figure.value, str) else spelled(figure.value)
    texts = (d.text.lower() for d in case.evidence.reading.documents.values())
    return bool(word) and any(re.search(rf"\b{re.escape(word)}\b", text) for text in texts)


def _is_kin(one: str, other: str) -> bool:
    """Whether two kinds may count the same: equal, or one of them without a unit."""
    return one == other or bool({one, other} & _PLAIN)


def _is_relative(case: Case, sentence: Sentence) -> bool:
    """Whether the sources tell the day by their own date ("yesterday"), which an undated text cannot be held against."""
    return any(w in _RELATIVE for rest in sentence.rests for line in case.sources.beside(rest.line) for w in line.low)


def _is_beside(case: Case, sentence: Sentence, same: Sequence[_Place]) -> bool:
    """Whether the value stands in a sentence that ours rests on, or in one beside it."""
    near = {(line.document, line.number) for rest in sentence.rests for line in case.sources.beside(rest.line)}
    return any((p.line.document, p.line.number) in near for p in same)


def comparators(case: Case) -> Iterator[Seen]:
    """N2: "at least", "nearly", "more than" lost, added or turned."""
    known = _known(case)
    for _, figure, places in _checked(case, known):
        same = [p for p in places if p.figure.value == figure.value and p.figure.kind == figure.kind and p.like > 0]
        best = max((p.like for p in same), default=0.0)
        beside = [p for p in same if p.like >= 0.7 * best and p.like >= _LIKE / 2] or _everywhere(figure, places)
        if not beside or any(_agree(figure.comparator, p.figure.comparator) for p in beside):
            continue
        yield Seen(
            where=figure.span,
            message=f"The sources qualify this figure otherwise: “{beside[0].figure.text}”.",
            evidence=" ".join(beside[0].line.text.split()),
            suggestion=f"Write “{beside[0].figure.text}”.",
        )


def _everywhere(figure: Figure, places: Sequence[_Place]) -> list[_Place]:
    """All places of a value too rare to be met by chance, where the sources qualify it in one way only."""
    same = [p for p in places if p.figure.value == figure.value and p.figure.kind == figure.kind]
    one_way = len({p.figure.comparator for p in same}) == 1
    return same if one_way and isinstance(figure.value, float) and figure.value > _COMMON and figure.kind not in _DATED else []


def _agree(ours: str, theirs: str) -> bool:
    if ours == theirs or {ours, theirs} <= _ABOUT:
        return True
    return theirs == Comparator.EXACT.value and ours in _ABOUT


def _known(case: Case) -> list[tuple[Figure, Line]]:
    documents = case.evidence.reading.documents
    return [(f, line) for line in case.sources.lines if line.document for f in figures(line, documents[line.document].text)]


def _checked(case: Case, known: Sequence[tuple[Figure, Line]]) -> Iterator[tuple[Sentence, Figure, list[_Place]]]:
    """The draft's own figures with the sources' figures that they can be compared with."""
    for sentence in case.sentences:
        said = {w.span.start for w in remarks(sentence.line)}
        for figure in figures(sentence.line, case.document.text):
            if not figure.quoted and figure.span.start not in said:
                yield sentence, figure, [_Place(f, line, _like(case, figure, f, line)) for f, line in known if _comparable(figure, f)]


def _comparable(ours: Figure, theirs: Figure) -> bool:
    return ours.kind == theirs.kind or ours.value == theirs.value


def _like(case: Case, ours: Figure, theirs: Figure, line: Line) -> float:
    """The share of the words around our figure that stand around theirs, or, for half, elsewhere in its line."""
    weights = {s: case.sources.weight(s) / (1 + i / 4) for i, s in enumerate(ours.around)}
    total = sum(weights.values())
    beside = set(theirs.around)
    return sum(w * (1.0 if s in beside else 0.5 if s in line.content else 0.0) for s, w in weights.items()) / total if total else 0.0
