"""Owns the question that a statement answers, as the reporter tells it: "Asked about the letter, she said ...".

Reads the sentence around a statement, not what is said in it. Refuses questions to nobody in particular ("asked not to be named",
"asked for a meeting").
"""

from __future__ import annotations

import re
from itertools import pairwise

from counterclaim.records import Span, Statement

LONG = 400  # code points before or after a statement in which the question stands
_ASKED = re.compile(
    r"(?:^\W*|[,;:(\u2014\u2013-]\s*|\b(?:when|if|being|was|were|once)\s+)(?:\w+ly\s+)?"
    r"(?:asked|pressed|questioned|challenged|quizzed)\s+(?:(?:by|in|at|on)\s[^,]{1,60}?\s)?(?:\w+ly\s+)?"
    r"(?:about|on|over|why|whether|how|if|what|where|who)\b(?P<about>[^,;\u2014]*)",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?][\"'\u201d\u2019)]*\s|\n")


def question(text: str, statement: Statement) -> str | None:
    """What the speaker was asked about, in the reporter's words ("the letter", "it"); None where nobody is said to have asked."""
    spans = sorted((*statement.source, *statement.cue, *statement.content))
    found = (_ASKED.search(piece) for piece in _around(text, spans))
    return next((m["about"].strip() for m in found if m), None)


def _around(text: str, spans: list[Span]) -> list[str]:
    """What of a sentence stands before, between and after the spans."""
    before = _END.split(text[max(0, spans[0].start - LONG) : spans[0].start])[-1]
    between = [text[one.end : other.start] for one, other in pairwise(spans) if one.end < other.start]
    after = _END.split(text[spans[-1].end : spans[-1].end + LONG], maxsplit=1)[0]
    return [before, *between, after]
