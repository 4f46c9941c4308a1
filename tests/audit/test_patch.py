import pytest

from counterclaim.audit.mend import Mend
from counterclaim.audit.patch import difference, patched
from counterclaim.errors import UnreadableSource
from counterclaim.ingest.decode import decode
from counterclaim.records import Span


def mend(text: str, was: str, now: str) -> Mend:
    start = text.index(was)
    return Mend(Span(start, start + len(was)), was, now, "why")


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfone\r\ntwo  three\r\n", "é one\rtwo  three ".encode(), b"two  three\n\n", b"\r\n\r\ntwo  three"]
)
def test_every_other_byte_stays(data: bytes) -> None:
    text = decode(data, source="brief.md")
    assert patched(data, [mend(text, "two  three", "two three")], source="brief.md") == data.replace(b"two  three", b"two three")
    assert patched(data, [], source="brief.md") == data


def test_another_encoding_or_another_text_is_refused() -> None:
    with pytest.raises(UnreadableSource, match=r"brief\.md: only files in UTF-8"):
        patched("caf\xe9".encode("latin-1"), [], source="brief.md")
    with pytest.raises(UnreadableSource, match="has changed"):
        patched(b"other words", [mend("two  three", "  ", " ")], source="brief.md")


def test_what_would_change() -> None:
    shown = difference(b"one\ntwo  three", b"one\ntwo three", "brief.md")
    assert "-two  three\n" in shown
    assert "+two three\n" in shown
    assert difference(b"one", b"one", "brief.md") == ""
