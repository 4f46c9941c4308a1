"""The only place where the rooms meet: sources in, evidence, matrix and brief out. `read` is the whole building in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random

from counterclaim.audit import baseline, profile, report, trial
from counterclaim.audit.baseline import Accepted
from counterclaim.audit.draft import draft
from counterclaim.audit.mend import Mend, mends
from counterclaim.audit.mutate import mutate
from counterclaim.audit.own import Publishable, publishable
from counterclaim.audit.patch import patched
from counterclaim.audit.review import IDS, review
from counterclaim.brief.edited import read as read_edited
from counterclaim.brief.length import Length
from counterclaim.brief.resume import Unfound, resume
from counterclaim.brief.write import write
from counterclaim.brief.writer import Rewritten, prompt, rewrite
from counterclaim.claims.acts import classify
from counterclaim.claims.drift import drifts
from counterclaim.claims.merge import merge
from counterclaim.claims.witnesses import witnesses
from counterclaim.dispute.changes import compare
from counterclaim.dispute.inquiries import place
from counterclaim.dispute.keys import keys
from counterclaim.dispute.matrix import build
from counterclaim.encoder import Profile, best, installed, open_profile
from counterclaim.errors import MissingSource, ProfileError, ThinEvidence, UnreadableSource
from counterclaim.ingest import formats, nearby, office, readings
from counterclaim.ingest.decode import decode
from counterclaim.ingest.endpoint import ask
from counterclaim.ingest.files import bytes_of, find, having, shown
from counterclaim.ingest.inquiries import read as read_log
from counterclaim.ingest.read import read_all
from counterclaim.ingest.roster import load
from counterclaim.parties.resolve import resolve
from counterclaim.parties.roster import Roster
from counterclaim.parties.roster import roster as listed
from counterclaim.receipts.verify import Extent, Failure, extent, parse, verify
from counterclaim.records import (
    AuditReport,
    Brief,
    Change,
    ChargeId,
    Document,
    DocumentId,
    Draft,
    Evidence,
    Inquiry,
    Layout,
    Reading,
    Statement,
    Tagger,
)
from counterclaim.statements.extract import extract
from counterclaim.statements.model import ModelTagger
from counterclaim.statements.rules import RulesTagger
from counterclaim.text.segment import segment

Progress = Callable[[str], None]


def _silent(_: str) -> None:
    """The default progress: tells nobody."""


_PLAIN = ("", ".md", ".markdown", ".txt", ".text")  # files whose every character is written by hand
RULES = "rules"  # the tagger without weights; only if asked for


@cache
def tagger(profile: str | None = None) -> Tagger:
    """The tagger of a profile (`accurate`, `standard`, `fast`, `rules`), opened once; None is the most careful model installed.

    Raises ModelError where its weights are not there or damaged: the rules take a model's place only if asked for.
    """
    rules = RulesTagger()
    return rules if profile == RULES else ModelTagger(open_profile(None if profile is None else Profile(profile)), floor=rules)


def documents(paths: Sequence[Path], *, progress: Progress = _silent) -> tuple[list[Document], list[Path]]:
    """Reads the sources of one story -> (documents, files that a folder held and that are no sources).

    Raises SourceError, naming the file, for the first source that cannot be read.
    """
    files, skipped = find(paths)
    if not files:
        raise MissingSource("there is no source in it", source=", ".join(map(shown, paths)))
    read: list[Document] = []
    ids = (DocumentId(f"d{n}") for n in count(1))
    for file in files:
        progress(f"reading {file.name}")
        read.extend(read_all(file, ids))
    return read, list(skipped)


def roster(path: Path) -> Roster:
    """A newsroom's roster file. Raises RosterError, naming file and entry, for what it does not understand."""
    return listed(load(path), source=str(path))


def published(found: Iterable[Document], until: datetime) -> tuple[list[Document], list[Document], list[Document]]:
    """Parts documents by the date of their publication -> (up to `until`, later, undated: of these nobody can say)."""
    dated = [(d, d.published_at) for d in found]
    return (
        [d for d, at in dated if at is not None and at <= until],
        [d for d, at in dated if at is not None and at > until],
        [d for d, at in dated if at is None],
    )


def inquiries(evidence: Evidence, log: Path) -> tuple[dict[ChargeId, tuple[Inquiry, ...]], tuple[Inquiry, ...]]:
    """A reporter's log -> (the entries of each charge, entries whose charge is not in what was read). Raises LogError."""
    return place(evidence, read_log(log))


def changes(evidence: Evidence, *, since: datetime) -> tuple[Change, ...]:
    """What the documents published after `since`, and the undated ones, add to the matrix of those up to then."""
    up_to, _, _ = published(evidence.reading.documents.values(), since)
    docs = {d.id: d for d in up_to}
    found = [s for s in evidence.reading.statements.values() if s.document in docs]
    return compare(_understand(docs, {id: evidence.reading.layouts[id] for id in docs}, found, as_of=since), evidence)


