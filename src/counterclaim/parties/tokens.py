"""Owns the words of a document as this room reads them: sentences of words with their case, and what the case of a word means.

Offsets are code points of the document's text. A possessive ending is a word of its own. Whether a word at the start of a
sentence is a name is decided by how the same word is written elsewhere in the story.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.parties import words
from counterclaim.records import Document, Layout, Span

_WORD = re.compile(
    r"""['’]s\b | (?:[A-Z]\.){2,} | [A-Z]\.(?=\s+[A-Z])      # possessive ending; F.B.I.; an initial
      | @\w+ | \d[\d.,:]*\d | \w+(?:(?!['’]s\b)[-’'&]\w+)*   # handle; number; word, with what is tied to it
      | [^\w\s]""",
    re.VERBOSE,
)
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,}(?:, [\w .]{2,24}?)?(?:, [\w .]{2,16}?)?\s*(?:\([^)\n]{2,40}\)\s*)?(?:—|–|--| - )\s*")
_PREFIXED = re.compile(r"(?:al|el|an|as|ad|ar|bin|ibn|abu|de|d|l|o)[-'’][A-Z]")  # "al-Haddad"
_OPENERS = frozenset("\"“‘'([*—–-:;…•#")


@dataclass(frozen=True, slots=True)
class Word:
    """`low` is lower case; `opens` is true where a capital letter means nothing: at the start of a sentence or a quotation."""

    start: int
    end: int
    text: str
    low: str
    opens: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or _PREFIXED.match(self.text) is not None

    @property
    def wordy(self) -> bool:
        return self.text[0].isalnum() or self.text[0] == "@"


@dataclass(frozen=True, slots=True)
class Sentence:
    """`quoted[i]` says whether word i stands inside quotation marks; `title_case` that capitals mean nothing in it."""

    words: tuple[Word, ...]
    quoted: tuple[bool, ...]
    title_case: bool
    paragraph: int


def sentences(document: Document, layout: Layout) -> tuple[Sentence, ...]:
    """All sentences of a document but those of page furniture."""
    return tuple(_sentences(document, layout))


def _sentences(document: Document, layout: Layout) -> Iterator[Sentence]:
    furniture = {p.start for p in layout.furniture}
    headings = {p.start for p in layout.headings}
    starts = [p.start for p in layout.paragraphs]
    outer = [q.span for q in layout.quotations if q.depth == 0]
    marks = [q.start for q in outer]
    for span in layout.sentences:
        paragraph = bisect_right(starts, span.start) - 1
        if starts[paragraph] in furniture:
            continue
        found = tuple(_words(document.text, _after_dateline(document.text, span.start, starts[paragraph]), span.end))
        if found:
            quoted = tuple(_inside(w.start, outer, marks) for w in found)
            yield Sentence(found, quoted, starts[paragraph] in headings or _is_title_case(found), paragraph)


def _after_dateline(text: str, start: int, paragraph: int) -> int:
    """Where a paragraph's first sentence begins after "CITY, date (agency) -"."""
    dateline = _DATELINE.match(text, start) if start == paragraph else None
    return dateline.end() if dateline else start


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    opens = True
    for found in _WORD.finditer(text, start, end):
        word = found.group()
        yield Word(found.start(), found.end(), word, word.lower().replace("’", "'"), opens)
        possessive = word in "'’" and text[found.start() - 1 : found.start()].isalnum()  # "the passengers' league"
        opens = (word in _OPENERS and not possessive) or (opens and not word[0].isalnum())


def _inside(place: int, outer: Sequence[Span], marks: list[int]) -> bool:
    i = bisect_right(marks, place) - 1
    return i >= 0 and place < outer[i].end


def _is_title_case(found: tuple[Word, ...]) -> bool:
    if found[-1].text == "." and any(w.wordy and w.text[0].islower() for w in found):
        return False  # headlines have no full stop: a short sentence that is mostly names
    long = [w for w in found if w.wordy and len(w.text) > 3]
    return len(long) >= 4 and sum(w.capital for w in long) * 5 >= len(long) * 4


@dataclass(frozen=True, slots=True)
class Spelling:
    """How often each lower-case word is written with a capital where that means something, and in lower case."""

    capital: Mapping[str, int]
    lower: Mapping[str, int]

    def is_name(self, word: Word, title_case: bool) -> bool:
        """Whether a capitalised word is (part of) a name."""
        closed = word.low.split("'")[0] in words.CLOSED
        acronym = word.text.isupper() and len(word.text) > 1 and not title_case and "'" not in word.low and word.low not in words.STRESSED
        if not word.capital or (closed and not acronym):
            return False
        return not (word.opens or title_case) or self.capital.get(word.low, 0) > self.lower.get(word.low, 0)


def spelling(texts: Iterable[Iterable[Sentence]]) -> Spelling:
    """The spelling of a story. Linear in its length."""
    capital: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for each in texts:
        for sentence in each:
            for word in sentence.words:
                if word.text[0].islower():
                    lower[word.low] += 1
                elif word.capital and not word.opens and not sentence.title_case:
                    capital[word.low] += 1
    return Spelling(capital, lower)
