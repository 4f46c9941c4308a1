"""Writes the response matrix as JSON, CSV and HTML: charges down, parties across, each answer with its passage.

An empty cell says "no response was found in the N sources read": absence in what was read is not silence.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from counterclaim.export.ledger import when
from counterclaim.export.lines import NOTHING, Beside, Line, columns, day, gone, grouped, lines, not_found
from counterclaim.records import Evidence

SCHEMA = "counterclaim/matrix/1"
_HEAD = ("charge", "key", "accuser", "accused", "charge_words", "status", "confidence", "documents", "publishers", "new")
_ANSWER = ("kind", "by", "stance", "directness", "wording", "answer_words", "answer_confidence")
_PLACE = ("publisher", "published", "document", "answer_new")


def as_json(evidence: Evidence, beside: Beside = NOTHING) -> dict[str, Any]:
    shown = lines(evidence, beside)
    return {
        "schema": SCHEMA,
        "as_of": when(evidence.matrix.as_of),
        "since": when(beside.since),
        "documents_read": len(evidence.matrix.documents_read),
        "low_below": beside.low_below,
        "hide_below": beside.hide_below,
        "charges_hidden": len(evidence.matrix.rows) - len(shown),
        "rows": [asdict(line) for line in shown],
        "changes": [{"kind": c.kind, "key": c.key, "charge": c.charge, "statement": c.statement, "was": c.was} for c in beside.changes],
    }


def as_csv(evidence: Evidence, beside: Beside = NOTHING) -> str:
    """One line an answer or a first-hand inquiry (`kind` says which); a charge without either has a line of its own.

    Cells that a spreadsheet would run are quoted.
    """
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow([*_HEAD, *_ANSWER, *_PLACE])
    for line in lines(evidence, beside):
        head = [
            *(line.charge, line.key, line.accuser, line.accused, line.gist, line.status),
            *(f"{line.confidence:.2f}", str(line.documents), str(line.publishers), "new" if line.new else ""),
        ]
        for cells in [*_answers(line), *_inquiries(line)] or [[""] * len(_ANSWER + _PLACE)]:
            table.writerow([_inert(c) for c in [*head, *cells]])
    return out.getvalue()


def as_html(evidence: Evidence, beside: Beside = NOTHING) -> str:
    """One self-contained page that needs no script and prints."""
    environment = Environment(
        loader=PackageLoader("counterclaim.export"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"day": day, "grouped": grouped}
    shown = lines(evidence, beside)
    return environment.get_template("matrix.html").render(
        lines=shown,
        columns=columns(shown),
        sources=evidence.reading.documents.values(),
        not_found=not_found(evidence),
        beside=beside,
        hidden=len(evidence.matrix.rows) - len(shown),
        gone=gone(beside),
        as_of=evidence.matrix.as_of,
        witnesses=evidence.witnesses,
    )


def _answers(line: Line) -> Iterator[list[str]]:
    for a in line.answers:
        told = a.passage
        yield [
            *("answer", a.by, a.stance, a.directness, a.wording, told.exact, f"{a.confidence:.2f}"),
            *(told.publisher, told.published, told.document, "new" if a.new else ""),
        ]


def _inquiries(line: Line) -> Iterator[list[str]]:
    for i in line.asked:
        yield ["first-hand", i.asked, "", "", "", i.told, "", "", i.at[:10], "", ""]


def _inert(cell: str) -> str:
    """A cell that begins like a formula is text: OWASP, CSV injection."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell
