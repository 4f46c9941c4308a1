"""Shows receipts to people: their numbers, the passage with the words around it, where it stands. Used by every page and file.

At most MOST_WORDS words of a source are shown in one receipt: enough to check a sentence, not a copy of the source. The
brief's JSON holds each passage whole, for the verifier.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.records import Brief, Citation, Document

MOST_WORDS = 80
_AROUND = 12  # words on either side
_MOST_NUMBERS = 4  # in one label


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One numbered receipt as it is shown: `passage` between the words `before` and `after` it."""

    number: int
    before: str
    passage: str
    after: str
    publisher: str
    published: str | None
    place: str


def numbers(brief: Brief) -> dict[Citation, int]:
    """Every citation with the number of its passage, from 1 in reading order; one passage has one number, however it is used."""
    citations = dict.fromkeys(c for section in brief.sections for s in section.sentences for c in s.citations)
    places = {place: n for n, place in enumerate(dict.fromkeys((c.document, c.span) for c in citations), start=1)}
    return {c: places[c.document, c.span] for c in citations}


def receipts(brief: Brief) -> dict[Citation, Receipt]:
    """Every citation as it is shown."""
    documents = {d.id: d for d in brief.documents}
    return {c: _receipt(n, c, documents[c.document]) for c, n in numbers(brief).items()}


def listed(brief: Brief) -> dict[int, Citation]:
    """One citation a number, for a list at the end."""
    first: dict[int, Citation] = {}
    for c, n in numbers(brief).items():
        first.setdefault(n, c)
    return dict(sorted(first.items()))


def passage(c: Citation) -> str:
    """The cited words on one line, cut in their middle where they are more than MOST_WORDS."""
    words = c.selector.exact.split()
    if len(words) <= MOST_WORDS:
        return " ".join(words)
    half = MOST_WORDS // 2
    return f"{' '.join(words[:half])} […] {' '.join(words[-half:])}"


def label(shown: Sequence[Receipt]) -> str:
    """The numbers of a sentence's receipts, as short as they can be read: "4", "4, 7", "4–7", "12 in all"."""
    n = list(dict.fromkeys(r.number for r in shown))
    if len(n) > 2 and n == list(range(n[0], n[-1] + 1)):
        return f"{n[0]}–{n[-1]}"
    return ", ".join(map(str, n)) if len(n) <= _MOST_NUMBERS else f"{len(n)} in all"


def place(document: Document, c: Citation) -> str:
    """Where a passage stands, so that anybody can look it up."""
    where = document.provenance.publisher or document.title or file_name(document)
    dated = f", {document.published_at:%-d %B %Y}" if document.published_at else ""
    return f"{where}{dated} ({file_name(document)}, characters {c.span.start}–{c.span.end}, SHA-256 {c.sha256[:12]})"


def file_name(document: Document) -> str:
    """The name of a document's file, without the folders of whoever made the brief."""
    return document.provenance.path.replace("\\", "/").rsplit("/", 1)[-1]


def _receipt(number: int, c: Citation, document: Document) -> Receipt:
    text = document.text
    before, after = text[: c.span.start], text[c.span.end :]
    head, tail = before[-200:].split()[-_AROUND:], after[:200].split()[:_AROUND]
    room = max(0, MOST_WORDS - len(c.selector.exact.split())) // 2
    head, tail = head[-room:] if room else [], tail[:room]
    return Receipt(
        number=number,
        before=" ".join([*(["…"] if len(before.split()) > len(head) else []), *head]),
        passage=passage(c),
        after=" ".join([*tail, *(["…"] if len(after.split()) > len(tail) else [])]),
        publisher=document.provenance.publisher or document.title or file_name(document),
        published=f"{document.published_at:%-d %B %Y}" if document.published_at else None,
        place=f"{file_name(document)}, characters {c.span.start}–{c.span.end}",
    )
