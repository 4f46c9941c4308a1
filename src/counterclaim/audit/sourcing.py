"""Checks of sources without a name: several made of one, and charges that nobody is named for."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.lines import Line
from counterclaim.audit.remarks import remarks
from counterclaim.audit.sayings import alike, sayings, stems
from counterclaim.audit.together import DRAFT, Named
from counterclaim.claims.words import text_of
from counterclaim.parties.found import Sort
from counterclaim.parties.words import singular
from counterclaim.records import PartyKind, Severity, Statement
from counterclaim.statements.cues import sense_of
from counterclaim.text.lexicon import words as lexicon
from counterclaim.text.senses import senses

_SAME = 0.6  # of a statement's content words that a source statement must hold, to be called the same
_COUNTED = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both", "and"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our"})
_ONE = frozenset({"a", "an", "one", "another"})


def inflated(case: Case) -> Iterator[Seen]:
    """A13: "officials said" where one official did."""
    for sentence, said in sayings(case):
        many = _plural(case, said)
        theirs = alike(case, sentence, said) if many is not None else []
        if many is None or not theirs:
            continue
        if not any(_is_several(case, t) for t, _ in theirs) and len({_speaker(case, t) for t, _ in theirs}) == 1:
            statement, line = theirs[0]
            one = _words(case, statement)
            yield Seen(
                where=many.span,
                message=f"“{many.text}” makes several of one: the source has “{one}”.",
                evidence=" ".join(line.text.split()),
                suggestion=f"Write “{one}”.",
            )


def _plural(case: Case, said: Statement) -> Named | None:
    """The plural noun without name, number or "the" that speaks in the draft: "officials", "critics of the plan"."""
    inside = [n for s in said.source for n in case.together.inside(DRAFT, s)]
    first = inside[0] if inside else None
    words = set(_words(case, said, draft=True).lower().split())
    if first is None or first.sort not in (Sort.GROUP, Sort.PERSON) or any(n.sort is Sort.NAME for n in inside):
        return None
    noun = first.text.lower().split()[-1]
    if noun in lexicon("media", "listener"):  # "told reporters"
        return None
    return None if singular(noun) == noun or words & (_COUNTED | _DEFINITE) or any(w.isdigit() for w in words) else first


def _is_several(case: Case, statement: Statement) -> bool:
    """Whether the source's own words for its speaker are a plural, a body, a pronoun, or nothing."""
    document = statement.document
    named = [n for s in statement.source for n in case.together.inside(document, s)]
    words = _words(case, statement).lower().split()
    if not words or not named or set(words) & _COUNTED:
        return True
    return named[0].sort not in (Sort.NAME, Sort.PERSON) or (named[0].sort is Sort.PERSON and singular(words[-1]) != words[-1])


def _speaker(case: Case, statement: Statement) -> str:
    party = case.together.speaker(statement.id)
    return party.id if party else _words(case, statement).lower()


def anonymous(case: Case) -> Iterator[Seen]:
    """A14: a charge that the draft gives to "a source" or "an official"."""
    for sentence, said in sayings(case):
        own = {w.span.start for w in remarks(sentence.line)}
        if any(s.start <= at < s.end for s in said.source for at in own):
            continue
        if not _is_anonymous(case, said) or not _charges(case, said):
            continue
        named = _by_name(case, sentence, said)
        yield Seen(
            where=said.source[0],
            message="An accusation is given to nobody by name" + (f"; the source names “{_words(case, named[0])}”." if named else "."),
            evidence=_shown(named[1]) if named else sentence.evidence,
            suggestion=f"Write “{_words(case, named[0])}”." if named else "Name who says it, or say why not.",
            severity=None if named else Severity.NOTE,
        )


def _by_name(case: Case, sentence: Sentence, said: Statement) -> tuple[Statement, Line] | None:
    """The source statement that says most of the same, where a person speaks it by name and nobody without a name says it too."""
    ours = stems(sentence.line, said)
    same = [(t, line) for t, line in alike(case, sentence, said) if len(ours & stems(line, t)) >= _SAME * len(ours)]
    return same[0] if same and all(_has_name(case, t) for t, _ in same) else None


def _is_anonymous(case: Case, said: Statement) -> bool:
    inside = [n for s in said.source for n in case.together.inside(DRAFT, s)]
    words = _words(case, said, draft=True).lower().split()
    if not words or any(n.sort in (Sort.NAME, Sort.PAPER, Sort.BODY) for n in inside) or words[0] in _DEFINITE:
        return False
    listed = any(w in lexicon("sourcing", "anonymous") for w in words)
    return listed or (words[0] in _ONE and bool(inside) and inside[0].sort is Sort.PERSON)


def _charges(case: Case, said: Statement) -> bool:
    """Whether a statement accuses, by its verb or by a word of wrong in it."""
    text = case.document.text
    cue = " ".join(text[c.start : c.end] for c in said.cue)
    return sense_of(cue) == "accuse" or bool(senses(text_of(text, said.content), "wrong"))


def _has_name(case: Case, statement: Statement) -> bool:
    """Whether a person speaks by name in the sources."""
    party = case.together.speaker(statement.id)
    named = any(n.sort is Sort.NAME for s in statement.source for n in case.together.inside(statement.document, s))
    return named and party is not None and party.kind is PartyKind.PERSON


def _words(case: Case, statement: Statement, *, draft: bool = False) -> str:
    text = case.document.text if draft else case.evidence.reading.documents[statement.document].text
    return " ".join(text_of(text, statement.source).split())


def _shown(line: Line) -> str:
    return " ".join(line.text.split())
