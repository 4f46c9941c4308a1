"""Checks of the briefs that counterclaim writes: every sentence has its receipt, and every receipt its passage.

Looks at Markdown, where a sentence ends with the numbers of its receipts; `counterclaim verify` checks brief.json whole. What
others wrote needs no receipts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from counterclaim.audit.case import Case
from counterclaim.audit.check import Seen
from counterclaim.brief.plan import FEWEST_STATEMENTS
from counterclaim.records import Draft, Span

_OWN = re.compile(r"counterclaim/brief/\d")
_HEAD = 4096  # characters in which our own brief says what it is
_RECEIPT = re.compile(
    r"^(?P<number>\d+)\. .*?, characters (?P<start>\d+)[–-](?P<end>\d+), SHA-256 (?P<hash>[0-9a-f]{12,64})\): ", re.MULTILINE
)
_MARKS = re.compile(r"(?<=[.!?…”\"’')])[ \t]?(?:\[\d{1,3}\])+")


@dataclass(frozen=True, slots=True)
class _Receipt:
    start: int
    end: int
    hash: str


def untraceable(case: Case) -> Iterator[Seen]:
    """P1: a sentence of our own brief without a receipt, or whose receipt names no passage of the sources."""
    if not _is_own(case.draft):
        return
    receipts = {int(m["number"]): _Receipt(int(m["start"]), int(m["end"]), m["hash"]) for m in _RECEIPT.finditer(case.draft.text)}
    for sentence in case.sentences:
        place = case.place(sentence.line.span)
        if sentence.line.is_heading:
            continue
        numbers = _numbers(case.draft, place)
        if not numbers and not _is_followed(case.draft, place):
            yield _seen(sentence.line.span, "This sentence of a brief of ours has no receipt.")
        for number in numbers:
            fault = _fault(case, receipts.get(number), number)
            if fault:
                yield _seen(sentence.line.span, fault)


def thin(case: Case) -> Iterator[Seen]:
    """P2: a brief of ours for whose sources too few statements were found to write one."""
    charging = {s for r in case.evidence.matrix.rows for s in r.charge.statements}
    if _is_own(case.draft) and case.sentences and len(charging) < FEWEST_STATEMENTS:
        yield _seen(case.sentences[0].line.span, "Its sources hold no charge: there is too little for a brief.")


def _is_own(draft: Draft) -> bool:
    return PurePath(draft.path).suffix.lower() in (".md", ".markdown") and _OWN.search(draft.text, 0, _HEAD) is not None


def _numbers(draft: Draft, place: Span) -> list[int]:
    inside = (m for m in _MARKS.finditer(draft.text, place.start) if m.start() <= place.end)
    return [int(n) for m in inside for n in re.findall(r"\d+", m.group())]


def _is_followed(draft: Draft, place: Span) -> bool:
    """Whether another sentence goes on in the same line: the numbers then stand at its end."""
    rest = draft.text[place.end :].split("\n", 1)[0]
    return any(c.isalnum() for c in _MARKS.sub("", rest)) and _MARKS.search(rest) is not None


def _fault(case: Case, receipt: _Receipt | None, number: int) -> str:
    if receipt is None:
        return f"Receipt {number} is not in the list."
    holding = [d for d in case.evidence.reading.documents.values() if d.provenance.sha256.startswith(receipt.hash)]
    if not holding:
        return f"Receipt {number} is of a text that is not among the sources, or was changed."
    return "" if any(receipt.end <= len(d.text) for d in holding) else f"Receipt {number} names a place beyond the end of its text."


def _seen(where: Span, message: str) -> Seen:
    return Seen(where=where, message=message, suggestion="Write the brief anew, or take the sentence out.")
