"""One front for all formats; every failure names its file."""

import hashlib
from pathlib import Path

import pytest

from counterclaim.errors import MissingSource, UnreadableSource
from counterclaim.ingest.read import read
from counterclaim.records import DocumentId


def test_the_hash_is_of_the_files_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfThe mayor said the gate was shut.\r\n")
    document = read(file, DocumentId("d7"))
    assert document.id == "d7"
    assert document.text == "The mayor said the gate was shut.\n"
    assert document.provenance.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match="there is no such file"):
        read(tmp_path / "gone.txt", DocumentId("d1"))


def test_an_unknown_kind_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_text("words")
    with pytest.raises(UnreadableSource, match=r"\.xyz are not read"):
        read(tmp_path / "a.xyz", DocumentId("d1"))
