"""Owns how far a statement's words reach so that they make a sentence: to the end of a phrase that was cut, and of "which X said ...".

Spans are code points of the document. Never reaches beyond the source's own sentence, and adds no quotation mark.
"""

from __future__ import annotations

import re
from dataclasses import replace

from counterclaim.records import Reading, Role, Span, Statement, party_of
from counterclaim.statements.cues import Tense, forms
from counterclaim.statements.grammar import is_a

_LEFTOVER = re.compile(r"(?:\s+(?:and|or|but)|,\s*\w+ing:?|[\s,;:]+)$")
_PHRASE = re.compile(r"\s+[^,;:.!?()“”\"—–]+")
_SHORT_QUOTATION = re.compile(r"[“\"‘'][\w’'-]+(?:\s[\w’'-]+)?[”\"’']$")
_SUBJECT = re.compile(r"(?:\s+that)?\s+(he|she|it|they)\s+")
_RELATIVE = re.compile(r"(?:which|who)\b")


def whole(reading: Reading, s: Statement) -> Statement:
    """The statement with its last words made whole, and with the relative clause in which its speaker goes on."""
    further = _further(reading, s)
    if further:
        return replace(s, content=(*s.content[:-1], Span(s.content[-1].start, further.content[-1].end)))
    return settled(reading, s)


def settled(reading: Reading, s: Statement) -> Statement:
    """The statement with its first and last words made whole."""
    text, content = reading.documents[s.document].text, s.content
    ended = (*content[:-1], Span(content[-1].start, _end(text, content[-1], _sentence_end(reading, s))))
    return replace(s, content=(Span(_start(text, s), ended[0].end), *ended[1:]))


def begins(reading: Reading, s: Statement) -> Statement:
    """The statement that one in a relative clause goes on with ("..., which she said led to ..."); itself where there is none."""
    if not _is_relative(reading, s):
        return s
    return next((x for x in reading.statements.values() if x.document == s.document and _further(reading, x) is s), s)


def _further(reading: Reading, s: Statement) -> Statement | None:
    """The statement of the same speaker that opens with a relative pronoun right where this one ends."""
    text, end = reading.documents[s.document].text, s.content[-1].end
    speaker = party_of(reading, s.id, Role.SOURCE)
    for other in reading.statements.values():
        at = other.content[0].start
        if other.document == s.document and end <= at <= end + 3 and not text[end:at].strip(" ,”\"’'") and _is_relative(reading, other):
            return other if speaker and speaker == party_of(reading, other.id, Role.SOURCE) else None
    return None


def _is_relative(reading: Reading, s: Statement) -> bool:
    text, first = reading.documents[s.document].text, s.content[0]
    return len(s.content) == 1 and _RELATIVE.match(text, first.start) is not None and any(first.start < c.start < first.end for c in s.cue)


def _start(text: str, s: Statement) -> int:
    """Where the first piece begins: with its subject, where only that stands between it and the cue ("said it “never slept”")."""
    start = s.content[0].start
    gap = text[s.cue[-1].end : start] if s.cue and s.cue[-1].end < start else ""
    subject = _SUBJECT.fullmatch(gap)
    return start - len(gap) + subject.start(1) if subject else start


def _sentence_end(reading: Reading, s: Statement) -> int:
    last = s.content[-1]
    around = [x.end for x in reading.layouts[s.document].sentences if x.start < last.end <= x.end]
    return around[0] if around else last.end


def _end(text: str, last: Span, limit: int) -> int:
    """Where the last piece ends: on to the end of the phrase that it breaks off in, or back before a left-over "and" or ", saying"."""
    said = text[last.start : last.end]
    phrase = _PHRASE.match(text, last.end, limit)
    if phrase and _SHORT_QUOTATION.search(said):
        return last.end + len(_noun(phrase.group()))
    if phrase and not _is_whole(text, phrase.end(), limit):
        return last.end  # "the 2016 U.S. election": nobody can tell where the phrase ends
    if phrase and (_hangs(said) or (said[-1].isalnum() and _goes_on(phrase.group()))):
        return last.end + len(phrase.group().rstrip())
    kept = _reporting_cut(said)
    return last.start + len(kept) if kept else last.end


def _reporting_cut(said: str) -> str:
    found = _LEFTOVER.search(said)
    if found and found.group().strip(" ,:").endswith("ing"):
        reports = any(f.tense is Tense.ING for f in forms(found.group().strip(" ,:")))
        return said[: found.start()] if reports else said
    return said[: found.start()].rstrip() if found else said


def _hangs(said: str) -> bool:
    """Whether the words stop after a word that asks for another: "the", "in", "his"."""
    words = re.findall(r"[\w’']+$", said)
    return (
        bool(words)
        and is_a(words[0].casefold(), "determiner", "preposition", "possessive", "relative")
        and not said.casefold().endswith("that")
    )


def _is_whole(text: str, end: int, limit: int) -> bool:
    """Whether a phrase ends at a mark that ends one: no full stop of an abbreviation inside the sentence."""
    return text[end : end + 1] != "." or end + 1 >= limit or text[end + 1] in "”\"’'"


def _goes_on(phrase: str) -> bool:
    """Whether what follows is the verb of the last words: "the concerns that Venn [had raised]"."""
    return is_a(phrase.split()[0].casefold(), "be", "have", "modal")


def _noun(phrase: str) -> str:
    """The words after a quoted attribute up to the next function word or reporting verb: "“untrained” [agents] after the fire"."""
    kept = ""
    for word in re.findall(r"\s+\S+", phrase):
        low = word.strip().casefold()
        if is_a(low, "preposition", "coordinator", "subordinator", "relative", "subject", "adverb", "modal", "be", "have", "weekday"):
            break
        if forms(low) or is_a(low, "determiner", "possessive", "finite", "month") or low.endswith("ly"):
            break
        kept += word
    return kept
