"""Checks that what is quoted or reported is given to whom the sources give it.

Quiet where the draft names nobody (a pronoun), where the source sentence names the draft's speaker too, and where the source's
speaker is named in the draft's sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.fidelity import is_own_voice
from counterclaim.audit.lines import Line
from counterclaim.audit.together import DRAFT, Named
from counterclaim.parties.found import Sort
from counterclaim.records import Party, PartyKind, Span, Statement
from counterclaim.statements.cues import Tense, forms
from counterclaim.text.lexicon import words as lexicon

_OPENS = frozenset({"what", "whether", "how", "why", "who"})  # words of an indirect question, in which nobody speaks to the reader
_TERM = 2  # quoted words that may be a term, which anybody uses
_REACH = 3  # sentences around one in which a name may stand, where nobody is known to speak
_CLOSE = 0.5  # of a sentence's words that a source sentence must hold, to be compared without a quotation
_SAME, _LEAST = 0.6, 3  # share and number of a statement's content words that come over
ADJECTIVE = re.compile(r"[A-Z][a-z]+(?:an|ese|ish|ic|crat)s?")  # a demonym or a party's adjective, taken for a name
_PLACED = re.compile(r"\b(?:of|in|from|at|on|near|via|outside|to|into|across|for|[Ll]ate)\s+(?:the\s+)?$")


def misattributed(case: Case) -> Iterator[Seen]:
    """Q2: words given to somebody who does not say them in the sources."""
    for sentence in case.sentences:
        ours = _speaking(case, sentence)
        same = list(_same(case, sentence, ours)) if ours else []
        if ours and not same and _is_person(case, ours[0]):
            same = list(_paraphrased(case, sentence))
        verdicts = [_agree(case, sentence, ours, statement, line) for statement, line in same]
        if same and not any(verdicts):
            statement, line = same[0]
            party = case.together.speaker(statement.id) if statement else None
            yield Seen(
                where=ours[0].span,
                message=f"The sources do not have {ours[0].text} say this.",
                evidence=" ".join(line.text.split()),
                suggestion=f"In the source, {party.name} says it." if party else None,
            )


def _speaking(case: Case, sentence: Sentence) -> list[Named]:
    """The names that stand where the speaker of a sentence stands; none where a pronoun or a common noun does."""
    if sentence.line.words[0].low in _OPENS:
        return []
    named = people(case, sentence)
    marked = [n for n in named if any(s.start <= n.span.start < s.end for x in sentence.statements for s in x.source)]
    if marked:
        return marked
    words = sentence.line.words
    at = next(
        (
            i
            for i, w in enumerate(words)
            if not w.quoted and any(f.cue.sense in ("say", "write", "answer") and f.tense is not Tense.BASE for f in forms(w.low))
        ),
        None,
    )
    if at is None:
        return []
    before = [n for n in named if n.span.end <= words[at].span.start]
    inverted = at == 0 or words[at - 1].quoted or _is_behind_comma(sentence.line, at)
    after = [n for n in named if inverted and 0 < n.span.start - words[at].span.end < 40]
    return before[:1] or after[:1]


def _is_behind_comma(line: Line, at: int) -> bool:
    """Whether a comma stands right before a word: in "it said that Venn left", Venn says nothing."""
    before, word = line.words[at - 1], line.words[at]
    return "," in line.text[before.span.end - line.span.start : word.span.start - line.span.start]


def _is_person(case: Case, named: Named) -> bool:
    """Whether a name is a person's, and no possessive ("Venn's account")."""
    possessive = case.document.text[named.span.end : named.span.end + 2] in ("'s", "’s")
    return not possessive and any(p.kind is PartyKind.PERSON for p in case.together.parties.values() if is_party(named, p))


def people(case: Case, sentence: Sentence) -> list[Named]:
    """The names of a sentence outside quotation marks that can be a party's: no places of somebody's origin."""
    text = case.document.text
    inside = case.together.inside(DRAFT, sentence.line.span)
    return [
        n
        for n in inside
        if n.sort is Sort.NAME
        and not n.quoted
        and not ADJECTIVE.fullmatch(n.text)
        and not _PLACED.search(text[max(sentence.line.span.start, n.span.start - 14) : n.span.start])
    ]


def _same(case: Case, sentence: Sentence, ours: Sequence[Named]) -> Iterator[tuple[Statement | None, Line]]:
    """The statements of the sources whose words stand in a sentence, with their sentences; None for words of no statement."""
    for q in case.quoted:
        v = q.verdict
        inside = sentence.line.span.start <= q.quotation.span.start < sentence.line.span.end
        if not inside or len(q.words.split()) <= _TERM or _is_of_another_clause(sentence.line, ours, q.quotation.span):
            continue
        if v.document and v.span:
            lines = [x for x in case.sources.lines if x.document == v.document and x.span.start < v.span.end and v.span.start < x.span.end]
            told = [s for s in _statements(case, v.document) if any(c.start < v.span.end and v.span.start < c.end for c in s.content)]
            for line in lines[:1]:
                yield from ((s, line) for s in told)
                if not told:
                    yield None, line


def _is_of_another_clause(line: Line, ours: Sequence[Named], quotation: Span) -> bool:
    """Whether a semicolon stands between a quotation and every one of our speakers."""
    return bool(ours) and all(
        ";"
        in line.text[max(0, min(n.span.start, quotation.start) - line.span.start) : max(n.span.start, quotation.start) - line.span.start]
        for n in ours
    )


