"""Turns annotated articles into training examples: one JSON line an article, with words, word pieces and attributions.

    PYTHONPATH=src:training/en python training/en/prepare.py --polnear DIR --leave-out DIR --tokenizer tokenizer.json --out FOLDER
    PYTHONPATH=src:training/en python training/en/prepare.py --own corpora --tokenizer tokenizer.json --out FOLDER

Offsets in: code points. Offsets out: words, half-open, as counterclaim.text.words counts them. Left out: broken annotation
lines, those marked Discuss or Discard, near-duplicates within the training part, and every text that a folder of
`--leave-out` also holds (sets to measure on, whose texts must train nothing).
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from counterclaim.records import Document, DocumentId, DocumentKind, Provenance
from counterclaim.text.segment import WORD, segment
from counterclaim.text.words import read

ROLES = ("content", "cue", "source")
SHINGLE = 8  # words; two articles that share a third of their shingles are one article told twice


# --- reading -------------------------------------------------------------------------------------------------------


def polnear(folder: Path) -> Iterator[tuple[str, str, list[dict[str, list[list[int]]]]]]:
    """(name, text, attributions) of each article; of several annotators the alphabetically first."""
    seen = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = re.sub(r"_[0-9a-f]{4}$", "", path.stem)
        if name not in seen:
            seen.add(name)
            text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
            yield name, text, list(brat(path.read_bytes().decode("utf-8"), len(text)))


def brat(annotation: str, length: int) -> Iterator[dict[str, list[list[int]]]]:
    """The attributions of one brat file; a relation that points at a broken span loses that span, without content it is dropped."""
    spans: dict[str, list[list[int]]] = {}
    for key, rest in re.findall(r"^(T\d+)\t(?:Cue|Source|Content) ([\d ;]+)\t", annotation, re.MULTILINE):
        pieces = [[int(n) for n in piece.split()] for piece in rest.split(";")]
        if all(len(p) == 2 and 0 <= p[0] < p[1] <= length for p in pieces):
            spans[key] = pieces
    for line in re.findall(r"^E\d+\t(Attribution.*)$", annotation, re.MULTILINE):
        found: dict[str, list[list[int]]] = {role: [] for role in ROLES}
        for part in line.split()[1:]:
            role, _, key = part.partition(":")
            found.get(role.rstrip("0123456789").lower(), []).extend(spans.get(key, []))
        if found["content"]:
            yield {role: sorted(pieces) for role, pieces in found.items()}


def own(folder: Path) -> Iterator[tuple[str, str, list[dict[str, list[list[int]]]]]]:
    """(name, text, attributions) of each document under a folder of stories with gold.json: statements with `*_at` offsets."""
    for path in sorted(folder.rglob("gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        for document in gold["documents"]:
            file = path.parent / document.get("file", document["id"])
            text = file.read_text("utf-8").replace("\r\n", "\n").lstrip("\ufeff")
            statements = [s for s in gold["statements"] if s["document"] == document["id"]]
            yield f"{path.parent.name}/{file.stem}", text, [{role: pairs(s.get(f"{role}_at")) for role in ROLES} for s in statements]


def pairs(value: Any) -> list[list[int]]:
    """[[start, end], ...] of an offset field that holds one pair, several, or none."""
    if not value:
        return []
    return [list(value)] if isinstance(value[0], int) else [list(p) for p in value]


# --- leaving out ---------------------------------------------------------------------------------------------------


def shingles(text: str) -> set[int]:
    words = [w.lower() for w in WORD.findall(text)]
    return {hash(tuple(words[i : i + SHINGLE])) for i in range(max(1, len(words) - SHINGLE + 1))}


def alike(a: set[int], b: set[int]) -> bool:
    return len(a & b) * 3 > min(len(a), len(b))


# --- writing -------------------------------------------------------------------------------------------------------


def example(name: str, text: str, attributions: list[dict[str, list[list[int]]]], tokenizer: Tokenizer) -> dict[str, Any]:
    """One article as a model reads it. `pieces` holds the word pieces of each word."""
    document = Document(id=DocumentId(name), kind=DocumentKind.ARTICLE, text=text, provenance=Provenance(path=name, sha256=""))
    words = read(text, segment(document))
    starts, ends = [s.start for s in words.spans], [s.end for s in words.spans]

    def in_words(span: list[int]) -> list[int]:
        inside = [i for i, (start, end) in enumerate(zip(starts, ends, strict=True)) if start < span[1] and span[0] < end]
        return [inside[0], inside[-1] + 1] if inside else []

    pieces = tokenizer.encode_batch(list(words.texts), add_special_tokens=False)
    unknown = tokenizer.token_to_id("[UNK]")
    return {
        "id": name,
        "pieces": [p.ids or [unknown] for p in pieces],
        "casing": words.casing,
        "quoted": words.quoted,
        "sentences": words.sentences,
        "paragraphs": words.paragraphs,
        "attributions": [{role: [w for s in a[role] if (w := in_words(s))] for role in ROLES} for a in attributions],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path)
    parser.add_argument("--own", type=Path)
    parser.add_argument("--leave-out", type=Path, nargs="*", default=[])
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    options.out.mkdir(parents=True, exist_ok=True)

    measured = [shingles(p.read_text("utf-8")) for folder in options.leave_out for p in sorted(folder.rglob("*.txt"))]
    parts = {"train": polnear(options.polnear / "train"), "dev": polnear(options.polnear / "dev")} if options.polnear else {}
    if options.own:
        parts["own"] = own(options.own)
    for part, articles in parts.items():
        kept: list[set[int]] = []
        dropped: list[str] = []
        with (options.out / f"{part}.jsonl").open("w", encoding="utf-8") as file:
            for name, text, attributions in articles:
                here = shingles(text)
                if part != "dev" and any(alike(here, other) for other in [*measured, *kept]):
                    dropped.append(name)
                    continue
                kept.append(here)
                file.write(json.dumps(example(name, text, attributions, tokenizer)) + "\n")
        print(f"{part}: {len(kept)} articles kept, {len(dropped)} left out: {', '.join(dropped)}")


if __name__ == "__main__":
    main()
