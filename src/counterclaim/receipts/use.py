"""How a sentence uses the passage it cites: verbatim, marked (an ellipsis or a bracket), or as a paraphrase.

One owner for the writer, who prints it, and the verifier, who works it out again. What counts as a quotation is read by the
same eyes as in the sources; a quotation holds only word for word. The stand-alone verifier repeats these rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from counterclaim.receipts.tokens import words
from counterclaim.receipts.turning import NEGATIONS
from counterclaim.records import Span, VerdictKind
from counterclaim.text.quotation import pair

BRACKET = re.compile(r"\[([^\]]*)\]|\(\s*(?:\.\.\.|…)\s*\)")
ELLIPSIS = re.compile(r"\[?\(?(?:\.\s?\.\s?\.|…)\)?\]?")


def quotations(text: str) -> tuple[str, ...]:
    """The words between quotation marks in one line of a brief."""
    return tuple(text[q.inner.start : q.inner.end] for q in pair(text, (Span(0, len(text)),))) if text else ()


def use(quoted: Iterable[str], passage: str) -> VerdictKind:
    """The best of what the quotations of a sentence make of a passage."""
    kinds = {holds(q, passage) for q in quoted}
    return next((k for k in (VerdictKind.VERBATIM, VerdictKind.MARKED) if k in kinds), VerdictKind.PARAPHRASE)


def holds(quotation: str, passage: str) -> VerdictKind | None:
    """Verbatim where the words stand in the passage in order; marked where the pieces around marks do; None otherwise."""
    said, asked = words(passage).words, words(quotation).words
    if place(said, asked, 0) is not None:
        return VerdictKind.VERBATIM
    parts, inserted = pieces(quotation)
    at, hidden = 0, [w for i in inserted for w in words(i).words]
    for n, part in enumerate(parts):
        found = place(said, part, at)
        if found is None:
            return None
        hidden += said[at:found] if n else ()
        at = found + len(part)
    is_marked = bool(parts) and (bool(inserted) or len(parts) > 1)
    return VerdictKind.MARKED if is_marked and not any(w.casefold() in NEGATIONS or w[0].isdigit() for w in hidden) else None


def pieces(quotation: str) -> tuple[list[tuple[str, ...]], list[str]]:
    """(the words of the pieces around ellipses and brackets, what the brackets insert)."""
    quotation = " ".join(quotation.split())
    inserted = [m.group(1) for m in BRACKET.finditer(quotation) if m.group(1) and not ELLIPSIS.fullmatch(m.group(1).strip())]
    cut = ELLIPSIS.sub("\n", BRACKET.sub("\n", quotation))
    return [p for p in (words(x).words for x in cut.split("\n")) if p], inserted


def place(said: Sequence[str], asked: Sequence[str], start: int) -> int | None:
    """Where the words stand in order, from `start` on; the first letter may be large or small, as it opens a sentence or not."""
    n = len(asked)
    return next((i for i in range(start, len(said) - n + 1) if _equal(said[i : i + n], asked)), None) if n else None


def _equal(found: Sequence[str], asked: Sequence[str]) -> bool:
    return found[1:] == asked[1:] and found[0][1:] == asked[0][1:] and found[0][:1].casefold() == asked[0][:1].casefold()
