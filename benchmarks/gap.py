"""Measures he and she on GAP's snippets: `python benchmarks/gap.py [--part development] [--wrong]`.

GAP (Webster et al. 2018) asks of a pronoun whether it stands for name A and for name B. Each snippet is a document of its own; the
parties room finds its mentions and resolves the pronoun; a label is true where the party found is the one that stands at its place.
Precision, recall, F1 and bias (F1 of the feminine over F1 of the masculine) as GAP's own scorer defines them. Two baselines on the
same mentions: the nearest name before the pronoun, and the nearest name that opens its sentence free of a preposition.
Develop on `development`; only validation figures are written to benchmarks/results/gap.json.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import tarfile
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from counterclaim.parties import words
from counterclaim.parties.cluster import Entity, best_name
from counterclaim.parties.evidence import WEIGHTS, evidence
from counterclaim.parties.found import Sort
from counterclaim.parties.resolve import scenes
from counterclaim.parties.scene import Scene
from counterclaim.records import Document, DocumentId, DocumentKind, Provenance, Span
from counterclaim.text.segment import segment

ROOT = Path(__file__).resolve().parent.parent
ARCHIVE = ROOT.parent / "shared" / "data" / "archives" / "gap.tar.xz"
ID = DocumentId("d1")
Answer = Callable[[Scene, int], Entity | None]


def rows(part: str) -> list[dict[str, str]]:
    with tarfile.open(ARCHIVE) as archive:
        member = archive.extractfile(f"gap/gap-{part}.tsv")
        assert member is not None
        return list(csv.DictReader(io.TextIOWrapper(member, "utf8"), delimiter="\t"))


def scene(text: str) -> Scene:
    document = Document(id=ID, kind=DocumentKind.ARTICLE, text=text, provenance=Provenance(path="snippet", sha256=""))
    staged, _, _ = scenes({ID: document}, {ID: segment(document)})
    return staged[ID]


def ours(scene: Scene, i: int) -> Entity | None:
    return scene.pronouns.follow().trail.get(i)


def nearest_name(scene: Scene, i: int) -> Entity | None:
    return next((scene.home(j) for j in range(i - 1, -1, -1) if scene.found[j].sort is Sort.NAME), None)


def nearest_subject(scene: Scene, i: int) -> Entity | None:
    """The first name of the nearest sentence that has one outside a prepositional phrase."""
    for sentence in range(scene.found[i].sentence, -1, -1):
        for j in range(i):
            m = scene.found[j]
            if m.sentence == sentence and m.sort is Sort.NAME and not m.governed:
                return scene.home(j)
    return None


SYSTEMS: Mapping[str, Answer] = {"nearest name": nearest_name, "nearest subject": nearest_subject, "counterclaim": ours}


def answers(row: Mapping[str, str], system: Answer) -> tuple[bool, bool, Entity | None]:
    """Whether the pronoun stands for A and for B."""
    told = scene(row["Text"])
    place = int(row["Pronoun-offset"])
    i = next((i for i in told.inside(Span(place, place + 1)) if told.found[i].sort is Sort.PRONOUN), None)
    entity = None if i is None else system(told, i)
    a, b = (entity is not None and entity in named(told, int(row[f"{x}-offset"]), len(row[x])) for x in "AB")
    return a, b, entity


def named(scene: Scene, start: int, length: int) -> list[Entity | None]:
    """Who is mentioned by a stretch of the text."""
    return [
        scene.home(j) for j, m in enumerate(scene.found) if m.sort is Sort.NAME and m.span.start < start + length and start < m.span.end
    ]


def score(counts: Counter[str]) -> dict[str, float]:
    tp, fp, fn = counts["tp"], counts["fp"], counts["fn"]
    precision = 100 * tp / (tp + fp) if tp + fp else 0.0
    recall = 100 * tp / (tp + fn) if tp + fn else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 1), "recall": round(recall, 1), "f1": round(f1, 1)}


def measure(part: list[dict[str, str]], system: Answer, *, wrong: bool) -> dict[str, object]:
    counts = {k: Counter[str]() for k in ("overall", "masculine", "feminine")}
    for row in part:
        gender = "feminine" if row["Pronoun"].lower() in words.SHE else "masculine"
        *said, entity = answers(row, system)
        for name, found in zip("AB", said, strict=True):
            gold = row[f"{name}-coref"] == "TRUE"
            kind = ("tp" if found else "fn") if gold else ("fp" if found else "tn")
            counts["overall"][kind] += 1
            counts[gender][kind] += 1
        if wrong and [row[f"{x}-coref"] == "TRUE" for x in "AB"] != said:
            show(row, entity)
    figures = {k: score(c) for k, c in counts.items()}
    return {**figures, "bias": round(figures["feminine"]["f1"] / (figures["masculine"]["f1"] or 1.0), 2)}


def fit(part: list[dict[str, str]], rounds: int) -> dict[str, float]:
    """Weights of the evidence that make the labelled parties likeliest: a log-linear model over mentions, by gradient ascent."""
    names, examples = list(WEIGHTS), [e for row in part if (e := example(row)) is not None]
    weights = np.array([WEIGHTS[n] for n in names])
    for step in range(rounds):
        slope = -0.002 * weights
        for features, right in examples:
            odds = np.exp(features @ weights)
            all_of, right_of = odds / odds.sum(), odds * right
            wanted = right_of / right_of.sum() if right.any() else None
            slope += ((wanted - all_of) @ features if wanted is not None else 0.0) / len(examples)
        weights += 0.5 / (1 + step / rounds) * slope
    return {n: round(float(w), 2) for n, w in zip(names, weights, strict=True)}


def example(row: Mapping[str, str]) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
    """The evidence of every candidate mention, and which of them are the labelled party's; None where no label is among them."""
    told = scene(row["Text"])
    place = int(row["Pronoun-offset"])
    i = next((i for i in told.inside(Span(place, place + 1)) if told.found[i].sort is Sort.PRONOUN), None)
    right = {id(e) for x in "AB" if row[f"{x}-coref"] == "TRUE" for e in named(told, int(row[f"{x}-offset"]), len(row[x])) if e}
    if i is None:
        return None
    reader = told.pronouns.follow()
    candidates = list(reader.candidates(i))
    gold = np.array([float(id(e) in right) for _, e in candidates])
    if not gold.any() or gold.all():
        return None
    signs = [evidence(told.found, i, j, e, reader.trail) for j, e in candidates]
    return np.array([[s.get(n, 0.0) for n in WEIGHTS] for s in signs]), gold


