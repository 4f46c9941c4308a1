"""A feed gives a document an entry, with its own time and unescaped text."""

from datetime import UTC, datetime
from itertools import count

import pytest

from counterclaim.errors import SourceError
from counterclaim.ingest.feed import read
from counterclaim.records import Document, DocumentId

pytest.importorskip("feedparser", reason="feeds need the documents extra")


def _read(items: str) -> tuple[Document, ...]:
    feed = f'<rss version="2.0"><channel><title>Selby Post</title>{items}</channel></rss>'
    return read(feed.encode(), (DocumentId(f"d{n}") for n in count(1)), source="feed.xml", sha256="0")


def _item(date: str, body: str) -> str:
    return f"<item><title>Gate</title><link>https://selby.example/1</link><pubDate>{date}</pubDate><description>{body}</description></item>"


def test_a_named_zone_counts() -> None:
    (document,) = _read(_item("Mon, 09 Mar 2026 15:40:00 EST", "The council denied it."))
    assert document.published_at == datetime(2026, 3, 9, 20, 40, tzinfo=UTC)


def test_a_slash_date_never_becomes_another_day() -> None:
    (document,) = _read(_item("2026/8/17 09:41:05", "Venn said no order was signed."))
    assert document.published_at is None or document.published_at.date().isoformat() == "2026-08-17"


def test_a_text_escaped_twice_is_readable() -> None:
    (document,) = _read(
        _item("Mon, 09 Mar 2026 18:00:00 GMT", "&amp;lt;p&amp;gt;&amp;ldquo;Show us,&amp;rdquo; Venn said.&amp;lt;/p&amp;gt;")
    )
    assert "“Show us,” Venn said." in document.text
    assert "&" not in document.text


def test_a_broken_feed_is_named() -> None:
    with pytest.raises(SourceError, match=r"^feed\.xml"):
        read(b"<rss><channel><item><title>x", iter([DocumentId("d1")]), source="feed.xml", sha256="0")
