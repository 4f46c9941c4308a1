"""Learns the acts of statements: `python training/en/acts.py --profile standard [--penalty X] [--keep-signs]`.

Reads the training parts of corpora/ with the tagger of the profile and with the labels' own statements; parties are those that
the product finds, since it will read them so. A multinomial logit over the encoder's mean states and the signs of claims.acts.
Where the head on the states was trained with the encoder (train.py), it is only scaled, and the signs' weights, held to those
before, are learned on the stories that the encoder was not shown: it is too sure of the others. Otherwise both are learned here.
Writes the states' part to the profile's heads.npz (and its hash to the card) and the signs' part to data/act_weights.tsv; with
--keep-signs only the first, for a second profile. In corpora/disputes only charges and answers are labelled: what is not
labelled there is one of the other acts, and counts as their sum. Prints accuracy on every part, held out ones too. Run it once
after export.py, whose head it scales.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from prepare import kept_for_heads  # noqa: E402

import parties as gold  # noqa: E402
from counterclaim.claims.acts import signs_of  # noqa: E402
from counterclaim.claims.weighing import ACTS, BIAS  # noqa: E402
from counterclaim.encoder import HEADS, Profile, installed, open_profile  # noqa: E402
from counterclaim.ingest.plain import read as read_plain  # noqa: E402
from counterclaim.parties.resolve import resolve  # noqa: E402
from counterclaim.records import Act, Attribution, Document, DocumentId, Layout, Statement  # noqa: E402
from counterclaim.statements.extract import extract  # noqa: E402
from counterclaim.statements.leanings import ActHead, act_head, pooled  # noqa: E402
from counterclaim.statements.model import ModelTagger  # noqa: E402
from counterclaim.statements.rules import RulesTagger  # noqa: E402
from counterclaim.text.segment import segment  # noqa: E402

SIGNS = ROOT / "src" / "counterclaim" / "data" / "act_weights.tsv"
OTHER = (Act.DEMAND, Act.COMMITMENT, Act.CHARACTERISATION, Act.ASSERTION)
DISPUTE_LAYER = "disputes"  # the corpus in which only charges and answers are labelled
NEAR_BEFORE = 10  # how much more a weight costs that is held to the one before
SCALES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2)
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One statement: its states, its signs, the acts that its label allows."""

    states: Floats
    signs: dict[str, float]
    allowed: tuple[Act, ...]
    labelled: bool


@dataclass(slots=True)
class Labelled:
    """A tagger that joins the labels of a document to what a model finds, so that both teach."""

    model: ModelTagger
    gold: tuple[gold.Gold, ...]

    def tag(self, document: Document, layout: Layout) -> tuple[Attribution, ...]:
        found = list(self.model.tag(document, layout))
        taken = {a.content for a in found}
        own = gold.Labels(self.gold).tag(document, layout)
        return (*found, *(a for a in own if a.content not in taken))

    def leanings(self, statements: Sequence[Statement]) -> Sequence[tuple[float, ...]]:
        return [()] * len(statements)


def examples(story: gold.Story, tagger: ModelTagger, score: ModuleType, *, partial: bool) -> Iterator[Example]:
    documents = {DocumentId(id): read_plain(t, DocumentId(id), source=f"{id}.txt", sha256="") for id, t in story.texts.items()}
    layouts = {id: segment(d) for id, d in documents.items()}
    shift = {id: story.texts[id].index(d.text) for id, d in documents.items()}
    labels = {id: tuple(gold._shifted(g, shift[id]) for g in story.statements if g.doc == id) for id in documents}
    found: list[Statement] = []
    states: list[Floats] = []
    for id, document in documents.items():
        own = extract(document, layouts[id], Labelled(tagger, labels[id]))
        assert tagger._last is not None
        states.extend(pooled(tagger._last, own).astype(np.float64))
        found.extend(own)
    cast = resolve(documents, layouts, found)
    signs = signs_of(found, {(r.statement, r.role): r for r in cast.resolutions}, documents, parties={p.id: p for p in cast.parties})
    for s, x, told in zip(found, states, signs, strict=True):
        label = best(s, labels[s.document], documents[s.document].text, score)
        if label is not None:
            yield Example(x, told, (Act(label.act.replace("other-response", "assertion")),), True)
        elif partial:
            yield Example(x, told, OTHER, False)


