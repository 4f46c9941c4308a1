"""Writes a trained model as the folder that the package opens: model.onnx (int8), tokenizer.json, card.json.

    PYTHONPATH=src:training/en python training/en/export.py --run standard --model OUT/model.pt --base FOLDER --data FOLDER --to FOLDER

The vocabulary can be pruned (`--keep`) to the pieces that are most frequent or were seen in training; other words are then
read in smaller pieces. Weights are int8 per channel with a reduced range, which loses nothing on machines without VNNI.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor
from train import LINKS, ROLES, Model, Settings, read_articles, window

from counterclaim.encoder import HEADS, LABELS
from counterclaim.records import SCHEMA_VERSION
from counterclaim.statements.decode import EVIDENCE
from counterclaim.statements.relations import FEATURES
from counterclaim.text.words import CASINGS, QUOTED

SPECIAL = {"bert": ("[CLS]", "[SEP]", "[PAD]", "[UNK]"), "mpnet": ("<s>", "</s>", "<pad>", "[UNK]")}
SEEN = 3  # a piece seen so often in training is kept whatever its rank


def open_model(path: Path, base: Path, settings: Settings) -> tuple[Model, dict[str, Any]]:
    config = json.loads((base / "config.json").read_text("utf-8"))
    model = Model(config, settings)
    saved = torch.load(path, weights_only=True)
    model.load_state_dict(saved["model"])
    return model.eval(), {"steps": saved["step"]}


def prune(model: Model, tokenizer: dict[str, Any], articles: list[dict[str, Any]], keep: int) -> None:
    """Drops word pieces in place, from the embedding and the tokenizer alike. A vocabulary is in order of frequency."""
    vocabulary = tokenizer["model"]["vocab"]
    seen = Counter(p for a in articles for word in a["pieces"] for p in word)
    special = {t["content"] for t in tokenizer["added_tokens"]}
    must = {i for piece, i in vocabulary.items() if piece in special or len(piece.removeprefix("##")) == 1 or seen[i] >= SEEN}
    unused = {i for piece, i in vocabulary.items() if piece.startswith("[unused")}
    frequent = (i for i in sorted(vocabulary.values()) if i not in must and i not in unused)
    kept = sorted(must | {i for i, _ in zip(frequent, range(max(0, keep - len(must))), strict=False)})
    place = {old: new for new, old in enumerate(kept)}
    tokenizer["model"]["vocab"] = {piece: place[i] for piece, i in vocabulary.items() if i in place}
    for token in tokenizer["added_tokens"]:
        token["id"] = place[token["id"]]
    tokenizer["post_processor"] = None  # the package marks the ends itself
    weight = model.encoder.word.weight.detach()[kept]
    model.encoder.word = torch.nn.Embedding.from_pretrained(weight)
    model.encoder.padding = place[model.encoder.padding]


def write_graph(model: Model, path: Path) -> None:
    pieces, features = torch.randint(5, 1000, (1, 24)), torch.zeros(1, 24, 3, dtype=torch.long)
    axes = {0: "batch", 1: "length"}
    torch.onnx.export(
        model,
        (pieces, features),
        str(path),
        input_names=["pieces", "features"],
        output_names=["tags", "projections", "states"],
        dynamic_axes=dict.fromkeys(("pieces", "features", "tags", "projections", "states"), axes),
        opset_version=17,
        dynamo=False,
    )


def quantise(path: Path, to: Path) -> None:
    quantize_dynamic(str(path), str(to), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def differences(model: Model, path: Path, articles: list[dict[str, Any]], ends: tuple[int, int]) -> dict[str, float]:
    """How far a graph is from the model it was made of: the largest difference, and how many words get another best tag."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    largest, other, words = 0.0, 0, 0
    for article in articles[:5]:
        w = window(article, 0, min(150, len(article["pieces"])), ends)
        pieces, features = torch.tensor([w.pieces]), torch.tensor([w.features])
        with torch.no_grad():
            ours: Tensor = model(pieces, features)[0][0]
        theirs = session.run(["tags"], {"pieces": pieces.numpy(), "features": features.numpy()})[0][0]
        largest = max(largest, float(np.abs(ours.numpy() - theirs).max()))
        best = [x.reshape(len(x), len(ROLES), 3).argmax(-1) for x in (ours.numpy()[w.firsts], theirs[w.firsts])]
        other, words = other + int((best[0] != best[1]).sum()), words + best[0].size
    return {"largest": round(largest, 6), "other_tags": round(other / words, 5)}


