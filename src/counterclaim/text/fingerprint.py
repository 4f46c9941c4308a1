"""Names a finding by what it is about, so that it is the same finding after lines moved: check and normalised sentence.

Typography, case, spacing and markup do not count; any change of the sentence's words makes a new finding.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from counterclaim.anchors import normalise
from counterclaim.records import Draft, Finding, Span

_JOINER = "\u2060"


def sentence(draft: Draft, where: Span) -> Span:
    """The first sentence that a place touches, or the place itself where it touches none."""
    return next((s for s in draft.sentences if s.start < where.end and where.start < s.end), where)


def content(draft: Draft, finding: Finding) -> tuple[str, str]:
    """(check, normalised sentence): what tells one finding from another."""
    place = sentence(draft, finding.where)
    return finding.check, plain(draft.prose[place.start : place.end] or draft.text[place.start : place.end])


def plain(words: str) -> str:
    """The words without case, typography, spacing and the joiners that stand for markup in a draft's prose."""
    return " ".join(normalise(words).replace(_JOINER, "").casefold().split())


def digest(key: Sequence[str]) -> str:
    """A stable name for some words, in hexadecimal."""
    return hashlib.sha256("\x1f".join(key).encode("utf-8", "surrogatepass")).hexdigest()[:32]
