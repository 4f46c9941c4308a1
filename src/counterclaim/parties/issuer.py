"""Tells by what its file says who speaks in a document that has no turns: who signed a letter, who issued a release or a report.

Holds for words that nobody else is given; an article and a broadcast are a reporter's, and have no issuer.
"""

from __future__ import annotations

import re

from counterclaim.records import Document, DocumentKind

_SIGNED = re.compile(
    r"(?:[-–—]\s*)?(?P<name>(?:[A-Z][\w'’-]*\.?\s+){1,3}[A-Z][\w'’-]+)(?:,\s[^.]{3,60})?"
)  # "Mara Venn", "Mara Venn, chair"
_FOOT = 4  # lines at the end that may hold a signature
_PRINTS = frozenset({DocumentKind.RELEASE, DocumentKind.REPORT, DocumentKind.MAIL})  # their publisher is who speaks


def issuer(document: Document) -> str | None:
    """The name of who speaks, None where nothing tells."""
    if document.kind is DocumentKind.MAIL and (signed := _signature(document.text)):
        return signed
    if document.kind in {DocumentKind.MAIL, DocumentKind.POST} and document.byline:
        return document.byline
    return document.provenance.publisher if document.kind in _PRINTS else None


def _signature(text: str) -> str | None:
    """The last line that holds a name and nothing else but an office."""
    foot = [line.strip() for line in text.strip().split("\n") if line.strip()][1:][-_FOOT:]
    return next((found["name"] for line in reversed(foot) if (found := _SIGNED.fullmatch(line))), None)
