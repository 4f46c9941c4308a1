"""Turns annotated articles into training examples: one JSON line an article, with words, word pieces and attributions.

    PYTHONPATH=src:training/en python training/en/prepare.py --polnear DIR --leave-out DIR --tokenizer tokenizer.json --out FOLDER
    (add `--corpora corpora` for our own: the part "own", and what PolNeAR's articles say of acts, targets and answers)

Offsets in: code points. Offsets out: words, half-open, as counterclaim.text.words counts them. Left out: broken annotation
lines, those marked Discuss or Discard, near-duplicates within the training part, and every text that a folder of
`--leave-out` also holds (sets to measure on, whose texts must train nothing).
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from corpora.reader import DATA  # noqa: E402

from corpora import reader  # noqa: E402
from counterclaim.ingest.plain import read as read_plain  # noqa: E402
from counterclaim.records import Act, Document, DocumentId, DocumentKind, Provenance  # noqa: E402
from counterclaim.text.segment import WORD, segment  # noqa: E402
from counterclaim.text.unnamed import PLACEHOLDERS  # noqa: E402
from counterclaim.text.words import read  # noqa: E402

ACTS = tuple(Act)
OTHER = (Act.DEMAND, Act.COMMITMENT, Act.CHARACTERISATION, Act.ASSERTION)
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


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document of our corpora: its text, attributions, and statements as the later heads learn them (see `told`)."""

    name: str
    text: str
    attributions: list[dict[str, list[list[int]]]]
    statements: list[dict[str, Any]]


def corpus(name: str) -> Iterator[Labelled]:
    """The training part of one of our corpora, articles only: in a post or a release the author's own voice has no source."""
    for story in reader.read(ROOT / "corpora" / name, split="train", data=DATA):
        for document in story.documents:
            if document.kind == "article":
                body = read_plain(document.text, DocumentId(document.id), source=document.id, sha256="").text
                shift = document.text.index(body)
                own = [s for s in story.statements if s.doc == document.id and min((a for a, _ in s.content), default=-1) >= shift]
                attributions = [{r: moved(getattr(s, r), shift) for r in ROLES} for s in own if s.source or s.cue]
                taught = [] if kept_for_heads(story.id) else [told(s, own, story, body, shift) for s in own]
                yield Labelled(f"{story.id}/{document.id}", body, attributions, taught)


def kept_for_heads(story: str) -> bool:
    """One story in four teaches the encoder no act, target or answer: what is fitted on its states must see unseen ones."""
    return int(hashlib.sha256(story.encode()).hexdigest(), 16) % 4 == 0


def moved(spans: reader.Spans, by: int) -> list[list[int]]:
    return [[a - by, b - by] for a, b in spans if a >= by]


def told(s: reader.Statement, own: list[reader.Statement], story: reader.Story, body: str, shift: int) -> dict[str, Any]:
    """One statement: content, cue, its acts, where its target is named (empty: has none; None: named nowhere), what it answers."""
    party = next((p for p in story.parties if p.id == s.target), None)
    named = [] if party is None else named_in(body, {party.name, *party.aliases})
    charges = {c.id: c for c in story.charges}
    answered = {x for r in story.responses if r.statement == s.id for x in charges[r.charge].statements}
    here = [i for i, other in enumerate(own) if other.id in answered]
    return {
        "content": moved(s.content, shift),
        "cue": moved(s.cue, shift),
        "acts": [ACTS.index(Act(s.act.replace("other-response", "assertion")))],
        "target": None if s.target and not named else named,
        "answers": None if answered and not here else here,
    }


def named_in(text: str, names: set[str]) -> list[list[int]]:
    pattern = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))
    return [list(m.span()) for m in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text)]


def unlabelled(attribution: dict[str, list[list[int]]]) -> dict[str, Any]:
    """An attribution that the dispute layer passes over: neither charge nor answer."""
    return {
        "content": attribution["content"],
        "cue": attribution["cue"],
        "acts": [ACTS.index(a) for a in OTHER],
        "target": None,
        "answers": [],
    }