def best(s: Statement, labels: Sequence[gold.Gold], text: str, score: ModuleType) -> gold.Gold | None:
    """The label that a statement meets, by the disputes scorer's rule."""
    words = score.ids(text, [(c.start, c.end) for c in s.content])
    met = [(g, score.ids(text, g.content)) for g in labels]
    near = [(len(words & w) / len(words | w), g) for g, w in met if score.meets(words, w)]
    return max(near, key=lambda x: x[0], default=(0.0, None))[1]


def fit(x: Floats, allowed: Floats, weight: Floats, penalty: Floats, offset: Floats) -> Floats:
    """[features, acts] weights of a multinomial logit with partial labels and an L2 penalty a feature."""
    shape = (x.shape[1], len(ACTS))

    def loss(flat: Floats) -> tuple[float, Floats]:
        w = flat.reshape(shape)
        logits = x @ w + offset
        logits -= logits.max(axis=1, keepdims=True)
        p = np.exp(logits)
        p /= p.sum(axis=1, keepdims=True)
        mass = (p * allowed).sum(axis=1)
        q = p * allowed / mass[:, None]
        slope = x.T @ ((p - q) * weight[:, None]) + 2 * penalty[:, None] * w
        return float(-(weight * np.log(mass + 1e-12)).sum() + (penalty[:, None] * w * w).sum()), slope.ravel()

    found = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return np.asarray(found.x.reshape(shape), dtype=np.float64)


def table(data: Sequence[Example], names: Sequence[str]) -> tuple[Floats, Floats, Floats]:
    at = {n: i for i, n in enumerate(names)}
    signs = np.zeros((len(data), len(names)))
    for row, e in enumerate(data):
        signs[row, at[BIAS]] = 1
        for name, value in e.signs.items():
            if name in at:
                signs[row, at[name]] = value
    allowed = np.array([[float(a in e.allowed) for a in ACTS] for e in data])
    return np.array([e.states for e in data]), signs, allowed


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--profile", type=Profile, default=Profile.STANDARD)
    ap.add_argument("--penalty", type=float, default=0.3, help="of the signs")
    ap.add_argument("--states-penalty", type=float, default=3.0)
    ap.add_argument("--keep-signs", action="store_true")
    ap.add_argument("--unlabelled", type=float, default=0.5, help="what a statement without a label of its own weighs")
    a = ap.parse_args()
    tagger = ModelTagger(open_profile(a.profile), floor=RulesTagger())
    trained = act_head(open_profile(a.profile).heads) if "acts_bias" in open_profile(a.profile).heads else None
    parts = read(tagger, unseen=trained is not None)
    data = [e for name, each in parts.items() if name.endswith("train") for e in each]
    kept = [line.split("\t") for line in SIGNS.read_text("utf8").splitlines()[1:]]
    before = {row[0]: [float(v) for v in row[1].split()] for row in kept}
    names = list(before) if a.keep_signs else sorted({n for e in data for n in e.signs} | {BIAS})
    if trained is not None:
        lean, bias, rest = on_trained(data, names, before, trained, a)
    else:
        lean, rest = alone(data, names, before if a.keep_signs else None, a)
        bias = np.zeros(len(ACTS))
    save(a.profile, lean, bias if trained is not None else None)
    if not a.keep_signs:
        rows = "".join(f"{n}\t{' '.join(f'{v:.2f}' for v in row)}\tlearned\tCC0\n" for n, row in zip(names, rest, strict=True))
        SIGNS.write_text("term\tsense\torigin\tlicence\n" + rows, "utf8")
    for part, each in parts.items():
        if each:
            report(part, each, names, lean, bias, rest)


def read(tagger: ModelTagger, *, unseen: bool) -> dict[str, list[Example]]:
    """The examples of each part; of the training parts only the stories that the encoder was not shown, where `unseen`."""
    score = gold.scorer()
    parts = {
        f"{name} {split}": [
            e
            for s in gold.corpus(name, split)
            if not unseen or split != "train" or kept_for_heads(s.name)
            for e in examples(s, tagger, score, partial=name == DISPUTE_LAYER)
        ]
        for name in ("invented", "wikinews", DISPUTE_LAYER)
        for split in gold.reader.SPLITS
        if (ROOT / "corpora" / name / "splits.json").exists()
    }
    parts["the real disputes, to develop"] = [
        e for s in gold.disputes(score) if not s.name.startswith("invented") for e in examples(s, tagger, score, partial=False)
    ]
    return parts


