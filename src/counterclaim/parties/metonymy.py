"""Tells which body is meant by those who run it: "the trust's managers", "managers at its Selby works" -> the trust.

Goes by the words of one document: an owner, who owns the site, or the only company that the document calls so. Refuses where two
could be meant, and leaves a single manager a person.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from counterclaim.parties import words
from counterclaim.parties.cluster import Entity, Place
from counterclaim.parties.found import Found, Sort
from counterclaim.records import DocumentId, PartyKind


def site(document: DocumentId, i: int, found: Sequence[Found], homes: Mapping[Place, Entity]) -> None:
    """Takes in whose a site is: "Selby Trams ... its Ardmoor works" -> Ardmoor's owner is Selby Trams."""
    m = found[i]
    named = None if m.owner is None or m.owner_pronoun not in words.IT else homes.get((document, m.owner))
    if named is not None and named.owner is None and not named.personal:
        named.owner = next((e for e in _before(document, i, found, homes) if e is not named), None)


def _before(document: DocumentId, i: int, found: Sequence[Found], homes: Mapping[Place, Entity]) -> list[Entity]:
    """The bodies named or called so before a mention in its sentence, the nearest first."""
    same = [j for j in range(i - 1, -1, -1) if found[j].sentence == found[i].sentence and found[j].sort in {Sort.NAME, Sort.BODY}]
    return [e for j in same if (e := homes.get((document, j))) is not None and not e.personal]


def body(document: DocumentId, i: int, found: Sequence[Found], homes: Mapping[Place, Entity]) -> Entity | None:
    """The body that a mention of its managers stands for; None where it is no such mention or nothing tells the body."""
    m = found[i]
    if m.sort is not Sort.GROUP or "runs" not in words.senses(m.head):
        return None
    if m.owner is None:
        return only_company(document, found, homes)
    owner = homes.get((document, m.owner))
    behind = owner if owner is None or owner.kind is PartyKind.ORGANISATION else owner.owner
    return behind if behind is not None and behind.names and behind.kind is PartyKind.ORGANISATION else None


def headline_bodies(document: DocumentId, found: Sequence[Found], homes: Mapping[Place, Entity]) -> list[int]:
    """The mentions of "Company", "Firm" in a headline, which drops the article: no party was known by them alone."""
    return [
        i
        for i, m in enumerate(found)
        if m.sort is Sort.BODY and m.text == m.head.capitalize() and not m.determined and m.owner is None
        and "company" in words.senses(m.head) and (e := homes.get((document, i))) is not None and not e.names
    ]  # fmt: skip


def only_company(document: DocumentId, found: Sequence[Found], homes: Mapping[Place, Entity]) -> Entity | None:
    """The one named party that the document calls "the company", "the firm"."""
    called = (homes.get((document, j)) for j, m in enumerate(found) if m.sort is Sort.BODY and "company" in words.senses(m.head))
    companies = {id(e): e for e in called if e is not None and e.names}
    return next(iter(companies.values())) if len(companies) == 1 else None
