"""Reads mail set out as text: header blocks (From, To, Subject ...), and under each the words of its sender.

Code points; a turn is one message's own words, without quoted lines and signature. Refuses a text whose first lines are
no header block with a sender.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.records import Span, Turn
from counterclaim.text.lines import lines
from counterclaim.text.times import moment

_FIELD = re.compile(
    r"^\W{0,4}(?P<field>From|To|Cc|Bcc|Date|Sent|Subject|Re|Reply-To|Importance|Attachments?)\*{0,2}\s*:\*{0,2}\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_SENDER = re.compile(r"^[\"“']?(?P<name>[^<\[(\"”@]*[^<\[(\"”@\s'])[\"”']?\s*(?:[<\[(]|$)|^<?(?P<address>[\w.+-]+@[\w.-]+)")
_DIVIDER = re.compile(r"^\W*(?:-{2,}\s*)?(?:Original message|Forwarded message|Begin forwarded message)\b.*$|^[-_=*]{5,}$", re.IGNORECASE)
_STOPS = re.compile(r"^--$|^>|^On .{5,120} wrote:$|^Sent from my ")


def mail(text: str) -> tuple[Turn, ...]:
    """The messages of a text that is mail, newest first as they stand; () where it is none."""
    rows = lines(text)
    blocks = _blocks(text, rows)
    if not blocks or blocks[0][0] > 1:
        return ()
    ends = [first for first, _ in blocks[1:]] + [len(rows)]
    found = (_message(text, rows[first:after], rows[after:end]) for (first, after), end in zip(blocks, ends, strict=True))
    return tuple(turn for turn in found if turn)


def _blocks(text: str, rows: Sequence[Span]) -> list[tuple[int, int]]:
    """Header blocks as (first line, line after the last): at least a sender and two fields more or a subject."""
    found = []
    i = 0
    while i < len(rows):
        first = i
        while i < len(rows) and _FIELD.match(text[rows[i].start : rows[i].end]):
            i += 1
        fields = {_FIELD.sub(r"\g<field>", text[r.start : r.end]).lower() for r in rows[first:i]}
        if "from" in fields and len(fields & {"to", "subject", "date", "sent"}) > 1:
            found.append((first, i))
        i = max(i, first + 1)
    return found


def _message(text: str, header: Sequence[Span], below: Sequence[Span]) -> Turn | None:
    fields = {m["field"].lower(): (row, m) for row in header if (m := _FIELD.match(text[row.start : row.end]))}
    row, line = fields["from"]
    sender = _SENDER.match(line["value"])
    body = _own(text, below)
    if sender is None or not body:
        return None
    group = "name" if sender["name"] else "address"
    at = row.start + line.start("value") + sender.start(group)
    sent = fields.get("date") or fields.get("sent")
    return Turn(
        span=Span(body[0].start, body[-1].end),
        name=sender[group],
        name_at=Span(at, at + len(sender[group])),
        at=moment(sent[1]["value"]) if sent else None,
    )


def _own(text: str, below: Sequence[Span]) -> list[Span]:
    """The lines of a message down to its signature or to what it quotes."""
    own = []
    for row in below:
        words = text[row.start : row.end]
        if _STOPS.match(words) or _DIVIDER.match(words):
            break
        own.append(row)
    return own
