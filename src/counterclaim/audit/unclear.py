"""Checks that a reader can tell who speaks: a "he" or "she" whose name stands far back, or that two people before it could be."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.sayings import sayings
from counterclaim.audit.speakers import is_party
from counterclaim.audit.together import DRAFT, Named
from counterclaim.parties.found import Sort
from counterclaim.records import Party, PartyKind, Severity, Statement

_SINGLE = {"he": frozenset({"he", "him", "his", "himself"}), "she": frozenset({"she", "her", "hers", "herself"})}
_FAR = 2  # sentences in between that speak of somebody or something else


def speaker(case: Case) -> Iterator[Seen]:
    """A11: who speaks is told by a pronoun, and not clearly."""
    for sentence, said in sayings(case):
        pronoun = _pronoun(case, sentence, said)
        if pronoun is None:
            continue
        gap = _gap(case, sentence, pronoun.text.lower())
        if gap >= _FAR:
            yield Seen(
                where=pronoun.span,
                message=f"“{pronoun.text}” speaks; {gap} sentences before it name nobody whom it can be.",
                suggestion="Name the speaker again.",
            )
        elif any(_may_be_either(case, sentence, pronoun)):
            yield Seen(
                where=pronoun.span,
                message=f"“{pronoun.text}” could be either of two people named before.",
                suggestion="Name the speaker.",
                severity=Severity.NOTE,
            )


def _pronoun(case: Case, sentence: Sentence, said: Statement) -> Named | None:
    """The "he" or "she" that is the whole of who speaks, where its sentence names no person before it."""
    inside = case.together.inside(DRAFT, sentence.line.span)
    found = next((n for n in inside if n.text.lower() in _SINGLE and any(s.start == n.span.start for s in said.source)), None)
    named = found and any(n.span.start < found.span.start and n.sort is not Sort.PRONOUN and not n.governed for n in inside)
    return None if named else found


def _before(case: Case, sentence: Sentence) -> list[Sentence]:
    """The sentences before one under the same heading, the nearest first."""
    at = case.sentences.index(sentence)
    before = []
    for each in reversed(case.sentences[:at]):
        if each.line.is_heading:
            break
        before.append(each)
    return before


def _gap(case: Case, sentence: Sentence, pronoun: str) -> int:
    """How many sentences right before one hold neither that pronoun nor anybody's name; 0 where none under its heading does."""
    for n, each in enumerate(_before(case, sentence)):
        if _SINGLE[pronoun] & set(each.line.low) or any(_is_somebody(case, x) for x in case.together.inside(DRAFT, each.line.span)):
            return n
    return 0


def _may_be_either(case: Case, sentence: Sentence, pronoun: Named) -> Iterator[bool]:
    """True where the sentence right before names two people and reports neither's words."""
    for each in _before(case, sentence)[:1]:
        inside = case.together.inside(DRAFT, each.line.span)
        people = {n.entity for n in inside if n.sort is Sort.NAME and not n.quoted and _person(case, n) is not None}
        told = each.statements or _SINGLE[pronoun.text.lower()] & set(each.line.low)
        yield len(people) == 2 and not told


def _is_somebody(case: Case, named: Named) -> bool:
    return named.sort is Sort.PERSON or (named.sort is Sort.NAME and _person(case, named) is not None)


def _person(case: Case, named: Named) -> Party | None:
    return next((p for p in case.together.parties.values() if p.kind is PartyKind.PERSON and is_party(named, p)), None)
