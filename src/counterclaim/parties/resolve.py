"""Puts the room together: the statements of a story in, its parties and who is who in each statement out.

Offsets are code points. Time is linear in the documents. Only parties that speak, are spoken about or stand behind a speaker
are given out. Refuses to choose between equals: the party is None then, and the candidates are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.parties import mentions, words
from counterclaim.parties.cast import Casting
from counterclaim.parties.cluster import Names, cluster
from counterclaim.parties.echoes import stems
from counterclaim.parties.labels import Labels
from counterclaim.parties.offices import Offices
from counterclaim.parties.roles import Roles, everywhere
from counterclaim.parties.roster import Roster
from counterclaim.parties.scene import Scene
from counterclaim.parties.sources import Said, Speakers
from counterclaim.parties.targets import Dispute, Targets, dispute
from counterclaim.parties.tokens import sentences, spelling
from counterclaim.records import Cast, Document, DocumentId, Layout, Role, Statement


def resolve(
    documents: Mapping[DocumentId, Document],
    layouts: Mapping[DocumentId, Layout],
    statements: Sequence[Statement],
    *,
    roster: Roster | None = None,
) -> Cast:
    """The cast of a story: every source, target and addressee as one party across its documents."""
    staged, names, roles = scenes(documents, layouts, roster=roster)
    labels = Labels(names)
    grouped = by_document(statements, documents)
    told, casting = Dispute(), Casting()
    for reading in (Casting(), casting):  # read twice: the first reading tells who blames whom
        said = [s for id, own in grouped.items() for s in read_document(Targets(Speakers(staged[id], roles, labels), told), own, reading)]
        told = dispute(said)
    return casting.cast()


def scenes(
    documents: Mapping[DocumentId, Document], layouts: Mapping[DocumentId, Layout], *, roster: Roster | None = None
) -> tuple[dict[DocumentId, Scene], Names, Roles]:
    """The documents of a story with their mentions and who these stand for, pronouns excepted; its names; its roles."""
    read = {id: sentences(d, layouts[id]) for id, d in documents.items()}
    written = spelling(read.values())
    found = {id: mentions.find(d.text, read[id], written) for id, d in documents.items()}
    names, homes = cluster(found, roster=roster)
    days = {id: d.published_at.date() if d.published_at else None for id, d in documents.items()}
    roles = Roles(names, homes, Offices(names, days))
    everywhere(found, roles)
    staged = {id: Scene(d, layouts[id], read[id], found[id], homes) for id, d in documents.items()}
    for scene in staged.values():
        scene.pronouns.follow()
    return staged, names, roles


def by_document(statements: Iterable[Statement], documents: Mapping[DocumentId, Document]) -> dict[DocumentId, list[Statement]]:
    groups: dict[DocumentId, list[Statement]] = {id: [] for id in documents}
    for s in statements:
        groups[s.document].append(s)
    return {id: sorted(each, key=_place) for id, each in groups.items()}


def _place(s: Statement) -> tuple[int, int]:
    return min(x.start for x in (*s.source, *s.cue, *s.content)), s.content[0].start


def read_document(targets: Targets, statements: Sequence[Statement], casting: Casting) -> list[Said]:
    """Resolves the statements of one document in order -> what was said by whom about whom."""
    speakers = targets.speakers
    scene = speakers.scene
    for s in statements:
        speaker, via = speakers.resolve(s)
        target = targets.resolve(s, speaker.entity)
        casting.add(s.id, Role.SOURCE, speaker, via)
        casting.add(s.id, Role.TARGET, target)
        addressee = targets.addressee(s)
        if addressee.candidates:
            casting.add(s.id, Role.ADDRESSEE, addressee)
        cue = [w for c in s.cue for w in scene.text(c).lower().split()]
        accuses = any(w in words.cue_forms("accuse", "judge") for w in cue)
        place = scene.sentence_at(s.content[0].start)
        said = stems(" ".join(map(scene.text, s.content)))
        speakers.said.append(Said(s, speaker.entity, target.entity, accuses, place, speakers.by_paper(s), said))
    return speakers.said
