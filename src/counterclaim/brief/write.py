"""Writes the brief from its outline, in the form of a fair summary: each charge and what came back, what nobody answered.

Every sentence cites (brief.sentences makes them); this module owns the sections, their order and their headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.brief.certain import answers, certain, disputes
from counterclaim.brief.context import is_origin
from counterclaim.brief.headline import LONGEST, candidates
from counterclaim.brief.length import LIMITS, Length, Limits
from counterclaim.brief.naming import Names, fill, fill_short, name_of, names
from counterclaim.brief.phrases import Teller, proper_words
from counterclaim.brief.plan import in_heading, leading, plan
from counterclaim.brief.repeats import is_outlets, says_again
from counterclaim.brief.sentences import Sentences, graded, once, varied
from counterclaim.brief.sure import cautious
from counterclaim.claims.sides import sides
from counterclaim.receipts.use import holds, quotations
from counterclaim.records import (
    Brief,
    BriefSentence,
    DocumentId,
    Evidence,
    Exchange,
    Outline,
    PartyId,
    Relation,
    Response,
    Role,
    Row,
    Section,
    SectionRole,
    Span,
    Stance,
    StatementId,
    Status,
    VerdictKind,
    Voice,
    party_of,
)

_TWO = 2
_DENYING = (Stance.DENIES, Stance.DISPUTES_IN_PART)
_NO_ANSWER = (Stance.DEFLECTS, Stance.NO_COMMENT)


def write(evidence: Evidence, *, length: Length = Length.STANDARD, floor: float = 0.0) -> Brief:
    """The brief of a story; nothing below the confidence `floor` is told. Raises ThinEvidence where there is no charge to tell."""
    evidence = cautious(evidence)
    outline = plan(evidence, length=length, floor=floor)
    teller = Teller(evidence.reading, proper_words(evidence.reading))
    called = names(evidence.reading)
    sections = _Writer(evidence, outline, LIMITS[length], teller, Sentences(evidence, teller)).sections()
    named = tuple(_named(sections, called))
    return Brief(
        headline=_headline(
            candidates(teller, outline), called, [c.selector.exact for x in named for s in x.sentences for c in s.citations]
        ),
        sections=named,
        documents=tuple(evidence.reading.documents.values()),
        parties=tuple(evidence.reading.parties.values()),
        as_of=evidence.matrix.as_of,
    )


def plain_headline(evidence: Evidence) -> str:
    """A headline that says who charges whom, and not of what."""
    evidence = cautious(evidence)
    *_, answered, counted, barest = candidates(Teller(evidence.reading, frozenset()), plan(evidence, length=Length.FULL))
    return _headline([answered, counted, barest], names(evidence.reading), [])


def _headline(lines: Iterable[str], called: Names, passages: Sequence[str]) -> str:
    """The first line that fits and quotes nothing but cited passages; a line that is too long is tried without articles."""
    filled = [x for line in lines for whole in [fill_short(line, called)] for x in (whole, re.sub(r"\b[Tt]he (?=[A-Z])", "", whole))]
    cited = (h for h in filled if all(any(holds(q, p) is VerdictKind.VERBATIM for p in passages) for q in quotations(h)))
    return next((h for h in cited if len(h) <= LONGEST), filled[-1][: LONGEST - 1] + "…")


def _named(sections: Iterable[Section], called: Names) -> Iterator[Section]:
    """Names filled in, reading order; each section introduces nobody twice."""
    met: set[PartyId] = set()
    for section in sections:
        texts = fill((s.text for s in section.sentences), called, met=met)
        sentences = tuple(graded(replace(s, text=t)) for s, t in zip(section.sentences, texts, strict=True))
        yield replace(section, heading=fill_short(section.heading, called), sentences=sentences)


@dataclass(frozen=True, slots=True)
class _Writer:
    evidence: Evidence
    outline: Outline
    limits: Limits
    teller: Teller
    make: Sentences

    def sections(self) -> list[Section]:
        found = [
            _section(SectionRole.SUMMARY, "Summary", self._summary()),
            _section(SectionRole.LEAD, "In short", self._lead()),
            *(section for exchange in self.outline.exchanges for section in self._exchange(exchange)),
            _section(SectionRole.CONTEXT, "Context", self._context()),
            _section(SectionRole.BOTH_SIDES, self._sides_heading(), self._both_sides()),
            _section(SectionRole.UNANSWERED, "What nobody answered", self._unanswered()),
            _section(SectionRole.BOTTOM_LINE, "Bottom line", self._bottom_line()),
        ]
        return [s for s in found if s.sentences and s.role in self.limits.sections]

    # --- the parts, in reading order

    def _summary(self) -> Iterator[BriefSentence]:
        """Three sentences: the charge, the sure answer, and what came before or how many charges there are."""
        rows = certain(self.outline.rows)
        if not rows:
            yield self.make.unsure(self.outline.rows)
            return
        first = leading(rows)
        yield self.make.told(self._telling(first)[0], charge=first.charge.id)
        answer = min(answers(first), key=self._rank, default=None)
        if answer:
            yield self.make.told(answer.statement, charge=answer.charge)
        elif not first.responses:
            yield self.make.open(first) if first.status is not Status.UNANSWERED else self.make.none_found(first)
        if origin := self._origin():
            yield self.make.background(*origin)
        elif len(rows) > 1:
            yield self.make.count(rows)

    def _rank(self, answer: Response) -> tuple[bool, bool, bool, float]:
        """Which answer stands for all: one of the text, a denial, then any that speaks to the charge, the surest."""
        in_text = not in_heading(self.evidence.reading, answer.statement)
        return not in_text, answer.stance in _NO_ANSWER, answer.stance not in _DENYING, -answer.confidence

    def _origin(self) -> tuple[DocumentId, Span] | None:
        return next((c for c in self.outline.context if is_origin(self.evidence.reading, *c)), None)

    def _lead(self) -> Iterator[BriefSentence]:
        rows = certain(self.outline.rows)
        if len(rows) <= 1:
            return  # the summary says it all
        if self._origin():
            yield self.make.count(rows)
        for exchange in self.outline.exchanges[: self.limits.accusers]:
            if exchange.accuser and (made := certain(exchange.charges)):
                yield self.make.made(made, name_of(exchange.accuser))

    def _exchange(self, exchange: Exchange) -> Iterator[Section]:
        told: list[BriefSentence] = []
        before: set[StatementId] = set()
        for row in exchange.charges:
            telling = [s for s in self._telling(row) if s not in before] or [row.charge.gist]  # one statement may charge two things
            before |= set(row.charge.statements)
            told.extend(self.make.charge(row, telling))
        heading = f"{name_of(exchange.accuser)}’s allegations" if exchange.accuser else "Other allegations"
        yield _section(SectionRole.ACCUSER, heading if exchange.accuser or len(self.outline.exchanges) > 1 else "Allegations", told)
        stands_with = sides(self.evidence.reading.parties)
        groups: dict[PartyId, list[Sequence[Response]]] = {}
        for group in exchange.answers:
            groups.setdefault(stands_with[group[0].by], []).append(group)
        if not exchange.accuser:
            all_of_them = [g for each in groups.values() for g in each]
            yield _section(SectionRole.RESPONSE, "Responses to these allegations", self.make.answers(all_of_them))
            return
        for side, each in groups.items():
            yield _section(SectionRole.RESPONSE, self._response_heading(side, exchange), self.make.answers(each))

    def _response_heading(self, side: PartyId, exchange: Exchange) -> str:
        """ "B’s response", with "to A" where B answers several accusers."""
        stands_with = sides(self.evidence.reading.parties)
        accusers = [e.accuser for e in self.outline.exchanges if any(stands_with[g[0].by] == side for g in e.answers)]
        several = len(accusers) > 1 and exchange.accuser
        return f"{name_of(side)}’s response" + (f" to {name_of(exchange.accuser)}" if several and exchange.accuser else "")

    def _telling(self, row: Row) -> list[StatementId]:
        """The statements that tell a charge: what says of what somebody is accused, the gist, one of each further accuser, the rest."""
        reading = self.evidence.reading
        text = [s for s in row.charge.statements if not in_heading(reading, s)] or list(row.charge.statements)
        gist = row.charge.gist if row.charge.gist in text else text[0]
        outright = [s for s in (gist, *text) if self.teller.gerund(s)]
        voices = {party_of(reading, s, Role.SOURCE): s for s in reversed(text)}
        voices.pop(party_of(reading, gist, Role.SOURCE), None)
        others = [s for s in text if s in voices.values()]
        told: list[StatementId] = []
        for s in dict.fromkeys([*outright[:1], gist, *others, *text]):
            if not any(says_again(reading, s, t) for t in told):
                told.append(s)
        first, *rest = told
        return [first, *(s for s in rest if not self.teller.points_back(s))][: self.limits.statements]

    def _context(self) -> Iterator[BriefSentence]:
        yield from (self.make.background(document, span) for document, span in self.outline.context)

    def _both_sides(self) -> Iterator[BriefSentence]:
        """The positions, each with what contradicts it, also where that stands in a charge or an answer told before."""
        reading = self.evidence.reading
        contradicting = [r for r in self.evidence.matrix.replies if r.relation is Relation.CONTRADICTS]
        told = [s for r in self.outline.rows for s in (*r.charge.statements, *(x.statement for x in r.responses))]
        plain: list[StatementId] = []
        for s in self.outline.positions:
            replied = any(r.to == s for r in contradicting)
            if any(r.statement == s and r.to in self.outline.positions for r in contradicting):
                continue  # told with what it contradicts
            if replied or not any(says_again(reading, s, t) for t in (*told, *plain)):
                plain.append(s)
        for run in self.make.runs(plain):
            replies = [self.make.reply(r) for s in run for r in contradicting if r.to == s]
            for sentence in [self.make.run(run)] if not replies else [self.make.told(s) for s in run]:
                if self.limits.outlets or replies or not is_outlets(sentence.text):
                    yield sentence
            yield from replies

    def _sides_heading(self) -> str:
        """ "What both sides say", or "all" where more than two make or meet charges."""
        stands_with = sides(self.evidence.reading.parties)
        met = {stands_with[p] for r in self.outline.rows for p in (r.charge.accuser, r.charge.accused) if p}
        return "What both sides say" if len(met) <= _TWO else "What all sides say"

    def _unanswered(self) -> Iterator[BriefSentence]:
        """What is open, charge by charge; those of one accused to which nothing at all came back together."""
        silent: dict[PartyId, list[Row]] = {}
        for row in self.outline.rows:
            if row.status is Status.UNANSWERED and not row.responses:
                silent.setdefault(row.charge.accused, []).append(row)
        again = False
        for row in self.outline.rows:
            together = silent.get(row.charge.accused, []) if not row.responses and row.status is Status.UNANSWERED else []
            if together:
                sentence = self.make.silent(silent.pop(row.charge.accused), most=self.limits.open, again=again)
            elif (row.responses and row.status is not Status.ANSWERED) or (row.status is not Status.UNANSWERED and not row.responses):
                sentence = self.make.open(row, again=again)
            else:
                continue
            again = again or sentence.voice is Voice.OWN
            yield sentence

    def _bottom_line(self) -> Iterator[BriefSentence]:
        told = certain(self.outline.rows)
        silent = [r for r in told if r.status is Status.UNANSWERED]
        disputed = [r for r in told if any(disputes(self.evidence.reading, a) for a in answers(r))]
        rest = [r for r in told if answers(r) and r not in disputed and r not in silent]
        possibly = [r for r in told if r.responses and not answers(r) and r not in silent]
        unsure = [r for r in told if not r.responses and r not in silent]
        for what, rows in (
            ("In dispute", disputed),
            ("Answered or commented on without a denial", [r for r in rest if not _may_deny(r)]),
            ("Answered or commented on", [r for r in rest if _may_deny(r)]),
            ("Possibly answered", possibly),
            ("Possibly answered, but not surely enough to be told here", unsure),
            ("Unanswered in the sources read", silent),
        ):
            if rows is silent and len(rows) > 1 and SectionRole.UNANSWERED in self.limits.sections:
                yield self.make.pairs(what, rows)  # what they say stands right above
            elif rows:
                yield self.make.listed(what, rows, most=self.limits.listed)


def _may_deny(row: Row) -> bool:
    return any(a.stance in _DENYING for a in row.responses)


def _section(role: SectionRole, heading: str, sentences: Iterable[BriefSentence]) -> Section:
    return Section(role=role, heading=heading, sentences=tuple(varied(once(sentences, per_charge=role is SectionRole.ACCUSER))))
