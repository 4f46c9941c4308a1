"""Prepares a source's own words for a brief: typography made even, pieces joined, long quotations cut at sentence ends.

Words are never changed: only quotation marks (to curly, single inside double), white space and the final mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.parties.words import title_sense
from counterclaim.records import Document, Layout, Quotation, Span

LONGEST_QUOTATION = 45  # words; a longer one is cut after a whole sentence
_SENTENCE_END = re.compile(r"[.!?…][”’\"']*(?=\s|$)")
_TRAILING = re.compile(r"[,;:\s]+$")


def words_of(document: Document, layout: Layout, span: Span) -> str:
    """The words of a span with even typography: outer quotations in “ ”, inner ones in ‘ ’, spaces single."""
    marks: dict[int, tuple[int, str]] = {}
    for q in layout.quotations:
        if q.span.start < span.end and span.start < q.span.end:
            marks |= _curly(q)
    out, at = [], span.start
    while at < span.end:
        length, sign = marks.get(at, (0, ""))
        out.append(sign if length else sign + document.text[at])
        at += length or 1  # speech carried over from the paragraph before has a mark of no length: print it, and go on
    return _glue("".join(out))


def pieces_of(document: Document, layout: Layout, spans: Sequence[Span]) -> list[str]:
    return [words_of(document, layout, s) for s in spans]


def is_quotation(text: str) -> bool:
    """Whether the words are one quotation and nothing else."""
    return text.startswith("“") and text.count("“") == 1 and (text.rstrip(".,;").endswith("”") or "”" not in text)


def cut(quotation: str) -> str:
    """A quotation of at most LONGEST_QUOTATION words that ends where one of its sentences does; its first sentence is always whole."""
    inner = quotation.strip("“”").strip()
    if len(inner.split()) <= LONGEST_QUOTATION:
        return inner
    ends = [m.end() for m in _SENTENCE_END.finditer(inner)] or [len(inner)]
    fitting = [e for e in ends if len(inner[:e].split()) <= LONGEST_QUOTATION]
    return inner[: fitting[-1] if fitting else ends[0]].strip()


def closed(inner: str, mark: str) -> str:
    """A quotation with its final mark inside: a comma before a reporting clause, a full stop at the end."""
    inner = _TRAILING.sub("", _TRAILING.sub("", inner).removesuffix('"'))  # a mark whose partner stands elsewhere
    inner = re.sub(r"[,;](?=[”’]$)", "", inner)
    if mark == "." and re.search(r"[.?!…][”’]$", inner):
        return f"“{inner}”"
    if inner[-1:] in "?!…":
        return f"“{inner}”"
    return f"“{inner.rstrip('.').rstrip()}{mark}”"


def stop(sentence: str) -> str:
    """The sentence with exactly one final mark."""
    sentence = re.sub(r"[,;:](?=[”’]+$)", "", _TRAILING.sub("", sentence.strip()))
    sentence = re.sub(r"(?<=[.!?…])\"$", "", sentence)  # the end of a quotation whose beginning is not told
    if re.search(r"[.!?…][”’]*$", sentence):
        return sentence
    return f"{sentence[:-1]}.”" if sentence.endswith("”") else f"{sentence}."


def lower_first(text: str, proper: frozenset[str]) -> str:
    """A clause that no longer opens a sentence: its first word small, unless it is a name, "I" or an acronym."""
    word = re.match(r"[\w’']+", text)
    if word and re.match(r"[A-Z]\w+\.? [A-Z]", text) and title_sense(word.group().casefold()):
        return text  # "Judge Venn"
    if not word or word.group() in proper or word.group().split("’")[0] == "I" or word.group()[1:] != word.group()[1:].lower():
        return text
    return text[0].lower() + text[1:]


def _curly(q: Quotation) -> dict[int, tuple[int, str]]:
    """Offset -> (length of the mark there, the mark to print)."""
    left, right = ("“", "”") if q.depth == 0 else ("‘", "’")
    marks = {q.span.start: (q.inner.start - q.span.start, left)}
    if q.closed:
        marks[q.inner.end] = (q.span.end - q.inner.end, right)
    return marks


def _glue(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())
