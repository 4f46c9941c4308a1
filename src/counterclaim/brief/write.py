"""Writes the brief from its outline, in the form of a fair summary: both sides, what nobody answered, nothing of its own.

Every sentence cites; no allegation stands in the brief's own voice; its own voice only counts, names and points.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.brief.headline import LONGEST, candidates
from counterclaim.brief.naming import Names, fill, fill_short, name_of, names
from counterclaim.brief.phrases import Teller, proper_words
from counterclaim.brief.plan import in_heading, leading, plan
from counterclaim.brief.wording import lower_first, stop, words_of
from counterclaim.claims.sides import sides
from counterclaim.receipts.cite import cite
from counterclaim.receipts.use import quotations, use
from counterclaim.records import (
    Brief,
    BriefSentence,
    ChargeId,
    Citation,
    Evidence,
    Outline,
    PartyId,
    Role,
    Row,
    Section,
    SectionRole,
    Side,
    Span,
    Stance,
    StatementId,
    Status,
    VerdictKind,
    Voice,
    party_of,
)

_FARTHEST = 700  # code points; pieces of a statement farther apart are cited one by one


def write(evidence: Evidence, *, floor: float = 0.0) -> Brief:
    """The brief of a story; nothing below the confidence `floor` is told. Raises ThinEvidence where there is no charge to tell."""
    outline = plan(evidence, floor=floor)
    teller = Teller(evidence.reading, proper_words(evidence.reading))
    called = names(evidence.reading)
    sections = _Writer(evidence, outline, teller).sections()
    return Brief(
        headline=_headline(candidates(teller, outline), called),
        sections=tuple(_named(sections, called)),
        documents=tuple(evidence.reading.documents.values()),
        parties=tuple(evidence.reading.parties.values()),
        as_of=evidence.matrix.as_of,
    )


def _headline(lines: Iterable[str], called: Names) -> str:
    filled = [fill_short(line, called) for line in lines]
    return next((h for h in filled if len(h) <= LONGEST), filled[-1][: LONGEST - 1] + "…")


def _named(sections: Iterable[Section], called: Names) -> Iterator[Section]:
    """Names filled in, reading order; each section introduces nobody twice."""
    met: set[PartyId] = set()
    for section in sections:
        texts = fill((s.text for s in section.sentences), called, met=met)
        sentences = tuple(_graded(replace(s, text=t)) for s, t in zip(section.sentences, texts, strict=True))
        yield replace(section, heading=fill_short(section.heading, called), sentences=sentences)


def _graded(s: BriefSentence) -> BriefSentence:
    """Each citation with the verdict that a reader can work out again from the finished text."""
    quoted = quotations(s.text)
    return replace(s, citations=tuple(replace(c, verdict=use(quoted, c.selector.exact)) for c in s.citations))


@dataclass(frozen=True, slots=True)
class _Writer:
    evidence: Evidence
    outline: Outline
    teller: Teller

    def sections(self) -> list[Section]:
        found = [
            Section(role=SectionRole.SUMMARY, heading="Summary", sentences=tuple(self._summary())),
            Section(role=SectionRole.LEAD, heading="In short", sentences=tuple(self._lead())),
            *(section for side in self.outline.sides for section in self._side(side)),
            Section(role=SectionRole.CONTEXT, heading="Context", sentences=tuple(self._context())),
            Section(role=SectionRole.BOTH_SIDES, heading="What both sides say", sentences=tuple(self._both_sides())),
            Section(role=SectionRole.UNANSWERED, heading="What nobody answered", sentences=tuple(self._unanswered())),
            Section(role=SectionRole.BOTTOM_LINE, heading="Bottom line", sentences=tuple(self._bottom_line())),
        ]
        return [s for s in found if s.sentences]

    # --- the parts, in reading order

    def _summary(self) -> Iterator[BriefSentence]:
        """Three sentences: the charge, the answer, and what is open or came before."""
        first = leading(self.outline.rows)
        yield self._told(self._telling(first)[0], charge=first.charge.id)
        answer = next((a for r in (first, *self.outline.rows) for a in r.responses), None)
        if answer:
            yield self._told(answer.statement, charge=answer.charge)
        else:
            yield self._open(first)
        yield next(self._context(), None) or self._count(self.outline.rows)

    def _lead(self) -> Iterator[BriefSentence]:
        yield self._count(self.outline.rows)
        for side in self.outline.sides:
            if side.charges:
                yield self._made(side)

    def _side(self, side: Side) -> Iterator[Section]:
        if side.charges:
            told = [self._told(s, charge=r.charge.id) for r in side.charges for s in self._telling(r)]
            yield Section(role=SectionRole.ACCUSER, heading=f"{name_of(side.party)}’s allegations", sentences=tuple(_once(told)))
        charged = {s for r in side.charges for s in self._telling(r)}
        answers = [a for a in side.answers if a.statement not in charged]
        if answers:
            told = [self._told(a.statement, charge=a.charge) for a in answers]
            yield Section(role=SectionRole.RESPONSE, heading=f"{name_of(side.party)}’s response", sentences=tuple(_once(told)))

    def _telling(self, row: Row) -> list[StatementId]:
        """The statements that tell a charge: one that says of what somebody is accused, and the one whose words stand for it."""
        outright = [s for s in row.charge.statements if self.teller.gerund(s) and not in_heading(self.evidence.reading, s)]
        return list(dict.fromkeys([*outright[:1], row.charge.gist]))

    def _context(self) -> Iterator[BriefSentence]:
        for document, span in self.outline.context:
            source, layout = self.evidence.reading.documents[document], self.evidence.reading.layouts[document]
            words = lower_first(words_of(source, layout, span), self.teller.proper)
            teller = source.provenance.publisher or "one of the sources read"
            text = stop(f"According to {teller}, {words}")
            yield BriefSentence(text=text, voice=Voice.ATTRIBUTED, citations=(cite(source, span, verdict=VerdictKind.PARAPHRASE),))

    def _both_sides(self) -> Iterator[BriefSentence]:
        yield from _once([self._told(s) for s in self.outline.positions])

    def _unanswered(self) -> Iterator[BriefSentence]:
        for row in self.outline.rows:
            if row.status is not Status.ANSWERED or not row.responses:
                yield self._open(row)

    def _bottom_line(self) -> Iterator[BriefSentence]:
        disputed = [r for r in self.outline.rows if any(a.stance in (Stance.DENIES, Stance.DISPUTES_IN_PART) for a in r.responses)]
        silent = [r for r in self.outline.rows if r.status is Status.UNANSWERED]
        unsure = [r for r in self.outline.rows if not r.responses and r not in silent]
        rest = [r for r in self.outline.rows if r not in disputed and r not in silent and r not in unsure]
        for what, rows in (
            ("In dispute", disputed),
            ("Answered or commented on without a denial", rest),
            ("Possibly answered, but not surely enough to be told here", unsure),
            ("Unanswered in the sources read", silent),
        ):
            if rows:
                yield self._listed(what, rows)

    # --- single sentences

    def _told(self, statement: StatementId, *, charge: ChargeId | None = None) -> BriefSentence:
        text = self.teller.sentence(statement)
        return BriefSentence(
            text=text,
            voice=Voice.ATTRIBUTED,
            party=party_of(self.evidence.reading, statement, Role.SOURCE),
            charge=charge,
            citations=self._citations(statement, quoted="“" in text),
        )

    def _open(self, row: Row) -> BriefSentence:
        """A charge without an answer: what the documents say about that, or only that none was found."""
        remark = next((r for r in row.responses if r.stance is Stance.NO_COMMENT), None) or next(iter(row.responses), None)
        phrase = self.teller.phrase(row.charge.gist)
        accused = name_of(row.charge.accused)
        if remark and remark.stance is Stance.NO_COMMENT:
            told = self._told(remark.statement, charge=row.charge.id)
            return replace(told, citations=(*told.citations, *self._citations(row.charge.gist, quoted=False)))
        if remark:
            text = f"{name_of(remark.by)} spoke on {phrase} without addressing it; no other response was found in {self._read()}."
        elif row.status is not Status.UNANSWERED:
            text = f"On {phrase}, what may be a response from {accused} was found in {self._read()}, but not surely enough to be told here."
        else:
            text = f"On {phrase}, no response was found from {accused} in {self._read()}."
        return BriefSentence(
            text=text, voice=Voice.OWN, charge=row.charge.id, citations=self._citations(row.charge.gist, quoted="“" in text)
        )

    def _count(self, rows: Sequence[Row]) -> BriefSentence:
        answered = sum(r.status is Status.ANSWERED for r in rows)
        found = f"{_cardinal(len(rows), 'allegation')} {'was' if len(rows) == 1 else 'were'} found in {self._read()}"
        text = f"{found}; {_cardinal(answered, 'of them', plural='of them')} {'has' if answered == 1 else 'have'} been answered."
        return BriefSentence(text=text, voice=Voice.OWN, citations=self._all(r.charge.gist for r in rows))

    def _made(self, side: Side) -> BriefSentence:
        stands_with = sides(self.evidence.reading.parties)
        accused = list(dict.fromkeys(name_of(stands_with[r.charge.accused]) for r in side.charges))
        n = len(side.charges)
        text = f"{name_of(side.party)} made {_cardinal(n, 'allegation')} against {_listing(accused)}."
        return BriefSentence(text=text, voice=Voice.OWN, citations=self._all(r.charge.gist for r in side.charges))

    def _listed(self, what: str, rows: Sequence[Row]) -> BriefSentence:
        phrases = list(dict.fromkeys(self.teller.phrase(r.charge.gist) for r in rows))
        text = stop(f"{what}: {'; '.join(phrases)}")
        return BriefSentence(text=text, voice=Voice.OWN, citations=self._all(r.charge.gist for r in rows))

    def _read(self) -> str:
        """ "the 4 sources read up to 12 March 2031": the reach of every count and every silence."""
        n, at = len(self.evidence.matrix.documents_read), self.evidence.matrix.as_of
        return ("the one source read" if n == 1 else f"the {n} sources read") + (f" up to {at:%-d %B %Y}" if at else "")

    # --- receipts

    def _all(self, statements: Iterable[StatementId]) -> tuple[Citation, ...]:
        return tuple(c for s in dict.fromkeys(statements) for c in self._citations(s, quoted=True))

    def _citations(self, statement: StatementId, *, quoted: bool) -> tuple[Citation, ...]:
        s = self.evidence.reading.statements[statement]
        document = self.evidence.reading.documents[s.document]
        spans = [*s.source, *s.cue, *s.content, *s.medium]
        whole = Span(min(x.start for x in spans), max(x.end for x in spans))
        verdict = VerdictKind.VERBATIM if quoted else VerdictKind.PARAPHRASE
        for sentence in self.evidence.reading.layouts[s.document].sentences:  # the outlet's whole sentence may be quoted
            if sentence.start <= whole.start and whole.end <= sentence.end:
                whole = sentence
        places = [whole] if whole.end - whole.start <= _FARTHEST else list(s.content)
        return tuple(cite(document, p, verdict=verdict, statement=statement) for p in places)


def _once(sentences: Iterable[BriefSentence]) -> list[BriefSentence]:
    """Each text once, with the receipts of all its statements."""
    merged: dict[str, BriefSentence] = {}
    for s in sentences:
        before = merged.get(s.text)
        merged[s.text] = replace(before, citations=tuple(dict.fromkeys((*before.citations, *s.citations)))) if before else s
    return list(merged.values())


def _cardinal(n: int, noun: str, *, plural: str | None = None) -> str:
    words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return f"{words[n] if n < len(words) else n} {noun if n == 1 else plural or noun + 's'}"


def _listing(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