def read(
    sources: Iterable[Document],
    *,
    profile: str | None = None,
    roster: Roster | None = None,
    as_of: datetime | None = None,
    progress: Progress = _silent,
) -> Evidence:
    """Everything that a story's documents say about who said what about whom, and who answered."""
    tag = tagger(profile)
    docs = {d.id: d for d in sorted(sources, key=_age)}
    layouts = {}
    found: list[Statement] = []
    for d in docs.values():
        progress(f"finding statements in {d.provenance.path}")
        layouts[d.id] = segment(d)
        found.extend(extract(d, layouts[d.id], tag))
    progress("linking parties, charges and answers")
    return _understand(docs, layouts, found, roster=roster, as_of=as_of or _latest(docs.values()))


def _understand(
    docs: Mapping[DocumentId, Document],
    layouts: Mapping[DocumentId, Layout],
    found: Sequence[Statement],
    *,
    roster: Roster | None = None,
    as_of: datetime | None,
) -> Evidence:
    """Who is who in statements, what they claim, and who answered."""
    cast = resolve(docs, layouts, found, roster=roster)
    resolutions = {(r.statement, r.role): r for r in cast.resolutions}
    statements = {s.id: s for s in found}
    parties = {p.id: p for p in cast.parties}
    acts = {c.statement: c for c in classify(found, resolutions, docs, parties=parties)}
    reading = Reading(
        documents=docs, layouts=layouts, statements=statements, parties=parties, resolutions=resolutions, classifications=acts
    )
    claims = merge(reading)
    matrix = build(reading, claims, as_of=as_of)
    copies = witnesses(docs)
    return Evidence(
        reading=reading,
        claims={c.id: c for c in claims},
        matrix=matrix,
        keys=keys(reading, matrix),
        witnesses=copies,
        drifts=drifts(reading, [*(c.statements for c in claims), *(r.charge.statements for r in matrix.rows)], copies),
    )


def write_brief(evidence: Evidence, *, length: Length = Length.STANDARD, floor: float = 0.0) -> Brief:
    """The brief of a story, without charges and answers below the confidence `floor`. Raises ThinEvidence where too little was found."""
    return checked_brief(evidence, length=length, floor=floor).brief


def checked_brief(evidence: Evidence, *, length: Length = Length.STANDARD, floor: float = 0.0) -> Publishable:
    """The same, with notes on sentences that our own audit blocked: each is told in the source's words, or left out."""
    found = publishable(write(evidence, length=length, floor=floor), evidence)
    if not any(s.sentences for s in found.brief.sections):
        raise ThinEvidence("no charge is sure enough to lead a brief of this length: read the matrix, or ask for a longer brief")
    return found


def rewrite_brief(
    brief: Brief, evidence: Evidence, *, address: str, model: str, key: str | None = None, seconds: float = 120.0
) -> Rewritten:
    """A brief in the words of a language model at an address that the user named, sentence by sentence where they hold.

    Raises EndpointError where the address gives no answer.
    """
    return rewrite(brief, evidence, ask(prompt(brief), address=address, model=model, key=key, seconds=seconds))


def resume_brief(evidence: Evidence, edited: Path) -> tuple[Brief, tuple[Unfound, ...]]:
    """A brief that an editor changed, with receipts -> (the brief, sentences for which no receipt was found).

    Raises ReceiptError where the file holds no brief.
    """
    return resume(evidence, read_edited(bytes_of(edited), source=str(edited)), checked=lambda b: publishable(b, evidence).brief)


def verify_brief(brief: Path, sources: Sequence[Path]) -> tuple[list[Failure], Extent]:
    """Re-checks a published brief against the files of its sources -> (what does not hold, how much was looked at).

    Raises ReceiptError where the file holds no brief, SourceError where a source is not there or cannot be opened.
    Only files that still have a hash which the brief lists are read: any other file cannot be one of its sources.
    """
    published = parse(bytes_of(brief), source=str(brief))
    files, _ = find(sources)
    ids = (DocumentId(f"d{n}") for n in count(1))
    wanted = {s.sha256 for s in published.documents}
    found = [d for file in having(files, wanted) for d in read_all(file, ids)]
    return verify(published, found), extent(published)


def drafts(paths: Sequence[Path]) -> list[Draft]:
    """The texts under audit. Raises SourceError, naming the file, for the first that cannot be read."""
    return [_draft(path) for path in paths]


def audit(checked: Sequence[Draft], evidence: Evidence, previous: Draft | None = None) -> list[AuditReport]:
    """What the checks find in each draft; `previous` is the version of it that was published before."""
    return [report.audit(d, evidence, previous) for d in checked]


