"""Agreement, counts and splits."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from corpora.agreement import compare, kappa
from corpora.agreement import main as agreement_main
from corpora.compile import LabelError
from corpora.compile import main as compile_main
from corpora.counts import main as counts_main
from corpora.splits import held_out, slug

Save = Callable[..., Path]


def test_one_labelling_agrees_with_itself(labels: dict[str, Any], save: Save, tmp_path: Path) -> None:
    assert compile_main([str(save(labels))]) == 0
    found = compare(tmp_path / "draft", tmp_path / "draft", None)
    assert found["statements"] == {"a": 3, "b": 3, "met": 3, "f": 100.0}
    assert set(found["if_met"].values()) == {100.0, 1.0}


def test_differences_are_counted(labels: dict[str, Any], save: Save, tmp_path: Path) -> None:
    save(labels, folder="a/ferry")
    labels["statements"][1]["act"] = "assertion"
    labels["statements"][0]["source"] = "Mirel Odu"
    labels["statements"].pop()
    labels["responses"], labels["charges"][0]["status"] = [], "unanswered"
    save(labels, folder="b/ferry")
    assert compile_main([str(tmp_path / "a/ferry"), str(tmp_path / "b/ferry")]) == 0
    found = compare(tmp_path / "a", tmp_path / "b", None)
    assert found["statements"]["met"] == 2
    assert found["if_met"]["act"] == 50.0
    assert found["if_met"]["source_exact"] == 50.0
    assert found["where_either_names_one"]["target"] == {"named": 2, "agreed": 2}
    assert found["where_either_names_one"]["medium"] == {"named": 0, "agreed": 0}
    assert found["act_confusions"] == {"allegation / assertion": 1}


@pytest.fixture
def standoff(labels: dict[str, Any], save: Save, tmp_path: Path) -> Path:
    """A standoff corpus of one story, read twice."""
    story = save(labels, folder="draft/ferry")
    for reading in ("stories", "second"):
        out = ["--standoff", "--texts", str(story), "--out", str(tmp_path / "c" / reading)]
        assert compile_main([str(story), *out]) == 0
    (tmp_path / "c/splits.json").write_text(json.dumps({"texts": "draft", "train": ["ferry"], "heldout": []}), "utf-8")
    return tmp_path / "c"


def test_standoff_readings_find_their_texts(standoff: Path, tmp_path: Path) -> None:
    found = compare(standoff / "stories", standoff / "second", None, data=tmp_path)
    assert found["statements"] == {"a": 3, "b": 3, "met": 3, "f": 100.0}


def test_readings_of_other_texts_are_refused(standoff: Path, tmp_path: Path) -> None:
    gold = standoff / "second/ferry/gold.json"
    changed = json.loads(gold.read_text("utf-8"))
    changed["documents"][0]["sha256"] = "0" * 64
    gold.write_text(json.dumps(changed), "utf-8")
    with pytest.raises(LabelError, match="labelled on another text"):
        compare(standoff / "stories", standoff / "second", None, data=tmp_path)


def test_missing_texts_are_told(standoff: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    args = [str(standoff / "stories"), str(standoff / "second"), "--data", str(tmp_path / "nowhere")]
    assert agreement_main(args) == 1
    assert "name the data folder" in capsys.readouterr().err


def test_kappa() -> None:
    assert kappa([("x", "x"), ("y", "y")]) == 1.0
    assert kappa([("x", "y"), ("y", "x")]) == -1.0
    assert kappa([]) is None


def test_no_story_in_common_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert agreement_main([str(tmp_path), str(tmp_path)]) == 1
    assert "have no story in common" in capsys.readouterr().err


def test_counts(labels: dict[str, Any], save: Save, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compile_main([str(save(labels, folder="c/stories/ferry"))]) == 0
    (tmp_path / "c/splits.json").write_text(json.dumps({"texts": None, "train": ["ferry"], "heldout": []}), "utf-8")
    assert counts_main([str(tmp_path / "c"), "--json"]) == 0
    counted = json.loads(capsys.readouterr().out)
    assert counted["act"] == {"allegation": 2, "denial": 1}
    assert counted["status"] == {"answered": 1}
    assert counted["responses_elsewhere"] == 0
    assert counted["trap"] == {"denial without words": 1}


def test_held_out_part_is_fixed() -> None:
    assert [name for name in ("ferry", "kiln", "weir", "opera", "mill", "quay") if held_out(name)] == ["ferry", "kiln", "opera", "quay"]


def test_slug_is_plain() -> None:
    assert slug({"date": "2031-05-02", "title": 'Żurek\'s "ferry" sinks, 2 saved'}) == "2031-05-02_zurek-s-ferry-sinks-2-saved"
