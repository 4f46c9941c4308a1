"""Shows ledger and matrix as tables for a terminal (rich renderables; printing is the command line's)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from rich.console import Group
from rich.table import Table
from rich.text import Text

from counterclaim.export.matrix import Line, lines
from counterclaim.export.passages import words
from counterclaim.export.who import Profile
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
    return _charges(lines(evidence))


def party(told: Profile) -> Group:
    """What a party said in time order, the charges it makes and those it faces, each with its answers."""
    known = [told.party.role, f"also {', '.join(told.party.aliases)}" if told.party.aliases else None]
    voices = f"for it: {', '.join(p.name for p in told.voices)}" if told.voices else None
    head = Text("; ".join(filter(None, [told.party.name, *known, voices])), style="bold")
    said = Table("when", "by", "act", "about", "medium", "words", "document", title="Said", title_justify="left", expand=True)
    for s in told.said:
        where = f"{s.passage.publisher}\n{PurePath(s.passage.document).name}:{s.passage.start}"
        at = "\n".join(filter(None, [(s.at or "undated")[:10], s.when]))
        cells = (at, s.by, s.act, s.about or "", s.medium, s.words, where)
        said.add_row(*(Text(c) for c in cells))
    tables = [said, _charges(told.makes, title="Charges it makes"), _charges(told.faces, title="Charges it faces")]
    return Group(head, *(t if t.row_count else Text(f"{t.title}: none was found in what was read") for t in tables))


def _charges(shown: Sequence[Line], *, title: str | None = None) -> Table:
    table = Table("accuser", "accused", "charge", "status", "answers", title=title, title_justify="left", show_lines=True, expand=True)
    for line in shown:
        answers = "\n".join(f"{a.by}: {a.stance} ({a.passage.publisher})" for a in line.answers) or line.summary
        table.add_row(Text(line.accuser), Text(line.accused), Text(line.gist), Text(line.status, style=_STYLE[line.status]), Text(answers))
    return table