def show(row: Mapping[str, str], entity: Entity | None) -> None:
    place = int(row["Pronoun-offset"])
    text = row["Text"]
    gold = [row[x] for x in "AB" if row[f"{x}-coref"] == "TRUE"]
    print(f"{row['ID']} gold={gold} A={row['A']} B={row['B']} found={best_name(entity) if entity else None!r}")
    print("   ", text[:place], f"<<{row['Pronoun']}>>", text[place + len(row["Pronoun"]) :][:80], "\n")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--part", choices=["development", "validation"], default="validation")
    ap.add_argument("--wrong", action="store_true", help="print what counterclaim got wrong")
    ap.add_argument("--fit", type=int, metavar="ROUNDS", help="print weights for parties/evidence.py, fitted on the development part")
    a = ap.parse_args()
    if a.fit:
        print(json.dumps(fit(rows("development"), a.fit)))
        return
    part = rows(a.part)
    if a.wrong:
        measure(part, ours, wrong=True)
        return
    result = {"part": a.part, "pronouns": len(part), **{name: measure(part, system, wrong=False) for name, system in SYSTEMS.items()}}
    print(json.dumps(result, indent=1))
    if a.part == "validation":
        (ROOT / "benchmarks" / "results" / "gap.json").write_text(json.dumps(result, indent=1) + "\n", "utf8")


if __name__ == "__main__":
    main()
