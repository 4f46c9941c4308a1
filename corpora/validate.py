"""Validate all corpora: formats, offsets, hashes, vocabularies, statuses, splits, and that no text kept for measuring trains.

    python -m corpora.validate [CORPUS...] [--data ../shared/data]
    python -m corpora.validate --block FOLDER [...]      rewrites never_train.tsv from folders of stories

Without the data folder the texts of standoff corpora cannot be read: their offsets are then checked against the noted lengths
only, and a note says so. Exit status 1 if there is a problem; each is one line.
`never_train.tsv` holds fingerprints (a hash of a text's letters and digits, so that layout does not matter) and addresses of the
texts that no training split may hold.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from corpora.compile import FIELDS, LabelError, build, check, load_json, overlap
from corpora.reader import DATA, SPLITS, ReaderError, check_text, labelled, restore, splits, text_of

HERE = Path(__file__).resolve().parent
BLOCKED = HERE / "never_train.tsv"
COPIED_WORDS = 12


@dataclass(frozen=True, slots=True)
class Blocked:
    """What no training split may hold."""

    fingerprints: frozenset[str]
    urls: frozenset[str]


def fingerprint(text: str) -> str:
    """Hash of a text's letters and digits, lower case."""
    return hashlib.sha256("".join(c for c in text.lower() if c.isalnum()).encode()).hexdigest()


def address(url: str) -> str:
    """A url in one spelling."""
    return re.sub(r"(?<!:)/+", "/", unquote(url)).rstrip("/").lower()


def load_blocked(path: Path) -> Blocked:
    """never_train.tsv (none: nothing is blocked)."""
    lines = path.read_text("utf-8").splitlines()[1:] if path.exists() else []
    cells = [line.split("\t") for line in lines]
    return Blocked(frozenset(c[0] for c in cells), frozenset(address(c[1]) for c in cells if c[1]))


def write_blocked(folders: Sequence[Path], path: Path) -> int:
    """Collect fingerprints and addresses from folders of stories (one folder a story, texts as *.txt)."""
    lines = set()
    for text in (t for folder in folders for t in folder.glob("*/*.txt")):
        meta_path = text.parent / "meta.json"
        docs = load_json(meta_path).get("docs", []) if meta_path.exists() else []
        url = next((d.get("url") or "" for d in docs if d["id"] == text.stem), "")
        lines.add(f"{fingerprint(text.read_text('utf-8'))}\t{url}\t{text.parent.name}")
    path.write_text("fingerprint\turl\tstory\n" + "".join(f"{line}\n" for line in sorted(lines)), "utf-8")
    return len(lines)


# ---------------------------------------------------------------- one story


def bad_spans(gold: Mapping[str, Any], where: str) -> Iterator[str]:
    """Offsets outside the text, empty, out of order or overlapping."""
    lengths = {d["id"]: d["length"] for d in gold["documents"]}
    for s in gold["statements"]:
        for field in FIELDS:
            found = s.get(f"{field}_at")
            if not isinstance(found, list):
                yield f"{where} {s['id']}: {field}_at is missing"
                continue
            for start, end in found:
                if not 0 <= start < end <= lengths.get(s["doc"], 0):
                    yield f"{where} {s['id']}: {field} [{start}, {end}] lies outside {s['doc']}"
            for a, b in itertools.pairwise(found):
                if overlap(tuple(a), tuple(b)) or a > b:
                    yield f"{where} {s['id']}: pieces of {field} overlap or stand out of order"


def bare(gold: Mapping[str, Any]) -> dict[str, Any]:
    """gold.json with stand-in strings, so that the checks of labels run without the texts."""
    stand_ins = [s | {field: "?" if s.get(f"{field}_at") else None for field in FIELDS} for s in gold["statements"]]
    return {**gold, "statements": stand_ins}


def standoff_rules(folder: Path, gold: Mapping[str, Any], where: str) -> Iterator[str]:
    """A standoff story keeps no words of its texts."""
    for name in ("labels.json", *(p.name for p in folder.glob("*.txt"))):
        if (folder / name).exists():
            yield f"{where}: {name} must not stand in a standoff corpus"
    for s in gold["statements"]:
        for field in FIELDS:
            if s.get(field):
                yield f"{where} {s['id']}: {field} holds words of the text"


def copied_gists(gold: Mapping[str, Any], texts: Mapping[str, str], where: str) -> Iterator[str]:
    """Gists that repeat a long run of a text's words."""
    bodies = [" ".join(re.findall(r"\w+", text.lower())) for text in texts.values()]
    for charge in gold["charges"]:
        words = re.findall(r"\w+", charge["gist"].lower())
        runs = [" ".join(words[i : i + COPIED_WORDS]) for i in range(len(words) - COPIED_WORDS + 1)]
        if any(run in body for run in runs for body in bodies):
            yield f"{where} {charge['id']}: gist repeats {COPIED_WORDS} words of a text; use your own"


def stale(folder: Path, gold: Mapping[str, Any], meta: dict[str, Any], texts: Mapping[str, str], where: str) -> Iterator[str]:
    """gold.json that is not what labels.json compiles to."""
    try:
        again = build(load_json(folder / "labels.json"), meta, texts, str(folder / "labels.json"))
    except LabelError as error:
        yield from str(error).splitlines()
        return
    if json.loads(json.dumps(again)) != gold:
        yield f"{where}: gold.json is not what labels.json compiles to; run corpora/compile.py"


