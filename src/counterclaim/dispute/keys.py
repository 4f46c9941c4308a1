"""Owns the keys of charges: short stable names by which a charge is found again when more was read and `x3` means another one.

A key is "k" (a spreadsheet would take 3e912345 for a number) and eight hexadecimal digits of a digest of accuser, accused and the
words that stand for the charge. Charges that agree in all three, as two conducts told in one statement do, are numbered in their
order. Refuses to guess: words that changed give no key.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product

from counterclaim.anchors import normalise
from counterclaim.claims.words import text_of
from counterclaim.records import Charge, ChargeId, PartyId, Reading, ResponseMatrix, StatementId

_DIGITS = 8


def keys(reading: Reading, matrix: ResponseMatrix) -> dict[ChargeId, str]:
    """The key of each charge, made of its gist and of the parties' names."""
    seen: Counter[str] = Counter()
    found: dict[ChargeId, str] = {}
    for charge in (r.charge for r in matrix.rows):
        key = _key(_name(reading, charge.accuser), _name(reading, charge.accused), _words(reading, charge.gist))
        seen[key] += 1
        found[charge.id] = _numbered(key, seen[key])
    return found


def index(reading: Reading, matrix: ResponseMatrix) -> dict[str, ChargeId]:
    """Every key that a charge has or can have had: by any of its statements, under any name of its parties. Its own key comes first.

    Another document may bring a better gist, a fuller name or an accuser; a key noted before that still finds its charge.
    """
    found = {key: charge for charge, key in keys(reading, matrix).items()}
    seen: Counter[str] = Counter()
    for charge in (r.charge for r in matrix.rows):
        for key in _variants(reading, charge):
            seen[key] += 1
            found.setdefault(_numbered(key, seen[key]), charge.id)
    return found


def match(noted: str, known: Mapping[str, ChargeId]) -> ChargeId | None:
    """The charge that a noted key means, however it was typed."""
    return known.get(noted.strip().lower())


def _variants(reading: Reading, charge: Charge) -> Iterator[str]:
    every = product(
        ("", *_names(reading, charge.accuser)), _names(reading, charge.accused), (_words(reading, s) for s in charge.statements)
    )
    yield from dict.fromkeys(_key(*each) for each in every)


def _numbered(key: str, number: int) -> str:
    return key if number == 1 else f"{key}-{number}"


def _key(accuser: str, accused: str, words: str) -> str:
    return "k" + hashlib.sha256("\n".join((accuser, accused, words)).encode()).hexdigest()[:_DIGITS]


def _name(reading: Reading, party: PartyId | None) -> str:
    return "" if party is None else reading.parties[party].name.lower()


def _names(reading: Reading, party: PartyId | None) -> tuple[str, ...]:
    aliases = () if party is None else reading.parties[party].aliases
    return tuple(dict.fromkeys((_name(reading, party), *(a.lower() for a in aliases))))


def _words(reading: Reading, statement: StatementId) -> str:
    s = reading.statements[statement]
    text = text_of(reading.documents[s.document].text, s.content)
    return " ".join(re.findall(r"\w+", normalise(text).lower()))
