"""Times one standard brief from three articles, from files to the finished HTML: `python benchmarks/brief_speed.py [--profile NAME]`.

The model is opened before, as in a server. Of each invented story with three texts the middle of three runs; seconds of the wall clock,
and of the processor, which a busy machine does not change. The stories are the first of their kind in the alphabet.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path
from statistics import median
from typing import Any

from disputes import ROOT, texts_alone

from counterclaim import documents, read, write_brief
from counterclaim.brief.render import html
from counterclaim.errors import ThinEvidence

TEXTS, STORIES, RUNS = 3, 10, 3


def stories() -> list[Path]:
    """The first stories with three texts of which a brief can be written are tried in this order."""
    return [
        p.parent
        for p in sorted((ROOT / "corpora" / "invented" / "stories").glob("*/gold.json"))
        if len(list(p.parent.glob("*.txt"))) == TEXTS
    ]


def once(folder: Path, profile: str) -> tuple[float, float, int]:
    """Seconds of the clock, of the processor, and how many words were read."""
    wall, cpu = time.perf_counter(), time.process_time()
    texts = documents([folder])[0]
    html(write_brief(read(texts, profile=profile)))
    return time.perf_counter() - wall, time.process_time() - cpu, sum(len(d.text.split()) for d in texts)


def timed(profile: str) -> dict[str, Any]:
    runs = []
    for story in stories():
        with texts_alone(story) as folder:
            try:
                once(folder, profile)  # opens the model, warms the caches
            except ThinEvidence:
                continue
            each = [once(folder, profile) for _ in range(RUNS)]
        runs.append({"words": each[0][2], "seconds": median(w for w, _, _ in each), "processor_seconds": median(c for _, c, _ in each)})
        if len(runs) == STORIES:
            break
    return {
        "profile": profile,
        "stories": len(runs),
        "words_read": round(median(r["words"] for r in runs)),
        "seconds": {"median": round(median(r["seconds"] for r in runs), 2), "longest": round(max(r["seconds"] for r in runs), 2)},
        "processor_seconds": {
            "median": round(median(r["processor_seconds"] for r in runs), 2),
            "longest": round(max(r["processor_seconds"] for r in runs), 2),
        },
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 1),
    }


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--profile", default="standard")
    ap.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results" / "brief_speed.json")
    a = ap.parse_args()
    result = timed(a.profile)
    a.out.write_text(json.dumps(result, indent=1) + "\n", "utf8")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