def mended(brief: Path, checked: Draft, evidence: Evidence) -> tuple[tuple[Mend, ...], bytes, bytes]:
    """(what can be mended for sure, the bytes of the brief's file, its bytes with that mended). Only Markdown and plain text."""
    if brief.suffix.lower() not in _PLAIN:
        raise UnreadableSource("only Markdown and plain text are fixed in place; the findings say what to change", source=str(brief))
    data = bytes_of(brief)
    certain = mends(checked, evidence)
    return certain, data, patched(data, certain, source=str(brief))


def reviewed(
    checked: Sequence[Draft], reports: Sequence[AuditReport], wanted: Sequence[profile.Profile], accepted: frozenset[Accepted] = frozenset()
) -> list[AuditReport]:
    """The reports as they are shown: after the editors' comments, each brief's profile and the accepted findings."""
    return [review(r, d, p, accepted) for r, d, p in zip(reports, checked, wanted, strict=True)]


def settings(brief: Path, named: Path | None = None) -> profile.Profile:
    """The profile that holds for a brief: the named file's, else that of the nearest file above it, else the default."""
    if named is None:
        found = (profile.parse(text, source=str(file), checks=IDS) for file, text in nearby.upwards(brief, profile.FILES))
        return next((p for p in found if p is not None), profile.Profile())
    own = profile.parse(nearby.text(named), source=str(named), checks=IDS)
    if own is None:
        raise ProfileError(f"the file holds no table [{'.'.join(profile.SHARED_TABLE)}]", source=str(named))
    return own


def sources_of(brief: Path, wanted: profile.Profile) -> tuple[Path, ...]:
    """Where a brief's sources lie by its profile. Raises ProfileError where the profile does not say."""
    if wanted.sources is None:
        raise ProfileError(f"there is no --sources, and no profile says where the sources of {brief} lie", source=wanted.source or None)
    return (brief.parent / wanted.sources,)


def accepted(file: Path) -> frozenset[Accepted]:
    """The findings that a baseline file accepts."""
    return baseline.parse(bytes_of(file), source=str(file))


def try_out(brief: Draft, evidence: Evidence, wanted: profile.Profile, *, seed: int = 0, per_kind: int = 3) -> list[trial.Outcome]:
    """Plants known errors into copies of a brief and audits each on the same evidence; the same seed plants the same errors."""

    def checked(of: Draft) -> AuditReport:
        return review(report.audit(of, evidence), of, wanted)

    return trial.run(brief, mutate(brief, evidence, Random(seed), per_kind=per_kind), checked, draft)


def evidence(
    paths: Sequence[Path],
    *,
    besides: Sequence[Path] = (),
    reader: str | None = None,
    kept_in: Path | None = None,
    progress: Progress = _silent,
) -> tuple[Evidence, list[Path]]:
    """(what the sources say, files that are no sources); read once and kept in a folder, where one is given.

    `besides` are briefs: they and copies of them are no sources, for no text confirms itself. `reader` is a tagger's profile.
    """
    files, skipped = find(paths)
    briefs = {sha256(bytes_of(path)).digest() for path in besides}
    sources = [(f, data) for f in files if sha256(data := bytes_of(f)).digest() not in briefs]
    if not sources:
        raise MissingSource("there is no source in it beside the brief", source=", ".join(map(shown, paths)))
    name = readings.key(sources, tagger=_identity(reader))
    known = None if kept_in is None else readings.load(name, kept_in)
    if known is not None:
        return known, list(skipped)
    found = read(documents([f for f, _ in sources], progress=progress)[0], profile=reader, progress=progress)
    if kept_in is not None:
        readings.store(found, name, kept_in)
    return found, list(skipped)


def _identity(reader: str | None) -> str:
    """What tells one tagger's readings from another's: its profile, and the card of its weights."""
    if reader == RULES:
        return RULES
    chosen = Profile(reader) if reader else best()
    folder = installed(chosen)
    return f"{chosen} {'' if folder is None else sha256(bytes_of(folder / 'card.json')).hexdigest()}"


def _draft(path: Path) -> Draft:
    data = bytes_of(path)
    suffix = path.suffix.lower()
    is_office = suffix in formats.OFFICE
    name = shown(path)
    return draft(name, office.words(data, suffix=suffix, source=name) if is_office else decode(data, source=name))


def _age(document: Document) -> tuple[bool, float, str]:
    """Oldest first, as the story unfolded; undated documents last; of equals by path, so that the order given changes nothing."""
    at = document.published_at
    return at is None, 0.0 if at is None else at.timestamp(), document.provenance.path


def _latest(docs: Iterable[Document]) -> datetime | None:
    """When the newest document appeared: what was read is known up to then."""
    return max((d.published_at for d in docs if d.published_at), default=None)
