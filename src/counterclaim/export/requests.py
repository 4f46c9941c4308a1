"""Writes requests for comment: for each charge without an answer one text to send, and a log in which to enter what came.

A request repeats the charge in the words of the documents, says where they stand and what is asked, and takes no side. It sends
nothing and says nothing that no document says.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from datetime import datetime

from jinja2 import Environment, PackageLoader, StrictUndefined

from counterclaim.export.lines import Line, day, lines, not_found
from counterclaim.export.passages import Passage
from counterclaim.records import Evidence, Status

_LOG = ("charge", "asked", "at", "means", "deadline", "outcome")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One text to send. `name` is a file name, `to` the party that is asked, `key` the charge's key, for the log."""

    name: str
    key: str
    to: str
    text: str


def requests(evidence: Evidence, *, deadline: datetime | None = None) -> tuple[Request, ...]:
    """A request for each charge that nobody answered in what was read: unanswered, deflected, or with no comment."""
    environment = Environment(loader=PackageLoader("counterclaim.export"), undefined=StrictUndefined, keep_trailing_newline=True)
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.filters |= {"day": day, "single": _single}
    template = environment.get_template("request.txt")
    return tuple(
        Request(
            name=f"request-{line.key}-{_slug(line.accused)}.txt",
            key=line.key,
            to=line.accused,
            text=template.render(line=line, wordings=_wordings(line), deadline=deadline, not_found=not_found(evidence)),
        )
        for line in lines(evidence)
        if line.status != Status.ANSWERED
    )


def log(asked: tuple[Request, ...], *, deadline: datetime | None = None) -> str:
    """A log with a row a request, still to be asked: the reporter fills when, by which means, and what came."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_LOG)
    for request in asked:
        table.writerow([request.key, request.to, "", "", f"{deadline:%Y-%m-%d %H:%M}" if deadline else "", ""])
    return out.getvalue()


def _wordings(line: Line) -> tuple[tuple[Passage, ...], ...]:
    """The passages, those together that are the same word for word, as in copies of one text."""
    found: dict[str, list[Passage]] = {}
    for p in line.passages:
        found.setdefault(_single(p.exact).casefold(), []).append(p)
    return tuple(tuple(each) for each in found.values())


def _single(words: str) -> str:
    return " ".join(words.split())


def _slug(name: str) -> str:
    """A party's name as a part of a file name: letters and digits of any script, at most forty."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")[:40].rstrip("-")
