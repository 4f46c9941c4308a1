"""Owns what one statement says: the parts of "accused him of selling the crane and of hiding the letter", with their words.

Spans are code points of the document. Splits only at coordinated conducts ("of selling ..., and of hiding ...", "sold ... and hid
..."), outside quotation marks; a sentence that tells two things without such a seam stays one part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.anchors import normalise
from counterclaim.claims.words import content_words
from counterclaim.records import Document, Span, Statement, StatementId
from counterclaim.text.lexicon import words

_LY = r"(?:\w+ly\s+)?"
_CONDUCT = re.compile(rf"\b(?:of|for|with)\s+{_LY}\w+ing\b")
# Where a further conduct begins: ", and of hiding", " and then hiding", ", hiding".
_SEAM = re.compile(
    rf",?\s+(?:and|or)\s+(?:of\s+|for\s+|with\s+)?(?=(?:then\s+|also\s+)?{_LY}\w{{2,}}ing\s)|,\s+(?:of\s+)?(?=\w{{2,}}ing\s)"
)
# The same between finite verbs of one subject: "sold the crane | and has hidden the letter". Of a part of its own more words are asked.
# The verb has an object: "and funded by taxpayers" tells more of the thing before, not what somebody did.
_FURTHER = re.compile(
    r",?\s+and\s+(?:that\s+(?:he|she|it|they)\s+)?(?=(?P<done>(?:has|have|had)\s+)?(?:(?:also|then|later|even|repeatedly)\s+)*(?P<verb>[a-z]{2,})\s+(?:(?:away|out|up)\s+)?(?P<next>[\w']+))"
)
_MARKED = re.compile(r'"[^"]*"?')
# What is told apart by its number: "Berth 14", "rule 3", "No. 7". A month is not: "March 14" and "March 15" date one thing or two.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_KIND = r"[A-Z]\w+|[Nn]o\.|number|article|section|rule|chapter|page|room|unit|gate|flat|lot|count"
_NAMED = re.compile(rf"\b(?!{_MONTH})({_KIND})\s+#?(\d+[A-Za-z]?)\b")
_AMOUNT = re.compile(r"\d[\d,.]*")
Names = frozenset[tuple[str, str]]
_FEWEST_FINITE = 3  # the same between finite verbs: "lied and cheated" is one conduct
_FEWEST = 2  # content words of a part that can stand for a conduct of its own


@dataclass(frozen=True, slots=True)
class Part:
    """One conduct that a statement tells of: its place, its content words, the numbers that name things in it, and its amounts."""

    statement: StatementId
    spans: tuple[Span, ...]
    words: frozenset[str]
    names: Names
    amounts: frozenset[float] = frozenset()


def apart(one: Names, other: Names) -> bool:
    """Whether both name a thing of one kind by different numbers: Berth 14, Berth 15."""
    kinds = {k for k, _ in one} & {k for k, _ in other}
    return any({n for k, n in one if k == kind}.isdisjoint(n for k, n in other if k == kind) for kind in kinds)


def parts_of(statement: Statement, document: Document) -> list[Part]:
    """The parts of a statement in their order; most have one."""
    return [_part(statement, spans, document.text) for spans in _split(statement.content, document.text)]


def _part(statement: Statement, spans: tuple[Span, ...], text: str) -> Part:
    words = " ".join(text[s.start : s.end] for s in spans)
    names = frozenset((kind.lower(), number) for kind, number in _NAMED.findall(words))
    labels = {number for _, number in names}
    bag = frozenset(w for w in content_words(words) if w in labels or not _AMOUNT.fullmatch(w))
    inside = (q for q in statement.quantities if any(s.start <= q.span.start < s.end for s in spans))
    return Part(statement.id, spans, bag, names, frozenset(q.value for q in inside if q.value is not None))


def _split(content: tuple[Span, ...], text: str) -> Iterator[tuple[Span, ...]]:
    """The content cut at its seams; the words before the first conduct (whom it is about) stay with the first part."""
    last = content[-1]
    stretch = normalise(text[last.start : last.end])
    start = 0
    for seam, fewest in _seams(stretch):
        if min(len(content_words(piece)) for piece in (stretch[start : seam.start()], stretch[seam.end() :])) < fewest:
            continue
        before = Span(last.start + start, last.start + seam.start())
        yield (*content[:-1], before) if start == 0 else (before,)
        start = seam.end()
    rest = Span(last.start + start, last.end)
    yield (*content[:-1], rest) if start == 0 else (rest,)


def _seams(stretch: str) -> Iterator[tuple[re.Match[str], int]]:
    """Where a further conduct may begin, and the fewest content words on both sides."""
    opening = _CONDUCT.search(stretch)
    if opening:
        yield from ((m, _FEWEST) for m in _SEAM.finditer(stretch, opening.end()) if '"' not in stretch)
        return
    bare = _MARKED.sub(lambda m: "_" * len(m.group()), stretch)
    for found in _FURTHER.finditer(bare):
        has_object = found["next"].lower() not in words("grammar", "preposition")
        if has_object and (found["done"] or _is_verb(found["verb"])) and any(map(_is_verb, bare[: found.start()].split())):
            yield found, _FEWEST_FINITE


def _is_verb(word: str) -> bool:
    """Whether a word looks like a finite verb that is no auxiliary."""
    auxiliary = any(word in words("grammar", sense) for sense in ("modal", "have", "be"))
    return (word.endswith("ed") and len(word) > 4) or (not auxiliary and any(word in words("grammar", s) for s in ("past", "finite")))
