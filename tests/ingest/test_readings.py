"""A reading is kept and found again whole; any change of sources or tagger is another one; damage is passed over."""

import os
from pathlib import Path

import pytest

from counterclaim.ingest import readings
from factories import dispute

SOURCES = [(Path("a.txt"), b"one"), (Path("b.txt"), b"two")]


def test_what_is_kept_is_what_is_found(tmp_path: Path) -> None:
    readings.store(dispute(), "k", tmp_path / "new")
    assert readings.load("k", tmp_path / "new") == dispute()
    assert readings.load("other", tmp_path / "new") is None


def test_a_key_changes_with_bytes_paths_order_and_tagger() -> None:
    keys = {
        readings.key(SOURCES, tagger="rules"),
        readings.key(SOURCES, tagger="model"),
        readings.key(SOURCES[::-1], tagger="rules"),
        readings.key(SOURCES[:1], tagger="rules"),
        readings.key([(Path("a.txt"), b"One"), SOURCES[1]], tagger="rules"),
        readings.key([(Path("c.txt"), b"one"), SOURCES[1]], tagger="rules"),
    }
    assert len(keys) == 6
    assert readings.key(SOURCES, tagger="rules") in keys


@pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 400, None])
def test_a_damaged_entry_is_passed_over_and_written_anew(damage: bytes | None, tmp_path: Path) -> None:
    readings.store(dispute(), "k", tmp_path)
    (entry,) = tmp_path.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-1] if damage is None else damage)
    assert readings.load("k", tmp_path) is None
    readings.store(dispute(), "k", tmp_path)
    assert entry.read_bytes() == whole


def test_a_folder_that_cannot_be_used_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    readings.store(dispute(), "k", tmp_path / "file")
    assert readings.load("k", tmp_path / "file") is None


def test_the_longest_unused_entries_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "_KEPT", 2)
    for i, name in enumerate("abc"):
        readings.store(dispute(), name, tmp_path)
        os.utime(tmp_path / f"{name}.reading", (i, i))
    readings.store(dispute(), "d", tmp_path)
    assert {f.name for f in tmp_path.iterdir()} == {"c.reading", "d.reading"}


@pytest.mark.parametrize(
    ("base", "expected"), [("/somewhere", "/somewhere/counterclaim"), ("", "~/.cache/counterclaim"), ("odd", "~/.cache/counterclaim")]
)
def test_the_folder_is_the_users(base: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", base)
    assert readings.folder() == Path(expected).expanduser()