def bigrams(articles: list[dict[str, Any]]) -> list[Any]:
    """[role][tag][next tag] log probabilities in the training articles."""
    counts = np.ones((len(ROLES), 3, 3))
    for article in articles:
        tags = window(article, 0, len(article["pieces"]), (0, 0)).tags
        for role in range(len(ROLES)):
            np.add.at(counts[role], (tags[:-1, role], tags[1:, role]), 1)
    logs: list[Any] = np.log(counts / counts.sum(-1, keepdims=True)).round(4).tolist()
    return logs


def decoding(model: Model, settings: Settings, articles: list[dict[str, Any]]) -> dict[str, Any]:
    def numbers(x: Tensor) -> Any:
        return np.asarray(x.detach().numpy(), dtype=np.float64).round(5).tolist()

    weights = [
        {
            "hidden": numbers(link.hidden.weight.T),
            "hidden_bias": numbers(link.hidden.bias),
            "score": numbers(link.score.weight[0]),
            "score_bias": numbers(link.score.bias[0]),
            "none": numbers(link.null),
            "none_bias": numbers(link.null_bias[0]),
        }
        for link in model.links
    ]
    return {
        "features": FEATURES,
        "rank": settings.rank,
        "bigrams": bigrams(articles),
        "bigram_weight": 0.1,
        "eagerness": settings.eagerness,
        "links": weights,
        "link_roles": LINKS,
        "calibration": [1.0] * (len(EVIDENCE) + 1),  # calibrate.py fits it
    }


def told(model: Model) -> dict[str, Any]:
    """The head of acts, by the names that statements.leanings reads; half precision is enough. Targets and answers only train."""
    arrays = {"acts": model.told.acts.weight.T, "acts_bias": model.told.acts.bias}
    return {name: values.detach().numpy().astype(np.float16) for name, values in arrays.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--run", required=True)
    parser.add_argument("--model", type=Path, required=True, help="model.pt or checkpoint.pt of a run")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--keep", type=int, help="word pieces to keep")
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    tables = tomllib.loads(options.config.read_text("utf-8"))
    settings = Settings(**tables[options.run])
    model, trained = open_model(options.model, options.base, settings)
    articles = read_articles(options.data, settings.parts)
    tokenizer = json.loads((options.base / "tokenizer.json").read_text("utf-8"))
    tokenizer["truncation"] = tokenizer["padding"] = None
    kind = "mpnet" if model.encoder.mpnet else "bert"
    options.to.mkdir(parents=True, exist_ok=True)
    width = model.tags.in_features

    full, small = options.to / "model.fp32.onnx", options.to / "model.onnx"
    ends = tuple(tokenizer["model"]["vocab"][t] for t in SPECIAL[kind][:2])
    if options.keep:  # compared before pruning, since the examples hold the old pieces
        write_graph(model, full)
        print("whole vocabulary, fp32:", differences(model, full, articles, ends))
        prune(model, tokenizer, articles, options.keep)
    write_graph(model, full)
    quantise(full, small)
    if not options.keep:
        print("fp32:", differences(model, full, articles, ends), "int8:", differences(model, small, articles, ends))
    full.unlink()
    np.savez(options.to / HEADS, **told(model))
    (options.to / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), "utf-8")
    vocabulary = tokenizer["model"]["vocab"]
    card = {
        "name": f"counterclaim attribution, English, {options.run}",
        "schema_version": SCHEMA_VERSION,
        "labels": LABELS,
        "casings": CASINGS,
        "quoted": QUOTED,
        "tokens": dict(zip(("begin", "end", "padding", "unknown"), (vocabulary[t] for t in SPECIAL[kind]), strict=True)),
        "outputs": {"tags": 9, "projections": model.projections.out_features, "states": width},
        "sha256": {name: hashlib.sha256((options.to / name).read_bytes()).hexdigest() for name in ("model.onnx", "tokenizer.json", HEADS)},
        **tables["card"],
        "corpora": [corpus for part in settings.parts for corpus in tables["corpora"][part]],
        "teacher": "the accurate profile" if settings.teacher_weight else None,
        "base": tables[options.run].get("base"),
        "training": {"articles": len(articles), "parts": settings.parts, "seed": settings.seed, **trained},
        "scores": {},
        "decoding": decoding(model, settings, articles),
    }
    (options.to / "card.json").write_text(json.dumps(card, ensure_ascii=False, indent=1) + "\n", "utf-8")
    print({p.name: p.stat().st_size for p in options.to.iterdir()})


if __name__ == "__main__":
    main()
