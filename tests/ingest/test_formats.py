"""A suffix says the format; our own JSON is told by its schema."""

from pathlib import Path

from counterclaim.ingest.formats import is_own, is_source


def test_text_and_pages_are_sources_and_spreadsheets_are_not(tmp_path: Path) -> None:
    for name in ("a.txt", "b.HTML", "c.xlsx"):
        (tmp_path / name).write_text("words")
    assert [is_source(tmp_path / n) for n in ("a.txt", "b.HTML", "c.xlsx")] == [True, True, False]


def test_a_brief_of_ours_is_told_from_posts(tmp_path: Path) -> None:
    (tmp_path / "brief.json").write_text('{"schema": "counterclaim/brief/1", "headline": "x"}')
    (tmp_path / "posts.json").write_text('[{"id": "1", "author": "@a", "text": "x"}]')
    assert [is_own(tmp_path / n) for n in ("brief.json", "posts.json")] == [True, False]
