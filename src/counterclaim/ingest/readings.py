"""Keeps what was read of a story's sources, so that the next brief on them need not read them again.

An entry is keyed by the sources' paths and bytes, by the program (its version and its files) and by the tagger: any change
of these makes a new one. Entries are data, never code: a damaged or foreign file is passed over and written anew, and a
folder that cannot be used means no cache, not an error.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from counterclaim.errors import CounterclaimError
from counterclaim.records import SCHEMA_VERSION, Evidence

_DIGEST = 32  # bytes of SHA-256 before the data of an entry
_KEPT = 64  # entries; the longest unused go first
_SUFFIX = ".reading"


def folder() -> Path:
    """The user's cache folder for this program."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if Path(base).is_absolute() else Path.home() / ".cache") / "counterclaim"


def key(sources: Iterable[tuple[Path, bytes]], *, tagger: str) -> str:
    """The name of the reading of these files by this program."""
    parts = [tagger, _program(), *(f"{path}\x1f{hashlib.sha256(data).hexdigest()}" for path, data in sources)]
    return hashlib.sha256("\x1e".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def load(name: str, where: Path) -> Evidence | None:
    """The reading of that name, or None where there is none that is whole."""
    file = where / (name + _SUFFIX)
    try:
        entry = file.read_bytes()
        if hashlib.sha256(entry[_DIGEST:]).digest() != entry[:_DIGEST]:
            return None
        found = msgspec.msgpack.decode(entry[_DIGEST:], type=Evidence)
        os.utime(file)
    except (OSError, msgspec.DecodeError, CounterclaimError):
        return None
    return found


def store(evidence: Evidence, name: str, where: Path) -> None:
    """Keeps a reading: written whole under another name first, so that nobody reads half an entry."""
    data = msgspec.msgpack.encode(evidence)
    with suppress(OSError):
        where.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=where, prefix=".", delete=False) as temporary:
            temporary.write(hashlib.sha256(data).digest() + data)
        os.replace(temporary.name, where / (name + _SUFFIX))
        _prune(where)


def _prune(where: Path) -> None:
    entries = sorted(where.glob(f"*{_SUFFIX}"), key=lambda f: f.stat().st_mtime, reverse=True)
    for old in entries[_KEPT:]:
        old.unlink(missing_ok=True)


def _program() -> str:
    """The program's version and a digest of its files' sizes and times: an edited program reads anew."""
    try:
        release = version("counterclaim")
    except PackageNotFoundError:
        release = "not installed"
    root = Path(__file__).resolve().parent.parent
    files = sorted(f for f in root.rglob("*") if f.is_file() and f.suffix != ".pyc")
    return f"{release} {SCHEMA_VERSION} {hashlib.sha256(repr(_stats(root, files)).encode()).hexdigest()}"


def _stats(root: Path, files: Sequence[Path]) -> list[tuple[str, int, int]]:
    return [(str(f.relative_to(root)), (s := f.stat()).st_size, s.st_mtime_ns) for f in files]
