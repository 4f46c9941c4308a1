"""Checks that what is told freely is given to whom the sources give it.

`speakers` compares quotations and close paraphrase. Here all that a statement of the draft says is weighed as a bag of words: another
person says most of it in the sources, and the draft's speaker next to nothing of it. Quiet where a pronoun or a body speaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.audit import speakers
from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.speakers import is_party, last_of, people
from counterclaim.audit.together import DRAFT, Named
from counterclaim.audit.voices import same_side
from counterclaim.claims.words import text_of
from counterclaim.parties.found import Sort
from counterclaim.records import Party, PartyKind, Span, Statement
from counterclaim.statements.cues import Tense, forms, sense_of

_TELLING = 4  # words of a statement, names left out, from which it is compared with what others say
_SHARED = 3  # of them that one speaker must say
_LOUD = 0.35  # of them, weighed
_QUIET = 0.4  # of the loudest speaker's share, below which ours says next to nothing of it
_NEAR = 0.7  # of it, from which ours may be meant
_FIRST = 20  # characters before the first name of a sentence: a title
_ASIDE = 10  # words of an apposition between a name and its word of saying
_OUTRIGHT = frozenset({"say", "write", "accuse", "announce", "describe", "answer"})


def misattributed(case: Case) -> Iterator[Seen]:
    """Q2: words given to somebody who does not say them in the sources."""
    found = list(speakers.misattributed(case))
    yield from found
    yield from (x for x in _outspoken(case) if not any(x.where.start < f.where.end and f.where.start < x.where.end for f in found))


def _outspoken(case: Case) -> Iterator[Seen]:
    for sentence in case.sentences:
        for where, ours, bag in _told(case, sentence):
            theirs = _loudest(case, bag, ours) if len(bag) >= _TELLING else None
            if theirs is not None and case.voices.share(bag, case.voices.of(ours)) < _QUIET * theirs[2]:
                statement, party, _ = theirs
                yield Seen(
                    where=where,
                    message=f"The sources have {party.name} say this, not {ours.name}.",
                    evidence=" ".join(text_of(case.evidence.reading.documents[statement.document].text, statement.content).split()),
                    suggestion=f"In the source, {party.name} says it.",
                )
                break


def _told(case: Case, sentence: Sentence) -> Iterator[tuple[Span, Party, frozenset[str]]]:
    """Whom a sentence has say what."""
    opening = None if sentence.line.is_heading else _opening(case, sentence)
    if opening is not None:
        yield opening
        return
    for s in sentence.statements:
        ours = _outright(case, sentence, s)
        if ours is not None and s.within is None:
            yield s.source[0], ours, _bag(sentence, s)


def _opening(case: Case, sentence: Sentence) -> tuple[Span, Party, frozenset[str]] | None:
    """The person who opens a sentence, with nothing but an apposition before a word of saying, and what follows that word."""
    first = next(iter(people(case, sentence)), None)
    if first is None or first.span.start - sentence.line.span.start > _FIRST:
        return None
    words = [w for w in sentence.line.words if w.span.start >= first.span.end]
    at = next((i for i, w in enumerate(words[:_ASIDE]) if not w.quoted and _says(w.low)), None)
    party = next((p for p in case.together.parties.values() if p.kind is PartyKind.PERSON and is_party(first, p)), None)
    if at is None or party is None or not _is_apposition(sentence, first, words[at].span.start):
        return None
    behind = words[at + 1 :]
    return first.span, party, frozenset(w.stem for w in behind if w.is_content and not w.is_capital)


def _is_apposition(sentence: Sentence, first: Named, verb: int) -> bool:
    """Whether nothing, or a phrase between two commas, stands between a name and its verb."""
    start = sentence.line.span.start
    between = sentence.line.text[first.span.end - start : verb - start].strip()
    return len(between.split()) <= 1 or (between.startswith(",") and between.endswith(","))


def _says(low: str) -> bool:
    return any(f.cue.sense in _OUTRIGHT and f.tense in (Tense.PAST, Tense.PRESENT) for f in forms(low))


def _bag(sentence: Sentence, s: Statement) -> frozenset[str]:
    """What a statement of the draft says, without names: parties are named by everybody."""
    inside = [w for w in sentence.line.words if any(c.start <= w.span.start < c.end for c in s.content)]
    return frozenset(w.stem for w in inside if w.is_content and not w.is_capital)


def _outright(case: Case, sentence: Sentence, s: Statement) -> Party | None:
    """The person whom the draft names as the one who says something, in nobody else's words: whom a pronoun means is less sure."""
    party = case.together.speaker(s.id)
    inside = any(c.start <= x.start < c.end for other in sentence.statements if other is not s for c in other.content for x in s.source)
    cue = " ".join(case.document.text[c.start : c.end] for c in s.cue)
    if party is None or party.kind is not PartyKind.PERSON or inside or sense_of(cue) not in _OUTRIGHT or _is_behind_cue(sentence, s):
        return None
    near = case.together.inside(DRAFT, sentence.line.span)
    named = any(n.sort is Sort.NAME and is_party(n, party) for n in near if any(x.start <= n.span.start < x.end for x in s.source))
    return party if named else None


def _is_behind_cue(sentence: Sentence, s: Statement) -> bool:
    """Whether the name stands behind a word of saying with no quotation in front: "Venn says Roth sold it" has Venn speak."""
    at = s.source[0].start if s.source else 0
    cue = s.cue[0].start if s.cue else at
    return cue < at and not any(w.quoted and w.span.start < cue for w in sentence.line.words)


def _loudest(case: Case, bag: frozenset[str], ours: Party) -> tuple[Statement, Party, float] | None:
    """The statement of the sources that holds most of a bag, where it holds much of it and another side makes it."""
    held = [(case.voices.share(bag, words), s, party) for s, party, words in case.voices.told if len(bag & words) >= _SHARED]
    best = max(held, key=lambda row: row[0], default=None)
    if best is None or best[0] < _LOUD or best[2] is None or best[2].kind is not PartyKind.PERSON or same_side(best[2], ours):
        return None
    if last_of(best[2].name) == last_of(ours.name) or _is_beside_name(case, best[1], ours):
        return None
    if any(share >= _NEAR * best[0] and same_side(party, ours) for share, _, party in held):
        return None
    return best[1], best[2], best[0]


def _is_beside_name(case: Case, statement: Statement, party: Party) -> bool:
    """Whether the source sentence names the party: then it may be the one who says it, or for whom it is said."""
    lines = (x for x in case.sources.lines if x.document == statement.document and x.span.start <= statement.content[0].start < x.span.end)
    named = (n for x in lines for n in case.together.inside(statement.document, x.span) if n.sort is Sort.NAME)
    return any(is_party(n, party) for n in named)
