"""Reads a brief that an editor changed: its headline, its headings and what stands under each, in our Markdown or our JSON.

Only words are taken from it. Its receipts are not: an edited file cannot vouch for itself. Refuses a text without a headline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.errors import ReceiptError
from counterclaim.receipts.published import parse

RECEIPTS = "Receipts"  # the heading under which our Markdown lists passages
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARKS = re.compile(r"\s*(?:\[\d+\])+(?=\s|$)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedSection:
    """`stretches` are what stood between two receipt marks: most often one sentence."""

    heading: str
    stretches: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    headline: str
    sections: tuple[EditedSection, ...]


def read(data: bytes, *, source: str) -> Edited:
    """The words of an edited brief. Raises ReceiptError, naming the file, where the bytes hold none."""
    if data.lstrip()[:1] == b"{":
        return _from_json(data, source)
    try:
        return _from_markdown(data.decode("utf-8-sig"), source)
    except UnicodeDecodeError as error:
        raise ReceiptError("is no brief: neither our JSON nor Markdown in UTF-8", source=source) from error


def _from_json(data: bytes, source: str) -> Edited:
    brief = parse(data, source=source)
    sections = (EditedSection(heading=s.heading, stretches=tuple(x.text for x in s.sentences)) for s in brief.sections)
    return Edited(headline=brief.headline, sections=tuple(sections))


def _from_markdown(text: str, source: str) -> Edited:
    headline = ""
    sections: list[tuple[str, list[str]]] = []
    for line in _COMMENT.sub("", text).splitlines():
        if line.startswith("# ") and not headline:
            headline = line[2:].strip()
        elif line.startswith("## "):
            if line[3:].strip() == RECEIPTS:
                break
            sections.append((line[3:].strip(), []))
        elif line.strip() and not sections:
            sections.append(("", [line]))
        elif line.strip():
            sections[-1][1].append(line)
    if not headline:
        raise ReceiptError("is no brief: it has no headline (“# ...”)", source=source)
    return Edited(headline=headline, sections=tuple(EditedSection(heading=h, stretches=_stretches(lines)) for h, lines in sections))


def _stretches(lines: list[str]) -> tuple[str, ...]:
    return tuple(s.strip() for line in lines for s in _MARKS.split(line) if s.strip())
