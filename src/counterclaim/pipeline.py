"""The only place where the rooms meet: sources in, evidence, matrix and brief out. `read` is the whole building in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

from counterclaim.brief.write import write
from counterclaim.claims.acts import classify
from counterclaim.claims.merge import merge
from counterclaim.dispute.matrix import build
from counterclaim.ingest.files import find
from counterclaim.ingest.read import read_all
from counterclaim.ingest.roster import load
from counterclaim.parties.resolve import resolve
from counterclaim.parties.roster import Roster
from counterclaim.parties.roster import roster as listed
from counterclaim.records import Brief, Document, DocumentId, Evidence, Reading, Statement, Tagger
from counterclaim.statements.extract import extract
from counterclaim.statements.rules import RulesTagger
from counterclaim.text.segment import segment

Progress = Callable[[str], None]


def _silent(_: str) -> None:
    """The default progress: tells nobody."""


def documents(paths: Sequence[Path], *, progress: Progress = _silent) -> tuple[list[Document], list[Path]]:
    """Reads the sources of one story -> (documents, files that a folder held and that are no sources).

    Raises SourceError, naming the file, for the first source that cannot be read.
    """
    files, skipped = find(paths)
    read: list[Document] = []
    ids = (DocumentId(f"d{n}") for n in count(1))
    for file in files:
        progress(f"reading {file.name}")
        read.extend(read_all(file, ids))
    return read, list(skipped)


def roster(path: Path) -> Roster:
    """A newsroom's roster file. Raises RosterError, naming file and entry, for what it does not understand."""
    return listed(load(path), source=str(path))


def read(
    sources: Iterable[Document],
    *,
    tagger: Tagger | None = None,
    roster: Roster | None = None,
    as_of: datetime | None = None,
    progress: Progress = _silent,
) -> Evidence:
    """Everything that a story's documents say about who said what about whom, and who answered."""
    tagger = tagger or RulesTagger()
    docs = {d.id: d for d in sorted(sources, key=_age)}
    layouts = {}
    found: list[Statement] = []
    for d in docs.values():
        progress(f"finding statements in {d.provenance.path}")
        layouts[d.id] = segment(d)
        found.extend(extract(d, layouts[d.id], tagger))
    progress("linking parties, charges and answers")
    cast = resolve(docs, layouts, found, roster=roster)
    resolutions = {(r.statement, r.role): r for r in cast.resolutions}
    statements = {s.id: s for s in found}
    parties = {p.id: p for p in cast.parties}
    acts = {c.statement: c for c in classify(found, resolutions, docs, parties=parties)}
    reading = Reading(
        documents=docs, layouts=layouts, statements=statements, parties=parties, resolutions=resolutions, classifications=acts
    )
    claims = merge(reading)
    matrix = build(reading, claims, as_of=as_of or _latest(docs.values()))
    return Evidence(reading=reading, claims={c.id: c for c in claims}, matrix=matrix)


def write_brief(evidence: Evidence) -> Brief:
    """The brief of a story. Raises ThinEvidence where too little was found."""
    return write(evidence)


def _age(document: Document) -> tuple[bool, float, str]:
    """Oldest first, as the story unfolded; undated documents last; of equals by path, so that the order given changes nothing."""
    at = document.published_at
    return at is None, 0.0 if at is None else at.timestamp(), document.provenance.path


def _latest(docs: Iterable[Document]) -> datetime | None:
    """When the newest document appeared: what was read is known up to then."""
    return max((d.published_at for d in docs if d.published_at), default=None)
