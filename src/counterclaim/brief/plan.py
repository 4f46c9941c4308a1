"""Decides what a brief says and in which order: who charges whom, what came back, context, positions.

Order is the order of the sources and of the words in them, never of names, so that swapping two parties swaps only them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.brief.context import context
from counterclaim.brief.length import LIMITS, Length, Limits
from counterclaim.brief.predicate import cue_of
from counterclaim.brief.repeats import says_again
from counterclaim.claims.sides import sides
from counterclaim.claims.words import content_words, text_of
from counterclaim.errors import ThinEvidence
from counterclaim.records import (
    Act,
    Evidence,
    Exchange,
    Form,
    Outline,
    PartyId,
    Reading,
    Relation,
    Response,
    Role,
    Row,
    Stance,
    StatementId,
    Wording,
    party_of,
)
from counterclaim.statements.cues import sense_of

FEWEST_STATEMENTS = 1  # statements that charge somebody; a brief needs at least one
_FEWEST_WORDS = 2  # content words of a charge
_SMALL_TALK = 4  # content words of a quotation that says next to nothing for itself
_OWN_SECTION = 2  # the first accusers have one, and each later accuser with as many charges
_LONGEST_OPENING = 20  # words
_LONG, _HEADLINE, _CAPITALS = 3, 5, 0.9  # letters of a word that a headline capitalises, how many of them, what share of those
_ANSWERING = (Act.DENIAL, Act.JUSTIFICATION, Act.CONCESSION, Act.NO_COMMENT, Act.DEFLECTION)
_CHARGING = (Act.ALLEGATION, Act.COUNTER_ACCUSATION)
_ANNOUNCING = (Act.DEMAND, Act.COMMITMENT, Act.CHARACTERISATION)


def plan(evidence: Evidence, *, length: Length = Length.STANDARD, fewest: int = FEWEST_STATEMENTS, floor: float = 0.0) -> Outline:
    """The outline of a brief. Charges and answers below `floor` are left out, and charges below the length's own; a row keeps its status.

    Raises ThinEvidence where fewer than `fewest` statements make a charge that is sure enough.
    """
    limits = LIMITS[length]
    least = max(floor, limits.floor)  # of charges; the matrix itself holds no answer that is too unsure to be told
    rows = tuple(_sure(r, floor) for r in evidence.matrix.rows if r.charge.confidence >= least and _has_words(evidence.reading, r))
    charging = {s for r in rows for s in r.charge.statements}
    if len(charging) < fewest or not rows:
        n = len(evidence.reading.statements)
        found = f"{n} statement{'s' if n != 1 else ''} found, {len(charging)} of them a charge"
        raise ThinEvidence(f"{found}: too little for a brief (at least {fewest} needed)")
    return Outline(
        exchanges=tuple(_exchanges(evidence.reading, rows, limits.answers)),
        rows=rows,
        context=tuple(context(evidence.reading))[: limits.context],
        positions=tuple(_positions(evidence, rows, limits)),
    )


def leading(rows: Sequence[Row]) -> Row:
    """The charge that stands for the dispute: of the pair told most and most surely, a named accuser's first, the surest one."""
    weights: defaultdict[tuple[PartyId | None, PartyId], float] = defaultdict(float)
    for r in rows:
        weights[(r.charge.accuser, r.charge.accused)] += len(r.charge.statements) * r.charge.confidence
    pair = max(weights, key=lambda p: (p[0] is not None, weights[p]))
    return max((r for r in rows if (r.charge.accuser, r.charge.accused) == pair), key=lambda r: r.charge.confidence)


def in_heading(reading: Reading, statement: StatementId) -> bool:
    """Whether a statement stands in a headline or another heading."""
    s = reading.statements[statement]
    layout, text, at = reading.layouts[s.document], reading.documents[s.document].text, s.content[0].start
    if any(h.start <= at < h.end for h in layout.headings):
        return True
    first = layout.paragraphs[0] if len(layout.paragraphs) > 1 else None
    if first and first.start <= at < first.end and _opens(text[first.start : first.end]):
        return True
    return any(p.start <= at < p.end and _is_headline(text[p.start : p.end]) for p in layout.paragraphs)


