"""Tells from a text alone what kind of document it is, and whose own voice speaks where: posts, releases, `NAME:` turns, mail.

Code points. A document in a reporter's voice has no turns, except posts that it embeds. Precision first: a layout must
carry the whole text before it counts, so that an article with a stray "Note:" stays an article.
"""

from __future__ import annotations

import re

from counterclaim.records import DocumentKind, Turn
from counterclaim.text.lines import lines
from counterclaim.text.mail import mail
from counterclaim.text.releases import release
from counterclaim.text.threads import embedded, thread, voices
from counterclaim.text.transcripts import transcript

_REPORT_PART = re.compile(
    r"^(?:\d+(?:\.\d+)*\.?\s+|[IVX]+\.\s+)?(?:executive summary|table of contents|introduction|terms of reference|methodology"
    r"|findings|conclusions?|recommendations?|appendix\b.{0,60}|annex\b.{0,60})\W*$",
    re.IGNORECASE,
)


def kind_of(text: str) -> DocumentKind:
    """The kind of document that the text is by its layout; an article where nothing says otherwise."""
    return told(text)[0]


def turns(text: str) -> tuple[Turn, ...]:
    """Every stretch in somebody's own voice, in order."""
    return told(text)[1]


def told(text: str) -> tuple[DocumentKind, tuple[Turn, ...]]:
    """(kind, turns) in one reading."""
    if found := mail(text):
        return DocumentKind.MAIL, found
    if found := thread(text):
        return DocumentKind.POST, found
    if spoken := transcript(text):
        kind, found = spoken
        return kind, tuple(t for turn in found for t in voices(text, turn, names={})) if kind is DocumentKind.POST else found
    issued = release(text)
    if issued is not None:
        return DocumentKind.RELEASE, issued
    posts = embedded(text)
    if sum(t.span.end - t.span.start for t in posts) * 2 > len(text):
        return DocumentKind.POST, posts
    return (DocumentKind.REPORT if _is_report(text) else DocumentKind.ARTICLE), posts


def _is_report(text: str) -> bool:
    """Whether at least three of the headings stand in it that reports have and articles do not."""
    found = {
        text[row.start : row.end].lower()
        for row in lines(text)
        if row.end - row.start < 80 and _REPORT_PART.match(text[row.start : row.end])
    }
    return len(found) > 2
