"""Owns what newer documents do to a matrix: charges, answers and passages that were not there before, and what changed status.

Charges are found again by key, statements by file and place. Refuses to hide a loss: a charge of before that is read otherwise
now is `gone`, with the key under which it was known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.dispute.keys import index, match
from counterclaim.records import Change, ChangeKind, ChargeId, Evidence, Row, Span, StatementId, Status

_Place = tuple[str, tuple[Span, ...]]
_BEST_FIRST = (Status.ANSWERED, Status.DEFLECTED, Status.NO_COMMENT, Status.UNANSWERED)


def compare(before: Evidence, after: Evidence) -> tuple[Change, ...]:
    """The changes in the order of the newer matrix, then what is gone."""
    known = index(after.reading, after.matrix)
    old: dict[ChargeId, list[Row]] = {}
    gone: list[Change] = []
    for row in before.matrix.rows:
        key = before.keys[row.charge.id]
        charge = match(key, known)
        if charge is not None:
            old.setdefault(charge, []).append(row)
        else:
            gone.append(Change(kind=ChangeKind.GONE, key=key, was=row.status))
    return (*(c for row in after.matrix.rows for c in _row(before, after, old.get(row.charge.id, ()), row)), *gone)


def _row(before: Evidence, after: Evidence, old: Sequence[Row], new: Row) -> Iterator[Change]:
    id, key = new.charge.id, after.keys[new.charge.id]
    if not old:
        yield Change(kind=ChangeKind.NEW_CHARGE, key=key, charge=id, statement=new.charge.gist)
    else:
        was = min((r.status for r in old), key=_BEST_FIRST.index)
        if was is not new.status:
            yield Change(kind=ChangeKind.NEW_STATUS, key=key, charge=id, was=was)
        for kind, mine, theirs in (
            (ChangeKind.NEW_PASSAGE, new.charge.statements, [s for r in old for s in r.charge.statements]),
            (ChangeKind.NEW_ANSWER, [a.statement for a in new.responses], [a.statement for r in old for a in r.responses]),
        ):
            had = {_place(before, s) for s in theirs}
            for statement in dict.fromkeys(mine):
                if _place(after, statement) not in had:
                    yield Change(kind=kind, key=key, charge=id, statement=statement)


def _place(evidence: Evidence, statement: StatementId) -> _Place:
    s = evidence.reading.statements[statement]
    return evidence.reading.documents[s.document].provenance.sha256, s.content
