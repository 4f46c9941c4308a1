"""Reads text and Markdown files, with or without YAML front matter, into documents.

The document's text is the decoded content after the front matter, otherwise unchanged. Without front matter the title is
the first paragraph where that is a headline - short, without an end mark, with longer paragraphs below - and None
otherwise; it stays in the text. Refuses front matter that is no mapping, or whose date or kind means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime

from counterclaim.errors import EmptySource, UnreadableSource
from counterclaim.ingest.language import require_english
from counterclaim.ingest.values import ValuesError, from_yaml, short
from counterclaim.records import Document, DocumentId, DocumentKind, Provenance, Span, Turn
from counterclaim.text.furniture import is_furniture
from counterclaim.text.lines import lines, trimmed
from counterclaim.text.times import moment
from counterclaim.text.turns import told

_FRONT = re.compile(r"---[ \t]*\n(?P<yaml>.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_KEY = re.compile(r"^[A-Za-z_][\w-]*[ \t]*:", re.MULTILINE)
_HEADLINE = 160  # code points


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What a file says about itself."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published_at: datetime | None = None
    url: str | None = None
    kind: DocumentKind | None = None


def read(content: str, id: DocumentId, *, source: str, sha256: str) -> Document:
    """The document of a decoded text file."""
    front, text = split(content, source=source)
    if not text.strip():
        raise EmptySource("the file holds no text", source=source)
    require_english(text, source=source)
    kind, turns = told(text)
    if front.kind:
        kind, turns = front.kind, _turns_as(front, text, kind, turns)
    return Document(
        id=id,
        kind=kind,
        text=text,
        title=front.title or headline(text),
        byline=front.author,
        published_at=front.published_at,
        provenance=Provenance(path=source, sha256=sha256, url=front.url, publisher=front.publisher),
        turns=turns,
    )


def split(content: str, *, source: str) -> tuple[Front, str]:
    """(front matter, the text below it). A line of dashes that no keys follow is part of the text."""
    found = _FRONT.match(content)
    if not found or not _KEY.search(found["yaml"]):
        return Front(), content
    try:
        fields = from_yaml(found["yaml"], first_line=2)
    except ValuesError as error:
        raise UnreadableSource(f"the front matter is no valid YAML: {error}", source=source) from error
    if not isinstance(fields, dict):
        raise UnreadableSource("the front matter is no list of keys and values", source=source)
    return _front(fields, source), content[found.end() :]


def headline(text: str) -> str | None:
    """The first paragraph, where it is a headline."""
    rows = lines(text)
    if len(rows) < 2:
        return None
    first = text[rows[0].start : rows[0].end].lstrip("# ").rstrip()
    longer = any(row.end - row.start > rows[0].end - rows[0].start for row in rows[1:6])
    is_sentence = first.endswith((".", ";", ",", ":", "…")) or len(first) > _HEADLINE
    return None if is_sentence or not longer or is_furniture(first) or not first[:1].strip() else first


def _front(fields: Mapping[object, object], source: str) -> Front:
    def words(key: str) -> str | None:
        value = fields.get(key)
        if isinstance(value, list):
            return ", ".join(str(v) for v in value)
        return None if value is None or not str(value).strip() else str(value).strip()

    return Front(
        title=words("title"),
        publisher=words("publisher"),
        author=words("author"),
        published_at=_moment(fields.get("date"), source),
        url=words("url"),
        kind=_kind(words("kind"), source),
    )


def _moment(value: object, source: str) -> datetime | None:
    """The date as YAML gives it: already parsed, or as words."""
    if isinstance(value, datetime):
        with suppress(OverflowError):  # the first or the last day of the calendar, in a zone where it is another
            return value.replace(tzinfo=value.tzinfo or UTC).astimezone(UTC)
    elif isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    if value is None or not str(value).strip():
        return None
    found = moment(str(value))
    if found is None:
        raise UnreadableSource(f"the front matter's date {short(str(value))} is no date, or could be two; write 2026-03-09", source=source)
    return found


def _kind(value: str | None, source: str) -> DocumentKind | None:
    if value is None:
        return None
    singular = value.lower().removesuffix("s")
    for kind in DocumentKind:
        if kind.value == singular:
            return kind
    raise UnreadableSource(f"the front matter's kind {short(value)} is none of {', '.join(DocumentKind)}", source=source)


def _turns_as(front: Front, text: str, seen: DocumentKind, turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """The turns of a document whose kind is given: what its layout shows, or else the author's or issuer's own voice."""
    layout_counts = front.kind is seen or front.kind is not DocumentKind.ARTICLE
    own = {DocumentKind.POST: front.author, DocumentKind.MAIL: front.author, DocumentKind.RELEASE: _named_in(text, front.publisher)}
    name = own.get(front.kind) if front.kind else None
    whole = trimmed(text, 0, len(text))
    if (turns and layout_counts) or name is None or whole is None:
        return turns if layout_counts else ()
    return (Turn(span=whole, name=name, name_at=_place(text, name)),)


def _named_in(text: str, name: str | None) -> str | None:
    """A publisher is the issuer of a release where the release names it; otherwise it may only have printed it."""
    return name if name and name in text else None


def _place(text: str, name: str) -> Span | None:
    at = text.find(name)
    return None if at < 0 else Span(at, at + len(name))
