"""Simpler ways to make a response matrix, to measure the product against: each takes the evidence of a story and gives it another matrix.

All keep the statements, parties and acts that the product found, so that only what the name says differs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from counterclaim.dispute.link import link
from counterclaim.dispute.matrix import status
from counterclaim.dispute.table import Table, table
from counterclaim.records import Act, ChargeId, Directness, Evidence, Response, Row, Stance, Wording


def nearest_denial(evidence: Evidence) -> Evidence:
    """A charge is answered by the denial that stands nearest to one of its statements in the same article, whoever says it."""
    told = table(evidence.reading)
    return _with(evidence, [_row(r, [x for x in [_nearest(r, told)] if x]) for r in evidence.matrix.rows])


def no_merging(evidence: Evidence) -> Evidence:
    """Every accusing statement is a charge of its own; answers are linked as the product links them."""
    told = table(evidence.reading)
    single = [replace(r.charge, statements=(s,), gist=s) for r in evidence.matrix.rows for s in r.charge.statements]
    charges = [replace(c, id=ChargeId(f"x{n}"), accuser=told.sayings[c.gist].speaker) for n, c in enumerate(dict.fromkeys(single), 1)]
    answers = link(charges, told)
    return _with(evidence, [Row(charge=c, responses=answers[c.id], status=status(answers[c.id])) for c in charges])


def no_cross_document_links(evidence: Evidence) -> Evidence:
    """Answers count only in articles that carry the charge themselves."""
    told = evidence.reading.statements
    rows = []
    for r in evidence.matrix.rows:
        here = {told[s].document for s in r.charge.statements}
        rows.append(_row(r, [a for a in r.responses if told[a.statement].document in here]))
    return _with(evidence, rows)


BASELINES: dict[str, Callable[[Evidence], Evidence]] = {
    "nearest denial in the same article": nearest_denial,
    "no merging": no_merging,
    "no cross-document links": no_cross_document_links,
}


def _nearest(row: Row, told: Table) -> Response | None:
    """The denial with the fewest sentences between it and the charge; of equals the one after it, then the first read."""
    denials = [s for s in told.sayings.values() if s.act is Act.DENIAL and s.id not in row.charge.statements]
    pairs = [
        (abs(gap), gap < 0, n, d)
        for charged in (told.sayings[s] for s in row.charge.statements)
        for n, d in enumerate(denials)
        if d.document == charged.document
        for gap in [d.sentence - charged.sentence]
    ]
    if not pairs:
        return None
    denial = min(pairs, key=lambda p: p[:3])[3]
    return Response(
        charge=row.charge.id,
        statement=denial.id,
        by=denial.speaker or row.charge.accused,
        stance=Stance.DENIES,
        directness=Directness.SPECIFIC,
        wording=Wording.PARAPHRASED,
    )


def _row(row: Row, responses: list[Response]) -> Row:
    return replace(row, responses=tuple(responses), status=status(responses))


def _with(evidence: Evidence, rows: list[Row]) -> Evidence:
    return replace(evidence, matrix=replace(evidence.matrix, rows=tuple(rows)))
