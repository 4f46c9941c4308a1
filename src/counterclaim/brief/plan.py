"""Decides what a brief says and in which order: the sides, their charges and answers, context, positions.

Order is the order of the sources and of the words in them, never of names, so that swapping two parties swaps only them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.claims.sides import sides
from counterclaim.errors import ThinEvidence
from counterclaim.records import (
    Act,
    DocumentId,
    Evidence,
    Outline,
    PartyId,
    Reading,
    Relation,
    Response,
    Role,
    Row,
    Side,
    Span,
    StatementId,
    Wording,
    party_of,
)

FEWEST_STATEMENTS = 1  # statements that charge somebody; a brief needs at least one
_MOST_CONTEXT = 4
_POSITION_ACTS = (Act.DEMAND, Act.COMMITMENT, Act.CHARACTERISATION)
_CONTEXT_HEADING = re.compile(
    r"\b(?:context|background|what (?:happened|we know|led)|how it (?:began|started)|timeline|the story so far)\b", re.IGNORECASE
)
_EVENT = re.compile(
    r"""\b(?:death|died|killed|shooting|shot|fire|crash|collapse|flood|strike|vote[ds]?|election|hearing|trial|inquiry|inquest|report
    |meeting|protest|dispute|came|comes|follow(?:s|ed)|began|opened|closed|founded|built|since
    |last\ (?:week|month|year|spring|summer|autumn|winter)|\d{4})\b""",
    re.IGNORECASE | re.VERBOSE,
)


_ORIGIN = re.compile(
    r"\b(?:dispute|row|exchange|conflict|argument|quarrel|case)\b.{0,40}\b(?:follow|come|came|began|start|go(?:es)? back)", re.IGNORECASE
)


def plan(evidence: Evidence, *, fewest: int = FEWEST_STATEMENTS, floor: float = 0.0) -> Outline:
    """The outline of a brief. `floor`: charges and answers below this confidence are left out; a row keeps its status.

    Raises ThinEvidence where fewer than `fewest` statements make a charge.
    """
    sure = (r for r in evidence.matrix.rows if r.charge.confidence >= floor)
    rows = tuple(replace(r, responses=tuple(a for a in r.responses if a.confidence >= floor)) for r in sure)
    charging = {s for r in rows for s in r.charge.statements}
    if len(charging) < fewest or not rows:
        n = len(evidence.reading.statements)
        found = f"{n} statement{'s' if n != 1 else ''} found, {len(charging)} of them a charge"
        raise ThinEvidence(f"{found}: too little for a brief (at least {fewest} needed)")
    grouped = tuple(_sides(evidence.reading, rows))
    told = charging | {x.statement for side in grouped for x in side.answers}
    return Outline(
        sides=grouped,
        rows=rows,
        context=tuple(_context(evidence.reading))[:_MOST_CONTEXT],
        positions=tuple(_positions(evidence, grouped, told)),
    )


def leading(rows: Sequence[Row]) -> Row:
    """The charge that stands for the dispute: of the pair of sides with the most passages, the one told most often, then first."""
    passages: Counter[tuple[PartyId | None, PartyId]] = Counter()
    for r in rows:
        passages[(r.charge.accuser, r.charge.accused)] += len(r.charge.statements)
    pair = max(passages, key=lambda p: passages[p])
    return max((r for r in rows if (r.charge.accuser, r.charge.accused) == pair), key=lambda r: len(r.charge.statements))


def _sides(reading: Reading, rows: Iterable[Row]) -> Iterator[Side]:
    """One side a principal that charges or answers: the side with the most told of its charges first, equals in order of their first."""
    charges: dict[PartyId, list[Row]] = {}
    answers: dict[PartyId, dict[StatementId, Response]] = {}
    members: dict[PartyId, dict[PartyId, None]] = {}

    stands_with = sides(reading.parties)

    def join(party: PartyId) -> PartyId:
        side = stands_with[party]
        charges.setdefault(side, [])
        answers.setdefault(side, {})
        members.setdefault(side, {})[party] = None
        return side

    for row in rows:
        if row.charge.accuser:
            charges[join(row.charge.accuser)].append(row)
        join(row.charge.accused)
        for r in row.responses:
            answers[join(r.by)].setdefault(r.statement, r)
    for side in sorted(charges, key=lambda p: -sum(len(r.charge.statements) for r in charges[p])):
        if charges[side] or answers[side]:
            told = tuple(_prose_first(reading, answers[side].values()))
            yield Side(party=side, members=tuple(members[side]), charges=tuple(charges[side]), answers=told)


def _prose_first(reading: Reading, answers: Iterable[Response]) -> Iterator[Response]:
    """Each answer, but a headline's and a second bare denial ("denied the claims") where a sentence of the text tells the same."""
    told = list(answers)
    in_text = {(a.by, a.stance) for a in told if not in_heading(reading, a.statement)}
    bare: set[PartyId] = set()
    for a in told:
        if (a.by, a.stance) in in_text and in_heading(reading, a.statement):
            continue
        if a.wording is Wording.NONE and a.by in bare:
            continue
        if a.wording is Wording.NONE:
            bare.add(a.by)
        yield a


def in_heading(reading: Reading, statement: StatementId) -> bool:
    """Whether a statement stands in a headline or another heading."""
    s = reading.statements[statement]
    return any(h.start <= s.content[0].start < h.end for h in reading.layouts[s.document].headings)


def _context(reading: Reading) -> Iterator[tuple[DocumentId, Span]]:
    """Sentences in a document's own voice that tell an event: under a heading for context first, then any other."""
    seen: set[str] = set()
    found = sorted(_own_voice(reading), key=lambda x: -x[0])
    for _, document, span in found:
        words = " ".join(re.findall(r"\w+", reading.documents[document].text[span.start : span.end].casefold()))
        if words not in seen:
            seen.add(words)
            yield document, span


def _own_voice(reading: Reading) -> Iterator[tuple[int, DocumentId, Span]]:
    spans: dict[DocumentId, list[tuple[int, int]]] = {}
    for s in reading.statements.values():
        spans.setdefault(s.document, []).extend((x.start, x.end) for x in [*s.source, *s.cue, *s.content])
    for layout in reading.layouts.values():
        document = reading.documents[layout.document]
        taken = spans.get(document.id, [])
        skipped = {p.start for p in (*layout.headings, *layout.furniture)}
        under = False
        for sentence in layout.sentences:
            text = document.text[sentence.start : sentence.end]
            if sentence.start in skipped:
                under = bool(_CONTEXT_HEADING.search(text))
                continue
            if (
                any(a < sentence.end and sentence.start < b for a, b in taken)
                or document.turns
                or len(text.split()) < 6
                or "“" in text
                or '"' in text
            ):
                continue
            if _EVENT.search(text):
                yield 2 * under + 2 * bool(_ORIGIN.search(text)) + (len(_EVENT.findall(text)) > 1), document.id, sentence


def _positions(evidence: Evidence, sides: tuple[Side, ...], told: set[StatementId]) -> Iterator[StatementId]:
    """What the sides demand, promise and reply, each once: statements that are neither charge nor answer."""
    reading = evidence.reading
    members = {m for side in sides for m in side.members} | {side.party for side in sides}
    replies = {x.statement for x in evidence.matrix.replies} | {x.to for x in evidence.matrix.replies if x.relation is Relation.CONTRADICTS}
    for claim in evidence.claims.values():
        wanted = claim.act in _POSITION_ACTS or bool(replies & set(claim.statements))
        if wanted and not told & set(claim.statements) and party_of(reading, claim.gist, Role.SOURCE) in members:
            yield claim.gist
