"""Ties words to places: normalises typography without moving offsets, and makes and finds text-quote selectors.

Positions are code points. Source: W3C Web Annotation Data Model, TextQuoteSelector. Refuses to guess: a selector whose
words stand nowhere, or in several places that its context cannot tell apart, gives no span.
"""

from __future__ import annotations

import re

from counterclaim.records import Span, TextQuoteSelector

CONTEXT = 32  # code points of prefix and suffix; the length that the Hypothesis client uses

# One code point each, so that a normalised text has the offsets of the original.
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛‹›′`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t", " "),
    }
)


def normalise(text: str) -> str:
    """The same text with plain quotation marks, dashes and spaces; every offset stays where it was."""
    return text.translate(_TYPOGRAPHY)


def anchor(text: str, span: Span) -> TextQuoteSelector:
    """The selector of a span: its exact words with up to CONTEXT code points on either side."""
    return TextQuoteSelector(
        exact=text[span.start : span.end],
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def locate(text: str, selector: TextQuoteSelector) -> Span | None:
    """The one place where the selector's words stand, told apart by its context; None where there is none, or no single one.

    Never approximate: a passage that merely looks alike is not the passage.
    """
    hits = [m.start() for m in re.finditer(f"(?={re.escape(selector.exact)})", text)] if selector.exact else []
    hits = [h for h in hits if _whole_words(text, h, h + len(selector.exact))]
    if len(hits) > 1 or selector.prefix or selector.suffix:
        hits = [h for h in hits if _context_agrees(text, h, selector)] or (hits if len(hits) == 1 else [])
    if len(hits) != 1:
        return None
    return Span(hits[0], hits[0] + len(selector.exact))


def _context_agrees(text: str, start: int, selector: TextQuoteSelector) -> bool:
    end = start + len(selector.exact)
    return text[:start].endswith(selector.prefix) and text[end:].startswith(selector.suffix)


def _whole_words(text: str, start: int, end: int) -> bool:
    """Whether the stretch begins and ends at word boundaries, so that "Ostel" is not found in "hostels"."""
    cuts_left = start > 0 and text[start].isalnum() and text[start - 1].isalnum()
    cuts_right = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not (cuts_left or cuts_right)
