"""Learns which charges to trust: `python training/en/rows.py [--penalty X]`.

Runs the whole line over the stories of the training parts of corpora/ that the encoder was not shown, matches its charges with the
labelled ones by the disputes scorer's own rule, and fits a logit over the signs of dispute.trust with an L2 penalty. Writes
src/counterclaim/data/row_weights.tsv and prints, for every part, held-out ones too, precision and recall of the charges found at
several floors.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from prepare import kept_for_heads  # noqa: E402

import parties as gold  # noqa: E402
from counterclaim import pipeline  # noqa: E402
from counterclaim.claims.merge import merge  # noqa: E402
from counterclaim.dispute.charges import charges  # noqa: E402
from counterclaim.dispute.link import link  # noqa: E402
from counterclaim.dispute.table import table  # noqa: E402
from counterclaim.dispute.trust import ALWAYS, signs  # noqa: E402
from counterclaim.ingest.plain import read as read_plain  # noqa: E402
from counterclaim.records import DocumentId, Reading  # noqa: E402

WEIGHTS = ROOT / "src" / "counterclaim" / "data" / "row_weights.tsv"
FLOORS = (0.0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6)
Floats = NDArray[np.float64]
Row = tuple[dict[str, float], bool]


def rows(story: Any, score: ModuleType) -> tuple[list[Row], int]:
    """The charges found in one story, whether each is right, and how many are labelled."""
    documents = [read_plain(t, DocumentId(id), source=f"{id}.txt", sha256="") for id, t in story["texts"].items()]
    reading = pipeline.read(documents).reading
    told = table(reading)
    found = charges(reading, merge(reading), told)
    answers = link(found, told)
    who = score.align_parties(story["parties"], {p.id: {"name": p.name, "aliases": list(p.aliases)} for p in reading.parties.values()})
    words = {s.id: _words(s.id, reading, story, score) for s in reading.statements.values()}
    pairs = []
    for i, g in enumerate(story["charges"]):
        for j, c in enumerate(found):
            met = sum(
                any(_meet(story["statements"][x], (reading.statements[y].document, words[y]), score) for y in c.statements)
                for x in g["statements"]
            )
            if met and who.get(c.accused) == g["accused"]:
                pairs.append((-met, i, j))
    right, used = set(), set()
    for _, i, j in sorted(pairs):
        if i not in used and j not in right:
            used.add(i)
            right.add(j)
    return [(signs(c, answers[c.id], reading, told), j in right) for j, c in enumerate(found)], len(story["charges"])


def _words(id: str, reading: Reading, story: Any, score: ModuleType) -> frozenset[int]:
    s = reading.statements[id]  # type: ignore[index]
    text = story["texts"][s.document]
    shift = text.index(reading.documents[s.document].text)
    return frozenset(score.ids(text, [(c.start + shift, c.end + shift) for c in s.content]))


def _meet(label: tuple[str, frozenset[int]], found: tuple[str, frozenset[int]], score: ModuleType) -> bool:
    return label[0] == found[0] and bool(score.meets(label[1], found[1]))


def corpus(name: str, split: str, score: ModuleType) -> Iterator[Any]:
    for s in gold.reader.read(ROOT / "corpora" / name, split=split, data=gold.SHARED / "data"):
        texts = {d.id: d.text for d in s.documents}
        if split == "train" and not kept_for_heads(s.id):  # of the others the encoder is too sure
            continue
        yield {
            "texts": texts,
            "parties": {p.id: {"name": p.name, "aliases": list(p.aliases)} for p in s.parties},
            "statements": {x.id: (x.doc, frozenset(score.ids(texts[x.doc], x.content))) for x in s.statements},
            "charges": [{"accused": c.accused, "statements": c.statements} for c in s.charges],
        }


def disputes(score: ModuleType) -> Iterator[Any]:
    """The real disputes, to develop against: nothing trains on them."""
    for folder in sorted(p.parent for p in (gold.SHARED / "data" / "disputes" / "stories").glob("*/gold.json")):
        if not folder.name.startswith("invented"):
            g = score.load_gold(folder)
            yield g | {"statements": {k: (v[0], v[1]) for k, v in g["st"].items()}}


def fit(data: list[Row], penalty: float) -> dict[str, float]:
    names = sorted({n for told, _ in data for n in told})
    x = np.array([[told.get(n, 0.0) for n in names] for told, _ in data])
    y = np.array([float(right) for _, right in data])
    free = np.array([0.0 if n == ALWAYS else penalty for n in names])

    def loss(w: Floats) -> tuple[float, Floats]:
        p = 1 / (1 + np.exp(-x @ w))
        cost = -(y * np.log(p + 1e-9) + (1 - y) * np.log(1 - p + 1e-9)).sum() + (free * w * w).sum()
        return float(cost), x.T @ (p - y) + 2 * free * w

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {n: round(float(w), 3) for n, w in zip(names, found, strict=True)}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--penalty", type=float, default=3.0)
    a = ap.parse_args()
    score = gold.scorer()
    parts = {
        f"{n} {s}": [rows(x, score) for x in corpus(n, s, score)] for n in ("invented", "wikinews", "disputes") for s in gold.reader.SPLITS
    }
    parts["the real disputes, to develop"] = [rows(x, score) for x in disputes(score)]
    weights = fit([r for name, each in parts.items() if name.endswith("train") for found, _ in each for r in found], a.penalty)
    WEIGHTS.write_text("term\tsense\torigin\tlicence\n" + "".join(f"{n}\t{w}\tlearned\tCC0\n" for n, w in weights.items()), "utf8")
    for name, each in parts.items():
        labelled = sum(n for _, n in each)
        weighed = [
            (1 / (1 + np.exp(-sum(weights.get(s, 0) * v for s, v in told.items()))), right) for found, _ in each for told, right in found
        ]
        line = []
        for floor in FLOORS:
            kept = [right for p, right in weighed if p >= floor]
            line.append(f"{floor}: {200 * sum(kept) / max(1, len(kept) + labelled):.1f} ({sum(kept)}/{len(kept)})")
        print(f"{name}, {labelled} labelled, F1 by floor: " + "; ".join(line))


if __name__ == "__main__":
    main()
