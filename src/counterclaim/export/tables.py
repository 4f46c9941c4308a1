"""Shows ledger and matrix as tables for a terminal (rich renderables; printing is the command line's)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from rich.console import Group
from rich.table import Table
from rich.text import Text

from counterclaim.export.lines import NOTHING, Answer, Beside, Line, gone, grouped, lines
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


def charges(evidence: Evidence, beside: Beside = NOTHING) -> Table:
    """Two cells a charge, so that 80 columns are enough: who accuses whom of what, and what came back."""
    table = Table("charge", "what came back", show_lines=True, expand=True)
    shown = lines(evidence, beside)
    for line in shown:
        table.add_row(_charge(line), _answers(line, beside))
    notes = []
    if len(shown) < len(evidence.matrix.rows):
        notes.append(f"not shown for confidence below {beside.hide_below:g}: {len(evidence.matrix.rows) - len(shown)} of the charges")
    if gone(beside):
        notes.append(f"read otherwise now: {', '.join(gone(beside))}")
    table.caption = Text("\n".join(notes)) if notes else None
    return table


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
    tables = [said, _titled("Charges it makes", told.makes), _titled("Charges it faces", told.faces)]
    return Group(head, *(t if t.row_count else Text(f"{t.title}: none was found in what was read") for t in tables))


def _titled(title: str, shown: Iterable[Line]) -> Table:
    table = Table("charge", "what came back", title=title, title_justify="left", show_lines=True, expand=True)
    for line in shown:
        table.add_row(_charge(line), _answers(line, NOTHING))
    return table


def _charge(line: Line) -> Text:
    text = Text(f"{line.accuser} → {line.accused}\n", style="bold")
    text.append(f"{line.gist}\n", style="not bold")
    text.append(" · ".join([line.key, line.carried, *_marks(new=line.new, low=line.low)]), style="not bold dim")
    return text


def _answers(line: Line, beside: Beside) -> Text:
    """The status, then each side's answers, and apart from them what the reporter asked."""
    text = Text(line.status, style=_STYLE[line.status])
    if line.status_before:
        text.append(f" (was {line.status_before})")
    if line.status == "unanswered":
        text.append(f": {line.summary}")
    for group in grouped(line.answers):
        text.append(f"\n{_told(group)}", style="default")
    if line.answers_hidden:
        text.append(f"\n{line.answers_hidden} not shown: confidence below {beside.hide_below:g}", style="dim")
    for i in line.asked:
        text.append(f"\nfirst-hand: {i.told}", style="italic default")
    for d in line.drifts:
        told = f"“{d.was}” ({d.was_in})" + (f" → “{d.now}” ({d.now_in})" if d.now else f", not in {d.now_in}")
        text.append(f"\n{d.kind.replace('-', ' ')}: {told}", style="dim default")
    return text


def _told(group: Sequence[Answer]) -> str:
    """ "Ila Roth denies (The Selby Post, The Gazette)"."""
    where = ", ".join(dict.fromkeys(a.passage.publisher for a in group))
    marks = _marks(new=any(a.new for a in group), low=all(a.low for a in group))
    return ", ".join([f"{group[0].told} ({where})", *marks])


def _marks(*, new: bool, low: bool) -> list[str]:
    return [mark for mark, there in (("new", new), ("low confidence", low)) if there]
