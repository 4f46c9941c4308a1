"""Writes the brief's JSON, `counterclaim/brief/1` (see docs/brief.md). Records in, plain values out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from counterclaim.export.ledger import document, party, when
from counterclaim.records import Brief, BriefSentence, Citation

SCHEMA = "counterclaim/brief/1"


def brief(b: Brief) -> dict[str, Any]:
    """The brief as plain values, ready for `export.ledger.encode`."""
    content = {
        "schema": SCHEMA,
        "headline": b.headline,
        "as_of": when(b.as_of),
        "documents": [document(d) for d in b.documents],
        "parties": [party(p) for p in b.parties],
        "sections": [{"role": s.role, "heading": s.heading, "sentences": [_sentence(x) for x in s.sentences]} for s in b.sections],
    }
    return content | {"digest": digest(content)}


def digest(content: Mapping[str, Any]) -> str:
    """The SHA-256 of a brief's content whatever its white space and key order; `digest` itself is not part of it.

    Tells a brief that was changed after it was written. It is no signature: who changes a brief can also make a new digest.
    """
    plain = {k: v for k, v in content.items() if k != "digest"}
    canonical = json.dumps(plain, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _sentence(s: BriefSentence) -> dict[str, Any]:
    return {"text": s.text, "party": s.party, "charge": s.charge, "voice": s.voice, "citations": [_citation(c) for c in s.citations]}


def _citation(c: Citation) -> dict[str, Any]:
    return {
        "document": c.document,
        "sha256": c.sha256,
        "start": c.span.start,
        "end": c.span.end,
        "exact": c.selector.exact,
        "prefix": c.selector.prefix,
        "suffix": c.selector.suffix,
        "statement": c.statement,
        "verdict": c.verdict,
    }