def dispute_layer() -> dict[str, Labelled]:
    """What corpora/disputes says of PolNeAR's training articles, by article."""
    return {labelled.name.split("/")[0]: labelled for labelled in corpus("disputes")}


def joined(attributions: list[dict[str, list[list[int]]]], layer: Labelled) -> list[dict[str, Any]]:
    """The layer's statements, and the article's other attributions as ones that are neither charge nor answer."""
    if not layer.statements:
        return []
    taken = [(a, b) for s in layer.statements for a, b in s["content"]]
    free = [a for a in attributions if not any(x < d and c < y for x, y in a["content"] for c, d in taken)]
    return [*layer.statements, *map(unlabelled, free)]


# --- leaving out ---------------------------------------------------------------------------------------------------


def shingles(text: str) -> set[int]:
    words = [w.lower() for w in WORD.findall(text)]
    return {hash(tuple(words[i : i + SHINGLE])) for i in range(max(1, len(words) - SHINGLE + 1))}


def alike(a: set[int], b: set[int]) -> bool:
    return len(a & b) * 3 > min(len(a), len(b))


# --- writing -------------------------------------------------------------------------------------------------------


def example(
    name: str, text: str, attributions: list[dict[str, list[list[int]]]], statements: list[dict[str, Any]], tokenizer: Tokenizer
) -> dict[str, Any]:
    """One article as a model reads it. `pieces` holds the word pieces of each word."""
    document = Document(id=DocumentId(name), kind=DocumentKind.ARTICLE, text=text, provenance=Provenance(path=name, sha256=""))
    words = read(text, segment(document), first=int(hashlib.sha256(name.encode()).hexdigest(), 16) % len(PLACEHOLDERS))
    starts, ends = [s.start for s in words.spans], [s.end for s in words.spans]

    def in_words(span: list[int]) -> list[int]:
        inside = [i for i, (start, end) in enumerate(zip(starts, ends, strict=True)) if start < span[1] and span[0] < end]
        return [inside[0], inside[-1] + 1] if inside else []

    def all_in_words(spans: list[list[int]] | None) -> list[list[int]] | None:
        return None if spans is None else [w for s in spans if (w := in_words(s))]

    pieces = tokenizer.encode_batch(list(words.texts), add_special_tokens=False)
    unknown = tokenizer.token_to_id("[UNK]")
    return {
        "id": name,
        "text": text,
        "pieces": [p.ids or [unknown] for p in pieces],
        "casing": words.casing,
        "quoted": words.quoted,
        "sentences": words.sentences,
        "paragraphs": words.paragraphs,
        "attributions": [{role: all_in_words(a[role]) for role in ROLES} for a in attributions],
        "statements": [{**s, **{k: all_in_words(s[k]) for k in ("content", "cue", "target")}} for s in statements],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path)
    parser.add_argument("--corpora", action="store_true", help="our own as well")
    parser.add_argument("--leave-out", type=Path, nargs="*", default=[])
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    options.out.mkdir(parents=True, exist_ok=True)

    measured = [shingles(p.read_text("utf-8")) for folder in options.leave_out for p in sorted(folder.rglob("*.txt"))]
    layer = dispute_layer() if options.corpora else {}
    parts: dict[str, Iterator[Labelled]] = {}
    if options.polnear:
        for part in ("train", "dev"):
            parts[part] = (Labelled(n, t, a, joined(a, layer[n]) if n in layer else []) for n, t, a in polnear(options.polnear / part))
    if options.corpora:
        parts["own"] = itertools.chain(corpus("wikinews"), corpus("invented"))
    for part, articles in parts.items():
        kept: list[set[int]] = []
        dropped: list[str] = []
        with (options.out / f"{part}.jsonl").open("w", encoding="utf-8") as file:
            for a in articles:
                here = shingles(a.text)
                if part != "dev" and any(alike(here, other) for other in [*measured, *kept]):
                    dropped.append(a.name)
                    continue
                kept.append(here)
                file.write(json.dumps(example(a.name, a.text, a.attributions, a.statements, tokenizer)) + "\n")
        print(f"{part}: {len(kept)} articles kept, {len(dropped)} left out: {', '.join(dropped)}")


if __name__ == "__main__":
    main()
