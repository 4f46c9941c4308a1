"""Checks that a text which was published before says what has changed in it since; a change of typography alone is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from counterclaim.audit.case import Case
from counterclaim.audit.check import Seen
from counterclaim.audit.draft import joined
from counterclaim.receipts.tokens import words
from counterclaim.records import Draft, Span

_NOTE = re.compile(
    r"\b(?:correct(?:ion|ions|ed)|clarifi(?:cation|cations|ed)|amended|updated?|(?:earlier|previous|original) version|editor[’']s note)\b",
    re.IGNORECASE,
)


def silent(case: Case) -> Iterator[Seen]:
    """P3: other words than in the version published before, and no new sentence that says so."""
    if case.previous is None:
        return
    was, now = _told(case.previous), [tuple(words(s.line.text).words) for s in case.sentences]
    changes = [x for x in SequenceMatcher(None, was, now, autojunk=False).get_opcodes() if x[0] != "equal"]
    new = [i for _, _, _, first, end in changes for i in range(first, end)]
    if not changes or any(_NOTE.search(case.sentences[i].line.text) for i in new) or not case.sentences:
        return
    at = min(changes[0][3], len(case.sentences) - 1)
    lost = [" ".join(was[i]) for _, first, end, _, _ in changes for i in range(first, end)]
    place = case.sentences[at].line.span
    yield Seen(
        where=Span(place.start, place.end),
        message=f"{max(len(new), len(lost))} sentences differ from the version published before, and no note says so.",
        evidence=lost[0] if lost else "",
        suggestion="Add a note that says what was changed.",
    )


def _told(draft: Draft) -> list[tuple[str, ...]]:
    return [tuple(words(joined(draft.prose, s.start, s.end)[0]).words) for s in draft.sentences]
