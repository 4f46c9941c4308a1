"""Learns how much each sign counts for whom a statement is about: `python training/en/targets.py [--rounds N] [--penalty X]`.

Reads the training parts of corpora/ with their own statements, lets the parties room list the candidates, and fits a
conditional logit with an L2 penalty. Writes src/counterclaim/data/targets.tsv. Every round reads with the weights of the
last, since whom a side blames is told by a first reading. `benchmarks/parties.py` gives the figures.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import parties as gold  # noqa: E402
from counterclaim.parties import candidates as room  # noqa: E402
from counterclaim.parties.candidates import NOBODY, Candidate  # noqa: E402
from counterclaim.parties.cast import Casting  # noqa: E402
from counterclaim.parties.cluster import Entity, best_name  # noqa: E402
from counterclaim.parties.labels import Labels  # noqa: E402
from counterclaim.parties.resolve import by_document, read_document, scenes  # noqa: E402
from counterclaim.parties.sources import Speakers  # noqa: E402
from counterclaim.parties.targets import Dispute, Targets, dispute  # noqa: E402
from counterclaim.records import Document, DocumentId, Layout, Statement, StatementId  # noqa: E402
from counterclaim.statements.extract import extract  # noqa: E402
from counterclaim.text.segment import segment  # noqa: E402

WEIGHTS = ROOT / "src" / "counterclaim" / "data" / "targets.tsv"
MUCH = {"allegation": 1.0, "counter-accusation": 1.0, "demand": 0.5, "characterisation": 0.5}  # what an act's statements weigh
REST, NULL = 0.1, 0.1


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of one statement; `right` are those that stand for the target, none where it is nobody, or where it is `lost`."""

    candidates: list[dict[str, float]]
    right: list[int]
    weight: float
    accuses: bool = False
    lost: bool = False


@dataclass(slots=True)
class Recording(Targets):
    """Targets that remember whom they looked at."""

    seen: dict[StatementId, list[Candidate]] = field(default_factory=dict)

    def candidates(self, statement: Statement, speaker: Entity | None) -> list[Candidate]:
        self.seen[statement.id] = super(Recording, self).candidates(statement, speaker)
        return self.seen[statement.id]


def examples(story: gold.Story, score: ModuleType) -> Iterator[Example]:
    documents, shift = story.read()
    layouts = {id: segment(d) for id, d in documents.items()}
    labels = {id: tuple(gold._shifted(g, shift[id]) for g in story.statements if g.doc == id) for id in documents}
    found = {id: extract(d, layouts[id], gold.Labels(labels[id])) for id, d in documents.items()}
    seen = look(documents, layouts, [s for each in found.values() for s in each])
    entities = list(dict.fromkeys(c.entity for each in seen.values() for c in each))
    named = {str(n): {"name": best_name(e), "aliases": list(e.names)} for n, e in enumerate(entities)}
    aligned = score.align_parties(story.parties, named)
    party = {e: aligned.get(str(n)) for n, e in enumerate(entities)}
    for id, each in labels.items():
        for g in each:
            s = gold._same(g, found[id])
            if s is None or s.id not in seen:
                continue
            right = [i for i, c in enumerate(seen[s.id]) if g.target is not None and party[c.entity] == g.target]
            lost = g.target is not None and not right
            weight = 0.0 if lost else MUCH.get(g.act, REST) if right else NULL
            accuses = g.act in gold.ACCUSING and g.target is not None
            yield Example([c.features for c in seen[s.id]], right, weight, accuses, lost)


def look(
    documents: Mapping[DocumentId, Document], layouts: Mapping[DocumentId, Layout], statements: Sequence[Statement]
) -> dict[StatementId, list[Candidate]]:
    """The candidates of each statement in the second reading of a story, as parties.resolve reads it."""
    staged, names, roles = scenes(documents, layouts)
    turns, told = Labels(names), Dispute()
    seen: dict[StatementId, list[Candidate]] = {}
    for _ in range(2):
        said = []
        for id, own in by_document(statements, documents).items():
            targets = Recording(Speakers(staged[id], roles, turns), told, seen=seen)
            said += read_document(targets, own, Casting())
        told = dispute(said)
    return seen


def fit(data: Sequence[Example], penalty: float) -> dict[str, float]:
    """The weights of a conditional logit with an L2 penalty; NOBODY is the constant of the empty choice.

    Each example is a run of rows, one a candidate and a last one for nobody.
    """
    data = [e for e in data if e.weight]
    names = [*sorted({f for e in data for c in e.candidates for f in c}), NOBODY]
    x, right, starts = _table(data, {n: i for i, n in enumerate(names)})
    sizes = np.diff(np.append(starts, len(x)))
    weight = np.array([e.weight for e in data])
    ridge = np.append(np.full(len(names) - 1, penalty), 0.0)

    def loss(w: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = x @ w
        odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        p = odds / np.repeat(np.add.reduceat(odds, starts), sizes)
        mass = np.add.reduceat(p * right, starts) + 1e-12
        d = np.repeat(weight, sizes) * (p - p * right / np.repeat(mass, sizes))
        return float(ridge @ (w * w) - weight @ np.log(mass)), x.T @ d + 2 * ridge * w

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {n: round(float(v), 3) for n, v in zip(names, best, strict=True)}


def _table(data: Sequence[Example], at: Mapping[str, int]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """(a row a candidate and one for nobody, 1 for the right rows, where each example's rows begin)."""
    sizes = [len(e.candidates) + 1 for e in data]
    starts = np.cumsum([0, *sizes[:-1]])
    x, right = np.zeros((sum(sizes), len(at))), np.zeros(sum(sizes))
    for start, e in zip(starts, data, strict=True):
        for row, features in enumerate(e.candidates, start=start):
            for name, value in features.items():
                x[row, at[name]] = value
        x[start + len(e.candidates), at[NOBODY]] = 1.0
        right[[start + i for i in e.right] or [start + len(e.candidates)]] = 1.0
    return x, right, starts


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--rounds", type=int, default=3)
    ap.add_argument("--penalty", type=float, default=1.0)
    a = ap.parse_args()
    score = gold.scorer()
    stories = [s for name in ("invented", "wikinews", "disputes") for s in gold.corpus(name, "train")]
    for number in range(1, a.rounds + 1):
        data = [e for s in stories for e in examples(s, score)]
        weights = fit(data, a.penalty)
        rows = "".join(f"{n}\t{w}\tlearned\tCC0\n" for n, w in sorted(weights.items()))
        WEIGHTS.write_text("term\tsense\torigin\tlicence\n" + rows, "utf8")
        room.lexicon.terms.cache_clear()
        room._weights.cache_clear()
        print(f"round {number}: {len(data)} statements, {sum(bool(e.right) for e in data)} with a target")


if __name__ == "__main__":
    main()
