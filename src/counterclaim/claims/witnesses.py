"""Owns which documents are copies of one text: a wire story that three outlets print is one witness, not three.

Compares the sets of word triples through MinHash and checks each hit exactly, so the work grows with the number of documents.
Refuses to call two texts copies that merely tell of one event in their own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from rensa import RMinHash, RMinHashLSH

from counterclaim.anchors import normalise
from counterclaim.records import Document, DocumentId

COPY = 0.5  # share of word triples (of both texts) that copies have in common; a dateline and a changed day leave more
_PERMUTATIONS, _BANDS, _SEED = 128, 32, 1
_WORD = re.compile(r"\w+(?:'\w+)?")


def witnesses(documents: Mapping[DocumentId, Document]) -> dict[DocumentId, DocumentId]:
    """Each document -> the first document, in time and then in order, of which it is a copy; itself where it is none."""
    ordered = sorted(documents.values(), key=lambda d: (d.published_at is None, d.published_at.timestamp() if d.published_at else 0.0))
    triples = [_triples(d.text) for d in ordered]
    index = RMinHashLSH(COPY, _PERMUTATIONS, _BANDS)
    first: dict[DocumentId, DocumentId] = {}
    for number, document in enumerate(ordered):
        hashed = RMinHash(_PERMUTATIONS, _SEED)
        hashed.update(sorted(triples[number]))
        earlier = next((n for n in sorted(index.query(hashed)) if _share(triples[n], triples[number]) >= COPY), None)
        first[document.id] = document.id if earlier is None else first[ordered[earlier].id]
        index.insert(number, hashed)
    return {d: first[d] for d in documents}


def _triples(text: str) -> frozenset[str]:
    words = _WORD.findall(normalise(text).lower())
    return frozenset(" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2)))


def _share(a: Iterable[str], b: Iterable[str]) -> float:
    one, other = frozenset(a), frozenset(b)
    return len(one & other) / len(one | other) if one | other else 0.0
