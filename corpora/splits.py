"""Write a corpus's splits.json by its fixed rule, so that nobody chooses what is held out.

    python -m corpora.splits invented             by a hash of the story's name, about 4 of 15 held out
    python -m corpora.splits wikinews [--data DIR] the articles of never_train.tsv and the latest 40 others are held out

Stories of wikinews are named date_words-of-the-title; all 250 are listed, labelled or not.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corpora.reader import DATA
from corpora.validate import BLOCKED, HERE, address, fingerprint, load_blocked

WIKINEWS = "wikinews/wikinews_2019-01_2020-07.csv"
LATEST = 40


def held_out(story: str) -> bool:
    """Whether a story's name falls into the held-out part."""
    return int(hashlib.sha256(story.encode()).hexdigest()[:8], 16) % 15 < 4


def slug(row: Mapping[str, str]) -> str:
    """Story name of an article: date and the first six words of its title."""
    plain = unicodedata.normalize("NFKD", row["title"]).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain[:200])
    return f"{row['date']}_{'-'.join(words[:6])}"


def invented(corpus: Path) -> dict[str, Any]:
    """Splits of the invented stories present."""
    names = sorted(p.parent.name for p in corpus.glob("stories/*/labels.json"))
    return {
        "rule": "held out: the first 8 hexadecimal digits of the name's SHA-256, modulo 15, are below 4",
        "texts": None,
        "train": [n for n in names if not held_out(n)],
        "heldout": [n for n in names if held_out(n)],
    }


def wikinews(data: Path) -> dict[str, Any]:
    """Splits of the Wikinews articles, labelled or not."""
    csv.field_size_limit(10_000_000)
    with (data / WIKINEWS).open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: (row["date"], row["url"]))
    blocked = load_blocked(BLOCKED)
    kept = [r for r in rows if address(r["url"]) in blocked.urls or fingerprint(r["text"]) in blocked.fingerprints]
    others = [r for r in rows if r not in kept]
    return {
        "rule": f"held out: the articles of never_train.tsv and the latest {LATEST} of the others, in order of date and url",
        "texts": WIKINEWS,
        "train": sorted(map(slug, others[:-LATEST])),
        "heldout": sorted(map(slug, [*kept, *others[-LATEST:]])),
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", choices=("invented", "wikinews"))
    parser.add_argument("--data", type=Path, default=DATA)
    options = parser.parse_args(argv)
    found = invented(HERE / "invented") if options.corpus == "invented" else wikinews(options.data)
    path = HERE / options.corpus / "splits.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    print(f"{options.corpus}: {len(found['train'])} train, {len(found['heldout'])} held out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
