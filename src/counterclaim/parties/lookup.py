"""Finds a party of a story by a name that somebody types: the whole name, a part of it, an initial, an acronym, or its id.

The closest kind of likeness decides; refuses to choose between two parties that are equally like, and names the nearest where
none is like.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process

from counterclaim.errors import AmbiguousParty, UnknownParty
from counterclaim.parties import words
from counterclaim.parties.cluster import Key, acronym, key_of, same_person
from counterclaim.records import Party

_SHOWN = 6  # parties that an error lists
_ALIKE = 50  # of 100: below it, a name is no near one


def look_up(name: str, parties: Sequence[Party]) -> Party:
    """The party that a name stands for. Raises AmbiguousParty or UnknownParty, which say what else the story holds."""
    key = _key(name)
    for like in _LIKENESSES:
        found = [p for p in parties if p.id == name or any(like(key, _key(n)) for n in (p.name, *p.aliases))]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousParty(f"{name!r} could be {_listed(found)}; give more of the name, or the id")
    near = process.extract(name, {p.id: p.name for p in parties}, scorer=fuzz.WRatio, limit=_SHOWN, score_cutoff=_ALIKE)
    nearest = [p for _, _, id in near for p in parties if p.id == id] or list(parties[:_SHOWN])
    known = f"; the nearest names are {_listed(nearest)}" if near else f"; its parties are {_listed(nearest)}" if nearest else ""
    raise UnknownParty(f"no party of this story is called {name!r}{known}")


def _key(name: str) -> Key:
    """A name without its article and titles."""
    kept = list(key_of(name))
    while len(kept) > 1 and (kept[0] in words.DETERMINERS or words.title_sense(words.long_form(kept[0]))):
        kept.pop(0)
    return tuple(kept)


def _short(asked: Key, known: Key) -> bool:
    """An end of the name, its acronym, or its forename shortened."""
    n = len(asked)
    return known[-n:] == asked or known[:n] == asked or asked == (acronym(known),) or same_person(asked, known)


_LIKENESSES: tuple[Callable[[Key, Key], bool], ...] = (
    lambda asked, known: asked == known,
    _short,
    lambda asked, known: set(asked) <= set(known),
)


def _listed(parties: Sequence[Party]) -> str:
    names = [f"{p.name} ({p.id}{', ' + p.role if p.role else ''})" for p in parties[:_SHOWN]]
    more = [f"{len(parties) - _SHOWN} more"] if len(parties) > _SHOWN else []
    return " or ".join(filter(None, [", ".join([*names, *more][:-1]), [*names, *more][-1]]))
