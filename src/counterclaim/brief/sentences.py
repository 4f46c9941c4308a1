"""Makes the sentences of a brief, each with the passages it rests on: what somebody said, and what the brief counts and points to.

No allegation stands in the brief's own voice: its own sentences only count, name and say where an answer was looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.brief.certain import answers
from counterclaim.brief.naming import name_of
from counterclaim.brief.phrases import Teller, outermost, publisher, reports
from counterclaim.brief.plan import in_heading
from counterclaim.brief.repeats import covered, folded, says_again
from counterclaim.brief.wording import closed, lower_first, stop, words_of
from counterclaim.claims.sides import sides
from counterclaim.receipts.cite import cite
from counterclaim.receipts.use import quotations, use
from counterclaim.records import (
    BriefSentence,
    ChargeId,
    Citation,
    DocumentId,
    Evidence,
    PartyId,
    Reply,
    Response,
    Role,
    Row,
    Span,
    Stance,
    StatementId,
    Status,
    VerdictKind,
    Voice,
    party_of,
)
from counterclaim.text.lexicon import words as lexicon

_VERB = re.compile(r"(?:said|wrote|argued|alleged|accused|warned|urged|announced|promised|demanded|criticised|rejected|called|asked)\b")
_FARTHEST = 700  # code points; of a statement that reaches farther, its sentences are cited one by one


@dataclass(frozen=True, slots=True)
class Sentences:
    """One method a kind of sentence. Parties are placeholders of brief.naming."""

    evidence: Evidence
    teller: Teller

    def told(self, statement: StatementId, *, charge: ChargeId | None = None) -> BriefSentence:
        """What somebody said."""
        text = self.teller.sentence(statement)
        return BriefSentence(
            text=text,
            voice=Voice.ATTRIBUTED,
            party=self._party(statement, charge),
            charge=charge,
            citations=self.citations(statement, quoted="“" in text),
        )

    def _party(self, statement: StatementId, charge: ChargeId | None) -> PartyId | None:
        """Whose statement a sentence reports: of one inside another, the inner speaker where it makes or answers a charge."""
        reading = self.evidence.reading
        inner = party_of(reading, statement, Role.SOURCE)
        return inner if charge else party_of(reading, outermost(reading, reading.statements[statement]).id, Role.SOURCE)

    def run(self, statements: Sequence[StatementId], *, charge: ChargeId | None = None) -> BriefSentence:
        """Statements that stand side by side in somebody's own turn, as one."""
        first = self.told(statements[0], charge=charge)
        if len(statements) == 1:
            return first
        text = self.teller.together(statements)
        told = [self.evidence.reading.statements[s] for s in statements]
        spans = [x for s in told for x in s.content]
        source = self.evidence.reading.documents[told[0].document]
        whole = [
            cite(source, place, verdict=VerdictKind.VERBATIM, statement=s.id) for place in self._places(source.id, spans) for s in told
        ]
        return replace(first, text=text, citations=tuple(whole))

    def answers(self, groups: Sequence[Sequence[Response]]) -> Iterator[BriefSentence]:
        """Answers in order; of one turn, those that follow each other as one."""
        first = {g[0].statement: g for g in groups}
        for run in self.runs(list(first)):
            told = self.run(run, charge=first[run[0]][0].charge)
            more = (c for s in run for r in first[s][1:] for c in self.citations(r.statement, quoted=False))
            yield replace(told, citations=tuple(dict.fromkeys((*told.citations, *more))))

    def runs(self, statements: Sequence[StatementId]) -> list[list[StatementId]]:
        found: list[list[StatementId]] = []
        for s in statements:
            if found and self.teller.follows(s, found[-1][-1]):
                found[-1].append(s)
            else:
                found.append([s])
        return found

    def reply(self, reply: Reply) -> BriefSentence:
        """The sentence that takes up somebody else's."""
        return replace(self.told(reply.statement), text=self.teller.taking_up(reply))

    def charge(self, row: Row, told: Sequence[StatementId]) -> Iterator[BriefSentence]:
        """A charge in so many sentences; what only says again what one of them says is cited with it."""
        again: dict[StatementId, list[StatementId]] = {s: [] for s in told}
        for s in row.charge.statements:
            first = next((t for t in told if t != s and says_again(self.evidence.reading, s, t)), None)
            if s not in again and first:
                again[first].append(s)
        sentences = []
        for s in told:
            more = (c for other in again[s] for c in self.citations(other, quoted=False))
            sentence = self.told(s, charge=row.charge.id)
            sentences.append(replace(sentence, citations=tuple(dict.fromkeys((*sentence.citations, *more)))))
        yield from folded(sentences)

    def background(self, document: DocumentId, span: Span) -> BriefSentence:
        """A sentence in a document's own voice, as the document's."""
        source, layout = self.evidence.reading.documents[document], self.evidence.reading.layouts[document]
        words, outlet = words_of(source, layout, span), publisher(self.evidence.reading, document)
        first = words.split()[0].rstrip(".")
        if first in self.teller.proper or not first[0].isalpha() or first.isupper() or self._is_common(first):
            text = f"According to {outlet}, {lower_first(words, self.teller.proper)}"
        else:  # nobody can tell whether its first word is a name
            text = f"{reports(self.evidence.reading, document)}: {closed(words, '.')}"
        return BriefSentence(text=stop(text), voice=Voice.ATTRIBUTED, citations=(cite(source, span, verdict=VerdictKind.PARAPHRASE),))

    def _is_common(self, word: str) -> bool:
        """Whether a word that opens a sentence is no name: it stands small elsewhere, or is a word of grammar."""
        low = word.casefold()
        grammar = any(low in lexicon("grammar", sense) for sense in ("determiner", "possessive", "subject", "preposition", "subordinator"))
        return grammar or any(re.search(rf"\b{re.escape(low)}\b", d.text) for d in self.evidence.reading.documents.values())

    def open(self, row: Row, *, again: bool = False) -> BriefSentence:
        """A charge without an answer: what the documents say about that, or only that none was found. `again`: the reach is said before."""
        reach = "these sources" if again else self._read()
        remark = next((r for r in row.responses if r.stance is Stance.NO_COMMENT), None) or next(iter(row.responses), None)
        if remark and remark.stance is Stance.NO_COMMENT:
            return self.told(remark.statement, charge=row.charge.id)
        phrase = self.teller.phrase(row.charge.gist, against=row.charge.accused)
        if remark:
            text = f"{name_of(remark.by)} spoke on {phrase} without addressing it; no other response was found in {reach}."
        elif row.status is not Status.UNANSWERED:
            may_be = f"what may be a response from {name_of(row.charge.accused)} was found in {reach}"
            text = f"On {phrase}, {may_be}, but not surely enough to be told here."
        else:
            text = f"On {phrase}, no response was found from {name_of(row.charge.accused)} in {reach}."
        return BriefSentence(
            text=text, voice=Voice.OWN, charge=row.charge.id, citations=self.citations(row.charge.gist, quoted="“" in text)
        )

    def silent(self, rows: Sequence[Row], *, most: int, again: bool) -> BriefSentence:
        """Charges against one party to which nothing came back; those beyond `most` are only counted."""
        if len(rows) == 1:
            return self.open(rows[0], again=again)
        reach = "these sources" if again else self._read()
        return self.listed(f"No response was found from {name_of(rows[0].charge.accused)} in {reach} on these points", rows, most=most)

    def none_found(self, row: Row) -> BriefSentence:
        """That nothing came back to the charge told right before."""
        text = f"No response to this allegation was found from {name_of(row.charge.accused)} in {self._read()}."
        return BriefSentence(text=text, voice=Voice.OWN, charge=row.charge.id, citations=self.citations(row.charge.gist, quoted=False))

    def count(self, rows: Sequence[Row]) -> BriefSentence:
        answered = sum(r.status is Status.ANSWERED and bool(answers(r)) for r in rows)
        possibly = sum(r.status is Status.ANSWERED for r in rows) - answered
        found = f"{_cardinal(len(rows), 'allegation')} {'was' if len(rows) == 1 else 'were'} found in {self._read()}"
        if len(rows) == 1:
            an_answer = "an answer to it was found" if answered else "what may be an answer to it was found"
            text = f"{found}; {an_answer if answered or possibly else 'no answer to it was found'}."
        else:
            share = "all" if answered == len(rows) else _number(answered)
            more = f", {_number(possibly)} possibly" if possibly else ""
            text = f"{found}; {share} of them {'has' if answered < 2 else 'have'} been answered{more}."
        return BriefSentence(text=text, voice=Voice.OWN, citations=self._all(rows))

    def unsure(self, rows: Sequence[Row]) -> BriefSentence:
        """That no charge is sure enough to stand above what was said."""
        text = f"Who accuses whom was not found surely enough in {self._read()} to be summed up here."
        return BriefSentence(text=text, voice=Voice.OWN, citations=self._all(rows))

    def made(self, rows: Sequence[Row], accuser: str) -> BriefSentence:
        """How many allegations a side made against whom."""
        stands_with = sides(self.evidence.reading.parties)
        accused = list(dict.fromkeys(name_of(stands_with[r.charge.accused]) for r in rows))
        text = f"{accuser} made {_cardinal(len(rows), 'allegation')} against {_listing(accused)}."
        return BriefSentence(text=text, voice=Voice.OWN, citations=self._all(rows))

    def listed(self, what: str, rows: Sequence[Row], *, most: int) -> BriefSentence:
        """Charges by name; those beyond `most` are only counted."""
        conducts = [self._conduct(r) for r in rows]
        named = list(dict.fromkeys(named for _, named in conducts))
        beyond = len(named) - most
        more = [f"and {_cardinal(beyond, 'other allegation').lower()}"] if beyond > 0 else []
        text = stop(f"{what}: {'; '.join([*_together(named[:most]), *more])}")
        told = (c for s, _ in conducts for c in self.citations(s, quoted=True))
        return BriefSentence(text=text, voice=Voice.OWN, citations=tuple(dict.fromkeys((*self._all(rows), *told))))

    def pairs(self, what: str, rows: Sequence[Row]) -> BriefSentence:
        """Charges by who makes them against whom, with their number."""
        groups: dict[PartyId | None, list[Row]] = {}
        for r in rows:
            groups.setdefault(r.charge.accuser, []).append(r)
        each = []
        for accuser, made in groups.items():
            accused = _listing(list(dict.fromkeys(name_of(r.charge.accused) for r in made)))
            count = "allegation" if len(made) == 1 else f"{_number(len(made))} allegations"
            each.append(
                f"{f'{name_of(accuser)}’s' if accuser else 'the' if len(made) > 1 else 'an unnamed source’s'} {count} against {accused}"
            )
        return BriefSentence(text=stop(f"{what}: {'; '.join(each)}"), voice=Voice.OWN, citations=self._all(rows))

    def _conduct(self, row: Row) -> tuple[StatementId, tuple[str, str]]:
        """What is charged, shortly: by the gist, or by a statement of the text that has a phrase where the gist has none."""
        text = [s for s in row.charge.statements if not in_heading(self.evidence.reading, s)]
        each = [(s, self.teller.conduct(s, against=row.charge.accused)) for s in (row.charge.gist, *text)]
        return next((x for x in each if x[1][1]), each[0])

    def _read(self) -> str:
        """ "the 4 sources read up to 12 March 2031": the reach of every count and every silence."""
        n, at = len(self.evidence.matrix.documents_read), self.evidence.matrix.as_of
        return ("the one source read" if n == 1 else f"the {n} sources read") + (f" up to {at:%-d %B %Y}" if at else "")

    # --- receipts

    def _all(self, rows: Iterable[Row]) -> tuple[Citation, ...]:
        return tuple(c for s in dict.fromkeys(r.charge.gist for r in rows) for c in self.citations(s, quoted=True))

    def citations(self, statement: StatementId, *, quoted: bool) -> tuple[Citation, ...]:
        reading = self.evidence.reading
        s = reading.statements[statement]
        outer = outermost(reading, s)
        spans = [x for each in (s, outer) for x in (*each.source, *each.cue, *each.content, *each.medium)]
        verdict = VerdictKind.VERBATIM if quoted else VerdictKind.PARAPHRASE
        return tuple(cite(reading.documents[s.document], p, verdict=verdict, statement=statement) for p in self._places(s.document, spans))

    def _places(self, document: DocumentId, spans: Sequence[Span]) -> list[Span]:
        """The whole sentences in which the spans stand, as one stretch; those of a statement that reaches far, run by run."""
        whole = Span(min(x.start for x in spans), max(x.end for x in spans))
        touched = [x for x in self.evidence.reading.layouts[document].sentences if any(x.start < y.end and y.start < x.end for y in spans)]
        if not touched:
            return [whole]
        stretch = Span(min(whole.start, touched[0].start), max(whole.end, touched[-1].end))
        if stretch.end - stretch.start <= _FARTHEST:
            return [stretch]
        text, runs = self.evidence.reading.documents[document].text, touched[:1]
        for sentence in touched[1:]:
            if text[runs[-1].end : sentence.start].strip():
                runs.append(sentence)
            else:
                runs[-1] = Span(runs[-1].start, sentence.end)
        return runs


