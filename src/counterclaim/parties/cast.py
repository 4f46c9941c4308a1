"""Turns what was gathered about parties into records, and numbers them in the order in which they first play a part."""

from __future__ import annotations

from dataclasses import dataclass, field

from counterclaim.parties.cluster import Entity, best_name, is_organisation
from counterclaim.parties.pronouns import Choice
from counterclaim.records import Cast, Mention, Party, PartyId, PartyKind, Resolution, Role, StatementId


@dataclass(slots=True)
class Casting:
    """Parties by the order of their first part."""

    ids: dict[int, PartyId] = field(default_factory=dict)
    entities: list[Entity] = field(default_factory=list)
    resolutions: list[Resolution] = field(default_factory=list)

    def add(self, statement: StatementId, role: Role, choice: Choice, via: tuple[Mention, ...] = ()) -> None:
        """Keeps who plays a role in a statement."""
        party = None if choice.entity is None else self._id(choice.entity)
        candidates = tuple(self._id(e) for e in choice.candidates)
        confidence = max(0.0, min(1.0, choice.confidence))
        self.resolutions.append(
            Resolution(statement=statement, role=role, party=party, via=via, candidates=candidates, confidence=confidence)
        )

    def _id(self, entity: Entity) -> PartyId:
        if id(entity) not in self.ids:
            self.ids[id(entity)] = PartyId(f"p{len(self.entities) + 1}")
            self.entities.append(entity)
            if entity.owner is not None and entity.speaks:
                self._id(entity.owner)
        return self.ids[id(entity)]

    def cast(self) -> Cast:
        """The records."""
        return Cast(parties=tuple(self._party(e) for e in list(self.entities)), resolutions=tuple(self.resolutions))

    def _party(self, entity: Entity) -> Party:
        name = best_name(entity)
        behind = entity.owner if entity.speaks and entity.owner is not None and id(entity.owner) in self.ids else None
        return Party(
            id=self._id(entity),
            name=name,
            kind=entity.kind or _guess(entity),
            aliases=tuple(n for n in entity.names if n != name),
            on_behalf_of=None if behind is None else self._id(behind),
            role=_role(entity),
        )


def _guess(entity: Entity) -> PartyKind:
    """A party that nothing marks: two or more words of a name are a person's, one word an organisation's."""
    if any(is_organisation(k) for k in entity.keys) or entity.places > entity.acts:
        return PartyKind.ORGANISATION
    return PartyKind.PERSON if any(1 < len(k) < 5 for k in entity.keys) else PartyKind.ORGANISATION


def _role(entity: Entity) -> str | None:
    """The role as most of the sources give it; honorifics are none."""
    telling = {r: n for r, n in entity.roles.items() if len(r) > 4}
    return max(telling, key=lambda r: (telling[r], len(r))) if entity.names and telling else None
