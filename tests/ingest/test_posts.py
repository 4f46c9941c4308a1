"""Exported posts become one thread; a quoted or passed-on text belongs to its first author."""

import json
from typing import Any

import pytest

from counterclaim.errors import SourceError
from counterclaim.ingest.posts import read
from counterclaim.records import Document, DocumentId, DocumentKind

POSTS = [
    {
        "id": "1",
        "author": "@selbypost",
        "text": "Worth a read.",
        "created_at": "2031-03-09T10:00:00Z",
        "quoted": {"id": "0", "author": "@odovenn", "name": "Odo Venn", "text": "I signed nothing.", "created_at": "2031-03-09T09:00:00Z"},
    },
    {"id": "2", "author": "@roth", "text": "RT @maravenn: The fund was emptied in March.", "created_at": "2031-03-09T11:00:00Z"},
]


def _read(value: Any) -> Document:
    return read(json.dumps(value), DocumentId("d1"), source="posts.json", sha256="0")


def test_every_text_is_its_authors_own() -> None:
    document = _read(POSTS)
    said = {document.text[t.span.start : t.span.end].strip(): t.name for t in document.turns}
    assert document.kind is DocumentKind.POST
    assert said["I signed nothing."] == "Odo Venn"
    assert any("The fund was emptied in March." in words and "maravenn" in name for words, name in said.items())
    assert not any("signed" in words and "selbypost" in name for words, name in said.items())


@pytest.mark.parametrize("value", [{"a": 1}, [], [{"author": "@a"}], "words", [1]], ids=["object", "empty", "no text", "string", "number"])
def test_other_json_is_refused_by_name(value: Any) -> None:
    with pytest.raises(SourceError, match=r"^posts\.json"):
        _read(value)


def test_a_cut_emoji_is_shown_as_one_character_that_is_missing() -> None:
    document = read(r'[{"author": "Odo Venn", "text": "I signed nothing \ud83d"}]', DocumentId("d1"), source="posts.json", sha256="0")
    assert "I signed nothing \ufffd" in document.text
