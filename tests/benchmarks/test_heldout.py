"""Held-out stories are written as the disputes scorer reads gold."""

import json
from pathlib import Path

from benchmarks.heldout import write


def test_each_content_stands_where_its_places_say(tmp_path: Path) -> None:
    write(tmp_path)
    stories = list(tmp_path.glob("*/gold.json"))
    assert stories
    for story in stories:
        gold = json.loads(story.read_text("utf8"))
        ids = {s["id"] for s in gold["statements"]}
        assert all(set(c["statements"]) <= ids for c in gold["charges"])
        for s in gold["statements"]:
            text = story.with_name(f"{s['doc']}.txt").read_bytes().decode("utf8")
            assert [text[a:b] for a, b in s["content_at"]] == s["content"]
