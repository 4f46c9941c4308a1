"""Owns the keys of charges: short stable names by which a charge is found again when more was read and `x3` means another one.

A key is "k" (a spreadsheet would take 3e912345 for a number), six hexadecimal digits for the words that stand for the charge and three
for accuser and accused; charges that agree in all, as two conducts told in one statement do, are numbered in their order. A charge whose
parties are read otherwise now is found by its words alone. Refuses to guess: words that changed, or that two charges hold, find nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping

from counterclaim.claims.words import text_of
from counterclaim.records import Charge, ChargeId, Reading, ResponseMatrix, StatementId

_STEM = 7  # characters of a key that stand for the words


def keys(reading: Reading, matrix: ResponseMatrix) -> dict[ChargeId, str]:
    """The key of each charge, made of its gist and of the parties' names."""
    seen: Counter[str] = Counter()
    found: dict[ChargeId, str] = {}
    for charge in (r.charge for r in matrix.rows):
        key = _key(reading, charge, charge.gist)
        seen[key] += 1
        found[charge.id] = _numbered(key, seen[key])
    return found


def index(reading: Reading, matrix: ResponseMatrix) -> dict[str, ChargeId]:
    """What `match` looks up: the charges' own keys, then those that any of their statements would give, then words of one charge alone."""
    found = {key: charge for charge, key in keys(reading, matrix).items()}
    seen: Counter[str] = Counter()
    holding: dict[str, dict[ChargeId, None]] = {}
    for charge in (r.charge for r in matrix.rows):
        for key in dict.fromkeys(_key(reading, charge, s) for s in charge.statements):
            seen[key] += 1
            found.setdefault(_numbered(key, seen[key]), charge.id)
            holding.setdefault(key[:_STEM], {})[charge.id] = None
    return found | {stem: next(iter(charges)) for stem, charges in holding.items() if len(charges) == 1}


def match(noted: str, known: Mapping[str, ChargeId]) -> ChargeId | None:
    """The charge that a noted key means, however it was typed."""
    key = noted.strip().lower()
    return known.get(key) or known.get(key[:_STEM])


def _numbered(key: str, number: int) -> str:
    return key if number == 1 else f"{key}-{number}"


def _key(reading: Reading, charge: Charge, statement: StatementId) -> str:
    s = reading.statements[statement]
    words = re.findall(r"\w+", text_of(reading.documents[s.document].text, s.content).lower())
    accuser = "" if charge.accuser is None else reading.parties[charge.accuser].name
    return f"k{_digest(' '.join(words), 6)}{_digest(f'{accuser} {reading.parties[charge.accused].name}'.lower(), 3)}"


def _digest(text: str, digits: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:digits]
