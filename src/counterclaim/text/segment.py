"""Says where things stand in a document: paragraphs, sentences, tokens, quotations, headings, page furniture.

Offsets are code points of `Document.text`, which is never changed. A line is a paragraph, but lines of a hard-wrapped
block are joined. Sentences never cross a paragraph. Training and serving both segment with this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.records import Document, Layout, Span
from counterclaim.text.furniture import is_furniture
from counterclaim.text.quotation import pair

WORD = re.compile(r"\w+(?:['’]\w+)*")
_TOKEN = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
_BLOCK = re.compile(r"[^\n]+(?:\n[^\S\n]*[^\s][^\n]*)*")
_LINE = re.compile(r"[^\n]+")
_BREAK = re.compile(
    r"""(?: (?<=[.!?…])[\"”’')\]*]*\s+ | (?<=[.!?…][\"”’])(?=[A-Z“]) )   # an end mark, closing marks, space - or a glued closing mark
        (?=[\"“‘'(\[*]*[A-Z0-9])                                         # then something that can begin a sentence""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"""(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Cmdr|Maj|Det|Insp|Supt|Cllr|Rev|Hon|Prof|St|Jr|Sr|Inc|Corp|Co|Ltd|Bros
              |No|Nos|vs|v|etc|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|approx|est|Ave|Blvd|Rd|Ft|Mt
              |Calif|Pa|Fla|Ariz|Va|Conn|Mass|Mich|Minn|Tenn|Ala|Ark|Colo|Ga|Ill|Ind|Kan|Ky|La|Md|Miss|Mo|Neb|Nev|Okla|Ore|Tex|Vt|Wash|Wis|Wyo)
            | \b[A-Za-z] | \b[ap]\.m | \be\.g | \bi\.e)\.$""",
    re.VERBOSE,
)
_HARD_WRAP = range(50, 100)  # characters of a line that a mail program or a wire broke
_HEADING_WORDS = 14


def segment(document: Document) -> Layout:
    """The layout of a document. Pure; time is linear in the text's length."""
    text = document.text
    paragraphs = tuple(_paragraphs(text))
    sentences = tuple(s for p in paragraphs for s in _sentences(text, p))
    return Layout(
        document=document.id,
        paragraphs=paragraphs,
        sentences=sentences,
        tokens=tuple(Span(m.start(), m.end()) for m in _TOKEN.finditer(text)),
        quotations=pair(text, paragraphs),
        headings=tuple(p for p in paragraphs if _is_heading(text[p.start : p.end])),
        furniture=tuple(p for p in paragraphs if is_furniture(text[p.start : p.end])),
    )


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of one paragraph."""
    return tuple(_sentences(text, Span(0, len(text)))) if text.strip() else ()


def _paragraphs(text: str) -> Iterator[Span]:
    for block in _BLOCK.finditer(text):
        if _is_hard_wrapped(block.group()):
            yield from _trimmed(text, block.start(), block.end())
        else:
            for line in _LINE.finditer(text, block.start(), block.end()):
                yield from _trimmed(text, line.start(), line.end())


def _is_hard_wrapped(block: str) -> bool:
    lines = block.split("\n")
    inner = lines[:-1]
    unfinished = sum(not re.search(r"[.!?:”\"]\s*$", line) for line in inner)
    return len(lines) >= 3 and all(len(line) in _HARD_WRAP for line in inner) and unfinished * 2 > len(inner)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    stretch = text[start:end]
    left = start + len(stretch) - len(stretch.lstrip())
    right = end - len(stretch) + len(stretch.rstrip())
    if left < right:
        yield Span(left, right)


def _sentences(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for found in _BREAK.finditer(text, paragraph.start, paragraph.end):
        closing = len(found.group().rstrip())
        if _ABBREVIATION.search(text, max(start, found.start() - 12), found.start()):
            continue
        yield from _trimmed(text, start, found.start() + closing)
        start = found.end()
    yield from _trimmed(text, start, paragraph.end)


def _is_heading(line: str) -> bool:
    """A short line without an end mark, most of whose longer words are capitalised, or that is a Markdown heading."""
    if line.startswith("#"):
        return True
    words = WORD.findall(line)
    if not 0 < len(words) <= _HEADING_WORDS or line[-1] in ".,;!?”\"’'…":
        return False
    long = [w for w in words if len(w) > 3]
    return line[0].isupper() and ":" not in line and sum(w[0].isupper() for w in long) * 2 > len(long) - 1
