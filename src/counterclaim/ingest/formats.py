"""Knows which files can be sources: by suffix, and for JSON by shape, without reading more than it must.

Refuses nothing itself; what a file holds is judged by the reader of its format.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from counterclaim.errors import SourceError
from counterclaim.ingest.decode import decode
from counterclaim.ingest.values import ValuesError, from_json

PLAIN = frozenset({".txt", ".md", ".markdown", ".text"})
PAGES = frozenset({".html", ".htm", ".xhtml"})
POSTS = frozenset({".json"})
FEEDS = frozenset({".xml", ".rss", ".atom"})
CAPTIONS = frozenset({".vtt", ".srt"})
MAIL = frozenset({".eml"})
OFFICE = frozenset({".docx", ".pdf"})
SUFFIXES = PLAIN | PAGES | POSTS | FEEDS | CAPTIONS | MAIL | OFFICE

_OWN = re.compile(rb"counterclaim/(?:ledger|brief|matrix|audit)/\d")
_HEAD = 4096  # bytes in which our own output says what it is


def is_source(file: Path) -> bool:
    """Whether a file found in a folder is to be read: of a known kind, not our own output, and JSON only where it holds posts."""
    suffix = file.suffix.lower()
    if suffix not in SUFFIXES or is_device(file) or is_own(file):
        return False
    return suffix not in POSTS or _holds_posts(file)


def is_device(file: Path) -> bool:
    """Whether it is a pipe, a socket or the like: to open one may wait for ever."""
    return file.exists() and not file.is_file()


def is_own(file: Path) -> bool:
    """Whether counterclaim wrote the file: its schema name stands near the top, in a Word file among its properties."""
    try:
        if file.suffix.lower() == ".docx":
            with zipfile.ZipFile(file) as parts:
                return _OWN.search(parts.read("docProps/core.xml")[:_HEAD]) is not None
        with file.open("rb") as stream:
            return _OWN.search(stream.read(_HEAD)) is not None
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, zlib.error):
        return False  # its reader says why it cannot be opened


def _holds_posts(file: Path) -> bool:
    """Whether the JSON has an author and a text in its first object: the shape of posts, well or badly formed."""
    try:
        data = from_json(decode(file.read_bytes(), source=str(file)))
    except (OSError, ValuesError, SourceError):
        return False
    posts = data.get("posts", [data]) if isinstance(data, dict) else data
    first = posts[0] if isinstance(posts, list) and posts else None
    return isinstance(first, dict) and "text" in first and bool({"author", "name"} & first.keys())
