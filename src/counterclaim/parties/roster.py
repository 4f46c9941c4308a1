"""Owns a newsroom's optional roster: who is who, under which names, in which office, from when to when. None ships.

Dates are calendar days. A roster adds names and roles to what the texts say; it never adds a party that no text mentions. Refuses
an entry that it does not fully understand: a key that it does not know could be a misspelt one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import msgspec

from counterclaim.errors import RosterError
from counterclaim.records import PartyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A title that somebody held ("governor"), of which body, from a day to a day, both included (None: open)."""

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


def roster(values: Any, *, source: str) -> Roster:
    """The roster of a file's values: a list of entries, alone or under `parties`. Raises RosterError, which names the entry."""
    entries = values.get("parties") if isinstance(values, Mapping) else values
    if not isinstance(entries, list):
        raise RosterError("a roster is a list of entries under `parties`", source=source)
    read = tuple(_listed(entry, n, source) for n, entry in enumerate(entries, start=1))
    _refuse_twice(read, source)
    return Roster(read)


def _listed(entry: Any, number: int, source: str) -> Listed:
    name = entry.get("name") if isinstance(entry, Mapping) else None
    place = f"entry {number}" + (f" ({name})" if name else "")
    try:
        found = msgspec.convert(entry, Listed)
    except msgspec.ValidationError as error:
        raise RosterError(f"{place}: {error}", source=source) from error
    for key in (*_unknown(entry, Listed), *(k for o in entry.get("offices", ()) for k in _unknown(o, Office))):
        raise RosterError(f"{place}: unknown key {key!r}", source=source)
    if not all(n.strip() for n in (found.name, *found.aliases)):
        raise RosterError(f"{place}: a name is empty", source=source)
    for office in found.offices:
        if office.start and office.end and office.end < office.start:
            raise RosterError(f"{place}: the office {office.title!r} ends before it starts", source=source)
    return found


def _unknown(entry: Mapping[str, Any], kind: type[Listed | Office]) -> list[str]:
    return [key for key in entry if key not in {f.name for f in fields(kind)}]


def _refuse_twice(listed: tuple[Listed, ...], source: str) -> None:
    """One name must not stand for two entries."""
    holders: dict[str, int] = {}
    for number, each in enumerate(listed, start=1):
        for name in {each.name.lower(), *(a.lower() for a in each.aliases)}:
            if holders.setdefault(name, number) != number:
                raise RosterError(f"entry {number} ({each.name}): the name {name!r} is entry {holders[name]}'s too", source=source)
