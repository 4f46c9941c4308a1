"""A story of documents as the parties room sees it, for its tests."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.parties.cluster import Entity, Names, best_name
from counterclaim.parties.found import Found
from counterclaim.parties.mentions import find
from counterclaim.parties.resolve import resolve, scenes
from counterclaim.parties.roles import Roles
from counterclaim.parties.scene import Scene
from counterclaim.parties.tokens import sentences, spelling
from counterclaim.records import Cast, Document, Role, Statement
from counterclaim.text.segment import segment
from factories import doc


def mentions(text: str) -> tuple[Found, ...]:
    """The mentions of one document."""
    document = doc(text)
    found = sentences(document, segment(document))
    return find(text, found, spelling([found]))


def stage(*documents: Document) -> tuple[list[Scene], Names, Roles]:
    """The scenes of a story, its names and its roles."""
    staged, names, roles = scenes({d.id: d for d in documents}, {d.id: segment(d) for d in documents})
    return list(staged.values()), names, roles


def home(scene: Scene, words: str, *, nth: int = 0) -> Entity | None:
    """Whom a mention stands for, by its words."""
    return scene.home([i for i, m in enumerate(scene.found) if m.text == words][nth])


def name_of(entity: Entity | None) -> str | None:
    return None if entity is None else best_name(entity)


def cast(documents: Sequence[Document], statements: Sequence[Statement]) -> Cast:
    return resolve({d.id: d for d in documents}, {d.id: segment(d) for d in documents}, statements)


def who(cast: Cast, statement: str, role: Role = Role.SOURCE) -> str | None:
    """The name of the party that plays a role in a statement."""
    names = {p.id: p.name for p in cast.parties}
    found = [r for r in cast.resolutions if r.statement == statement and r.role is role]
    return None if not found or found[0].party is None else names[found[0].party]