def load_texts(corpus: Path, name: str, meta: Mapping[str, Any], gold: Mapping[str, Any], data: Path) -> dict[str, str]:
    """Texts of a story, hashes checked."""
    noted = {d["id"]: d for d in gold["documents"]}
    texts = {}
    for doc in meta["docs"]:
        texts[doc["id"]] = text_of(corpus, name, doc, splits(corpus).get("texts"), data)
        check_text(f"{corpus.name} {name} {doc['id']}", noted.get(doc["id"]), texts[doc["id"]])
    return texts


def have_texts(corpus: Path, data: Path) -> bool:
    """Whether the texts of a corpus can be read here."""
    elsewhere = splits(corpus).get("texts")
    return elsewhere is None or (data / elsewhere).exists()


def story_problems(corpus: Path, name: str, data: Path) -> Iterator[str]:
    """All problems of one story."""
    folder, where = corpus / "stories" / name, f"{corpus.name} {name}"
    standoff = splits(corpus).get("texts") is not None
    try:
        gold, meta = load_json(folder / "gold.json"), load_json(folder / "meta.json")
        spans_wrong = list(bad_spans(gold, where))
        yield from spans_wrong
        if standoff:
            yield from standoff_rules(folder, gold, where)
        if spans_wrong or not have_texts(corpus, data):
            yield from check(bare(gold), meta, where)
            return
        texts = load_texts(corpus, name, meta, gold, data)
        if standoff:
            yield from check(restore(gold, texts), meta, where)
            yield from copied_gists(gold, texts, where)
        else:
            yield from stale(folder, gold, meta, texts, where)
    except (LabelError, ReaderError) as error:
        yield str(error)
    except (KeyError, TypeError, ValueError) as error:
        yield f"{where}: gold.json or meta.json is malformed: {type(error).__name__} {error}"


def second_problems(folder: Path, corpus: Path) -> Iterator[str]:
    """A second reading: of a story of this corpus, of the same text, and sound in itself."""
    where, first = f"{corpus.name} second {folder.name}", corpus / "stories" / folder.name
    try:
        gold, original, meta = load_json(folder / "gold.json"), load_json(first / "gold.json"), load_json(first / "meta.json")
        if [d["sha256"] for d in gold["documents"]] != [d["sha256"] for d in original["documents"]]:
            yield f"{where}: read on another text than the first reading"
        yield from bad_spans(gold, where)
        yield from check(bare(gold), meta, where)
        if splits(corpus).get("texts") is not None:
            yield from standoff_rules(folder, gold, where)
    except LabelError as error:
        yield str(error)
    except (KeyError, TypeError, ValueError) as error:
        yield f"{where}: gold.json is malformed: {type(error).__name__} {error}"


# ---------------------------------------------------------------- a corpus


def split_problems(corpus: Path) -> Iterator[str]:
    """Stories in no split, in both, or twice."""
    found = splits(corpus)
    for split in SPLITS:
        for name in sorted({n for n in found[split] if found[split].count(n) > 1}):
            yield f"{corpus.name}: {name} stands twice in {split}"
    for name in sorted(set(found["train"]) & set(found["heldout"])):
        yield f"{corpus.name}: {name} is in train and heldout"
    for name in sorted(set(labelled(corpus)) - set(found["train"]) - set(found["heldout"])):
        yield f"{corpus.name}: {name} is in no split"


def leaks(corpus: Path, data: Path, blocked: Blocked) -> Iterator[str]:
    """Training texts that are held out or kept for measuring."""
    found = splits(corpus)
    seen: dict[str, str] = {}
    for split in reversed(SPLITS):
        for name in sorted(set(found[split]) & set(labelled(corpus))):
            meta = load_json(corpus / "stories" / name / "meta.json")
            for doc in meta["docs"]:
                where = f"{corpus.name} {name} {doc['id']}"
                if split == "train" and doc.get("url") and address(doc["url"]) in blocked.urls:
                    yield f"{where}: its url is kept for measuring and must not train"
                if not have_texts(corpus, data):
                    continue
                mark = fingerprint(text_of(corpus, name, doc, found.get("texts"), data))
                if split == "train" and mark in blocked.fingerprints:
                    yield f"{where}: its text is kept for measuring and must not train"
                if mark in seen:
                    yield f"{where}: the same text as {seen[mark]}"
                seen.setdefault(mark, f"{name} {doc['id']}")


def corpus_problems(corpus: Path, *, data: Path = DATA, blocked: Blocked) -> Iterator[str]:
    """All problems of one corpus."""
    try:
        yield from split_problems(corpus)
        for name in labelled(corpus):
            yield from story_problems(corpus, name, data)
        for folder in sorted(p for p in corpus.glob("second/*") if p.is_dir()):
            yield from second_problems(folder, corpus)
        for folder in sorted(corpus.glob("stories/*")):
            if folder.is_dir() and not (folder / "gold.json").exists():
                yield f"{corpus.name} {folder.name}: not compiled (no gold.json)"
        yield from leaks(corpus, data, blocked)
    except (LabelError, ReaderError) as error:
        yield str(error)


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", type=Path, help="default: every folder beside this file that has splits.json")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--block", nargs="+", type=Path, metavar="FOLDER", help="rewrite never_train.tsv from these folders")
    options = parser.parse_args(argv)
    if options.block:
        print(write_blocked(options.block, BLOCKED), "texts blocked")
        return 0
    failed = 0
    for corpus in options.corpora or sorted(p.parent for p in HERE.glob("*/splits.json")):
        problems = list(corpus_problems(corpus, data=options.data, blocked=load_blocked(BLOCKED)))
        failed += len(problems)
        print(*problems, sep="\n", end="\n" if problems else "")
        note = "" if not (corpus / "splits.json").exists() or have_texts(corpus, options.data) else " (texts not found: hashes not checked)"
        print(f"{corpus.name}: {len(labelled(corpus))} stories, {len(problems)} problems{note}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
