"""Writes the response matrix: charges down, parties across, each answer with its passage. JSON, CSV and HTML.

An empty cell says "no response was found in the N sources read": absence in what was read is not silence.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from counterclaim.export.ledger import when
from counterclaim.export.passages import Passage, passage, words
from counterclaim.records import Evidence, PartyId, Response, Row, Status

SCHEMA = "counterclaim/matrix/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    by: str
    stance: str
    directness: str
    wording: str
    confidence: float
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One charge as it is shown: who accuses whom of what, what came back, and a sentence that says so."""

    charge: str
    accuser: str
    accused: str
    gist: str
    status: str
    confidence: float
    passages: tuple[Passage, ...]
    answers: tuple[Answer, ...]
    summary: str


def lines(evidence: Evidence) -> tuple[Line, ...]:
    """The matrix's rows in their order."""
    return tuple(line(evidence, row) for row in evidence.matrix.rows)


def not_found(evidence: Evidence) -> str:
    """The only sentence that an empty cell may say."""
    n = len(evidence.matrix.documents_read)
    until = f" up to {evidence.matrix.as_of:%-d %B %Y}" if evidence.matrix.as_of else ""
    return f"no response was found in the {n} source{'s' if n != 1 else ''} read{until}"


def as_json(evidence: Evidence) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "as_of": when(evidence.matrix.as_of),
        "documents_read": len(evidence.matrix.documents_read),
        "rows": [asdict(shown) for shown in lines(evidence)],
    }


def as_csv(evidence: Evidence) -> str:
    """One line an answer; a charge without one has a line of its own. Cells that a spreadsheet would run are quoted."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(
        [
            "charge",
            "accuser",
            "accused",
            "charge_words",
            "status",
            "by",
            "stance",
            "directness",
            "wording",
            "answer_words",
            "publisher",
            "document",
        ]
    )
    for shown in lines(evidence):
        head = [shown.charge, shown.accuser, shown.accused, shown.gist, shown.status]
        for a in shown.answers:
            cells = [*head, a.by, a.stance, a.directness, a.wording, a.passage.exact, a.passage.publisher, a.passage.document]
            table.writerow([_inert(c) for c in cells])
        if not shown.answers:
            table.writerow([_inert(c) for c in [*head, *[""] * 7]])
    return out.getvalue()


def as_html(evidence: Evidence) -> str:
    """One self-contained page that needs no script and prints."""
    environment = Environment(
        loader=PackageLoader("counterclaim.export"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    shown = lines(evidence)
    return environment.get_template("matrix.html").render(
        lines=shown, columns=tuple(_columns(evidence)), sources=evidence.reading.documents.values(), not_found=not_found(evidence)
    )


def _columns(evidence: Evidence) -> Iterator[str]:
    """Who answers, in order of their first answer."""
    seen: set[PartyId] = set()
    for row in evidence.matrix.rows:
        for r in row.responses:
            if r.by not in seen:
                seen.add(r.by)
                yield evidence.reading.parties[r.by].name


def line(evidence: Evidence, row: Row) -> Line:
    """One row of the matrix as it is shown."""
    reading = evidence.reading
    charge = row.charge
    return Line(
        charge=charge.id,
        accuser=reading.parties[charge.accuser].name if charge.accuser else "not named",
        accused=reading.parties[charge.accused].name,
        gist=words(reading, charge.gist),
        status=row.status,
        confidence=charge.confidence,
        passages=tuple(passage(reading, s) for s in charge.statements),
        answers=tuple(_answer(evidence, r) for r in row.responses),
        summary=not_found(evidence) if row.status is Status.UNANSWERED else row.status,
    )


def _answer(evidence: Evidence, r: Response) -> Answer:
    return Answer(
        by=evidence.reading.parties[r.by].name,
        stance=r.stance,
        directness=r.directness,
        wording=r.wording,
        confidence=r.confidence,
        passage=passage(evidence.reading, r.statement),
    )


def _inert(cell: str) -> str:
    """A cell that begins like a formula is text: OWASP, CSV injection."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell
