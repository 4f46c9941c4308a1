"""Reads saved feeds (RSS, Atom) into documents, one an entry: title, words, address, time, and the feed as publisher.

Words come without markup, however often it was escaped. Times are aware UTC, read by text.times and never guessed.
Refuses broken XML, a feed without entries, and - in one sentence - to work without the `documents` extra.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from counterclaim.errors import EmptySource, UnreadableSource
from counterclaim.ingest.language import require_english
from counterclaim.records import Document, DocumentId, Provenance
from counterclaim.text.times import moment
from counterclaim.text.turns import told

_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d|/blockquote)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|</?[A-Za-z][^<>]*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_ESCAPED = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+|[lr][sd]quo|nbsp|[mn]dash|hellip);")
_LAYERS = 4  # times that a body may have been escaped over


def read(data: bytes, ids: Iterator[DocumentId], *, source: str, sha256: str) -> tuple[Document, ...]:
    """The documents of a feed's entries, in the feed's order."""
    parsed = _parsed(data, source)
    documents = []
    for entry in parsed.entries:
        text = _words(entry)
        if text:
            require_english(text, source=source)
            documents.append(_document(entry, text, next(ids), parsed, Provenance(path=source, sha256=sha256)))
    if not documents:
        raise EmptySource("the feed holds no entries with words in them", source=source)
    return tuple(documents)


def _parsed(data: bytes, source: str) -> Any:
    try:
        import feedparser
    except ImportError as error:
        raise UnreadableSource("reading a feed needs pip install 'counterclaim[documents]'", source=source) from error
    parsed = feedparser.parse(data)
    if parsed.bozo and not parsed.entries:
        raise UnreadableSource(f"the file is no readable feed: {parsed.get('bozo_exception')}", source=source)
    return parsed


def _document(entry: Any, text: str, id: DocumentId, parsed: Any, file: Provenance) -> Document:
    kind, turns = told(text)
    changed = moment(entry["updated"]) if "updated" in entry else None
    publisher = entry.get("source", {}).get("title") or parsed.feed.get("title")  # an aggregator names the newsroom
    return Document(
        id=id,
        kind=kind,
        text=text,
        title=_plain(entry.get("title", "")) or None,
        byline=entry.get("author") or None,
        published_at=moment(entry["published"]) if "published" in entry else changed,
        modified_at=changed if "published" in entry else None,
        provenance=Provenance(path=file.path, sha256=file.sha256, url=entry.get("link") or None, publisher=publisher),
        turns=turns,
    )


def _words(entry: Any) -> str:
    """The fullest body that the entry has; its title where it has none."""
    bodies = [c.get("value", "") for c in entry.get("content", [])] + [entry.get("summary", ""), entry.get("title", "")]
    return next((words for body in bodies if (words := _plain(body))), "")


def _plain(body: str) -> str:
    """The words without markup."""
    for _ in range(_LAYERS):
        body = unescape(_TAG.sub("", _BREAK.sub("\n\n", body)))
        if not _TAG.search(body) and not _ESCAPED.search(body):
            break
    paragraphs = (" ".join(p.split()) for p in body.split("\n\n"))
    return "\n\n".join(p for p in paragraphs if p)
