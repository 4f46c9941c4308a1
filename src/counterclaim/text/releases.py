"""Reads press releases: tells them by their markers, finds the issuer, and gives it the voice of the body.

Code points; the one turn of a release runs over its body, without header lines, contacts and notes to editors.
Refuses to name an issuer that the release does not name: then there is a release without a turn.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.records import Span, Turn
from counterclaim.text.furniture import is_furniture
from counterclaim.text.lines import lines

# A line of its own, above the body, that says what the text is.
_HEADER = re.compile(
    r"""^\W*(?: (?:for\ )?immediate\ (?:release|publication) | (?:not\ )?for\ (?:immediate\ )?(?:release|publication)\b.{0,60}
    | embargo(?:ed)?\b.{0,80}
      | (?:joint\ )?(?:press|news|media)\ (?:release|statement|notice|advisory|communiqu[eé])\b.{0,60}
      | (?:official|public|joint)\ statement\b.{0,60}
      | (?:issued|released|published)\ by\b.{1,140} | from\ the\ (?:desk|office)\ of\b.{1,100}
      | (?:a\ )?statement\ (?:by|from|of)\b.{1,120} | communiqu[eé]\b.{0,40} )$""",
    re.VERBOSE | re.IGNORECASE,
)
# Where the body is over.
_AFTER = re.compile(
    r"""^\W*(?: ends? | -?\s?30\s?- | \#{2,} | notes?\ (?:to|for)\ (?:the\ )?(?:editors?|journalists|newsrooms|the\ media)\b.*
    | ends?\W+notes?\ (?:to|for)\ .*
      | (?:media|press|news|public)?\ ?(?:contacts?|enquiries|inquiries|relations)\s*:?(?:\s.{0,140})?
      | for\ (?:more|further)\ (?:information|details)\b.{0,160} | about\ (?-i:[A-Z]).{0,70}
    )\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
_NOTES = re.compile(r"^\W*(?:ends?\W+)?notes?\s+(?:to|for)\s+(?:the\s+)?(?:editors?|journalists|newsrooms)\b", re.IGNORECASE)
_CONTACT = re.compile(r"^\W*(?:media|press|news)\s+(?:contacts?|enquiries|inquiries)\b", re.IGNORECASE)
_END = re.compile(r"^\W*(?:ends?|#{3})\W*$", re.IGNORECASE)
_ABOUT = re.compile(r"^\W*About\s+(?P<name>[A-Z][^.,:\n]{1,60}?)\W*$")

_NAME = r"(?:[Tt]he\s+)?(?P<name>(?:[A-Z0-9][\w'’.&-]*|[a-z][\w]*[A-Z]\w*)(?:\s+(?:(?:of|the|for|and|&|de|in|on)\s+)*[A-Z0-9][\w'’.&-]*)*)"
_ISSUED = re.compile(
    rf"(?:(?:[Ii]ssued|[Rr]eleased|[Pp]ublished)\s+by|[Ff]rom\s+the\s+(?:desk|office)\s+of|[Ss]tatement\s+(?:by|from|of))\s+{_NAME}"
)
_FROM_CAPITALS = re.compile(
    r"(?:ISSUED\s+BY|FROM\s+THE\s+(?:DESK|OFFICE)\s+OF|STATEMENT\s+(?:BY|FROM|OF))\s+(?:THE\s+)?(?P<name>[A-Z][^,:\n]{1,80})"
)
_DATELINE = re.compile(r"^.{0,80}?\((?P<name>[A-Z][^()\n]{2,60})\)\s*[–—-]")
_ANNOUNCES = re.compile(
    rf"^(?:.{{0,80}}?\s(?:[–—]|-{{1,2}})\s+)?{_NAME}(?:\s+\([^)]*\))?(?:,\s[^,]{{1,120}},)?\s+(?:has\s+|have\s+)?(?:today\s+|on\s+\w+\s+|yesterday\s+|this\s+week\s+)?"
    r"(?:announce[sd]?|rejects?|rejected|denie[sd]|welcome[sd]?|condemns?|condemned|confirms?|confirmed|responds?|responded|said|says|call(?:s|ed)\s+on|launche[sd]|issued|publishe[sd]|states?|stated)\b"
)
_COLON = re.compile(rf"^{_NAME}\s*:\s")
_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*$")
_HEAD = 12  # lines that may stand above the body


def release(text: str) -> tuple[Turn, ...] | None:
    """The issuer's turn, or () where no issuer is named; None where the text is no release."""
    rows = lines(text)
    body = _body_start(text, rows)
    if not _is_release(text, rows, body):
        return None
    end = next((i for i in range(body + 1, len(rows)) if _AFTER.match(_words(text, rows[i]))), len(rows))
    last = max((i for i in range(body, end) if not is_furniture(_words(text, rows[i]))), default=None)
    issuer = _issuer(text, rows, body)
    if issuer is None or last is None:
        return ()
    return (Turn(span=Span(rows[body].start, rows[last].end), name=text[issuer.start : issuer.end], name_at=issuer),)


def _words(text: str, row: Span) -> str:
    return text[row.start : row.end]


def _body_start(text: str, rows: Sequence[Span]) -> int:
    """The first line that is prose: it ends like a sentence and is no header."""
    for i, row in enumerate(rows[:_HEAD]):
        words = _words(text, row)
        if not _HEADER.match(words) and (len(words) > 200 or (_SENTENCE.search(words) and words.count(" ") > 3)):
            return i
    return 0


def _is_release(text: str, rows: Sequence[Span], body: int) -> bool:
    """A header line says so, or at least two of the things that follow a release do."""
    above = any(_HEADER.match(_words(text, row)) for row in rows[:body])
    below = [_words(text, row) for row in rows[body + 1 :]]
    signs = [any(pattern.match(words) for words in below) for pattern in (_NOTES, _CONTACT, _END, _ABOUT)]
    return bool(rows) and (above or signs[0] or sum(signs) > 1)


def _issuer(text: str, rows: Sequence[Span], body: int) -> Span | None:
    """Who issued it: said above the body, in the dateline, as the one who announces, before a headline's colon, or under "About"."""
    above = rows[:body]
    for pattern, where in (
        (_ISSUED, above),
        (_FROM_CAPITALS, above),
        (_DATELINE, rows[body : body + 1]),
        (_COLON, above),
        (_ANNOUNCES, rows[: body + 2]),
        (_ABOUT, rows),
    ):
        for row in where:
            found = pattern.search(_words(text, row))
            if found and not _HEADER.match(found["name"]):
                return Span(row.start + found.start("name"), row.start + found.end("name"))
    return None