def graded(s: BriefSentence) -> BriefSentence:
    """Each citation with the verdict that a reader can work out again from the finished text."""
    quoted = quotations(s.text)
    return replace(s, citations=tuple(replace(c, verdict=use(quoted, c.selector.exact)) for c in s.citations))


def varied(sentences: Iterable[BriefSentence]) -> Iterator[BriefSentence]:
    """ "X also said" where X speaks twice running, and not a third time."""
    before: BriefSentence | None = None
    for s in sentences:
        start = f"{name_of(s.party)} " if s.party else ""
        again = before is not None and start and s.party == before.party and before.text.startswith(start)
        if again and before and not before.text.startswith(f"{start}also ") and _VERB.match(s.text, len(start)):
            s = replace(s, text=f"{start}also {s.text.removeprefix(start)}")
        yield s
        before = s


def once(sentences: Iterable[BriefSentence], *, per_charge: bool = False) -> Iterator[BriefSentence]:
    """Each text once, and no outlet's sentence of which another one tells the passage, with the receipts of all their statements."""
    merged: dict[str, BriefSentence] = {}
    for s in covered(list(sentences), per_charge=per_charge):
        before = merged.get(s.text)
        merged[s.text] = replace(before, citations=tuple(dict.fromkeys((*before.citations, *s.citations)))) if before else s
    yield from merged.values()


def _together(named: Sequence[tuple[str, str]]) -> list[str]:
    """(who and how, what) -> one phrase for each who and how: "X’s accusations of selling the crane, of hiding the letter"."""
    groups: dict[tuple[str, bool], list[str]] = {}
    for how, what in named:
        groups.setdefault((how, what.startswith("that ")), []).append(what)
    return [f"{_several(how) if len(each) > 1 else how} {_listing(each)}".strip() for (how, _), each in groups.items()]


def _several(how: str) -> str:
    """ "X’s accusation" -> "X’s accusations"; "X’s allegation against Y" stays."""
    return f"{how}s" if how.endswith(("accusation", "statement")) else how


def _number(n: int) -> str:
    words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    words += ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"]
    return words[n] if n < len(words) else str(n)


def _cardinal(n: int, noun: str) -> str:
    return f"{_number(n)} {noun if n == 1 else noun + 's'}"


def _listing(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
