"""One front for all formats; every failure names its file."""

import hashlib
from importlib.resources import files
from pathlib import Path

import pytest

from counterclaim.errors import MissingSource, UnreadableSource
from counterclaim.ingest.read import read, read_all
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


def test_a_feed_of_several_entries_is_not_one_document(tmp_path: Path) -> None:
    pytest.importorskip("feedparser", reason="needs the documents extra")
    entry = "<item><title>Gate</title><description>The mayor said that gate {0} was shut.</description></item>"
    (tmp_path / "a.xml").write_text(
        f"<rss version='2.0'><channel><title>Selby Post</title>{entry.format(1)}{entry.format(2)}</channel></rss>"
    )
    assert [d.id for d in read_all(tmp_path / "a.xml")] == ["d1", "d2"]
    with pytest.raises(UnreadableSource, match="2 documents, not one"):
        read(tmp_path / "a.xml", DocumentId("d1"))


def test_the_demonstration_story_is_read_without_furniture() -> None:
    demo = Path(str(files("counterclaim") / "data" / "demo"))
    documents = {f.name: read(f, DocumentId("d1")) for f in sorted(demo.iterdir())}
    assert all(d.provenance.publisher and d.published_at for d in documents.values() if not d.turns)
    assert [t.name for t in documents["posts.json"].turns] == ["Piers Valdane", "Greta Oyelaran"]
    assert not any("newsletter" in d.text or "Help us improve" in d.text for d in documents.values())
