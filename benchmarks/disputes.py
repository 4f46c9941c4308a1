"""Scores the whole line on gold disputes, beside simpler ways: `python benchmarks/disputes.py [--gold FOLDER] [--out FILE]`.

Each story's ledger is made from its *.txt alone. The scorer and the gold lie in ../shared, which is not ours; beside that gold stand
the held-out invented stories of corpora/. Figures are written to benchmarks/results/disputes.json with the gold's fingerprint.
Intervals are the scorer's: 95 %, bootstrap over stories.
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
from typing import Any

import heldout
from baselines import BASELINES
from rich.console import Console
from rich.table import Table

from counterclaim import Evidence, documents, read
from counterclaim.export.ledger import encode, ledger

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

OURS = "counterclaim"
RULES = "rules only"
REAL = ["--match", "^(?!invented_)"]
PARTS = {
    "all": [],
    "real": REAL,
    "real, three documents or more": [*REAL, "--min-docs", "3"],
    "invented": ["--match", "^invented_"],
    "three documents or more": ["--min-docs", "3"],
}
HELD_OUT = "our own held-out invented stories"
OWN_PARTS = {HELD_OUT: [], f"{HELD_OUT}, three documents or more": ["--min-docs", "3"]}
TOLD = (
    "charges",
    "merging",
    "accuser_right_if_matched",
    "responses",
    "answers_elsewhere",
    "status_right_if_matched",
    "unanswered",
    "false_unanswered",
    "ci95",
)  # of a baseline


@contextmanager
def texts_alone(story: Path) -> Iterator[Path]:
    """A folder that holds a story's texts and nothing else, so that nothing but the texts can be read."""
    with tempfile.TemporaryDirectory() as folder:
        for text in story.glob("*.txt"):
            shutil.copy(text, folder)
        yield Path(folder)


def make(story: Path, profile: str | None) -> Evidence:
    """Reads one story's texts."""
    with texts_alone(story) as folder:
        return read(documents([folder])[0], profile=profile)


def write(evidence: Evidence, by_rule: Evidence, story: str, ledgers: Path) -> None:
    """The product's ledger of a story, and that of each baseline in a folder of its name."""
    made = {OURS: evidence, RULES: by_rule} | {name: change(evidence) for name, change in BASELINES.items()}
    for name, each in made.items():
        folder = ledgers / name
        folder.mkdir(parents=True, exist_ok=True)
        folder.joinpath(f"{story}.json").write_bytes(encode(ledger(each)))


def fingerprint(gold: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted([*gold.glob("*/*.txt"), *gold.glob("*/gold.json")]):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def score(gold: Path, ledgers: Path, *options: str) -> dict[str, Any]:
    command = [sys.executable, str(SHARED / "eval" / "score_disputes.py"), str(gold), str(ledgers), *options]
    figures: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return figures


def scored(gold: Path, ledgers: Path, parts: dict[str, list[str]]) -> dict[str, dict[str, Any]]:
    """The figures of each part of the gold that holds a story."""
    figures = {}
    for part, options in parts.items():
        try:
            figures[part] = score(gold, ledgers, *options)
        except subprocess.CalledProcessError:
            continue  # no story of that part in this gold
    return figures


def shown(result: dict[str, dict[str, dict[str, Any]]]) -> Table:
    """A line a system and part; intervals in brackets."""
    heads = ("", "stories of", "charges F1", "merging F1", "accuser", "responses F1", "answers elsewhere", "status", "false unanswered")
    table = Table(*heads, box=None)
    for name, parts in result.items():
        for part, f in parts.items():
            ranges = {k: f" [{low}, {high}]" for k, (low, high) in f["ci95"].items()}
            table.add_row(
                name,
                part,
                f"{f['charges']['f']}{ranges['charges_f']}",
                str(f["merging"]["f"]),
                str(f["accuser_right_if_matched"]),
                f"{f['responses']['f']}{ranges['responses_f']}",
                str(f["answers_elsewhere"]["found"]),
                str(f["status_right_if_matched"]),
                str(f["false_unanswered"]),
            )
    return table


def told(gold: Path, ledgers: Path, profile: str | None) -> tuple[int, float]:
    """Writes the ledgers of a gold's stories -> (documents, CPU seconds that the product took)."""
    stories = sorted(p.parent for p in gold.glob("*/gold.json"))
    n, seconds = 0, 0.0
    for i, story in enumerate(stories, start=1):
        print(f"\r{i}/{len(stories)} {story.name:60.60}", end="", file=sys.stderr, flush=True)
        start = time.process_time()
        evidence = make(story, profile)
        seconds += time.process_time() - start
        n += len(evidence.reading.documents)
        write(evidence, make(story, "rules"), story.name, ledgers)
    print(file=sys.stderr)
    return n, seconds


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--gold", type=Path, default=SHARED / "data" / "disputes" / "stories")
    ap.add_argument("--ledgers", type=Path, help="keep the ledgers in this folder")
    ap.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results" / "disputes.json")
    ap.add_argument("--profile", help="accurate, standard, fast or rules; the most careful that is installed, if not named")
    a = ap.parse_args()
    ledgers = a.ledgers or Path(tempfile.mkdtemp())
    own = Path(tempfile.mkdtemp()) / "stories"
    heldout.write(own)
    n, seconds = told(a.gold, ledgers, a.profile)
    told(own, ledgers, a.profile)
    figures = {name: scored(a.gold, ledgers / name, PARTS) | scored(own, ledgers / name, OWN_PARTS) for name in (OURS, RULES, *BASELINES)}
    result = {
        "gold": a.gold.parent.name,
        "sha256": fingerprint(a.gold),
        "profile": a.profile or "the most careful installed",
        "documents": n,
        "cpu_seconds_per_document": round(seconds / n, 3),
        **figures[OURS],
        "baselines": {b: {part: {k: f[k] for k in TOLD} for part, f in figures[b].items()} for b in (RULES, *BASELINES)},
    }
    a.out.parent.mkdir(parents=True, exist_ok=True)
    a.out.write_text(json.dumps(result, indent=1) + "\n", "utf8")
    Console(width=150, markup=False).print(shown(figures))


if __name__ == "__main__":
    main()
