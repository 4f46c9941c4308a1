"""Shows ledger and matrix as tables for a terminal (rich renderables; printing is the command line's)."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from counterclaim.export.matrix import lines
from counterclaim.export.passages import words
from counterclaim.records import Evidence, Role, party_of

_STYLE = {"answered": "green", "unanswered": "yellow", "no-comment": "yellow", "deflected": "yellow"}


def statements(evidence: Evidence) -> Table:
    """One line a statement: who, act, words, where."""
    reading = evidence.reading
    table = Table("id", "speaker", "act", "about", "words", "document", show_lines=False, expand=True)
    for s in reading.statements.values():
        speaker, target = (party_of(reading, s.id, role) for role in (Role.SOURCE, Role.TARGET))
        table.add_row(
            s.id,
            Text(reading.parties[speaker].name if speaker else "unknown"),
            reading.classifications[s.id].act,
            Text(reading.parties[target].name if target else ""),
            Text(words(reading, s.id)),
            Text(f"{reading.documents[s.document].provenance.path}:{s.content[0].start}"),
        )
    return table


def charges(evidence: Evidence) -> Table:
    """One line a charge: who accuses whom of what, its status, the answers."""
    table = Table("accuser", "accused", "charge", "status", "answers", show_lines=True, expand=True)
    for line in lines(evidence):
        answers = "\n".join(f"{a.by}: {a.stance} ({a.passage.publisher})" for a in line.answers) or line.summary
        table.add_row(Text(line.accuser), Text(line.accused), Text(line.gist), Text(line.status, style=_STYLE[line.status]), Text(answers))
    return table
