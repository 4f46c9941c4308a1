"""Checks a quotation with marks - ellipses, brackets - piece by piece: are the pieces there, and does a mark change what was said?

The pieces must stand in order, close together, in one quotation of the source. A cut must hide no negation (altered) and no
hedge, condition or number (review); a bracket must add no negation and no number (altered), and no name, hedge or words for
nothing (review). Where the same pieces stand in two places, the better one does not excuse the worse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.receipts.beside import turned_beside
from counterclaim.receipts.passages import Passages, Run, literal, shown
from counterclaim.receipts.tokens import words
from counterclaim.receipts.turning import HEDGES, NEGATIONS, negates
from counterclaim.receipts.use import BRACKET, ELLIPSIS
from counterclaim.records import Span, Verdict, VerdictKind
from counterclaim.text.quantities import quantities

_MARK = re.compile(f"(?P<bracket>{BRACKET.pattern})|(?P<ellipsis>{ELLIPSIS.pattern})")
_OTHER_CASE = re.compile(r"\[(\w)\](?=\w)")
_FARTHEST = 60  # words between two pieces of one quotation
_OWN_BRACKET = re.compile(r"\[([^\]]*)")
_OWN_BEFORE = re.compile(r"\[([^\]]*)\]\s*$")
_OWN_AFTER = re.compile(r"\s*\[([^\]]*)\]")
_LONGEST_BRACKET = 200  # code points
_LEFT_OUT, _JOINED = "the cut leaves out", "the pieces come from different sentences"
_TWO_VOICES, _TWO_PLACES = "a quotation of the source begins or ends between the pieces", "the pieces stand in two places"
Reason = tuple[VerdictKind, str]
QUOTATION_MARK = re.compile(r"[\"“”„«»]|''|``")


@dataclass(frozen=True, slots=True)
class _Mark:
    """What stands between two pieces, or at an end: the words of its brackets, and whether there is an ellipsis too."""

    inserted: tuple[str, ...] = ()
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class _Marked:
    """The pieces of a quotation; `marks[i]` stand before piece i, the last ones after all."""

    pieces: tuple[tuple[str, ...], ...]
    marks: tuple[_Mark, ...]


def marked(quotation: str, sources: Passages) -> list[Verdict]:
    """A verdict for each place where the pieces stand; none where they do not or where there is no mark."""
    text = " ".join(quotation.split())
    if not _MARK.search(text):
        return []
    for letter in (r"\1 ", r"\1"):  # "[W]e" as a source prints it, or for the "we" of a source
        asked = _read(_OTHER_CASE.sub(letter, text))
        found = list(_placed(asked, sources)) if asked.pieces else []
        tight = [p for p in found if not any(_holds(p, other) for other in found)]
        if tight:
            return _strict([_judged(asked, sources.runs[r], places) for r, places in tight])
    return []


def is_cut(verdict: Verdict) -> bool:
    """Whether the verdict is about what a cut inside the quotation hides or joins."""
    about = (_LEFT_OUT, _JOINED, _TWO_VOICES, _TWO_PLACES)
    return verdict.kind in (VerdictKind.ALTERED, VerdictKind.REVIEW) and verdict.reason.startswith(about)


def _read(text: str) -> _Marked:
    """ "He went … [in] there" -> He went / there; nothing before, a cut with "in" between, nothing after."""
    pieces: list[tuple[str, ...]] = []
    marks = [_Mark()]
    at = 0
    for found in [*_MARK.finditer(text), None]:
        if piece := words(text[at : found.start() if found else len(text)]).words:
            pieces.append(piece)
            marks.append(_Mark())
        if found:
            at, said = found.end(), words(found.group(2) or "").words
            marks[-1] = _Mark((*marks[-1].inserted, *said), marks[-1].is_cut or not said)
    return _Marked(tuple(pieces), tuple(marks))


def _placed(asked: _Marked, sources: Passages) -> Iterator[tuple[int, tuple[int, ...]]]:
    """(run, where each piece begins)."""
    for r, first in literal(asked.pieces[0], sources):
        run, places, end = sources.runs[r].words, [first], first + len(asked.pieces[0])
        for piece in asked.pieces[1:]:
            at = next((i for i in range(end, min(end + _FARTHEST, len(run))) if run[i : i + len(piece)] == piece), None)
            if at is None:
                break
            places.append(at)
            end = at + len(piece)
        if len(places) == len(asked.pieces):
            yield r, tuple(places)


def _holds(placement: tuple[int, tuple[int, ...]], other: tuple[int, tuple[int, ...]]) -> bool:
    """Whether another placement is tighter: it ends where this one ends, and begins later."""
    return placement[0] == other[0] and placement[1][-1] == other[1][-1] and placement[1][0] < other[1][0]


def _strict(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """A good place beside a bad one: an editor looks which of them was meant."""
    bad = next((v for v in verdicts if v.kind is VerdictKind.ALTERED), None)
    good = next((v for v in verdicts if v.kind is not VerdictKind.ALTERED), None)
    if bad is None or good is None:
        return list(verdicts)
    reason = f"{_TWO_PLACES}, and in one {bad.reason}"
    return [Verdict(kind=VerdictKind.REVIEW, reason=reason, evidence=bad.evidence, document=bad.document, span=bad.span)]


def _judged(asked: _Marked, run: Run, places: Sequence[int]) -> Verdict:
    ends = [at + len(piece) for at, piece in zip(places, asked.pieces, strict=True)]
    reasons: list[Reason] = []
    for mark, end, start in zip(asked.marks[1:-1], ends[:-1], places[1:], strict=True):
        gap = run.words[end:start]
        if mark.is_cut and not gap and not mark.inserted and ELLIPSIS.search(run.between(end, start)):
            continue  # the source's own ellipsis
        reasons += [r for r in (_added(mark.inserted, gap), _hidden(mark.inserted, gap, run.words[start])) if r]
        reasons += _joined(run, mark, end, start)
    span = run.span(places[0], ends[-1])
    reasons += _edges(asked, run.text, span)
    if beside := turned_beside(run, places[0], ends[-1]):
        reasons.append((VerdictKind.REVIEW, beside))
    kind, reason = min(reasons, key=lambda r: r[0] is not VerdictKind.ALTERED, default=(VerdictKind.MARKED, ""))
    return Verdict(kind=kind, reason=reason, evidence=shown(run.text, span), document=run.document, span=span)


def _edges(asked: _Marked, text: str, span: Span) -> Iterator[Reason]:
    """Brackets before the first piece and after the last: the source's own, or in the place of words that nobody can tell."""
    before, after = _OWN_BEFORE.search(text[max(0, span.start - _LONGEST_BRACKET) : span.start]), _OWN_AFTER.match(text, span.end)
    for mark, own in ((asked.marks[0], before), (asked.marks[-1], after)):
        printed = words(own.group(1)).words if own else ()
        if mark.inserted and printed and mark.inserted != printed:
            yield VerdictKind.ALTERED, f"the source's own bracket has “{' '.join(printed)}”"
        elif not printed and (reason := _added(mark.inserted, (), is_edge=True)):
            yield reason


def _added(inserted: Sequence[str], gap: Sequence[str], *, is_edge: bool = False) -> Reason | None:
    """What a bracket says beyond the words in whose place it stands."""
    had = {w.casefold() for w in gap}
    new = [w for w in inserted if w.casefold() not in had]
    if strong := [w for w in new if w.casefold() in NEGATIONS or _is_number(w)]:
        return VerdictKind.ALTERED, f"the bracket adds “{' '.join(strong)}”"
    if weak := [w for w in new if w.casefold() in HEDGES or w[0].isupper() or not (gap or is_edge)]:
        return VerdictKind.REVIEW, f"the bracket adds “{' '.join(weak)}”"
    return None


def _hidden(inserted: Sequence[str], gap: Sequence[str], following: str) -> Reason | None:
    """What the words left out turn or limit; `following` is the first word that is kept again."""
    kept = {w.casefold() for w in inserted}
    gone = [w for w in gap if w.casefold() not in kept]
    if turning := [w for w, beside in zip(gone, [*gone[1:], following], strict=False) if negates(w, beside)]:
        return VerdictKind.ALTERED, f"{_LEFT_OUT} “{turning[0]}”"
    if limiting := [w for w in gone if w.casefold() in HEDGES or _is_number(w)]:
        return VerdictKind.REVIEW, f"{_LEFT_OUT} “{limiting[0]}”"
    return None


def _joined(run: Run, mark: _Mark, end: int, start: int) -> Iterator[Reason]:
    """What stands between two pieces besides words."""
    between = run.between(end, start)
    if mark.inserted and (own := _OWN_BRACKET.findall(between)):
        printed, gap = words(" ".join(own)).words, run.words[end:start]
        if mark.inserted != printed or (gap != printed and not mark.is_cut):
            yield VerdictKind.ALTERED, f"the source's own bracket has “{' '.join(printed)}”"
    if not run.is_one_sentence(end - 1, start + 1):
        yield VerdictKind.REVIEW, _JOINED
    if QUOTATION_MARK.search(between) and not run.is_joined:
        yield VerdictKind.REVIEW, _TWO_VOICES


def _is_number(word: str) -> bool:
    return word[0].isdigit() or bool(quantities(word, Span(0, len(word))))
