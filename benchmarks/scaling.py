"""Measures whether time per document grows with the number of documents in one story: `python benchmarks/scaling.py [N ...]`.

The story is made of the shipped demonstration story's texts under ever new names of people, so that parties and charges grow with
the documents, as they do in life. Each room is clocked on its own (milliseconds a document). Figures are written to
benchmarks/results/scaling.json; compare ratios, not seconds.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from counterclaim import documents, pipeline
from counterclaim.records import Document, DocumentId

ROOT = Path(__file__).resolve().parent.parent
_SYLLABLES = ["ba", "de", "fi", "go", "lu", "ma", "ne", "ri", "so", "tu"]


def invented(number: int) -> str:
    """A surname of its own for each number: 137 -> "Badefo..."."""
    return "".join(_SYLLABLES[int(d)] for d in f"{number:04d}").capitalize()


def story(size: int) -> list[Document]:
    """`size` documents; every group of originals tells of other people."""
    originals, _ = documents([Path(str(files("counterclaim") / "data" / "demo"))])
    originals = [d for d in originals if not d.turns]
    names = sorted({m for d in originals for m in re.findall(r"(?<=[a-z] )[A-Z][a-z]{3,}(?= said\b)", d.text)})
    copies = []
    for i in range(size):
        document = originals[i % len(originals)]
        text = document.text
        for k, name in enumerate(names):
            text = re.sub(rf"\b{name}\b", invented(i // len(originals) * len(names) + k), text)
        copies.append(replace(document, id=DocumentId(f"d{i + 1}"), text=text))
    return copies


ROOMS = ("segment", "extract", "resolve", "classify", "merge", "build")


@contextmanager
def clocked() -> Iterator[Counter[str]]:
    """The seconds that each room's function takes while the pipeline runs."""
    spent: Counter[str] = Counter()
    plain = {room: getattr(pipeline, room) for room in ROOMS}

    def timed(room: str) -> Callable[..., Any]:
        def run(*args: Any, **options: Any) -> Any:
            start = time.process_time()
            result = plain[room](*args, **options)
            spent[room] += time.process_time() - start
            return result

        return run

    for room in ROOMS:
        setattr(pipeline, room, timed(room))
    yield spent
    for room, function in plain.items():
        setattr(pipeline, room, function)


def row(size: int) -> dict[str, Any]:
    docs = story(size)
    with clocked() as spent:
        start = time.process_time()
        evidence = pipeline.read(docs, profile="rules")
        seconds = time.process_time() - start
    return {
        "documents": size,
        "statements": len(evidence.reading.statements),
        "parties": len(evidence.reading.parties),
        "charges": len(evidence.matrix.rows),
        "cpu_ms_per_document": round(1000 * seconds / size, 1),
        "rooms": {room: round(1000 * spent[room] / size, 2) for room in ROOMS},
    }


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("sizes", nargs="*", type=int, default=[25, 50, 100, 200, 500, 1000, 2000])
    a = ap.parse_args()
    pipeline.read(story(4), profile="rules")  # load everything first
    rows = []
    for size in a.sizes:
        rows.append(row(size))
        print(rows[-1])
    growth = {room: round(rows[-1]["rooms"][room] / max(rows[0]["rooms"][room], 0.01), 2) for room in ROOMS}
    ratio = round(rows[-1]["cpu_ms_per_document"] / rows[0]["cpu_ms_per_document"], 2)
    result = {"rows": rows, "ratio_largest_to_smallest": ratio, "ratio_by_room": growth}
    out = ROOT / "benchmarks" / "results" / "scaling.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(result, indent=1) + "\n", "utf8")
    print({k: v for k, v in result.items() if k != "rows"})


if __name__ == "__main__":
    main()
