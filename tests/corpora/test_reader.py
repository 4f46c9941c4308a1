from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from corpora.compile import main as compile_main
from corpora.reader import ReaderError, join, main, read

Save = Callable[..., Path]


def corpus(tmp_path: Path, *, texts: str | None = None) -> Path:
    folder = tmp_path / "c"
    folder.mkdir(exist_ok=True)
    (folder / "splits.json").write_text(json.dumps({"rule": "", "texts": texts, "train": ["ferry"], "heldout": ["other"]}), "utf-8")
    return folder


@pytest.fixture
def own_texts(labels: dict[str, Any], save: Save, tmp_path: Path) -> Path:
    """A corpus with its texts."""
    assert compile_main([str(save(labels, folder="c/stories/ferry"))]) == 0
    return corpus(tmp_path)


@pytest.fixture
def standoff(labels: dict[str, Any], save: Save, tmp_path: Path) -> Path:
    """A corpus whose texts stand in data/raw."""
    save(labels, folder="data/raw/ferry")
    story = save(labels, text=None)
    options = ["--standoff", "--texts", str(tmp_path / "data/raw"), "--out", str(tmp_path / "c/stories")]
    assert compile_main([str(story), *options]) == 0
    return corpus(tmp_path, texts="raw")


def test_story_is_read_with_its_words(own_texts: Path) -> None:
    (story,) = read(own_texts)
    assert story.id == "ferry"
    assert story.words(story.statements[1], "content") == ("“They knew in May,”", "“They sailed anyway.”")
    assert story.words(story.statements[2], "medium") == ("in a statement",)
    assert story.charges[0].statements == ("S1", "S2")
    assert story.responses[0].stance == "denies"
    assert story.parties[1].role is None


def test_split_selects(own_texts: Path) -> None:
    assert [s.id for s in read(own_texts, split="train")] == ["ferry"]
    assert list(read(own_texts, split="heldout")) == []


def test_standoff_is_joined(standoff: Path, tmp_path: Path) -> None:
    (story,) = read(standoff, data=tmp_path / "data")
    assert story.words(story.statements[0], "source") == ("Mirel Odu, a deckhand,",)


def test_changed_text_is_refused(standoff: Path, tmp_path: Path) -> None:
    (tmp_path / "data/raw/ferry/d1.txt").write_text("something else", "utf-8")
    with pytest.raises(ReaderError, match="c ferry d1: the text has changed since it was labelled"):
        list(read(standoff, data=tmp_path / "data"))


def test_absent_data_is_named(standoff: Path, tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"its texts are not at .*name the data folder"):
        list(read(standoff, data=tmp_path / "nowhere"))


def test_unknown_split_is_named(own_texts: Path) -> None:
    with pytest.raises(ReaderError, match="split 'test' is not one of train, heldout"):
        list(read(own_texts, split="test"))


def test_missing_splits_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"splits\.json: file not found"):
        list(read(tmp_path))


def test_splits_without_lists_are_named(tmp_path: Path) -> None:
    (tmp_path / "splits.json").write_text("{}", "utf-8")
    with pytest.raises(ReaderError, match="needs the lists train and heldout"):
        list(read(tmp_path))


def test_join_writes_a_folder_that_scorers_read(standoff: Path, tmp_path: Path, text: str) -> None:
    assert join(standoff, tmp_path / "joined", data=tmp_path / "data") == 1
    gold = json.loads((tmp_path / "joined/ferry/gold.json").read_text("utf-8"))
    assert gold["statements"][0]["content"] == "Kestrel Lines of hiding a leak"
    assert gold["statements"][0]["medium"] is None
    assert (tmp_path / "joined/ferry/d1.txt").read_text("utf-8") == text


def test_command_line_tells_the_problem(standoff: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(standoff), "--data", str(tmp_path / "nowhere")]) == 1
    assert "its texts are not at" in capsys.readouterr().err