def _opens(line: str) -> bool:
    """Whether the first line of a text is its headline in small letters: short, without an end mark."""
    return len(line.split()) <= _LONGEST_OPENING and line[-1].isalnum() and not re.search(r"[.!?]\s", line)


def _is_headline(line: str) -> bool:
    """A long line in a headline's capitals without an end mark; shorter ones are headings of the layout."""
    long = [w for w in re.findall(r"[^\W\d_]+", line) if len(w) > _LONG]
    return len(long) >= _HEADLINE and line[-1].isalnum() and sum(w[0].isupper() for w in long) >= _CAPITALS * len(long)


def _has_words(reading: Reading, row: Row) -> bool:
    """Whether one of a charge's statements says something: a heading's "What the mayor says" does not."""
    each = (reading.statements[s] for s in row.charge.statements)
    return any(len(content_words(text_of(reading.documents[s.document].text, s.content))) >= _FEWEST_WORDS for s in each)


def _is_small_talk(reading: Reading, statement: StatementId, fewest: int = _SMALL_TALK) -> bool:
    """Whether a quotation says next to nothing for itself: "Thank you", "They were", "Nine years I waited"."""
    s = reading.statements[statement]
    answers = reading.classifications[statement].act in (Act.DENIAL, Act.CONCESSION, Act.NO_COMMENT)
    said = content_words(text_of(reading.documents[s.document].text, s.content))
    return s.form is Form.DIRECT and not answers and len(said) < fewest


def _sure(row: Row, floor: float) -> Row:
    return replace(row, responses=tuple(r for r in row.responses if r.confidence >= floor))


def _exchanges(reading: Reading, rows: Iterable[Row], most: int) -> Iterator[Exchange]:
    """One exchange a side that charges, the side told most often first; lesser and unnamed accusers share the last. Answers stand once."""
    stands_with = sides(reading.parties)
    charges: dict[PartyId | None, list[Row]] = {}
    for row in rows:
        charges.setdefault(stands_with[row.charge.accuser] if row.charge.accuser else None, []).append(row)
    ranked = sorted((s for s in charges if s), key=lambda s: -sum(len(r.charge.statements) for r in charges[s]))
    own = [s for i, s in enumerate(ranked) if i < _OWN_SECTION or len(charges[s]) >= _OWN_SECTION]
    others = [r for s in charges if s not in own for r in charges[s]]
    told = {s for each in charges.values() for r in each for s in r.charge.statements}  # told as charges
    for accuser, made in [*((s, charges[s]) for s in own), *([(None, others)] if others else [])]:
        fresh = (x for r in made for x in r.responses if x.statement not in told)
        answers = {x.statement: x for x in fresh if not _is_small_talk(reading, x.statement, _FEWEST_WORDS)}
        told |= answers.keys()
        yield Exchange(accuser=accuser, charges=tuple(made), answers=tuple(_surest(list(_grouped(reading, answers.values())), most)))


def _surest(groups: Sequence[tuple[Response, ...]], most: int) -> Iterator[tuple[Response, ...]]:
    """At most so many answers of each who answers, in their order: the plainest stances and the surest first."""
    stances = list(Stance)
    by: defaultdict[PartyId, list[tuple[int, float, int]]] = defaultdict(list)
    for n, g in enumerate(groups):
        by[g[0].by].append((stances.index(g[0].stance), -max(r.confidence for r in g), n))
    kept = {n for each in by.values() for _, _, n in sorted(each)[:most]}
    yield from (g for n, g in enumerate(groups) if n in kept)


def _grouped(reading: Reading, answers: Iterable[Response]) -> Iterator[tuple[Response, ...]]:
    """Answers in reading order; a headline's and a second bare denial or refusal go with what tells the same in the text."""
    place = {s: i for i, s in enumerate(reading.statements)}
    groups: list[list[Response]] = []
    for a in sorted(answers, key=lambda a: (in_heading(reading, a.statement), place[a.statement])):
        same = next((g for g in groups if (g[0].by, g[0].stance) == (a.by, a.stance) and _repeats(reading, a, g[0])), None)
        if same:
            same.append(a)
        else:
            groups.append([a])
    yield from (tuple(g) for g in groups)