def on_trained(
    data: Sequence[Example], names: Sequence[str], before: dict[str, list[float]], trained: ActHead, a: argparse.Namespace
) -> tuple[Floats, Floats, Floats]:
    """A scale for a head that is trained, and weights of the signs that stay near those before -> (states, bias, signs)."""
    states, signs, allowed = table(data, names)
    weight = np.array([1.0 if e.labelled else a.unlabelled for e in data])
    prior = np.array([before.get(n, [0.0] * len(ACTS)) for n in names])
    penalty = np.full(len(names), a.penalty * NEAR_BEFORE)
    logits = states @ trained.weights.astype(np.float64) + trained.bias
    fits = {s: fit(signs, allowed, weight, penalty, s * logits + signs @ prior) for s in SCALES}
    chosen = min(SCALES, key=lambda s: surprise(s * logits + signs @ (prior + fits[s]), allowed, weight))
    print(f"the trained head counts {chosen}")
    return chosen * trained.weights.astype(np.float64), chosen * trained.bias.astype(np.float64), prior + fits[chosen]


def surprise(logits: Floats, allowed: Floats, weight: Floats) -> float:
    p = np.exp(logits - logits.max(axis=1, keepdims=True))
    return float(-(weight * np.log((p * allowed).sum(axis=1) / p.sum(axis=1) + 1e-12)).sum())


def alone(
    data: Sequence[Example], names: Sequence[str], fixed: dict[str, list[float]] | None, a: argparse.Namespace
) -> tuple[Floats, Floats]:
    """Both parts learned here -> (states, signs); the signs' weights as they are where `fixed`."""
    states, signs, allowed = table(data, names)
    scale = 1 / np.maximum(states.std(axis=0), 1e-6)
    weight = np.array([1.0 if e.labelled else a.unlabelled for e in data])
    penalty = np.concatenate([np.full(states.shape[1], a.states_penalty), [1e-4 if n == BIAS else a.penalty for n in names]])
    if fixed is not None:
        rest = np.array([fixed[n] for n in names])
        lean = fit(states * scale, allowed, weight, penalty[: states.shape[1]], signs @ rest)
        return lean * scale[:, None], rest
    w = fit(np.hstack([states * scale, signs]), allowed, weight, penalty, np.zeros((len(data), len(ACTS))))
    return w[: states.shape[1]] * scale[:, None], w[states.shape[1] :]


def save(profile: Profile, lean: Floats, bias: Floats | None) -> None:
    """The acts' part of heads.npz; what else is read from the states stays."""
    folder = installed(profile)
    assert folder is not None
    told = dict(open_profile(profile).heads)
    told["acts"] = lean
    if bias is not None:
        told["acts_bias"] = bias
    np.savez(folder / HEADS, **{name: values.astype(np.float16) for name, values in told.items()})  # type: ignore[arg-type]
    card = json.loads((folder / "card.json").read_text("utf8"))
    card["sha256"][HEADS] = hashlib.sha256((folder / HEADS).read_bytes()).hexdigest()
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", "utf8")


def report(part: str, data: Sequence[Example], names: Sequence[str], lean: Floats, bias: Floats, rest: Floats) -> None:
    states, signs, _ = table(data, names)
    chosen = (states @ lean + bias + signs @ rest).argmax(axis=1)
    own = [i for i, e in enumerate(data) if e.labelled]
    right = sum(ACTS[chosen[i]] in data[i].allowed for i in own)
    charging = {Act.ALLEGATION, Act.COUNTER_ACCUSATION}
    found, true = [ACTS[c] in charging for c in chosen], [bool(charging & set(e.allowed)) and e.labelled for e in data]
    both = sum(f and t for f, t in zip(found, true, strict=True))
    rules = Counter(next(n for n in data[i].signs if n.startswith("rule ")).removeprefix("rule ") in data[i].allowed for i in own)
    print(f"{part}: {len(own)} labelled, act right {right / len(own):.3f} (rules {rules[True] / len(own):.3f}); "
          f"charging p {both / max(1, sum(found)):.2f} r {both / max(1, sum(true)):.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
