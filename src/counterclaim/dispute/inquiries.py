"""Owns which charge an entry of a reporter's log belongs to. First-hand entries stand beside the matrix; they change no row of it."""

from __future__ import annotations

from collections.abc import Iterable

from counterclaim.dispute.keys import index, match
from counterclaim.records import ChargeId, Evidence, Inquiry


def place(evidence: Evidence, entries: Iterable[Inquiry]) -> tuple[dict[ChargeId, tuple[Inquiry, ...]], tuple[Inquiry, ...]]:
    """The entries of each charge, oldest first, and those whose key is no charge's in what was read."""
    known = index(evidence.reading, evidence.matrix)
    placed: dict[ChargeId, list[Inquiry]] = {}
    lost: list[Inquiry] = []
    for entry in entries:
        charge = match(entry.charge, known)
        if charge is None:
            lost.append(entry)
        else:
            placed.setdefault(charge, []).append(entry)
    return {id: tuple(sorted(each, key=lambda e: e.at)) for id, each in placed.items()}, tuple(lost)
