"""Times the auditor and measures its memory: `python benchmarks/audit_speed.py [--reader PROFILE]`.

Each brief of audit_own/ is audited with its story's texts in a process of its own: the program and the weights are loaded first, and
not timed; then the sources are read anew and the brief is audited, as `counterclaim audit --no-cache` does. Given per brief: seconds
on the clock and of the processor (all threads), how much of it the checks took, and the process's largest memory; and the median and
the worst of all. Written to benchmarks/results/audit_speed.json.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from counterclaim import pipeline
from counterclaim.encoder import best

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "benchmarks" / "results" / "audit_speed.json"
STORIES = ROOT / "corpora" / "invented" / "stories"


def one(brief: Path, reader: str) -> dict[str, Any]:
    """The figures of one brief, measured in this process."""
    texts = sorted((STORIES / brief.parent.name).glob("*.txt"))
    pipeline.tagger(reader).tag(*_warm(texts[0]))
    clock, processor = time.perf_counter(), time.process_time()
    evidence, _ = pipeline.evidence(texts, reader=reader)
    read = time.process_time()
    (report,) = pipeline.audit(pipeline.drafts([brief]), evidence)
    return {
        "brief": brief.parent.name,
        "sentences": report.sentences,
        "documents": len(evidence.reading.documents),
        "words": sum(len(d.text.split()) for d in evidence.reading.documents.values()),
        "seconds": round(time.perf_counter() - clock, 2),
        "processor_seconds": round(time.process_time() - processor, 2),
        "of_them_checks": round(time.process_time() - read, 2),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _warm(text: Path) -> tuple[Any, Any]:
    """A document with its layout, so that the weights are in memory before the clock starts."""
    from counterclaim.text.segment import segment

    (document, *_), _ = pipeline.documents([text])
    return document, segment(document)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reader", default=str(best()))
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(one(options.one, options.reader)))
        return
    rows = [_apart(brief, options.reader) for brief in sorted((ROOT / "benchmarks" / "audit_own").glob("*/*/brief.md"))]
    keys = ("seconds", "processor_seconds", "of_them_checks", "peak_mib")
    result = {
        "reader": options.reader,
        "cores": os.cpu_count(),
        "load_of_the_machine": round(os.getloadavg()[0], 1),
        "median": {k: round(median(r[k] for r in rows), 2) for k in keys},
        "worst": {k: max(r[k] for r in rows) for k in keys},
        "briefs": rows,
    }
    OUT.write_text(json.dumps(result, indent=1) + "\n", "utf8")
    print(json.dumps(result, indent=1))


def _apart(brief: Path, reader: str) -> dict[str, Any]:
    """In a process of its own, so that one brief's memory is not another's."""
    told = subprocess.run([sys.executable, __file__, "--one", str(brief), "--reader", reader], capture_output=True, text=True, check=True)
    row: dict[str, Any] = json.loads(told.stdout)
    return row


if __name__ == "__main__":
    main()
