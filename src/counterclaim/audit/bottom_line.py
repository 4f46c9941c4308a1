"""Checks that a bottom line only sums up: it brings no party, number or proposition that the rest of the draft does not hold."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.figures import Figure, figures
from counterclaim.audit.lines import Line
from counterclaim.audit.parts import parts
from counterclaim.audit.remarks import remarks
from counterclaim.audit.speakers import same_name
from counterclaim.audit.together import DRAFT, Named
from counterclaim.parties.found import Sort
from counterclaim.records import Severity, Span

_COUNTS = 3.0  # up to which a bare number may count what the draft itself tells: "both", "three officials"
_ALREADY = 5  # sentences that a draft must have told before there is something to sum up
_ROOT = 5  # letters by which two words are of one root


def adds(case: Case) -> Iterator[Seen]:
    """A4: a number or a name of the bottom line that nothing before it holds; a note where the sources hold it."""
    told: list[Sentence] = []
    for part in parts(case):
        if part.is_bottom_line and len(told) >= max(_ALREADY, len(case.sentences) / 2):
            for sentence in part.sentences:
                yield from _numbers(case, sentence, told)
                yield from _names(case, sentence, told)
        if part.heading is not None:
            told.append(part.heading)
        told.extend(part.sentences)


def _numbers(case: Case, sentence: Sentence, told: list[Sentence]) -> Iterator[Seen]:
    known = {f.value for s in told for f in figures(s.line, case.document.text)}
    counted = {w.span.start for w in remarks(sentence.line)}
    for figure in figures(sentence.line, case.document.text):
        small = isinstance(figure.value, float) and figure.value <= _COUNTS
        if figure.value not in known and not small and not figure.quoted and figure.span.start not in counted:
            held = any(figure.value == f.value for rest in sentence.rests for f in _figures_of(case, rest.line))
            yield _seen(figure.span, f"The rest of the draft does not have the figure “{figure.text}”.", sentence, held=held)


def _names(case: Case, sentence: Sentence, told: list[Sentence]) -> Iterator[Seen]:
    known = [n for s in told for n in case.together.inside(DRAFT, s.line.span)]
    roots = {w.stem[:_ROOT] for s in told for w in s.line.words}
    for named in case.together.inside(DRAFT, sentence.line.span):
        if named.sort is Sort.NAME and not named.quoted and not _is_known(sentence, named, known, roots):
            held = any(same_name(named, n) for id, each in case.together.named.items() if id != DRAFT for n in each)
            yield _seen(named.span, f"The rest of the draft does not name “{named.text}”.", sentence, held=held)


def _is_known(sentence: Sentence, named: Named, known: list[Named], roots: set[str]) -> bool:
    """Whether the draft has named it before, or any of its words."""
    words = [w for w in sentence.line.words if named.span.start <= w.span.start < named.span.end and w.is_content]
    return not words or any(w.stem[:_ROOT] in roots for w in words) or any(same_name(named, k) for k in known if k.sort is Sort.NAME)


def _figures_of(case: Case, line: Line) -> tuple[Figure, ...]:
    return figures(line, case.evidence.reading.documents[line.document].text) if line.document else ()


def _seen(where: Span, message: str, sentence: Sentence, *, held: bool) -> Seen:
    return Seen(
        where=where,
        message=message,
        evidence=sentence.evidence,
        suggestion="Tell it above, or leave it out here.",
        severity=Severity.NOTE if held else None,
    )
