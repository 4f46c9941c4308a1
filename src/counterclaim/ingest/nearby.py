"""Finds the settings that hold for a file: the nearest of some named files, in its folder or in a folder above it.

Text out; what it means is for the room that asked. Refuses a named file that cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from counterclaim.errors import UnreadableSource
from counterclaim.ingest.files import bytes_of


def upwards(start: Path, names: Sequence[str]) -> Iterator[tuple[Path, str]]:
    """Each file of these names with its text, nearest folder first, in a folder in the order of the names."""
    for folder in start.resolve().parents:
        for name in names:
            if (file := folder / name).is_file():
                yield _short(file), text(file)


def text(file: Path) -> str:
    """The text of a settings file, which is UTF-8."""
    try:
        return bytes_of(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableSource(f"the file is not UTF-8 (byte {error.start})", source=str(file)) from error


def _short(file: Path) -> Path:
    """The path as seen from the working folder, where it lies below that."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file
