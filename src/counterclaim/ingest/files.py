"""Finds the sources of a story among the paths that a person names: files as they are, folders with all that they hold.

Paths in, paths out, in a stable order. Hidden files are passed over; other files that are no sources are skipped and
named, and so are counterclaim's own ledgers and briefs. Refuses a missing path and a named file of an unknown kind.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence, Set
from pathlib import Path

from counterclaim.errors import MissingSource, UnreadableSource
from counterclaim.ingest.formats import SUFFIXES, is_device, is_own, is_source


def find(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """(sources, files skipped). Raises MissingSource and UnreadableSource, naming the path."""
    files: dict[Path, None] = {}
    skipped: dict[Path, None] = {}
    for path in paths:
        try:
            if not path.exists():
                raise MissingSource("there is no such file or folder", source=str(path))
            is_folder = path.is_dir()
        except OSError as error:
            raise UnreadableSource(f"this cannot be opened: {error.strerror}", source=str(path)) from error
        for file in _inside(path) if is_folder else (path,):
            is_wanted = is_source(file) if is_folder else _named(file)
            (files if is_wanted else skipped)[file] = None
    return tuple(files), tuple(skipped)


def shown(path: Path) -> str:
    """A path as text that every output can hold: bytes of a name that are no UTF-8 become U+FFFD."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def bytes_of(path: Path) -> bytes:
    """What a file holds. Raises MissingSource and UnreadableSource, naming it."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError) as error:
        raise MissingSource("there is no such file", source=str(path)) from error
    except OSError as error:
        raise UnreadableSource(f"the file cannot be opened: {error.strerror}", source=str(path)) from error


def having(files: Sequence[Path], hashes: Set[str]) -> Iterator[Path]:
    """The files whose bytes have one of these SHA-256 values."""
    return (file for file in files if hashlib.sha256(bytes_of(file)).hexdigest() in hashes)


def _inside(folder: Path, above: frozenset[Path] = frozenset()) -> Iterator[Path]:
    """The files of a folder and of the folders in it, by name; nothing that is hidden, no folder inside itself through a link."""
    try:
        here = folder.resolve(strict=True)
        held = sorted(folder.iterdir(), key=lambda p: p.name)
    except OSError as error:
        raise UnreadableSource(f"the folder cannot be opened: {error.strerror}", source=str(folder)) from error
    for path in held:
        if path.name.startswith("."):
            continue
        if not path.is_dir():
            yield path
        elif path.resolve() not in (inside := above | {here}):
            yield from _inside(path, inside)


def _named(file: Path) -> bool:
    """Whether a file that somebody named is a source; our own output is not, and any other kind is a mistake."""
    if file.suffix.lower() not in SUFFIXES:
        kinds = " ".join(sorted(SUFFIXES))
        raise UnreadableSource(f"files of the kind {file.suffix or '(no suffix)'} are not read; sources are {kinds}", source=str(file))
    if is_device(file):
        raise UnreadableSource("this is no file, but a pipe or a device", source=str(file))
    return not is_own(file)
