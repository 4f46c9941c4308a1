from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from corpora.compile import main as compile_main
from corpora.validate import Blocked, address, bad_spans, corpus_problems, fingerprint, load_blocked, main, write_blocked

Save = Callable[..., Path]
NOTHING = Blocked(frozenset(), frozenset())


def set_splits(folder: Path, *, texts: str | None = None, train: list[str], heldout: list[str] | None = None) -> Path:
    (folder / "splits.json").write_text(json.dumps({"texts": texts, "train": train, "heldout": heldout or []}), "utf-8")
    return folder


@pytest.fixture
def corpus(labels: dict[str, Any], save: Save, tmp_path: Path) -> Path:
    assert compile_main([str(save(labels, folder="c/stories/ferry"))]) == 0
    return set_splits(tmp_path / "c", train=["ferry"])


@pytest.fixture
def standoff(labels: dict[str, Any], save: Save, tmp_path: Path) -> Path:
    save(labels, folder="data/raw/ferry")
    options = ["--standoff", "--texts", str(tmp_path / "data/raw"), "--out", str(tmp_path / "c/stories")]
    assert compile_main([str(save(labels, text=None)), *options]) == 0
    return set_splits(tmp_path / "c", texts="raw", train=["ferry"])


def problems(corpus: Path, *, blocked: Blocked = NOTHING) -> list[str]:
    return list(corpus_problems(corpus, data=corpus.parent / "data", blocked=blocked))


def edit(path: Path, change: Callable[[dict[str, Any]], Any]) -> None:
    value = json.loads(path.read_text("utf-8"))
    change(value)
    path.write_text(json.dumps(value), "utf-8")


def test_sound_corpora_have_no_problems(corpus: Path) -> None:
    assert problems(corpus) == []


def test_sound_standoff_corpus_has_no_problems(standoff: Path) -> None:
    assert problems(standoff) == []


def test_gold_that_is_not_compiled_from_labels(corpus: Path) -> None:
    edit(corpus / "stories/ferry/labels.json", lambda x: x["statements"][0].update(act="assertion"))
    assert problems(corpus) == ["c ferry: gold.json is not what labels.json compiles to; run corpora/compile.py"]


def test_story_without_gold(corpus: Path) -> None:
    (corpus / "stories/new").mkdir()
    assert problems(corpus) == ["c new: not compiled (no gold.json)"]


def test_offsets_outside_the_text(corpus: Path) -> None:
    edit(corpus / "stories/ferry/gold.json", lambda x: x["statements"][0].update(content_at=[[0, 9999]]))
    assert "c ferry S1: content [0, 9999] lies outside d1" in problems(corpus)


def test_overlapping_pieces() -> None:
    gold = {"documents": [{"id": "d", "length": 9}], "statements": [{"id": "S1", "doc": "d", "content_at": [[0, 5], [3, 6]]}]}
    assert "x S1: pieces of content overlap or stand out of order" in list(bad_spans(gold, "x"))
    assert "x S1: cue_at is missing" in list(bad_spans(gold, "x"))


def test_changed_text(standoff: Path) -> None:
    (standoff.parent / "data/raw/ferry/d1.txt").write_text("something else", "utf-8")
    assert "the text has changed since it was labelled" in problems(standoff)[0]


def test_standoff_without_data_checks_the_rest(standoff: Path) -> None:
    (standoff.parent / "data").rename(standoff.parent / "gone")
    assert problems(standoff) == []
    edit(standoff / "stories/ferry/gold.json", lambda x: x["charges"][0].update(status="unanswered"))
    assert "contradicts its responses" in problems(standoff)[0]


def test_words_in_a_standoff_corpus(standoff: Path) -> None:
    edit(standoff / "stories/ferry/gold.json", lambda x: x["statements"][0].update(cue="accused"))
    (standoff / "stories/ferry/labels.json").write_text("{}", "utf-8")
    found = problems(standoff)
    assert "c ferry S1: cue holds words of the text" in found
    assert "c ferry: labels.json must not stand in a standoff corpus" in found


