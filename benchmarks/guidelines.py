"""Measures corpora/GUIDELINES.md: labels made by them alone, blind, against PolNeAR's people: `python benchmarks/guidelines.py`.

The labels are those of corpora/polnear-dev; peerbench and the people's annotation of the same articles lie in ../shared. Inner
statements (`within`) are dropped, as PolNeAR marks the outermost only. The figures go to benchmarks/results/guidelines.json, one row an
article beside the whole. `--differences` prints instead what one side has and the other has not, with its words, to be read and not kept.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT))

from corpora import reader  # noqa: E402

CORPUS = ROOT / "corpora" / "polnear-dev"
ROLES = ("content", "cue", "source")
SUBSETS = ("all", "quoted", "direct", "indirect", "speech")
MEASURES = ("attribution", "detected", "content_exact", "content_tokens", "cue_tokens", "source_tokens")
BOOTSTRAP = 1000

Json = dict[str, Any]


def attributions(statements: Sequence[reader.Statement]) -> list[Json]:
    """Outermost statements in the scorer's form."""
    return [{"id": s.id, **{role: list(getattr(s, role)) for role in ROLES}} for s in statements if s.within is None]


def labelled(data: Path) -> dict[str, list[Json]]:
    """Our attributions by article."""
    return {story.id: attributions(story.statements) for story in reader.read(CORPUS, data=data)}


def figures(scores: Json) -> Json:
    """What is kept of a score: counts, precision, recall and F of the whole, F of the subsets."""
    whole = {key: scores["all"][key] for key in ("gold", "predicted", *MEASURES, "source_acc_if_detected")}
    return whole | {"subsets": {s: {m: scores[s][m]["f"] for m in ("attribution", "detected")} for s in SUBSETS[1:]}}


def differences(doc: Json, ours: Sequence[Json], score: Any) -> Iterator[tuple[str, str, str]]:
    """What has no partner, or a partner with another source: side, id, the statement with its words."""
    tokens = score.Tokens(doc["text"])
    views = [[score.view(tokens, set(), a) for a in side] for side in (doc["gold"], ours)]
    pairs = {(i, j) for i, j, _ in score.match(*views)}
    for number, (side, items) in enumerate((("theirs", doc["gold"]), ("ours", ours))):
        met = {pair[number] for pair in pairs}
        yield from ((side, item["id"], words(doc["text"], item)) for k, item in enumerate(items) if k not in met)
    for i, j in sorted(pairs):
        if not score.source_ok(views[0][i], views[1][j]):
            yield "source", f"{doc['gold'][i]['id']}/{ours[j]['id']}", f"{words(doc['text'], doc['gold'][i])}  ours: {ours[j]['source']}"


def words(text: str, item: Json) -> str:
    """One attribution with offsets and words."""
    return "  ".join(f"{role} {item[role]} {' .. '.join(text[a:b] for a, b in item[role])!r}" for role in reversed(ROLES))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--differences", action="store_true")
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results" / "guidelines.json")
    options = parser.parse_args()
    sys.path.insert(0, str(SHARED / "eval" / "peerbench"))
    sys.dont_write_bytecode = True
    from pb import data, score  # type: ignore[import-not-found]

    found = labelled(options.data)
    docs = [d for d in data.polnear(str(options.data / "polnear"), "dev") if d["id"] in found]
    if options.differences:
        for d in docs:
            for side, name, shown in differences(d, found[d["id"]], score):
                print(d["id"][:34], side, name, shown)
        return
    scores = score.score(docs, found, bootstrap=BOOTSTRAP)
    each = {d["id"]: score.score([d], found)["all"]["attribution"]["f"] for d in docs}
    row = {
        "gold": "polnear-dev, every fourth article",
        "documents": len(docs),
        "words": sum(len(d["text"].split()) for d in docs),
        "figures": figures(scores),
        "attribution_by_article": each,
    }
    options.out.write_text(json.dumps(row, indent=1) + "\n", "utf-8")
    print(json.dumps(row, indent=1))


if __name__ == "__main__":
    main()
