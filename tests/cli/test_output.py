"""One sentence for every mistake, exit code 2, nothing half-written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
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


def test_a_source_is_never_written_over(source: Path) -> None:
    before = source.read_bytes()
    result = run("brief", source.parent, "-o", source, "--format", "md")
    assert (result.exit_code, source.read_bytes()) == (2, before)
    assert f"{source}: is an input of this command" in result.stderr


def test_a_link_is_written_through_and_a_pipe_into(source: Path, tmp_path: Path) -> None:
    pipe, link, target = tmp_path / "pipe.json", tmp_path / "link.json", tmp_path / "target.json"
    os.mkfifo(pipe)
    link.symlink_to(target)
    assert run("ledger", source, "-o", link).exit_code == 0
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("ledger", source, "-o", pipe).exit_code == 0
        got = os.read(reader, 100_000)
    finally:
        os.close(reader)
    assert link.is_symlink()
    assert pipe.is_fifo()
    assert got == target.read_bytes()


@pytest.mark.parametrize("trouble", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full disk", "stopped"])
def test_what_stops_the_writing_leaves_nothing_behind(
    trouble: BaseException, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise trouble

    monkeypatch.setattr(os, "replace", stop)
    folder = tmp_path / "out"
    result = run("ledger", source, "-o", folder / "ledger.json")
    assert (result.exit_code, list(folder.iterdir())) == (2 if isinstance(trouble, OSError) else 130, [])
    assert result.stderr.count("\n") == 1


def test_a_folder_without_a_source_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "sums.xlsx").write_bytes(b"PK")
    result = run("ledger", tmp_path)
    assert (result.exit_code, result.stderr) == (2, f"counterclaim: {tmp_path}: there is no source in it\n")


def test_no_number_is_no_confidence(source: Path) -> None:
    result = run("matrix", source, "--min-confidence", "nan")
    assert (result.exit_code, "nan is no number from 0 to 1" in result.stderr) == (2, True)


def test_a_full_disk_behind_standard_output_is_said(source: Path) -> None:
    full = Path("/dev/full")
    if not full.is_char_device():
        pytest.skip("there is no /dev/full")
    with full.open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "counterclaim", "ledger", source, "--format", "json", "--profile", "rules"],
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr.decode()) == (2, "counterclaim: standard output: No space left on device\n")
