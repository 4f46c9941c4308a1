"""Checks of figures that only look reported: one side's figure in the draft's own voice, and a ratio that the draft worked out."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.figures import Figure, figures
from counterclaim.audit.lines import Line
from counterclaim.audit.phrases import hits
from counterclaim.audit.remarks import remarks
from counterclaim.audit.sayings import told_in
from counterclaim.records import Statement
from counterclaim.statements.cues import forms
from counterclaim.text.lexicon import words as lexicon

_RATIOS = frozenset({"double", "triple", "quadruple", "half"})
_BARE_HALF = frozenset({"half", "double"})  # "half an hour", "a double vote": a ratio only of something: "half of", "half the"
_TIMES = frozenset({"twice", "thrice"})
_PARTED = frozenset({"of", "the", "its", "their", "his", "her"})
_LIKE = 2  # words around two figures that must be the same


def derived(case: Case) -> Iterator[Seen]:
    """N4: "doubled", "halved", "twice": no source reckons so."""
    known = {hit.sense for line in case.sources.lines for hit in hits(line, "sourcing") if hit.sense in _RATIOS}
    for sentence in case.sentences:
        for hit in hits(sentence.line, "sourcing"):
            if hit.sense in _RATIOS - known and not hit.quoted and _reckons(sentence.line, hit.at):
                yield Seen(
                    where=hit.span,
                    message=f"“{hit.text}”: no source reckons so.",
                    evidence=sentence.evidence,
                    suggestion="Give the figures of the sources, or say that the draft worked it out.",
                )


def _reckons(line: Line, at: int) -> bool:
    after = line.low[at + 1 : at + 2]
    if line.low[at] in _TIMES:  # "asked twice" counts, "twice as many" reckons
        return after in {("as",), ("the",), ("that",), ("its",)}
    return line.low[at] not in _BARE_HALF or after in {(w,) for w in _PARTED}


def as_fact(case: Case) -> Iterator[Seen]:
    """N3: a figure that the sources only have one side say, while another gives another one, stands in nobody's mouth."""
    known = [(f, line) for line in case.sources.lines if line.document for f in figures(line, _text(case, line))]
    for sentence in case.sentences:
        if sentence.line.is_heading or _is_told(sentence):
            continue
        said = {w.span.start for w in remarks(sentence.line)}
        for figure in figures(sentence.line, case.document.text):
            if not figure.quoted and figure.span.start not in said:
                yield from _disputed(case, figure, known)


def _disputed(case: Case, figure: Figure, known: list[tuple[Figure, Line]]) -> Iterator[Seen]:
    same = [(f, line) for f, line in known if f.kind == figure.kind and f.value == figure.value]
    mine = [s for f, line in same if (s := _says(case, f, line))]
    if not same or len(mine) < len(same):
        return
    for other, line in known:
        theirs = _says(case, other, line) if other.kind == figure.kind and other.value != figure.value else None
        if theirs and all(_are_sides(case, m, theirs) for m in mine) and any(_is_like(f, other) for f, _ in same):
            yield Seen(
                where=figure.span,
                message=f"“{figure.text}” is one side's figure; another says “{other.text}”.",
                evidence=" ".join(line.text.split()),
                suggestion="Say whose figure it is.",
            )
            return


def _is_told(sentence: Sentence) -> bool:
    """Whether anything in a sentence can say whose its words are."""
    return any(
        not w.quoted and (forms(w.low) or w.low in lexicon("audit", "attributing") or w.low == "according") for w in sentence.line.words
    )


def _says(case: Case, figure: Figure, line: Line) -> Statement | None:
    """The statement of the sources that holds a figure."""
    inside = (s for s in told_in(case, line) if any(c.start <= figure.span.start < c.end for c in s.content))
    return next(inside, None)


def _are_sides(case: Case, one: Statement, other: Statement) -> bool:
    a, b = case.together.speaker(one.id), case.together.speaker(other.id)
    return a is not None and b is not None and a.id != b.id and a.on_behalf_of != b.id and b.on_behalf_of != a.id


def _is_like(one: Figure, other: Figure) -> bool:
    return len(set(one.around) & set(other.around)) >= _LIKE


def _text(case: Case, line: Line) -> str:
    assert line.document is not None
    return case.evidence.reading.documents[line.document].text
