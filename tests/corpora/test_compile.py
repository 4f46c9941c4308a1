from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from corpora.compile import ACTS, STANCES, LabelError, Placer, build, expected_status, find, main, sentences, sha256

Change = Callable[[dict[str, Any]], None]


def strings(gold: dict[str, Any], text: str, statement: str, field: str) -> list[str]:
    found = next(s for s in gold["statements"] if s["id"] == statement)
    return [text[start:end] for start, end in found[f"{field}_at"]]


def test_strings_become_offsets(labels: dict[str, Any], meta: dict[str, Any], text: str) -> None:
    gold = build(labels, meta, {"d1": text}, "x")
    assert strings(gold, text, "S2", "content") == ["“They knew in May,”", "“They sailed anyway.”"]
    assert strings(gold, text, "S3", "medium") == ["in a statement"]
    assert gold["documents"] == [{"id": "d1", "sha256": sha256(text), "length": len(text)}]
    assert [s["within"] for s in gold["statements"]] == [None, None, None]


def test_name_that_stands_twice_is_taken_beside_the_content(labels: dict[str, Any], meta: dict[str, Any], text: str) -> None:
    gold = build(labels, meta, {"d1": text}, "x")
    assert gold["statements"][2]["source_at"] == [[text.index("Kestrel Lines denied"), text.index(" denied")]]


def test_words_are_not_cut() -> None:
    assert find("the head, he said", "he") == [(10, 12)]


def test_cue_of_two_is_the_nearer() -> None:
    text = "Aro said it broke, and Venn said it was sold."
    placed = Placer(text, {"id": "S1", "source": "Venn", "cue": "said", "content": "it was sold"}, "x").place()
    assert placed["cue"] == [(28, 32)]


def test_cue_of_another_sentence_is_not_taken() -> None:
    text = "Venn spoke. The gate, she said, was open. She said so again."
    with pytest.raises(LabelError, match="cue stands more than once, none beside the rest"):
        Placer(text, {"id": "S1", "source": "Venn", "cue": "said", "content": "spoke"}, "x").place()


def test_cue_goes_with_the_content_and_source_with_the_cue() -> None:
    text = "Governor Aro said it broke, but said this too was old."
    placed = Placer(text, {"id": "S1", "source": "Governor Aro", "cue": "said", "content": "this too was old"}, "x").place()
    assert (placed["cue"], placed["source"]) == ([(32, 36)], [(0, 12)])


def test_content_that_stands_twice_needs_in() -> None:
    text = "It broke. It broke."
    with pytest.raises(LabelError, match="content stands more than once"):
        Placer(text, {"id": "S1", "content": "It broke"}, "x").place()


def test_in_decides() -> None:
    text = "Aro: It broke.\nVenn: It broke."
    placed = Placer(text, {"id": "S1", "source": "Venn", "cue": ":", "content": "It broke.", "in": "Venn: It broke."}, "x").place()
    assert placed == {"source": [(15, 19)], "cue": [(19, 20)], "content": [(21, 30)], "medium": []}


def test_pieces_keep_their_order() -> None:
    text = "“No,” he said. “No.” Then “No,” she said."
    placed = Placer(text, {"id": "S1", "source": "he", "cue": "said", "content": ["“No,”", "“No.”"]}, "x").place()
    assert placed["content"] == [(0, 5), (15, 20)]


def test_sentences_know_titles() -> None:
    text = "Mr. Odu left. Dr. Venn stayed.\n“No.” She did."
    assert [text[a:b].strip() for a, b in sentences(text)] == ["Mr. Odu left.", "Dr. Venn stayed.", "“No.”", "She did."]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda x: x["statements"][0].update(content="hiding a leek"), "S1: content does not stand in the document: 'hiding a leek'"),
        (lambda x: x["statements"][0].update({"in": "leak"}), "S1: 'in' stands 2 times, must stand once: 'leak'"),
        (lambda x: x["statements"][0].update({"in": "hid leak"}), "S1: source does not stand in 'in'"),
        (lambda x: x["statements"][1]["content"].reverse(), "S2: the pieces of content stand in no such order"),
        (lambda x: x["statements"][0].update(source="Kestrel Lines of"), "S1: source overlaps the content: 'Kestrel Lines of'"),
        (lambda x: x["statements"][0].update(speaker="P9"), "S1: speaker 'P9' is not a known id"),
        (lambda x: x["statements"][0].update(target="P9"), "S1: target 'P9' is not a known id"),
        (lambda x: x["statements"][0].update(doc="d9"), "S1: doc 'd9' is not a known id"),
        (lambda x: x["statements"][0].update(within="S9"), "S1: within 'S9' is not a known id"),
        (lambda x: x["statements"][0].update(within="S3"), "S1: within S3, but its content lies outside"),
        (lambda x: x["statements"][0].update(act="lie"), "S1: act 'lie' is not one of allegation"),
        (lambda x: x["statements"][0].update(content=""), "S1: content is missing or a string is empty"),
        (lambda x: x["statements"][0].pop("medium"), "S1: key 'medium' is missing"),
        (lambda x: x["statements"][1].update(id="S1"), "id 'S1' is used 2 times"),
        (lambda x: x["statements"][1].update(id="P1"), "id 'P1' is used 2 times"),
        (lambda x: x["statements"].append(x["statements"][0] | {"id": "S4"}), "S4: same cue and content as S1"),
        (lambda x: x["parties"][0].update(kind="ship"), "P1: kind 'ship' is not one of person"),
        (lambda x: x["parties"][0].update(on_behalf_of="P1"), "P1: on_behalf_of 'P1' is not a known id"),
        (lambda x: x["charges"][0].update(statements=[]), "C1: a charge without statements"),
        (lambda x: x["charges"][0].update(statements=["S9"]), "C1: statement 'S9' is not a known id"),
        (lambda x: x["charges"][0].update(accused=None), "C1: accused None is not a known id"),
        (lambda x: x["charges"][0].update(status="open"), "C1: status 'open' is not one of answered"),
        (lambda x: x["charges"][0].update(status="unanswered"), "C1: status 'unanswered' contradicts its responses ('answered')"),
        (lambda x: x["charges"][0].update(gist="word " * 21), "C1: gist must have 1 to 20 words"),
        (lambda x: x["responses"][0].update(stance="shrugs"), "stance 'shrugs' is not one of denies"),
        (lambda x: x["responses"][0].update(charge="C9"), "charge 'C9' is not a known id"),
        (lambda x: x["responses"].append(x["responses"][0]), "this pair stands twice"),
        (lambda x: x.pop("responses"), "list 'responses' is missing"),
    ],
)  # fmt: skip
def test_each_problem_is_one_clear_line(
    change: Change, message: str, labels: dict[str, Any], save: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    change(labels)
    story = save(labels)
    assert main([str(story)]) == 1
    lines = [line for line in capsys.readouterr().err.splitlines() if message in line]
    assert len(lines) == 1
    assert lines[0].startswith(str(story / "labels.json"))


def test_all_problems_are_told_at_once(labels: dict[str, Any], meta: dict[str, Any], text: str) -> None:
    labels["statements"][0]["content"] = "nowhere"
    labels["statements"][2]["cue"] = "nowhere"
    with pytest.raises(LabelError) as caught:
        build(labels, meta, {"d1": text}, "x")
    assert len(str(caught.value).splitlines()) == 2


def test_missing_text_is_named(labels: dict[str, Any], save: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(save(labels, text=None))]) == 1
    assert "d1.txt: file not found" in capsys.readouterr().err