def _repeats(reading: Reading, later: Response, first: Response) -> bool:
    """Whether telling both would say one thing twice."""
    bare = [a.wording is Wording.NONE or a.stance is Stance.NO_COMMENT for a in (later, first)]
    if in_heading(reading, later.statement) or all(bare):
        return True
    return _overlap(reading, later.statement, first.statement) or says_again(reading, later.statement, first.statement)


def _overlap(reading: Reading, one: StatementId, other: StatementId) -> bool:
    """Whether two statements share words of one document: one of them stands inside the other."""
    a, b = reading.statements[one], reading.statements[other]
    return a.document == b.document and any(x.start < y.end and y.start < x.end for x in a.content for y in b.content)


def _positions(evidence: Evidence, rows: Sequence[Row], limits: Limits) -> Iterator[StatementId]:
    """What is neither charge nor answer of the matrix, each claim once, side by side.

    All that answers without anybody being found whom it meets: a denial left out would be unfair. Of the rest at most so many of a side
    and in all: what charges, then replies and what the accused say of whom no answer was found, then demands and promises, then what a
    party to the dispute says of another.
    """
    reading = evidence.reading
    stands_with = sides(reading.parties)
    told = {s for r in evidence.matrix.rows for s in (*r.charge.statements, *(x.statement for x in r.responses))}
    involved = {stands_with[p] for r in rows for p in (r.charge.accuser, r.charge.accused, *(x.by for x in r.responses)) if p}
    unheard = {stands_with[r.charge.accused] for r in rows} - {stands_with[x.by] for r in rows for x in r.responses}
    replies = {x.statement for x in evidence.matrix.replies} | {x.to for x in evidence.matrix.replies if x.relation is Relation.CONTRADICTS}
    ranked: dict[PartyId, list[tuple[int, int, StatementId]]] = {}
    for n, claim in enumerate(evidence.claims.values()):
        speaker, target = (party_of(reading, claim.gist, role) for role in (Role.SOURCE, Role.TARGET))
        if not speaker or told & set(claim.statements) or _is_told_within(reading, claim.gist, told):
            continue
        replies_to = bool(replies & set(claim.statements))
        sure = limits.sure if claim.act not in _ANSWERING else 0.0
        if not replies_to and (_is_small_talk(reading, claim.gist) or not _is_plain(reading, claim.gist, sure)):
            continue
        side = stands_with[speaker]
        if claim.act in _ANSWERING:
            rank = 0
        elif claim.act in _CHARGING:
            rank = 1
        elif (side in involved and replies_to) or side in unheard:
            rank = 2
        elif side in involved and claim.act in _ANNOUNCING:
            rank = 3
        elif side in involved and target and stands_with[target] in involved - {side}:
            rank = 4
        else:
            continue
        ranked.setdefault(side, []).append((rank, n, claim.gist))
    answers = [x for each in ranked.values() for x in each if x[0] == 0]
    others = sorted(x for each in ranked.values() for x in sorted(y for y in each if y[0])[: limits.positions])
    chosen = {id for _, _, id in (*answers, *others[: limits.positions_in_all])}
    yield from (id for each in ranked.values() for _, _, id in each if id in chosen)


def _is_plain(reading: Reading, statement: StatementId, sure: float) -> bool:
    """Whether a statement is surely one, and said by words that report; an act that an outlet tells ("X dismissed her") is no position."""
    s = reading.statements[statement]
    return s.confidence >= sure and (not s.cue or sense_of(cue_of(reading, s)) is not None)


def _is_told_within(reading: Reading, statement: StatementId, told: set[StatementId]) -> bool:
    """Whether other sentences tell it: a headline's words, what somebody else reports, what shares its words."""
    if in_heading(reading, statement) or reading.statements[statement].within:
        return True
    return any(_overlap(reading, statement, x) for x in told)