def test_gist_that_copies_the_text(standoff: Path) -> None:
    copied = "Odu a deckhand accused Kestrel Lines of hiding a leak They knew in May"
    edit(standoff / "stories/ferry/gold.json", lambda x: x["charges"][0].update(gist=copied))
    assert problems(standoff) == ["c ferry C1: gist repeats 12 words of a text; use your own"]


def test_unknown_act(standoff: Path) -> None:
    edit(standoff / "stories/ferry/gold.json", lambda x: x["statements"][0].update(act="lie"))
    assert "c ferry S1: act 'lie' is not one of" in problems(standoff)[0]


def test_malformed_gold(standoff: Path) -> None:
    edit(standoff / "stories/ferry/gold.json", lambda x: x.pop("statements"))
    assert problems(standoff) == ["c ferry: gold.json or meta.json is malformed: KeyError 'statements'"]


def test_splits(corpus: Path) -> None:
    set_splits(corpus, train=["ferry", "ferry"], heldout=["ferry"])
    assert problems(corpus)[:2] == ["c: ferry stands twice in train", "c: ferry is in train and heldout"]
    set_splits(corpus, train=[])
    assert problems(corpus) == ["c: ferry is in no split"]


def test_same_text_in_two_stories(corpus: Path, labels: dict[str, Any], save: Save) -> None:
    assert compile_main([str(save(labels, folder="c/stories/copy"))]) == 0
    set_splits(corpus, train=["ferry"], heldout=["copy"])
    assert problems(corpus) == ["c ferry d1: the same text as copy d1"]


def test_text_kept_for_measuring_must_not_train(corpus: Path, text: str) -> None:
    blocked = Blocked(frozenset({fingerprint(text.upper() + " \n")}), frozenset())
    assert problems(corpus, blocked=blocked) == ["c ferry d1: its text is kept for measuring and must not train"]
    set_splits(corpus, train=[], heldout=["ferry"])
    assert problems(corpus, blocked=blocked) == []


def test_url_kept_for_measuring_must_not_train(standoff: Path) -> None:
    edit(standoff / "stories/ferry/meta.json", lambda x: x["docs"][0].update(url="https://post.example//a%27b"))
    blocked = Blocked(frozenset(), frozenset({address("https://post.example/a'b/")}))
    assert problems(standoff, blocked=blocked) == ["c ferry d1: its url is kept for measuring and must not train"]


def test_blocked_list_round_trip(save: Save, labels: dict[str, Any], tmp_path: Path, text: str) -> None:
    save(labels)
    assert write_blocked([tmp_path / "draft"], tmp_path / "b.tsv") == 1
    assert load_blocked(tmp_path / "b.tsv").fingerprints == {fingerprint(text)}
    assert load_blocked(tmp_path / "none.tsv") == NOTHING


def test_command_line(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(corpus)]) == 0
    assert capsys.readouterr().out == "c: 1 stories, 0 problems\n"
    set_splits(corpus, train=[])
    assert main([str(corpus)]) == 1
    assert "c: ferry is in no split" in capsys.readouterr().out


def test_second_reading_of_another_text_or_with_words_is_told(standoff: Path) -> None:
    gold = json.loads((standoff / "stories/ferry/gold.json").read_text("utf-8"))
    second = standoff / "second/ferry/gold.json"
    second.parent.mkdir(parents=True)
    second.write_text(json.dumps(gold), "utf-8")
    assert problems(standoff) == []
    edit(second, lambda x: (x["documents"][0].update(sha256="0"), x["statements"][0].update(cue="accused")))
    assert problems(standoff) == [
        "c second ferry: read on another text than the first reading",
        f"c second ferry {gold['statements'][0]['id']}: cue holds words of the text",
    ]
