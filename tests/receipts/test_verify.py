"""A brief holds only if every receipt and every quotation does; anything else fails closed."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from counterclaim.errors import ReceiptError
from counterclaim.receipts.verify import parse, verify
from factories import doc

TEXT = "The mayor spoke on Monday. “The gate was shut,” she said. Then she left for the pier."
DOCUMENT = doc(TEXT)
START, END = TEXT.index("“The gate"), TEXT.index(" Then")


def _brief(**changes: Any) -> dict[str, Any]:
    citation = {
        "document": "d1",
        "sha256": DOCUMENT.provenance.sha256,
        "start": START,
        "end": END,
        "exact": TEXT[START:END],
        "prefix": TEXT[max(0, START - 32) : START],
        "suffix": TEXT[END : END + 32],
        "statement": "s1",
        "verdict": "verbatim",
    }
    sentence = {"text": "The mayor said: “The gate was shut.”", "voice": "attributed", "party": "p1", "charge": None}
    citation |= {k: v for k, v in changes.items() if k in citation}
    sentence |= {k: v for k, v in changes.items() if k in sentence}
    return {
        "schema": "counterclaim/brief/1",
        "headline": changes.get("headline", "Mayor speaks"),
        "documents": [{"id": "d1", "path": "d1.txt", "sha256": DOCUMENT.provenance.sha256}],
        "sections": [
            {"role": "lead", "heading": "In short", "sentences": [sentence | {"citations": changes.get("citations", [citation])}]}
        ],
    }


def _failures(brief: dict[str, Any], *documents: Any) -> list[str]:
    return [f.reason for f in verify(parse(msgspec.json.encode(brief), source="brief.json"), documents or (DOCUMENT,))]


def test_a_faithful_brief_holds() -> None:
    assert _failures(_brief()) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"start": START + 1},
        {"end": END + 1},
        {"exact": TEXT[START:END].replace("shut", "open")},
        {"prefix": "The mayor wept. "},
        {"sha256": "0" * 64},
        {"document": "d2"},
        {"text": "The mayor said: “The gate was open.”"},
        {"headline": "Mayor: “I shut it”"},
        {"citations": []},
        {"start": -5},
    ],
    ids=["start", "end", "words", "context", "hash", "document", "quotation", "headline", "no receipt", "negative"],
)
def test_a_change_of_the_brief_fails(changes: dict[str, Any]) -> None:
    assert len(_failures(_brief(**changes))) >= 1


def test_a_changed_source_fails() -> None:
    assert _failures(_brief(), doc(TEXT.replace("Monday", "Sunday"))) == [
        "no source with the hash of d1.txt is there: it is missing, or a byte of it was changed"
    ]


def test_a_brief_without_sentences_does_not_hold() -> None:
    assert _failures(_brief() | {"sections": []}) == ["holds no sentence"]


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"schema": "other/1", "headline": "", "documents": [], "sections": []}']
)
def test_what_is_no_brief_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(ReceiptError, match=r"^brief\.json: is "):
        parse(data, source="brief.json")
