"""Scores a tagger on annotated articles: `python benchmarks/attribution.py --profile rules|fast|standard|accurate [--layer on|off]`.

With `--corpus wikinews` or `invented` on the held-out articles of one of our own corpora.

The scorer (peerbench) and PolNeAR lie in ../shared, which is not ours; the development part only. Speed is words per
CPU-second of one process with one thread, segmentation to attributions. A row is written to benchmarks/results/attribution.json.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from counterclaim.encoder import Encoder, Profile, open_profile
from counterclaim.ingest.plain import read as read_plain
from counterclaim.records import Attribution, Document, DocumentId, DocumentKind, Provenance, Tagger
from counterclaim.statements.decode import Decoding, decoding_from
from counterclaim.statements.model import ModelTagger
from counterclaim.statements.quoted import complete
from counterclaim.statements.relations import nearest_weights
from counterclaim.statements.rules import RulesTagger
from counterclaim.text.segment import segment

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT))
SUBSETS = ("all", "quoted", "direct", "indirect", "speech")
MEASURES = ("attribution", "detected", "content_exact", "content_tokens", "cue_tokens", "source_tokens")


def tagger(profile: str, *, layer: bool, nearest: bool, weights: Path | None) -> Tagger:
    if profile == "rules":
        return RulesTagger()
    encoder = Encoder(weights) if weights else open_profile(Profile(profile))
    decoding: Decoding = decoding_from(encoder.decoding)
    if nearest:
        decoding = replace(decoding, content_to_cue=nearest_weights(decoding.rank), cue_to_source=nearest_weights(decoding.rank))
    return ModelTagger(encoder, floor=RulesTagger() if layer else None, layer=complete if layer else None, decoding=decoding)


def predict(tag: Tagger, docs: list[dict[str, Any]]) -> tuple[dict[str, list[dict[str, Any]]], float]:
    """Attributions of each document by id, and words per CPU-second."""
    found, words = {}, 0
    began = time.process_time()
    for d in docs:
        document = Document(
            id=DocumentId(d["id"]), kind=DocumentKind.ARTICLE, text=d["text"], provenance=Provenance(path=d["id"], sha256="")
        )
        found[d["id"]] = [plain(a) for a in tag.tag(document, segment(document))]
        words += len(d["text"].split())
    return found, words / (time.process_time() - began)


def own(corpus: str) -> Iterator[dict[str, Any]]:
    """The held-out articles of one of our corpora; no interviews, which are told turn by turn in their speakers' own voice."""
    from corpora import reader

    for story in reader.read(ROOT / "corpora" / corpus, split="heldout", data=SHARED / "data"):
        for d in story.documents:
            read = read_plain(d.text, DocumentId(d.id), source=d.id, sha256="")
            if d.kind == "article" and not read.turns:
                text = read.text  # front matter is no text
                shift = d.text.index(text)
                labels = [s for s in story.statements if s.doc == d.id and (s.source or s.cue) and s.content[0][0] >= shift]
                yield {"id": f"{story.id}/{d.id}", "text": text, "gold": [label(s, shift) for s in labels]}


def label(statement: Any, shift: int) -> dict[str, Any]:
    spans = {role: [(a - shift, b - shift) for a, b in getattr(statement, role) if a >= shift] for role in ("content", "cue", "source")}
    return {**spans, "no_source": not spans["source"]}


def plain(attribution: Attribution) -> dict[str, Any]:
    return {role: [(s.start, s.end) for s in getattr(attribution, role)] for role in ("content", "cue", "source")}


def cpu() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    name = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.processor())
    flags = next((line for line in lines if line.startswith("flags")), "")
    return f"{name}, {'VNNI' if 'vnni' in flags else 'AVX2' if 'avx2' in flags else 'no AVX2'}"


def summary(scores: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {subset: {m: scores[subset][m]["f"] for m in MEASURES} for subset in SUBSETS}


def record(row: dict[str, Any], path: Path) -> None:
    """Puts a row in the place of the one with the same settings."""
    key: Callable[[dict[str, Any]], Any] = lambda r: [r[k] for k in ("profile", "layer", "links", "gold")]  # noqa: E731
    rows = json.loads(path.read_text("utf-8")) if path.exists() else []
    rows = sorted([r for r in rows if key(r) != key(row)] + [row], key=lambda r: str(key(r)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", choices=["rules", *Profile], required=True)
    parser.add_argument("--layer", choices=["on", "off"], default="on", help="the deterministic layer: rules, quotations, turns, sign-offs")
    parser.add_argument("--links", choices=["scored", "nearest"], default="scored")
    parser.add_argument("--weights", type=Path, help="a model folder, instead of the installed one")
    parser.add_argument("--gold", type=Path, help="a .jsonl of id, text, gold; default: PolNeAR's development part")
    parser.add_argument("--corpus", choices=["wikinews", "invented"], help="held-out articles of our own")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results" / "attribution.json")
    parser.add_argument("--predictions", type=Path, help="keep the predictions here, to read errors")
    options = parser.parse_args()
    sys.path.insert(0, str(SHARED / "eval" / "peerbench"))
    sys.dont_write_bytecode = True
    from pb import data, score  # type: ignore[import-not-found]

    if options.corpus:
        docs = list(own(options.corpus))
    else:
        docs = data.jsonl(str(options.gold)) if options.gold else data.polnear(str(SHARED / "data" / "polnear"), "dev")
    docs = docs[: options.limit]
    tag = tagger(options.profile, layer=options.layer == "on", nearest=options.links == "nearest", weights=options.weights)
    found, speed = predict(tag, docs)
    row = {
        "profile": options.profile,
        "layer": "on" if options.profile == "rules" else options.layer,
        "links": options.links,
        "gold": f"{options.corpus} held out" if options.corpus else options.gold.stem if options.gold else "polnear-dev",
        "documents": len(docs),
        "figures": summary(score.score(docs, found)),
        "words_per_cpu_second": round(speed),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "cpu": cpu(),
    }
    if options.predictions:
        options.predictions.write_text("\n".join(json.dumps({"id": i, "attributions": a}) for i, a in found.items()) + "\n", "utf-8")
    record(row, options.out)
    print(json.dumps(row, indent=1))


if __name__ == "__main__":
    main()