def _paraphrased(case: Case, sentence: Sentence) -> Iterator[tuple[Statement, Line]]:
    """The statements of the source sentences that came over into ours in other words."""
    for rest, each in zip(sentence.rests, sentence.diffs, strict=True):
        if rest.cover < _CLOSE or each.theirs.document is None:
            continue
        for s in _statements(case, each.theirs.document):
            if s.within is None and s.cue and each.theirs.span.start <= s.content[0].start < each.theirs.span.end:
                words = [
                    j for j, w in enumerate(each.theirs.words) if w.is_content and any(c.start <= w.span.start < c.end for c in s.content)
                ]
                if len(words) >= _LEAST and sum(j in each.back for j in words) >= _SAME * len(words):
                    yield s, each.theirs


def _statements(case: Case, document: str) -> list[Statement]:
    return [s for s in case.evidence.reading.statements.values() if s.document == document]


def _agree(case: Case, sentence: Sentence, ours: Sequence[Named], statement: Statement | None, line: Line) -> bool:
    """Whether one of our speakers may be the source's, or the source's speaker is named in our sentence."""
    party = case.together.speaker(statement.id) if statement else None
    if _may_be_theirs(case, statement, line, ours):
        return True
    reach = _REACH
    if party and statement and not _is_pronoun(case, statement):
        reach = 0
    near = [
        n
        for each in case.sources.beside(line, reach)
        if each.document
        for n in case.together.inside(each.document, each.span)
        if not n.quoted or _is_beside_saying(each, n)
    ]
    if any(same_name(o, n) for o in ours for n in near if not _only_belongs(n, statement)):
        return True
    if party is None:
        return False
    return any(is_party(n, party) for n in case.together.inside(DRAFT, sentence.line.span) if n.sort is Sort.NAME) or any(
        _stands_for(case, party, o) for o in ours
    )


def _may_be_theirs(case: Case, statement: Statement | None, line: Line, ours: Sequence[Named]) -> bool:
    """Whether the words stand in a text in somebody's own voice that names our speaker: whose voice it is, is not sure."""
    if line.document is None or (statement is not None and statement.source):
        return False
    turns = case.evidence.reading.documents[line.document].turns
    voiced = len({t.name for t in turns}) == 1 or (not turns and is_own_voice(case, line.document))
    return voiced and any(same_name(o, n) for o in ours for n in case.together.named[line.document])


def _is_pronoun(case: Case, statement: Statement) -> bool:
    """Whether the source's words for the speaker are a pronoun, or none: whom it means is less sure."""
    text = case.evidence.reading.documents[statement.document].text
    words = " ".join(text[s.start : s.end] for s in statement.source).lower().split()
    return not words or words[0] in lexicon("grammar", "subject")


def _is_beside_saying(line: Line, named: Named) -> bool:
    """Whether a word of saying stands right beside a name that a lost quotation mark seems to swallow."""
    places = [i for i, w in enumerate(line.words) if named.span.start <= w.span.start < named.span.end]
    beside = {places[0] - 1, places[-1] + 1} & set(range(len(line.words))) if places else set()
    return any(forms(line.low[i]) for i in beside)


def _only_belongs(named: Named, statement: Statement | None) -> bool:
    """Whether a name stands in the words of the source's speaker only to say whose adviser or office that is."""
    return statement is not None and named.governed and any(s.start < named.span.start < s.end for s in statement.source)


def same_name(ours: Named, theirs: Named) -> bool:
    if ours.entity is not None and ours.entity == theirs.entity:
        return True
    one, two = (set(t.lower().replace("’", "'").removesuffix("'s").split()) for t in (ours.text, theirs.text))
    if len(one) > 1 and len(two) > 1 and (one <= two or two <= one):
        return True
    short, long = sorted((last_of(ours.text), last_of(theirs.text)), key=len)
    return (
        short == long
        or (len(short) > 3 and short in long)
        or _same_letters(_letters(theirs.text), _initials(ours.text))
        or _same_letters(_letters(ours.text), _initials(theirs.text))
    )


def is_party(named: Named, party: Party) -> bool:
    """Whether a name is one of a party's, by its last word or as a part of it."""
    spelled = set(named.text.lower().replace("’", "'").removesuffix("'s").split())
    return any(last_of(name) == last_of(named.text) or spelled <= set(name.lower().split()) for name in (party.name, *party.aliases))


def _stands_for(case: Case, party: Party, ours: Named) -> bool:
    """Whether the source's speaker speaks for ours, or ours for them."""
    behind = case.together.parties.get(party.on_behalf_of) if party.on_behalf_of else None
    return behind is not None and behind.kind is not PartyKind.PERSON and is_party(ours, behind)


def last_of(name: str) -> str:
    return name.lower().replace("’", "'").removesuffix("'s").split()[-1]


def _same_letters(one: str, other: str) -> bool:
    """Whether one is the other's short form, in any order: "D.O.J." of the Justice Department."""
    return len(one) > 1 and sorted(one.replace("O", "")) == sorted(other.replace("O", ""))


def _letters(name: str) -> str:
    """The letters of a short form: "U.S.", "DNC"; nothing of a longer name."""
    bare = re.sub(r"\W", "", name)
    return bare if bare.isupper() and 1 < len(bare) < 7 else "-"


def _initials(name: str) -> str:
    return "".join(w[0] for w in re.findall(r"\w+", name) if w[0].isupper())
