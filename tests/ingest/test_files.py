"""What a person names becomes a list of sources, in a stable order, and of files that were passed over."""

import hashlib
import os
from pathlib import Path

import pytest

from counterclaim.errors import MissingSource, UnreadableSource
from counterclaim.ingest.files import bytes_of, find, having, shown


def test_a_folder_is_read_by_name_and_other_files_are_named(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "notes.xlsx", ".hidden.txt"):
        (tmp_path / name).write_text("words")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.md").write_text("words")
    files, skipped = find([tmp_path])
    assert [f.name for f in files] == ["a.html", "b.txt", "c.md"]
    assert [f.name for f in skipped] == ["notes.xlsx"]


def test_our_own_ledger_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "ledger.json").write_text('{"schema": "counterclaim/ledger/1"}')
    (tmp_path / "a.txt").write_text("words")
    files, skipped = find([tmp_path])
    assert ([f.name for f in files], [f.name for f in skipped]) == (["a.txt"], ["ledger.json"])


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("words")
    assert find([file, tmp_path])[0] == (file,)


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match=r"gone\.txt: there is no such file or folder"):
        find([tmp_path / "gone.txt"])


def test_a_named_file_of_another_kind_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("words")
    with pytest.raises(UnreadableSource, match=r"a\.xlsx: files of the kind \.xlsx are not read"):
        find([tmp_path / "a.xlsx"])


def test_files_are_found_by_their_hash(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.txt").write_text("other words")
    files, _ = find([tmp_path])
    assert list(having(files, {hashlib.sha256(b"words").hexdigest()})) == [tmp_path / "a.txt"]


def test_a_file_that_is_not_there_or_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match=r"gone\.txt: there is no such file"):
        bytes_of(tmp_path / "gone.txt")


def test_a_link_to_a_folder_above_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "self").symlink_to(tmp_path)
    (tmp_path / "me").symlink_to(tmp_path)
    assert find([tmp_path])[0] == (tmp_path / "a.txt",)


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    os.mkfifo(tmp_path / "p.txt")
    assert find([tmp_path]) == ((tmp_path / "a.txt",), (tmp_path / "p.txt",))
    with pytest.raises(UnreadableSource, match=r"p\.txt: this is no file, but a pipe"):
        find([tmp_path / "p.txt"])


def test_a_name_that_no_disk_holds_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="this cannot be opened: File name too long"):
        find([tmp_path / f"{'n' * 400}.txt"])


def test_a_name_in_another_encoding_can_be_shown() -> None:
    assert shown(Path(os.fsdecode(b"a\xff.txt"))) == "a\ufffd.txt"
