"""Reads a thread of posts from its header lines - who, when - and gives each post's words to the one who wrote them.

Code points; a turn's span is the post's own text. Reposts (`RT @x:`) and quoted posts belong to their first author.
Refuses to see a thread in an article's byline or dateline: a header needs a handle, or several headers of one shape.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from counterclaim.records import Span, Turn
from counterclaim.text.furniture import is_furniture
from counterclaim.text.lines import lines, trimmed
from counterclaim.text.times import STAMP, moment

_HANDLE = r"@\w{1,30}(?:[.@-]\w+)*"
_GAP = r"[\s,·•|–—-]*"
_QUOTING = (
    r"(?:>\s*)*(?:(?:Quoting|Quoted(?:\s+post)?|Quote|QT|In\s+reply\s+to|(?:Reposted|Forwarded)\s+from"
    r"|(?:Posted|Written|Comment|Reply)\s+by)\b:?\s*)?"
)
_NAME = r"[^\W\d_][\w.'’&-]*(?:\s+[\w.'’&-]+){0,5}"

# Name (@handle), 9 March 2026, 10:14 - the name, the stamp and words after a colon may each be missing.
_WITH_HANDLE = re.compile(
    rf"^{_QUOTING}(?:(?P<name>[^@\n:“\"]{{1,60}}?)[\s,·(]+)?\(?(?P<handle>{_HANDLE})\)?{_GAP}\(?(?P<stamp>{STAMP})?\)?(?::\s*(?P<rest>.*)|\s*)$"
)
# [9 March 2026, 10:14] Name (@handle): words
_TIME_FIRST = re.compile(
    rf"^{_QUOTING}\[?(?P<stamp>{STAMP})\]?{_GAP}(?P<name>{_NAME})?\s*\(?(?P<handle>{_HANDLE})?\)?(?:\s*[:–—]\s+(?P<rest>.*)|\s*:?)$"
)
# Name, what she is, 9 March 2026, 10:14
_NAME_ONLY = re.compile(
    rf"^{_QUOTING}(?P<name>{_NAME})(?P<handle>)(?:,\s[^,:\d\n]{{1,60}}?)?\s*[,·•|–—(-]+\s*(?P<stamp>{STAMP})\)?(?::\s*(?P<rest>.*)|\s*)$"
)
_STAMP_ONLY = re.compile(rf"^[·•\s]*(?P<stamp>{STAMP})\s*(?:[·•|].{{0,30}})?$")
_RELATIVE = re.compile(r"^[·•\s]*\d{1,2}\s?(?:s|m|h|d|min|hrs?|hours?|days?)(?:\s+ago)?$")
_CLOCK = re.compile(r"\d[:.]\d\d|\d\s?[ap]\.?m", re.IGNORECASE)
_NO_NAME = re.compile(
    r"^(?:updated?|published|posted|last|first|modified|by|on|at|photo|image|file|source|from|date|sent|saved)\b", re.IGNORECASE
)
_PASSED_ON = re.compile(r"^.{1,60}\b(?:reposted|retweeted|boosted|reblogged)(?:\s+this)?\W*$|^Replying to @.*$", re.IGNORECASE)
_COUNTS = re.compile(r"^(?=.*\d)(?:[^\w\n]|\d|(?<=\d)[KkMm]\b)+$")  # signs and numbers under a post
_REPOST = re.compile(rf"(?:\bRT|\bMT|\bQT|♻️?)\s+(?P<handle>{_HANDLE})\s*:\s*")
_SIGNED = re.compile(rf"[–—-]\s*(?P<name>[^@\n–—]{{1,60}}?)\s*\((?P<handle>{_HANDLE})\)\s+(?P<stamp>{STAMP})\s*$")
_TOP = 3  # lines that a thread's own title and note may take before the first header


@dataclass(frozen=True, slots=True)
class _Header:
    start: int  # where the header begins
    body: int  # where the post's words begin
    name: str
    name_at: Span
    handle: str | None
    at: datetime | None


def thread(text: str) -> tuple[Turn, ...]:
    """The posts of a text that is a thread; () where it is none."""
    rows = lines(text)
    headers = _headers(text, rows)
    if not headers or sum(row.end <= headers[0].start for row in rows) > _TOP:
        return ()
    names = {h.handle: h.name for h in headers if h.handle}
    ends = [h.start for h in headers[1:]] + [len(text)]
    found: list[Turn] = []
    first = 0
    for header, end in zip(headers, ends, strict=True):
        last = bisect_left(rows, end, lo=first, key=lambda row: row.start)
        found.extend(_posts(text, header, rows[first:last], names))
        first = last
    return tuple(found)


def embedded(text: str) -> tuple[Turn, ...]:
    """Posts signed "- Name (@handle) 9 March 2026", at the end of their paragraph or on the line below it."""
    found = []
    above: Span | None = None
    for row in lines(text):
        signed = _SIGNED.search(text, row.start, row.end)
        words = signed and (trimmed(text, row.start, signed.start()) or above)
        above = None if signed else row
        if signed and words:
            name_at = Span(*signed.span("name"))
            found.append(
                Turn(span=words, name=signed["name"].strip(), name_at=name_at, handle=signed["handle"], at=moment(signed["stamp"]))
            )
    return tuple(found)


def voices(text: str, post: Turn, *, names: dict[str, str]) -> Iterator[Turn]:
    """A post as the turns of those whose words it holds: its author's, and what it reposts.

    `names` gives the name that goes with a handle, where the thread shows it.
    """
    found = _REPOST.search(text, post.span.start, post.span.end)
    if found is None:
        yield post
        return
    own = trimmed(text, post.span.start, found.start())
    if own:
        yield replace(post, span=own)
    passed_on = trimmed(text, found.end(), post.span.end)
    if passed_on:
        handle = found["handle"]
        yield Turn(span=passed_on, name=names.get(handle, handle), name_at=Span(*found.span("handle")), handle=handle)


def _posts(text: str, header: _Header, below: Sequence[Span], names: dict[str, str]) -> Iterator[Turn]:
    """What stands under one header, without the buttons and counts around it."""
    rows = [row for row in below if row.end > header.body]
    while rows and _around(text, rows[-1]):
        rows.pop()
    while rows and rows[0].start >= header.body and _around(text, rows[0]):
        rows.pop(0)
    if rows:
        span = Span(max(header.body, rows[0].start), rows[-1].end)
        post = Turn(span=span, name=header.name, name_at=header.name_at, handle=header.handle, at=header.at)
        yield from voices(text, post, names=names)


def _around(text: str, row: Span) -> bool:
    words = text[row.start : row.end]
    return is_furniture(words) or _COUNTS.match(words) is not None or _PASSED_ON.match(words) is not None


def _headers(text: str, rows: Sequence[Span]) -> list[_Header]:
    """All headers; those that show no handle only where at least two stand in the text and a clock time is given."""
    sure: list[_Header] = []
    bare: list[_Header] = []
    i = 0
    while i < len(rows):
        header, taken = _header_at(text, rows, i)
        if header:
            (sure if header.handle else bare).append(header)
        i += max(taken, 1)
    return sorted(sure + (bare if sure or len(bare) > 1 else []), key=lambda h: h.start)


def _header_at(text: str, rows: Sequence[Span], i: int) -> tuple[_Header | None, int]:
    """(the header that begins at a line, the lines that it takes)."""
    row = rows[i]
    words = text[row.start : row.end]
    if _SIGNED.search(words):
        return None, 1  # what it signs stands above
    if found := _WITH_HANDLE.match(words):
        return _from_handle(text, rows, i, found)
    found = _TIME_FIRST.match(words) or _NAME_ONLY.match(words)
    if found and found["name"] and (found["handle"] or _CLOCK.search(found["stamp"])) and not _NO_NAME.match(found["name"]):
        return _made(row, found, found["stamp"], row.end), 1
    return _from_lines(text, rows, i)


def _from_handle(text: str, rows: Sequence[Span], i: int, found: re.Match[str]) -> tuple[_Header | None, int]:
    """A line with a handle is a header if it, or the line below, says when; the name may stand on the line above."""
    row = rows[i]
    if found["stamp"]:
        return _made(row, found, found["stamp"], row.end), 1
    taken, stamp = _stamp_below(text, rows, i + 1)
    if stamp is None or found["rest"]:
        return None, 1
    return _made(row, found, stamp, rows[i + taken].end), 1 + taken


def _from_lines(text: str, rows: Sequence[Span], i: int) -> tuple[_Header | None, int]:
    """A name on one line, the handle, the stamp or both on the next ones."""
    name = text[rows[i].start : rows[i].end]
    if i + 1 >= len(rows) or not re.fullmatch(_NAME, name) or _NO_NAME.match(name):
        return None, 1
    below = text[rows[i + 1].start : rows[i + 1].end]
    if (stamp := _STAMP_ONLY.match(below)) and _CLOCK.search(stamp["stamp"]):
        return _Header(rows[i].start, rows[i + 1].end, name, rows[i], None, moment(stamp["stamp"])), 2
    found = _WITH_HANDLE.match(below)
    if not found or found["name"]:
        return None, 1
    header, taken = _from_handle(text, rows, i + 1, found)
    if header is None:
        return None, 1
    return replace(header, start=rows[i].start, name=name, name_at=rows[i]), 1 + taken


def _stamp_below(text: str, rows: Sequence[Span], i: int) -> tuple[int, str | None]:
    """(lines taken, the stamp) where the next lines hold nothing but a dot and a time."""
    for taken, row in enumerate(rows[i : i + 2], start=1):
        words = text[row.start : row.end]
        if found := _STAMP_ONLY.match(words):
            return taken, found["stamp"]
        if _RELATIVE.match(words):
            return taken, ""
        if words.strip("·• "):
            break
    return 0, None


def _made(row: Span, found: re.Match[str], stamp: str, end: int) -> _Header:
    group = "name" if found["name"] and found["name"].strip(" ·(") else "handle"
    name = re.sub(r"[^\w.)’']+$", "", found[group])
    start = row.start + found.start(group)
    return _Header(
        start=row.start,
        body=row.start + found.start("rest") if found["rest"] else end,
        name=name,
        name_at=Span(start, start + len(name)),
        handle=found["handle"] or None,
        at=moment(stamp) if stamp else None,
    )
