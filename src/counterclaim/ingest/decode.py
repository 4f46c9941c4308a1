"""Turns a file's bytes into text: byte-order mark, UTF-8, a declared encoding, then the most plausible one.

Text out has no byte-order mark and only `\\n` as line end; nothing else is changed. Refuses what is no text.
"""

from __future__ import annotations

import codecs

from counterclaim.errors import EmptySource, UnreadableSource

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x1f\x8b", "a gzip file"),
)
# What is not ASCII in English prose: marks, dashes, currency, and small letters of names and loan words.
_TYPOGRAPHY = frozenset("‘’“”–—…•·£€©®™°½¼¾\u00a0\u00adáàâäãåæçéèêëíìîïñóòôöõøœúùûüýÿßš")
_PLAUSIBLE = 0.8
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13, 27}


def decode(data: bytes, *, source: str, declared: str | None = None) -> str:
    """The text of the bytes. `declared` is the encoding that the file itself names. Raises EmptySource and UnreadableSource."""
    if not data.strip():
        raise EmptySource("the file is empty", source=source)
    for start, what in _OTHER_KINDS:
        if data.startswith(start):
            raise UnreadableSource(f"the file is {what}, not text", source=source)
    text = _decoded(data, source, declared).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise EmptySource("the file holds nothing but white space", source=source)
    return text


def _decoded(data: bytes, source: str, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, source)
    for encoding in ("utf-8", declared or "utf-8"):
        try:
            text = data.decode(encoding)
            text.encode()  # "utf-7" and "unicode_escape" can make what is no text
            if "\0" not in text:
                return text
        except (UnicodeError, LookupError):  # "idna" and "undefined" are codecs too
            continue
    return _guessed(data, source)


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSource(f"the file says that it is {encoding}, but byte {error.start} is not", source=source) from error


def _guessed(data: bytes, source: str) -> str:
    """The most plausible reading: Western single-byte text by its typography, anything else by charset-normalizer.

    On a page of English with a handful of curly quotes charset-normalizer alone picks Central European and Greek encodings.
    """
    if b"\0" not in data:
        if sum(byte in _CONTROL for byte in data) * 50 > len(data):
            raise UnreadableSource("the file is binary, not text", source=source)
        for encoding in ("cp1252", "mac_roman"):
            text = data.decode(encoding, errors="replace")
            foreign = [c for c in text if c > "\x7f"]
            if sum(c in _TYPOGRAPHY for c in foreign) >= _PLAUSIBLE * len(foreign):
                return text
    return _identified(data, source)


def _identified(data: bytes, source: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    text = "" if best is None else str(best)
    if not text or "\0" in text:
        raise UnreadableSource("the file is binary or in an encoding that cannot be told", source=source)
    return text
