"""One sentence for every mistake, exit code 2, nothing half-written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.commands import run


def test_a_format_can_be_overridden(source: Path) -> None:
    assert json.loads(run("ledger", source, "--format", "json").stdout)["schema"] == "counterclaim/ledger/1"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty.txt: the file is empty"),
        ("a.pdf.txt", b"%PDF-1.4", "is a PDF, not text"),
        ("front.txt", b"---\ntitle: a: b\n---\nwords", "front matter"),
    ],
)
def test_a_source_that_cannot_be_read_ends_in_one_sentence(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    result = run("ledger", tmp_path / name)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    result = run("brief", tmp_path / "gone.txt")
    assert (result.exit_code, "gone.txt" in result.stderr) == (2, True)


def test_an_unknown_suffix_is_refused_before_anything_is_read(source: Path, tmp_path: Path) -> None:
    result = run("brief", source, "-o", tmp_path / "out.xyz")
    assert result.exit_code == 2
    assert "'.xyz' names no format" in result.stderr


def test_other_files_of_a_folder_are_skipped_and_named(source: Path) -> None:
    (source.parent / "sums.xlsx").write_bytes(b"PK")
    result = run("ledger", source.parent)
    assert result.exit_code == 0
    assert "skipped" in result.stderr
    assert "sums.xlsx" in result.stderr
