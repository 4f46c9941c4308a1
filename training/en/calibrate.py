"""Fits a model's confidence on the development articles and writes it, with a reliability table, into its card.

    PYTHONPATH=src python training/en/calibrate.py --model FOLDER --polnear DIR

An attribution is right if its content shares half of its words with an annotated one's, and its source a word (or both
have none). Confidence is a logistic function of decode.EVIDENCE.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from prepare import polnear

from counterclaim.encoder import Encoder
from counterclaim.records import Document, DocumentId, DocumentKind, Provenance
from counterclaim.statements import decode
from counterclaim.text.segment import WORD, segment

Spans = list[list[int]]


def words(spans: Spans, text: str) -> set[int]:
    return {m.start() for start, end in spans for m in WORD.finditer(text, start, end)}


def is_right(found: dict[str, set[int]], gold: list[dict[str, set[int]]]) -> bool:
    def agrees(other: dict[str, set[int]]) -> bool:
        shared, either = found["content"] & other["content"], found["content"] | other["content"]
        same_source = bool(found["source"] & other["source"]) or not (found["source"] or other["source"])
        return len(shared) * 2 >= len(either) and same_source

    return any(agrees(other) for other in gold)


def observations(encoder: Encoder, folder: Path) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The evidence of each attribution of the development part, with a 1 appended, and whether it is right."""
    how = decode.decoding_from(encoder.decoding)
    evidence, right = [], []
    for name, text, annotated in polnear(folder / "dev"):
        document = Document(id=DocumentId(name), kind=DocumentKind.ARTICLE, text=text, provenance=Provenance(path=name, sha256=""))
        layout = segment(document)
        gold = [{role: words(a[role], text) for role in ("content", "source")} for a in annotated]
        for attribution, facts in decode.weighed(encoder.score(document, layout), layout.quotations, how):
            spans = {role: words([[s.start, s.end] for s in getattr(attribution, role)], text) for role in ("content", "source")}
            evidence.append([*facts, 1.0])
            right.append(is_right(spans, gold))
    return np.array(evidence, dtype=np.float64), np.array(right, dtype=np.float64)


def fit(evidence: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logistic regression by Newton's method, slightly regularised."""
    weights = np.zeros(evidence.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-evidence @ weights))
        curvature = evidence.T @ (evidence * (p * (1 - p))[:, None]) + 0.1 * np.eye(len(weights))
        weights += np.linalg.solve(curvature, evidence.T @ (right - p) - 0.1 * weights)
    return weights


def reliability(p: NDArray[np.float64], right: NDArray[np.float64]) -> list[dict[str, Any]]:
    bins = [(p >= low) & (p < low + 0.1) for low in np.arange(10) / 10]
    return [
        {"confidence": round(float(p[b].mean()), 3), "right": round(float(right[b].mean()), 3), "attributions": int(b.sum())}
        for b in bins
        if b.any()
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--polnear", type=Path, required=True)
    options = parser.parse_args()
    evidence, right = observations(Encoder(options.model), options.polnear)
    weights = fit(evidence, right)
    path = options.model / "card.json"
    card = json.loads(path.read_text("utf-8"))
    card["decoding"]["calibration"] = weights.round(4).tolist()
    card["reliability"] = reliability(1 / (1 + np.exp(-evidence @ weights)), right)
    path.write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(dict(zip((*decode.EVIDENCE, "bias"), weights.round(2).tolist(), strict=True)))
    print(*card["reliability"], sep="\n")


if __name__ == "__main__":
    main()
