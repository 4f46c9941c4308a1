"""Scores the whole line on gold disputes: `python benchmarks/disputes.py [--gold FOLDER] [--match REGEX] [--out FILE]`.

Each story's ledger is made from its *.txt alone. The scorer and the gold lie in ../shared, which is not ours; figures are
written to benchmarks/results/disputes.json with the gold's fingerprint.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from counterclaim import documents, read
from counterclaim.export.ledger import encode, ledger

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@contextmanager
def texts_alone(story: Path) -> Iterator[Path]:
    """A folder that holds a story's texts and nothing else, so that nothing but the texts can be read."""
    with tempfile.TemporaryDirectory() as folder:
        for text in story.glob("*.txt"):
            shutil.copy(text, folder)
        yield Path(folder)


def make(story: Path, out: Path) -> int:
    """Reads one story's texts and writes its ledger -> number of documents."""
    with texts_alone(story) as folder:
        found, _ = documents([folder])
        out.joinpath(f"{story.name}.json").write_bytes(encode(ledger(read(found))))
    return len(found)


def fingerprint(gold: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted([*gold.glob("*/*.txt"), *gold.glob("*/gold.json")]):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def score(gold: Path, ledgers: Path, *options: str) -> dict[str, object]:
    command = [sys.executable, str(SHARED / "eval" / "score_disputes.py"), str(gold), str(ledgers), *options]
    figures: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return figures


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--gold", type=Path, default=SHARED / "data" / "disputes" / "stories")
    ap.add_argument("--ledgers", type=Path, help="keep the ledgers in this folder")
    ap.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results" / "disputes.json")
    a = ap.parse_args()
    ledgers = a.ledgers or Path(tempfile.mkdtemp())
    ledgers.mkdir(parents=True, exist_ok=True)
    stories = sorted(p.parent for p in a.gold.glob("*/gold.json"))
    start = time.process_time()
    n = 0
    for i, story in enumerate(stories, start=1):
        print(f"\r{i}/{len(stories)} {story.name:60.60}", end="", file=sys.stderr, flush=True)
        n += make(story, ledgers)
    seconds = time.process_time() - start
    print(file=sys.stderr)
    parts = {
        "all": [],
        "real": ["--match", "^(?!invented_)"],
        "invented": ["--match", "^invented_"],
        "three documents or more": ["--min-docs", "3"],
    }
    figures: dict[str, object] = {}
    for name, options in parts.items():
        try:
            figures[name] = score(a.gold, ledgers, *options)
        except subprocess.CalledProcessError:
            continue  # no story of that part in this gold
    result = {
        "gold": a.gold.parent.name,
        "sha256": fingerprint(a.gold),
        "documents": n,
        "cpu_seconds_per_document": round(seconds / n, 3),
        **figures,
    }
    a.out.parent.mkdir(parents=True, exist_ok=True)
    a.out.write_text(json.dumps(result, indent=1) + "\n", "utf8")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
