"""Checks that a draft which tells a charge tells what the accused say of it, denial or not.

`omission` looks for denials. Here an answer is whatever the accused say within a few sentences of the charge, or anywhere in words of
the charge. It is told where a sentence of the draft rests on it, or where the accused, or somebody for them, speak in the draft of the
same.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.audit import omission
from counterclaim.audit.answers import negates
from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.lines import Line
from counterclaim.audit.phrases import hits
from counterclaim.audit.speakers import is_party
from counterclaim.audit.together import DRAFT
from counterclaim.audit.voices import same_side
from counterclaim.parties.found import Sort
from counterclaim.records import Act, Party, Statement
from counterclaim.text.senses import senses

_TELLS = 0.4  # of a draft sentence's words that a charge's sentence holds
_BEHIND = 3  # sentences behind a charge in which its answer stands
_RESTS = 0.3  # of a draft sentence's words that an answer's sentence holds, for it to tell the answer
_TAKES_UP = 0.3  # of a charge's words, names left out, that the accused take up elsewhere
_CLOSE = 250  # characters between two sentences of one answer
_MUCH = 0.3  # of an answer's words that a draft sentence holds, for the same
_SAME = 2  # content words of the charge or the answer in what the accused says in the draft
_WORDS = 3  # content words of an answer that says something
_ANSWERS = frozenset({Act.DENIAL, Act.JUSTIFICATION, Act.CONCESSION, Act.COUNTER_ACCUSATION, Act.ASSERTION, Act.COMMITMENT})
_NEAR_ANSWERS = _ANSWERS | {Act.ALLEGATION, Act.CHARACTERISATION}  # what the accused say right behind the charge, whatever it does
_CHARGES = frozenset({Act.ALLEGATION, Act.COUNTER_ACCUSATION})

_Answer = tuple[Statement, Party, frozenset[str]]


def missing(case: Case) -> Iterator[Seen]:
    """R1: a charge stands in the draft, its answer in the sources, and not in the draft."""
    found = list(omission.missing(case))
    yield from found
    told = {x.message for x in found}
    for sentence in case.sentences:
        for line in _charged(case, sentence):
            for answer in _answers(case, sentence, line):
                message = f"The sources have an answer by {answer[1].name}; the draft has none."
                if message not in told and not _is_told(case, sentence, answer):
                    told.add(message)
                    yield Seen(where=sentence.line.span, message=message, evidence=_words(case, answer[0]), suggestion="Add the answer.")


def _charged(case: Case, sentence: Sentence) -> Iterator[Line]:
    """The source sentences with a charge that a draft sentence tells."""
    if sentence.line.is_heading:
        return
    acts = case.evidence.reading.classifications
    for rest in sentence.rests:
        if rest.cover < _TELLS:
            continue
        inside = (s for s, _, _ in case.voices.ordered if s.document == rest.line.document and _is_in(s, rest.line))
        if senses(rest.line.text, "cue-accuse") or any(s.id in acts and acts[s.id].act in _CHARGES for s in inside):
            yield rest.line


def _answers(case: Case, sentence: Sentence, charge: Line) -> Iterator[_Answer]:
    """What somebody whom the draft sentence names, but who does not speak there, says right behind a charge."""
    acts = case.evidence.reading.classifications
    accusers = [p for s, p, _ in case.voices.ordered if s.document == charge.document and _is_in(s, charge)]
    near = [x for x in case.sources.beside(charge, _BEHIND) if x.number > charge.number]
    for s, party, words in case.voices.ordered:
        is_near = s.document == charge.document and any(_is_in(s, x) for x in near)
        if party is None or s.id not in acts or acts[s.id].act not in (_NEAR_ANSWERS if is_near else _ANSWERS) or len(words) < _WORDS:
            continue
        if not is_near and not _is_of_the_matter(case, sentence, s, words):
            continue
        if _is_accused(case, sentence, party) and not any(same_side(party, a) for a in accusers):
            yield s, party, words


def _is_of_the_matter(case: Case, sentence: Sentence, s: Statement, words: frozenset[str]) -> bool:
    """Whether what the accused says in any document takes up the charge as the draft tells it."""
    bag = frozenset(w.stem for w in sentence.line.words if w.is_content and not w.is_capital)
    told = words.union(
        *(w for o, _, w in case.voices.ordered if o.document == s.document and abs(o.content[0].start - s.content[0].start) < _CLOSE)
    )
    return len(bag & words) >= _SAME and len(bag & told) > _SAME and case.voices.share(bag, told) >= _TAKES_UP


def _is_accused(case: Case, sentence: Sentence, party: Party) -> bool:
    """Whether a draft sentence names a party, or whom it speaks for, and does not have it speak."""
    behind = case.together.parties.get(party.on_behalf_of) if party.on_behalf_of else None
    named = [n for n in case.together.inside(DRAFT, sentence.line.span) if n.sort is Sort.NAME]
    speaks = any(same_side(case.together.speaker(s.id), party) for s in sentence.statements)
    return not speaks and any(is_party(n, p) for n in named for p in (party, behind) if p is not None)


def _is_told(case: Case, charge: Sentence, answer: _Answer) -> bool:
    """Whether the draft has the answer, or the accused speak of the matter."""
    s, party, words = answer
    matter = words | charge.line.content
    for sentence in case.sentences:
        if sentence.line.is_heading:
            continue
        if sentence is not charge:
            if any(_is_in(s, r.line) and r.cover >= _RESTS for r in sentence.rests if r.line.document == s.document):
                return True
            if case.voices.share(words, sentence.line.content) >= _MUCH:
                return True
        if _speaks(case, sentence, party) and len(matter & sentence.line.content) >= _SAME:
            return True
    return False


def _speaks(case: Case, sentence: Sentence, party: Party) -> bool:
    """Whether the accused, or somebody for them, says or answers something in a sentence."""
    if any(same_side(case.together.speaker(s.id), party) for s in sentence.statements):
        return True
    named = any(is_party(n, party) for n in case.together.inside(DRAFT, sentence.line.span) if n.sort is Sort.NAME)
    return named and (negates(sentence.line.low) or any(not h.quoted for h in hits(sentence.line, "replies")))


def _is_in(s: Statement, line: Line) -> bool:
    return any(line.span.start <= c.start < line.span.end for c in s.content)


def _words(case: Case, s: Statement) -> str:
    text = case.evidence.reading.documents[s.document].text
    return " ".join(" ".join(text[c.start : c.end] for c in s.content).split())
