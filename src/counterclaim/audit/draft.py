"""Makes the draft of a text under audit: its prose, sentences, headings and quotations, each with its place in the file.

Spans are code points into the text as it was given. The text is segmented by the same eyes as the sources.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from counterclaim.audit import markdown, page
from counterclaim.audit.apparatus import bare
from counterclaim.audit.blanking import JOINER, Prose
from counterclaim.records import Document, DocumentId, DocumentKind, Draft, Provenance, Quotation, Span
from counterclaim.text.segment import segment


def draft(path: str, text: str) -> Draft:
    """The draft of one file. `path` says by its suffix what the file is: Markdown, HTML, anything else is plain text."""
    prose = bare(_prose(path, text), text)
    compact, place = joined(prose.text)
    document = Document(id=DocumentId(path), kind=DocumentKind.ARTICLE, text=compact, provenance=Provenance(path=path, sha256=""))
    layout = segment(document)
    return Draft(
        path=path,
        text=text,
        prose=prose.text,
        sentences=tuple(place(s) for s in layout.sentences if any(c.isalnum() for c in compact[s.start : s.end])),
        headings=prose.headings or tuple(place(h) for h in layout.headings),
        quotations=tuple(_placed(q, place) for q in layout.quotations),
        skipped=prose.skipped,
    )


def _prose(path: str, text: str) -> Prose:
    suffix = PurePath(path).suffix.lower()
    if suffix in (".md", ".markdown"):
        return markdown.read(text)
    return page.read(text) if suffix in (".html", ".htm") else Prose(text=text)


def joined(prose: str, start: int = 0, end: int | None = None) -> tuple[str, Callable[[Span], Span]]:
    """A stretch of prose without joiners, as a reader sees it, and where its spans lie in the whole."""
    end = len(prose) if end is None else end
    places = [i for i in range(start, end) if prose[i] != JOINER]

    def place(span: Span) -> Span:
        last = places[span.end - 1] + 1
        while last < end and prose[last] == JOINER:  # the rest of an entity
            last += 1
        return Span(places[span.start], last)

    return "".join(prose[i] for i in places), place


def _placed(q: Quotation, place: Callable[[Span], Span]) -> Quotation:
    return Quotation(span=place(q.span), inner=place(q.inner), depth=q.depth, closed=q.closed, continued=q.continued)
