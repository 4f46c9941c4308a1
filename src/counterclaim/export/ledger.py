"""Writes the ledger, `counterclaim/ledger/1`: the one JSON that every other tool reads (see docs/ledger.md).

Records in, JSON bytes out. Offsets are code points into each document's `text`, half-open; times are ISO 8601 in UTC.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from counterclaim.records import Charge, Document, Evidence, Mention, Party, Quantity, Reading, Role, Span, Statement, party_of

SCHEMA = "counterclaim/ledger/1"


def ledger(evidence: Evidence) -> dict[str, Any]:
    """The ledger as plain values, ready for JSON."""
    reading = evidence.reading
    matrix = evidence.matrix
    return {
        "schema": SCHEMA,
        "as_of": when(matrix.as_of),
        "documents": [document(d) | {"text": d.text} for d in reading.documents.values()],
        "parties": [party(p) for p in reading.parties.values()],
        "statements": [_statement(s, reading) for s in reading.statements.values()],
        "claims": [
            {"id": c.id, "act": c.act, "gist": c.gist, "statements": list(c.statements), "first_said_at": when(c.first_said_at)}
            for c in evidence.claims.values()
        ],
        "charges": [_charge(r.charge) | {"status": r.status} for r in matrix.rows],
        "responses": [msgspec.to_builtins(x) for r in matrix.rows for x in r.responses],
        "replies": [msgspec.to_builtins(x) for x in matrix.replies],
    }


def encode(value: dict[str, Any]) -> bytes:
    """Indented JSON in UTF-8, with a newline at its end; the same value always gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def document(d: Document) -> dict[str, Any]:
    """A document without its text, as ledger and brief name it."""
    return {
        "id": d.id,
        "path": d.provenance.path,
        "sha256": d.provenance.sha256,
        "title": d.title,
        "publisher": d.provenance.publisher,
        "byline": d.byline,
        "published_at": when(d.published_at),
        "modified_at": when(d.modified_at),
        "url": d.provenance.url,
        "kind": d.kind,
    }


def party(p: Party) -> dict[str, Any]:
    return {"id": p.id, "name": p.name, "kind": p.kind, "aliases": list(p.aliases), "role": p.role, "on_behalf_of": p.on_behalf_of}


def when(at: datetime | None) -> str | None:
    """ISO 8601 in UTC, as "2031-03-09T08:00:00Z"."""
    return None if at is None else at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _statement(s: Statement, reading: Reading) -> dict[str, Any]:
    source = reading.resolutions.get((s.id, Role.SOURCE))
    return {
        "id": s.id,
        "document": s.document,
        "source": pairs(s.source),
        "cue": pairs(s.cue),
        "content": pairs(s.content),
        "form": s.form,
        "speaker": party_of(reading, s.id, Role.SOURCE),
        "speaker_confidence": None if source is None else source.confidence,
        "candidates": [] if source is None or source.party else list(source.candidates),
        "via": [] if source is None else [_mention(m) for m in source.via],
        "target": party_of(reading, s.id, Role.TARGET),
        "addressee": party_of(reading, s.id, Role.ADDRESSEE),
        "medium": pairs(s.medium),
        "act": reading.classifications[s.id].act,
        "hedges": pairs(s.hedges),
        "quantities": [_quantity(q) for q in s.quantities],
        "within": s.within,
        "when": None if s.when is None else [s.when.start, s.when.end],
        "confidence": s.confidence,
    }


def _charge(c: Charge) -> dict[str, Any]:
    return {
        "id": c.id,
        "accuser": c.accuser,
        "accused": c.accused,
        "claims": list(c.claims),
        "statements": list(c.statements),
        "gist": c.gist,
        "confidence": c.confidence,
    }


def _mention(m: Mention) -> dict[str, Any]:
    return {"start": m.span.start, "end": m.span.end, "text": m.text}


def _quantity(q: Quantity) -> dict[str, Any]:
    return {"start": q.span.start, "end": q.span.end, "value": q.value, "unit": q.unit, "comparator": q.comparator, "scope": q.scope}
