"""A brief holds only if every receipt and every quotation does; anything else fails closed."""

from __future__ import annotations

from dataclasses import astuple, replace
from typing import Any

import msgspec
import pytest

from counterclaim.receipts.verify import extent, parse, verify
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
        {"end": 10**30},
        {"verdict": "paraphrase"},
    ],
    ids=["start", "end", "words", "context", "hash", "document", "quotation", "headline", "no receipt", "negative", "beyond", "verdict"],
)
def test_a_change_of_the_brief_fails(changes: dict[str, Any]) -> None:
    assert len(_failures(_brief(**changes))) >= 1


def test_a_changed_source_fails() -> None:
    assert _failures(_brief(), doc(TEXT.replace("Monday", "Sunday"))) == [
        "no source with the hash of d1.txt is there: it is missing, or a byte of it was changed",
        "the cited words cannot be checked: d1.txt does not hold",
    ]


def test_a_brief_without_sentences_does_not_hold() -> None:
    assert _failures(_brief() | {"sections": []}) == ["holds no sentence"]


@pytest.mark.parametrize(("text", "verdict"), [("She spoke of the gate.", "verbatim"), ("She said: “The gate … shut.”", "verbatim")])
def test_a_verdict_better_than_the_use_fails(text: str, verdict: str) -> None:
    found = _failures(_brief(text=text, verdict=verdict))
    assert [f for f in found if "says verbatim, but the use is" in f] == found != []


def test_a_marked_quotation_holds_as_marked() -> None:
    assert _failures(_brief(text="She said: “The gate … shut.”", verdict="marked")) == []


@pytest.mark.parametrize(("field", "said"), [("publisher", "The Selby Post"), ("title", "A gate"), ("published_at", "2031-01-01")])
def test_what_a_source_says_of_itself_is_compared(field: str, said: str) -> None:
    brief = _brief()
    brief["documents"][0][field] = said
    assert _failures(brief)[0] == f"d1.txt has another {field} than the brief says"


def test_a_document_listed_more_often_than_it_is_there_fails() -> None:
    brief = _brief()
    brief["documents"].append(brief["documents"][0] | {"id": "d2"})
    assert set(_failures(brief)) == {"d1.txt is listed more often than it is there"}


def test_documents_of_one_file_share_its_hash_and_are_told_apart() -> None:
    """A feed holds several documents; each receipt holds in the one of its title."""
    first = doc(TEXT, title="First")
    second = doc("Nothing of the kind.", title="Second")
    feed = [replace(d, provenance=DOCUMENT.provenance) for d in (first, second)]
    brief = _brief()
    brief["documents"] = [brief["documents"][0] | {"id": "d1", "title": "First"}, brief["documents"][0] | {"id": "d2", "title": "Second"}]
    assert _failures(brief, *feed) == []
    brief["sections"][0]["sentences"][0]["citations"][0]["document"] = "d2"
    assert _failures(brief, *feed) == [f"d1.txt does not hold the cited words at {START} to {END}"]


def test_a_party_that_the_brief_does_not_list_fails() -> None:
    assert _failures(_brief() | {"parties": [{"id": "p2"}]}) == ["is given to p1, whom the brief does not list"]


def test_the_report_says_how_much_was_looked_at() -> None:
    looked_at = extent(parse(msgspec.json.encode(_brief()), source="brief.json"))
    assert astuple(looked_at) == (1, 1, 1, 1, False)
