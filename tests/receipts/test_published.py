"""A published brief is read strictly or not at all."""

from __future__ import annotations

import json
from typing import Any

import pytest

from counterclaim.brief.write import write
from counterclaim.errors import ReceiptError
from counterclaim.export.brief import brief as as_json
from counterclaim.export.ledger import encode
from counterclaim.receipts.published import parse
from factories import dispute

WHOLE = encode(as_json(write(dispute())))


def _without(key: str) -> bytes:
    value: dict[str, Any] = json.loads(WHOLE)
    del value[key]
    return encode(value)


def test_a_brief_of_ours_is_read_and_intact() -> None:
    brief = parse(WHOLE, source="b.json")
    assert (brief.intact, len(brief.documents), brief.parties) == (True, 2, frozenset({"p1", "p2", "p3"}))


def test_without_a_digest_nothing_is_said_about_it() -> None:
    assert parse(_without("digest"), source="b.json").intact is None


def test_a_change_anywhere_breaks_the_digest_but_white_space_does_not() -> None:
    assert parse(WHOLE.replace(b"hiding", b"seeking", 1), source="b.json").intact is False
    assert parse(json.dumps(json.loads(WHOLE)).encode(), source="b.json").intact is True


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "Expecting value"),
        (b"[1]", "Expected `object`"),
        (b"\xef\xbb\xbf" + WHOLE, "BOM"),
        (WHOLE.decode().encode("utf-16"), "utf-8"),
        (WHOLE.replace(b'"start":', b'"start": 1, "start":', 1), "the key 'start' stands twice"),
        (WHOLE.replace(b'"start":', b'"start": NaN, "x":', 1), "NaN is no number"),
        (WHOLE.replace(b'"start":', b'"start": "1", "x":', 1), "Expected `int`"),
        (WHOLE.replace(b'"exact":', b'"approved": true, "exact":', 1), "unknown field `approved`"),
        (_without("sections"), "missing required field `sections`"),
        (WHOLE.replace(b"brief/1", b"brief/2", 1), "is 'counterclaim/brief/2'"),
        (b'{"a":' * 100_000, "recursion"),
    ],
    ids=["empty", "a list", "mark", "UTF-16", "twice", "NaN", "text", "unknown key", "missing key", "schema", "deep"],
)
def test_what_could_be_read_in_two_ways_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(ReceiptError, match=r"^b\.json: is ") as error:
        parse(data, source="b.json")
    assert said in str(error.value)


def test_half_of_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ReceiptError, match="half of a surrogate pair"):
        parse(
            json.dumps({"schema": "counterclaim/brief/1", "headline": "\ud800", "documents": [], "sections": []}).encode(),
            source="brief.json",
        )