def test_broken_json_is_named(labels: dict[str, Any], save: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    story = save(labels)
    (story / "labels.json").write_text("{", "utf-8")
    assert main([str(story)]) == 1
    assert "labels.json: not JSON" in capsys.readouterr().err


def test_carriage_returns_are_refused(labels: dict[str, Any], save: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    story = save(labels)
    (story / "d1.txt").write_bytes(b"a\r\nb")
    assert main([str(story)]) == 1
    assert "carriage returns" in capsys.readouterr().err


def test_alias_in_no_text_is_a_warning(labels: dict[str, Any], save: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    labels["parties"][0]["aliases"].append("Mirella")
    assert main([str(save(labels))]) == 0
    assert "alias stands in no text: 'Mirella'" in capsys.readouterr().err


def test_check_writes_nothing(labels: dict[str, Any], save: Callable[..., Path]) -> None:
    story = save(labels)
    assert main([str(story), "--check"]) == 0
    assert not (story / "gold.json").exists()


def test_show_prints_what_was_understood(labels: dict[str, Any], save: Callable[..., Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(save(labels)), "--show"]) == 0
    assert "S3 d1 denial P2: [Kestrel Lines] <denied> {the allegation}  (medium: in a statement)" in capsys.readouterr().out


def test_standoff_holds_no_words(labels: dict[str, Any], save: Callable[..., Path], tmp_path: Path, text: str) -> None:
    save(labels, folder="texts/ferry")
    story = save(labels, text=None)
    out = tmp_path / "out"
    assert main([str(story), "--standoff", "--texts", str(tmp_path / "texts"), "--out", str(out)]) == 0
    gold = json.loads((out / "ferry" / "gold.json").read_text("utf-8"))
    assert [s["content"] for s in gold["statements"]] == [[], [], []]
    assert {"source", "cue", "medium"} & gold["statements"][0].keys() == set()
    assert strings(gold, text, "S1", "content") == ["Kestrel Lines of hiding a leak"]
    assert sorted(p.name for p in (out / "ferry").iterdir()) == ["gold.json", "meta.json"]


def test_standoff_reads_a_csv_by_url(
    labels: dict[str, Any], meta: dict[str, Any], save: Callable[..., Path], tmp_path: Path, text: str
) -> None:
    meta["docs"][0]["url"] = "https://post.example/ferry"
    (tmp_path / "t.csv").write_text(f'url,text\nhttps://post.example/ferry,"{text}"\n', "utf-8")
    story = save(labels, meta, text=None)
    assert main([str(story), "--standoff", "--texts", str(tmp_path / "t.csv"), "--out", str(tmp_path / "out")]) == 0


def test_standoff_unknown_url_is_named(
    labels: dict[str, Any], save: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "t.csv").write_text("url,text\n", "utf-8")
    assert main([str(save(labels)), "--standoff", "--texts", str(tmp_path / "t.csv"), "--check"]) == 1
    assert "d1: its url is not in t.csv" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("stances", "status"),
    [([], "unanswered"), (["no-comment"], "no-comment"), (["no-comment", "deflects"], "deflected"), (["deflects", "counters"], "answered")],
)
def test_status_follows_from_stances(stances: list[str], status: str) -> None:
    assert expected_status({"stance": s} for s in stances) == status


def test_vocabularies_are_those_of_the_records() -> None:
    records = pytest.importorskip("counterclaim.records")
    assert set(ACTS) == {str(a) for a in records.Act}
    assert set(STANCES) == {str(s) for s in records.Stance}
