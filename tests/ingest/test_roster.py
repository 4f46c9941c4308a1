"""Roster files are opened as TOML or YAML; what cannot be read is named."""

from pathlib import Path

import pytest

from counterclaim.errors import MissingSource, RosterError
from counterclaim.ingest.roster import load


def test_both_formats_give_the_same_values(tmp_path: Path) -> None:
    (tmp_path / "r.toml").write_text('[[parties]]\nname = "Mara Venn"\naliases = ["M. Venn"]\n')
    (tmp_path / "r.yaml").write_text("parties:\n  - name: Mara Venn\n    aliases: [M. Venn]\n")
    assert load(tmp_path / "r.toml") == load(tmp_path / "r.yaml") == {"parties": [{"name": "Mara Venn", "aliases": ["M. Venn"]}]}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("r.toml", "name = x", r"r\.toml: cannot be read as TOML: .*line 1"),
        ("r.yaml", "a: b: c", r"r\.yaml: cannot be read as YAML: .*line 1"),
        ("r.csv", "name", r"r\.csv: a roster is a \.toml or \.yaml file, not \.csv"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(name: str, content: str, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)
    with pytest.raises(RosterError, match=said):
        load(tmp_path / name)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingSource, match=r"gone\.toml: there is no such roster file"):
        load(tmp_path / "gone.toml")
