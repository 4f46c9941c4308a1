"""Sources that commands read."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.commands import TEXT

DATED = "---\npublisher: The Selby Post\ndate: {date}\n---\n{text}\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text(TEXT)
    return file


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Two dated articles, the second with the answer, and one without a date."""
    folder = tmp_path / "story"
    folder.mkdir()
    charge = "Mara Venn accused the harbour council of hiding the survey."
    (folder / "a.txt").write_text(DATED.format(date="2031-03-04T10:00:00Z", text=charge))
    (folder / "b.txt").write_text(DATED.format(date="2031-03-06T10:00:00Z", text=f"{charge} The harbour council denied hiding the survey."))
    return folder
