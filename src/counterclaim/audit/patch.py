"""Puts mends into the bytes of a file and leaves every other byte as it is: line ends, byte-order mark, trailing spaces.

Only for files in UTF-8: in another encoding it cannot be told which bytes a character was.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from counterclaim.audit.mend import Mend
from counterclaim.errors import UnreadableSource

_MARK = "\ufeff"


def patched(data: bytes, mends: Sequence[Mend], *, source: str) -> bytes:
    """The file with its mends. Their places count in its text: no byte-order mark, and one `\\n` for each line end."""
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableSource("only files in UTF-8 can be fixed in place; save it as UTF-8 first", source=source) from error
    places = _places(raw)
    pieces, at = [], 0
    for mend in mends:
        start, end = places[mend.where.start], places[mend.where.end - 1] + 1
        if raw[start:end] != mend.was:
            raise UnreadableSource("the file has changed since it was read; run the command again", source=source)
        pieces += [raw[at:start], mend.now]
        at = end
    return "".join([*pieces, raw[at:]]).encode("utf-8")


def difference(before: bytes, after: bytes, path: str) -> str:
    """A unified diff of two states of a file."""
    was, now = (x.decode("utf-8").splitlines(keepends=True) for x in (before, after))
    lines = list(difflib.unified_diff(was, now, fromfile=path, tofile=f"{path} (fixed)"))
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _places(raw: str) -> list[int]:
    """The index in the file's characters of each character of its text."""
    return [i for i, c in enumerate(raw) if not (c == _MARK and i == 0) and not (c == "\n" and i and raw[i - 1] == "\r")]
