"""Bytes become text; marks and line ends go, nothing else changes."""

import pytest

from counterclaim.errors import EmptySource, UnreadableSource
from counterclaim.ingest.decode import decode

TEXT = "“It’s shut,” said Renée Ål – twice."


@pytest.mark.parametrize(
    "data",
    [TEXT.encode(), b"\xef\xbb\xbf" + TEXT.encode(), TEXT.encode("utf-16"), TEXT.encode("cp1252")],
    ids=["utf-8", "byte-order mark", "utf-16", "cp1252"],
)
def test_encodings_are_read(data: bytes) -> None:
    assert decode(data, source="a.txt") == TEXT


def test_line_ends_become_one_kind() -> None:
    assert decode(b"a\r\nb\rc\nd", source="a.txt") == "a\nb\nc\nd"


@pytest.mark.parametrize("data", [b"", b" \n\t", "\ufeff".encode()], ids=["no byte", "white space", "a mark alone"])
def test_an_empty_file_is_named(data: bytes) -> None:
    with pytest.raises(EmptySource, match=r"^a\.txt: "):
        decode(data, source="a.txt")


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"PK\x03\x04rest", bytes(range(256)) * 4], ids=["PDF", "ZIP", "binary"])
def test_what_is_no_text_is_named(data: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"^a\.txt: "):
        decode(data, source="a.txt")


@pytest.mark.parametrize("declared", ["undefined", "idna", "rot13", "base64", "utf-99", "unicode_escape"])
def test_a_declared_encoding_that_is_none_is_passed_over(declared: str) -> None:
    data = r"The caf\u00e9 was shut \ud800, she said – twice.".encode("cp1252")
    assert "was shut" in (text := decode(data, source="a.html", declared=declared))
    assert text.encode()
