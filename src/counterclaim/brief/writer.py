"""Lets a language model of the user's choice put our sentences into better English, and trusts none of them.

A sentence of the model is taken only where it rests on the same statement as ours: the words of its quotations, the speaker, the
numbers, the negation and the hedges are checked, and its reporting verbs must be neutral. Where it fails, ours stands. Own-voice
sentences, headings and the headline are never given away. Asks nobody itself: text in, text out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from counterclaim.brief.trace import Tracer, tracer
from counterclaim.brief.verbs import neutral
from counterclaim.receipts.tokens import words
from counterclaim.receipts.turning import HEDGES
from counterclaim.records import Brief, BriefSentence, Evidence, Voice
from counterclaim.statements.cues import sense_of

LONGEST = 1.5  # times the words of ours
_QUOTED = re.compile(r"“[^”]*”")
_TASK = """Rewrite each sentence below as plain, neutral news English.
Keep who says it, every quotation word for word in its marks “ ”, every number, every "not", "may" and "allegedly". Use "said", "wrote" or
the verb that stands there. Add nothing. Answer with one JSON object that has the same keys, and a rewritten sentence for each.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """`refused`: the model's sentences that were not taken, each with the reason."""

    brief: Brief
    taken: int
    refused: tuple[tuple[str, str], ...]


def prompt(brief: Brief) -> str:
    """What is asked: the attributed sentences, numbered."""
    return f"{_TASK}\n{msgspec.json.format(msgspec.json.encode(_numbered(brief)), indent=1).decode()}"


def rewrite(brief: Brief, evidence: Evidence, reply: str) -> Rewritten:
    """The brief with every sentence of the reply that holds; a reply that is no JSON object changes nothing."""
    answers = _answers(reply)
    finding = tracer(evidence)
    ours = {s.text: s for section in brief.sections for s in section.sentences}
    changed: dict[str, str] = {}
    refused: list[tuple[str, str]] = []
    for key, text in _numbered(brief).items():
        answer = answers.get(key)
        if answer is None or answer == text:
            continue
        if reason := _wrong(answer, ours[text], finding):
            refused.append((answer, reason))
        else:
            changed[text] = answer
    sections = tuple(
        replace(section, sentences=tuple(replace(s, text=changed.get(s.text, s.text)) for s in section.sentences))
        for section in brief.sections
    )
    return Rewritten(brief=replace(brief, sections=sections), taken=len(changed), refused=tuple(refused))


def _numbered(brief: Brief) -> dict[str, str]:
    told = (s.text for section in brief.sections for s in section.sentences if s.voice is Voice.ATTRIBUTED and s.party)
    return {str(n): text for n, text in enumerate(dict.fromkeys(told), start=1)}


def _answers(reply: str) -> Mapping[str, str]:
    """The JSON object in a reply, whatever stands around it; empty where there is none."""
    start, end = reply.find("{"), reply.rfind("}")
    try:
        return msgspec.json.decode(reply[start : end + 1], type=dict[str, str]) if start >= 0 else {}
    except msgspec.DecodeError:
        return {}


def _wrong(answer: str, ours: BriefSentence, finding: Tracer) -> str | None:
    """Why a sentence of the model does not stand for ours; None where it does."""
    if "\n" in answer or len(answer.split()) > LONGEST * len(ours.text.split()) + 5:
        return "is longer than the sentence it stands for"
    found = finding.trace(answer)
    if isinstance(found, str):
        return found
    cited = {c.statement for c in ours.citations}
    if found.party != ours.party or not cited & {c.statement for c in found.citations}:
        return "tells another statement"
    told, kept = _QUOTED.sub(" ", answer), _QUOTED.sub(" ", ours.text)
    if lost := (_hedges(kept) | _hedges(ours.text)) - _hedges(answer):
        return f"drops “{min(lost)}”"
    if loaded := [w for w in words(told).words if _takes_a_side(w) and w not in words(kept).words]:
        return f"says “{loaded[0]}”"
    return None


def _hedges(text: str) -> frozenset[str]:
    return frozenset(w.casefold() for w in words(text).words) & HEDGES


def _takes_a_side(word: str) -> bool:
    """Whether a reporting word is another than the neutral verb that we use for it: "claimed", "admitted"."""
    verb = neutral(word) if sense_of(word) else None
    return verb is not None and word.casefold() not in (verb.past, verb.present, verb.past.split()[0])
