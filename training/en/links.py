"""Learns which statement answers which charge, and how: `python training/en/links.py [--penalty X]`.

Reads the training parts of corpora/ two ways, so that the heads meet clean and noisy rooms before them: the labels' statements and
parties with the acts that the product reads; and the product's own statements and parties, in which the labelled charges are found
again by the disputes scorer's rule. Fits three log-linear heads over the signs of dispute.bearing with an L2 penalty - answers or
not, stance, directness, the last two also on the labels' own acts - and writes src/counterclaim/data/link_weights.tsv. Prints F1
by floor, on folds of whole stories of the training parts, from which the floors of dispute.link are set by hand, and on the held-out
parts. Run it after training/en/acts.py and before training/en/rows.py, whose signs count answers.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import links as fed  # noqa: E402

import parties as gold  # noqa: E402
from counterclaim import pipeline  # noqa: E402
from counterclaim.dispute.bearing import ALWAYS, Bearing  # noqa: E402
from counterclaim.dispute.table import table  # noqa: E402
from counterclaim.ingest.plain import read as read_plain  # noqa: E402
from counterclaim.records import Charge, ChargeId, DocumentId, Reading, Stance, Tagger  # noqa: E402

WEIGHTS = ROOT / "src" / "counterclaim" / "data" / "link_weights.tsv"
STANCES = tuple(Stance)
FOLDS = 5
FLOORS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
Floats = NDArray[np.float64]
Labels = Mapping[tuple[str, str], Mapping[str, Any]]  # (charge, statement) of the labels -> their response


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A charge and a statement that may answer it; `response` is the label, where it does."""

    story: str
    charge: str
    signs: dict[str, float]
    response: Mapping[str, Any] | None


def labelled(case: fed.Case, told: fed.Fed) -> Iterator[Pair]:
    """The pairs of a reading that is made of the labels."""
    true = {(r["charge"], r["statement"]): r for r in case.responses}
    bearing = Bearing(table(told.reading), told.charges)
    for saying in bearing.table.sayings.values():
        for charge, signs in bearing.candidates(saying):
            yield Pair(story=case.name, charge=charge.id, signs=signs, response=true.get((charge.id, told.owner[saying.id])))


def read(case: fed.Case) -> Reading:
    documents = [read_plain(t, DocumentId(id), source=f"{id}.txt", sha256="") for id, t in case.texts.items()]
    return pipeline.read(documents, profile="standard").reading


def found(case: fed.Case, reading: Reading, score: ModuleType) -> Iterator[Pair]:
    """The pairs of the product's own reading, of the labelled charges whose accused and any of whose statements it found."""
    told = table(reading)
    words = {k: (g.doc, frozenset(score.ids(case.texts[g.doc], g.content))) for k, g in case.statements.items()}
    met: dict[str, set[str]] = {id: _met(id, reading, case, words, score) for id in reading.statements}
    true = {(r["charge"], r["statement"]): r for r in case.responses}
    bearing = Bearing(told, list(_charges(case, reading, met, score)))
    for saying in told.sayings.values():
        for charge, signs in bearing.candidates(saying):
            response = next((r for k in sorted(met[saying.id]) if (r := true.get((charge.id, k)))), None)
            yield Pair(story=case.name, charge=charge.id, signs=signs, response=response)


def _met(id: str, reading: Reading, case: fed.Case, words: Mapping[str, tuple[str, frozenset[int]]], score: ModuleType) -> set[str]:
    """The labels that a found statement meets."""
    s = reading.statements[id]  # type: ignore[index]
    text = case.texts[s.document]
    shift = text.index(reading.documents[s.document].text)
    own = score.ids(text, [(c.start + shift, c.end + shift) for c in s.content])
    return {k for k, (doc, theirs) in words.items() if doc == s.document and score.meets(own, theirs)}


def _charges(case: fed.Case, reading: Reading, met: Mapping[str, set[str]], score: ModuleType) -> Iterator[Charge]:
    """The labelled charges as the product could have found them."""
    who = score.align_parties(case.parties, {p.id: {"name": p.name, "aliases": list(p.aliases)} for p in reading.parties.values()})
    party = {theirs: own for own, theirs in reversed(who.items())}
    for label in case.charges:
        own = tuple(s for s in reading.statements if met[s].intersection(label["statements"]))
        accused, accuser = party.get(label["accused"]), party.get(label["accuser"])
        if own and accused is not None:
            yield Charge(id=ChargeId(label["id"]), accuser=accuser, accused=accused, claims=(), statements=own, gist=own[0])


def fit(x: Any, y: NDArray[np.int64], classes: int, penalty: Floats) -> Floats:
    """[signs, classes] weights of a multinomial logit with an L2 penalty a sign."""
    shape = (x.shape[1], classes)
    true = np.eye(classes)[y]

    def loss(flat: Floats) -> tuple[float, Floats]:
        w = flat.reshape(shape)
        p = chances(x @ w)
        slope = x.T @ (p - true) + 2 * penalty[:, None] * w
        return float(-(true * np.log(p + 1e-12)).sum() + (penalty[:, None] * w * w).sum()), slope.ravel()

    best = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return np.asarray(best.reshape(shape), dtype=np.float64)


