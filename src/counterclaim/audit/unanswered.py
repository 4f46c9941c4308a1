"""Checks how a draft deals with answers: silence about silence, an answer to another charge, an answer far below its charge."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.charged import hears, holds, is_heard, same_party, tellings, voices
from counterclaim.audit.check import Seen
from counterclaim.audit.parts import body, headline
from counterclaim.audit.phrases import hits
from counterclaim.audit.remarks import finds_none
from counterclaim.audit.sayings import told_in
from counterclaim.records import ChargeId, PartyId, Statement, Status
from counterclaim.statements.cues import sense_of

_LEAD = 3  # sentences that a reader who leaves early has read
_FAR = 8  # sentences between a charge and its answer
_ANSWERS = frozenset({"answer", "deny"})
_SURE = 0.5  # of a charge, from which it is taken for one


def unsaid(case: Case) -> Iterator[Seen]:
    """R2: a charge without an answer in the sources, and a draft that is silent about that."""
    if any(finds_none(s.line) for s in case.sentences):
        return
    answered = {r.charge.accused for r in case.evidence.matrix.rows if r.status is not Status.UNANSWERED}
    told: set[PartyId] = set()
    for row, sentence in tellings(case):
        accused = row.charge.accused
        open_ = row.status is Status.UNANSWERED and row.charge.confidence >= _SURE and accused not in told | answered
        if open_ and not sentence.line.is_heading and not is_heard(case, accused, case.sentences):
            told.add(accused)
            name = case.evidence.reading.parties[accused].name
            read = len(case.evidence.matrix.documents_read)
            yield Seen(
                where=sentence.line.span,
                message=f"No source has an answer of {name} to this, and the draft does not say so.",
                evidence=sentence.evidence,
                suggestion=f"Write that no response was found in the {read} source{'s' if read != 1 else ''} read.",
            )


def mismatched(case: Case) -> Iterator[Seen]:
    """R4: an answer that the draft puts under another charge than the sources do."""
    charge: tuple[frozenset[ChargeId], Sentence] | None = None
    told = _by_sentence(case)
    for sentence in case.sentences:
        here = told.get(sentence.line.number, frozenset())
        if here:
            charge = (here, sentence)
        for s in sentence.statements if charge and not sentence.line.is_heading else ():
            answered = _answered(case, sentence)
            if charge and answered and not answered & charge[0] and _answers(case, sentence, s) and _is_accused(case, s, charge[0]):
                yield Seen(
                    where=s.cue[0] if s.cue else sentence.line.span,
                    message="In the sources this answers another charge than the one told here.",
                    evidence=sentence.evidence,
                    suggestion="Tell the charge that it answers, or say that it was no answer to this one.",
                )
        if charge and not here and sentence.line.number - charge[1].line.number > 0:
            charge = None


def _by_sentence(case: Case) -> dict[int, frozenset[ChargeId]]:
    told: dict[int, set[ChargeId]] = {}
    for row, sentence in tellings(case):
        told.setdefault(sentence.line.number, set()).add(row.charge.id)
    return {n: frozenset(ids) for n, ids in told.items()}


def _answered(case: Case, sentence: Sentence) -> frozenset[ChargeId]:
    """The charges that the source statements behind a sentence of the draft answer."""
    near = {t.id for rest in sentence.rests for t in told_in(case, rest.line) if holds(case, sentence, t.id)}
    return frozenset(r.charge for row in case.evidence.matrix.rows for r in row.responses if r.statement in near)


def _answers(case: Case, sentence: Sentence, said: Statement) -> bool:
    """Whether the draft itself calls it an answer: "replied", "denied"."""
    cue = " ".join(case.document.text[c.start : c.end] for c in said.cue)
    return sense_of(cue) in _ANSWERS or "in response" in sentence.line.text.lower()


def _is_accused(case: Case, said: Statement, charges: frozenset[ChargeId]) -> bool:
    """Whether who answers is accused in one of the charges, or speaks for who is."""
    accused = {row.charge.accused for row in case.evidence.matrix.rows if row.charge.id in charges}
    return any(same_party(case, said) in voices(case, a) for a in accused)


def far(case: Case) -> Iterator[Seen]:
    """R5: a charge in the headline or the lead whose answer comes much later."""
    sentences = body(case)
    top = headline(case)
    early = [*([top] if top else []), *sentences[:_LEAD]]
    told: set[PartyId] = set()
    for row, sentence in tellings(case):
        accused = row.charge.accused
        if sentence not in early or accused in told or row.status is Status.UNANSWERED or _says_answer(case, early, accused):
            continue
        told.add(accused)
        first = next((i for i, s in enumerate(sentences) if s not in early and hears(case, s, accused)), None)
        if first is not None and first >= _FAR:
            yield Seen(
                where=sentence.line.span,
                message=f"The answer of {case.evidence.reading.parties[accused].name} stands {first} sentences below.",
                evidence=" ".join(sentences[first].line.text.split()),
                suggestion="Tell it with the charge.",
            )


def _says_answer(case: Case, early: list[Sentence], accused: PartyId) -> bool:
    """Whether the top of the draft has the answer, or says that there is one."""
    denied = any(hit.sense in ("denial", "admission", "refusal", "silence") for s in early for hit in hits(s.line, "replies"))
    return denied or is_heard(case, accused, early)
