"""Pairs what a draft says that somebody said with the statements of the sources that say the same, by the words they share."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.audit.case import COMPARED, Case, Sentence
from counterclaim.audit.lines import Line
from counterclaim.records import Statement

_SHARED = 3  # content words of both, or
_PART = 0.5  # of the fewer


def sayings(case: Case) -> Iterator[tuple[Sentence, Statement]]:
    """Each statement of the draft that stands for itself, with its sentence."""
    for sentence in case.sentences:
        if not sentence.line.is_heading:
            yield from ((sentence, s) for s in sentence.statements if s.within is None)


def alike(case: Case, sentence: Sentence, statement: Statement) -> list[tuple[Statement, Line]]:
    """The source statements that say what one of the draft's says, with their lines, the closest line first."""
    ours = stems(sentence.line, statement)
    found = []
    for rest in sentence.rests:
        for theirs in told_in(case, rest.line):
            said = stems(rest.line, theirs)
            shared = len(ours & said)
            if rest.cover >= COMPARED and shared and (shared >= _SHARED or shared >= _PART * min(len(ours), len(said))):
                found.append((theirs, rest.line))
    return found


def told_in(case: Case, line: Line) -> list[Statement]:
    """The statements whose content begins in a line of the sources."""
    statements = case.evidence.reading.statements.values()
    return [s for s in statements if s.document == line.document and line.span.start <= s.content[0].start < line.span.end]


def stems(line: Line, statement: Statement) -> frozenset[str]:
    """The content words of a statement that stand in a line."""
    return frozenset(w.stem for w in line.words if w.is_content and any(c.start <= w.span.start < c.end for c in statement.content))