def chances(logits: Floats) -> Floats:
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(p / p.sum(axis=1, keepdims=True), dtype=np.float64)


def matrix(data: Sequence[Pair], names: Sequence[str]) -> Any:
    at = {n: i for i, n in enumerate(names)}
    cells = [(row, at[n], v) for row, p in enumerate(data) for n, v in p.signs.items() if n in at]
    rows, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (rows, columns)), shape=(len(data), len(names)))


def names_of(data: Sequence[Pair], least: int = 10) -> list[str]:
    """The signs that so many pairs show."""
    seen = Counter(n for p in data for n in p.signs)
    return sorted(n for n, k in seen.items() if k >= least)


@dataclass(frozen=True, slots=True)
class Heads:
    names: Sequence[str]
    answers: Floats  # one weight a sign
    stance: Floats
    general: Floats

    def likely(self, data: Sequence[Pair]) -> Floats:
        return np.asarray(1 / (1 + np.exp(-(matrix(data, self.names) @ self.answers))), dtype=np.float64)


def learn(data: Sequence[Pair], clean: Sequence[Pair], penalty: float) -> Heads:
    """`clean` are pairs with the labels' acts: they teach what an answer says, not how likely it is one."""
    names = names_of(data)
    free = np.array([1e-4 if n == ALWAYS else penalty for n in names])
    x = matrix(data, names)
    w = fit(x, np.array([int(p.response is not None) for p in data]), 2, free)
    own = [p for p in (*data, *clean) if p.response is not None]
    x = matrix(own, names)
    stance = fit(x, np.array([STANCES.index(p.response["stance"]) for p in own]), len(STANCES), free)  # type: ignore[index]
    general = fit(x, np.array([int(p.response["directness"] == "general") for p in own]), 2, free)  # type: ignore[index]
    return Heads(names, w[:, 1] - w[:, 0], stance, general[:, 1] - general[:, 0])


def save(heads: Heads) -> None:
    """One row a sign: its weight for an answer, for a general one, and for each stance."""
    cells = np.column_stack([heads.answers, heads.general, heads.stance])
    rows = "".join(f"{n}\t{' '.join(f'{v:.2f}' for v in row)}\tlearned\tCC0\n" for n, row in zip(heads.names, cells, strict=True))
    WEIGHTS.write_text("term\tsense\torigin\tlicence\n" + rows, "utf8")


def shown(data: Sequence[Pair], likely: Floats) -> str:
    """F1 of the answers by floor, of those that are among the pairs."""
    true = np.array([p.response is not None for p in data])
    told = []
    for floor in FLOORS:
        kept = likely >= floor
        told.append(f"{floor}: {200 * (kept & true).sum() / max(1, kept.sum() + true.sum()):.1f}")
    return f"{true.sum()} answers in {len(data)} pairs, F1 by floor: " + "; ".join(told)


def folded(data: Sequence[Pair], penalty: float) -> Floats:
    """How likely each pair is an answer, by heads that have not seen its story."""
    fold = np.array([crc32(p.story.encode()) % FOLDS for p in data])
    likely = np.zeros(len(data))
    for k in range(FOLDS):
        heads = learn([p for p, f in zip(data, fold, strict=True) if f != k], (), penalty)
        likely[fold == k] = heads.likely([p for p, f in zip(data, fold, strict=True) if f == k])
    return likely


def told_right(data: Sequence[Pair], heads: Heads) -> str:
    """How often stance and directness of an answer are right."""
    own = [(p, p.response) for p in data if p.response is not None]
    x = matrix([p for p, _ in own], heads.names)
    stance = [STANCES[i] == r["stance"] for i, (_, r) in zip((x @ heads.stance).argmax(axis=1), own, strict=True)]
    general = [(g > 0) == (r["directness"] == "general") for g, (_, r) in zip(x @ heads.general, own, strict=True)]
    return f"stance {100 * np.mean(stance):.1f}, directness {100 * np.mean(general):.1f}"


def pairs(split: str, tagger: Tagger, score: ModuleType) -> dict[str, list[Pair]]:
    """The pairs of one split, by corpus and by way of reading."""
    told: dict[str, list[Pair]] = {}
    for name in fed.CORPORA:
        for case in fed.corpus(name, split):
            told.setdefault(f"{name} {split}, labels", []).extend(labelled(case, fed.feed(case, tagger)))
            told.setdefault(f"{name} {split}, own reading", []).extend(found(case, read(case), score))
    return told


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--penalty", type=float, default=10.0)
    a = ap.parse_args()
    score, tagger = gold.scorer(), pipeline.tagger("standard")
    train = pairs("train", tagger, score)
    data = [p for each in train.values() for p in each]
    likely = dict(zip(map(id, data), folded(data, a.penalty), strict=True))
    for part, each in train.items():
        print(f"{part}, folds: {shown(each, np.array([likely[id(p)] for p in each]))}", flush=True)
    clean = [p for name in fed.CORPORA for case in fed.corpus(name, "train") for p in labelled(case, fed.feed(case, None))]
    heads = learn(data, clean, a.penalty)
    save(heads)
    for part, each in pairs("heldout", tagger, score).items():
        print(f"{part}: {shown(each, heads.likely(each))}; {told_right(each, heads)}", flush=True)


if __name__ == "__main__":
    main()
