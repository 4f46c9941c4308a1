"""Owns a newsroom's optional roster: who is who, under which names, in which office, from when to when. None ships.

Dates are calendar days. A roster adds names and roles to what the texts say; it never adds a party that no text mentions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from counterclaim.records import PartyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A title that somebody held ("governor"), of which body, from a day to a day (None: open)."""

    title: str
    body: str | None = None
    start: date | None = None
    end: date | None = None

    def held_on(self, day: date | None) -> bool:
        """Whether the office was held on a day; on an unknown day every office counts."""
        return day is None or ((self.start is None or self.start <= day) and (self.end is None or day <= self.end))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One person, organisation or group of a roster."""

    name: str
    kind: PartyKind = PartyKind.PERSON
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """All that a newsroom listed."""

    listed: tuple[Listed, ...] = ()

    def names(self) -> Iterable[tuple[Listed, str]]:
        """Every name with whom it stands for."""
        return ((each, name) for each in self.listed for name in (each.name, *each.aliases))
