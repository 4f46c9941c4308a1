"""Settings are found upwards from a file, nearest first; a file that cannot be read is named."""

from pathlib import Path

import pytest

from counterclaim.errors import MissingSource, UnreadableSource
from counterclaim.ingest.nearby import text, upwards

NAMES = ("own.toml", "shared.toml")


def test_the_nearest_comes_first_and_in_a_folder_the_first_name(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "own.toml").write_text("top")
    (tmp_path / "a" / "shared.toml").write_text("shared")
    (tmp_path / "a" / "own.toml").write_text("own")
    found = [t for f, t in upwards(inner / "brief.md", NAMES) if tmp_path in f.resolve().parents]
    assert found == ["own", "shared", "top"]


def test_a_path_below_the_working_folder_is_shown_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own.toml").write_text("x")
    monkeypatch.chdir(tmp_path)
    assert next(upwards(Path("desk/brief.md"), NAMES))[0] == Path("own.toml")


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match=r"gone\.toml: there is no such file"):
        text(tmp_path / "gone.toml")
    (tmp_path / "odd.toml").write_bytes(b"a = '\xff'")
    with pytest.raises(UnreadableSource, match=r"not UTF-8 \(byte 5\)"):
        text(tmp_path / "odd.toml")
    with pytest.raises(MissingSource, match="there is no such file"):
        text(tmp_path)
