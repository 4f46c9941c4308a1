"""Leaves out of a draft's prose what points to its sources: reference marks after a sentence, and the receipts of our own briefs.

Offsets stay. A bracketed number counts as a mark only after an end mark, a closing mark or another reference; elsewhere,
as in a quotation, it is prose. The receipts of a brief that counterclaim wrote repeat its sources and are not audited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.audit.blanking import JOINER, Chars, Prose
from counterclaim.records import Span

_MARKS = re.compile(rf"(?<=[.!?…”\"’')\]{JOINER}])[ \t]?(?:\[\^?\d{{1,3}}\])+")
_OWN = re.compile(r"counterclaim/brief/\d")
_HEAD = 4096  # characters in which our own brief says what it is
_RECEIPTS = re.compile(
    r"""(?m:^\#\#\ Receipts$).*\Z                                                             # Markdown
      | <details>.*?</details> | <section\ class="notes">.*?</section> | <footer>.*?</footer>  # HTML
      | <p\ class="(?:meta|kicker|dateline)">.*?</p>""",
    re.VERBOSE | re.DOTALL,
)


def bare(prose: Prose, text: str) -> Prose:
    """The prose without reference marks and receipts. `text` is the file as it stands."""
    chars = Chars(prose.text)
    for start, end in _receipts(text):
        chars.skip(start, end)
    for mark in _MARKS.finditer(chars.text):
        chars.blank(*mark.span())
    gone = [Span(*place) for place in _receipts(text)]
    headings = tuple(h for h in prose.headings if not any(g.start <= h.start < g.end for g in gone))
    return Prose(text=chars.text, headings=headings, skipped=(*prose.skipped, *chars.skipped))


def _receipts(text: str) -> Iterator[tuple[int, int]]:
    if _OWN.search(text, 0, _HEAD):
        yield from (found.span() for found in _RECEIPTS.finditer(text))
