"""Plants about a thousand errors into briefs that counterclaim writes for the invented stories, and counts what its audit finds.

`python benchmarks/audit_mutations.py [--seed N] [--errors N] [--reader PROFILE]`. Each error stands alone in a copy of its brief.
Reported per kind: planted, found (a new finding, graver than a note, at the place) and named (one of them has the planted kind); and
for the briefs as they are: findings that are no notes. The briefs are ours, with our mistakes of reading: an alarm on them may be a
true one. Written to benchmarks/results/audit_mutations.json.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from counterclaim import pipeline
from counterclaim.audit import report, trial
from counterclaim.audit.draft import draft
from counterclaim.audit.mutate import KINDS, mutate
from counterclaim.brief import render
from counterclaim.encoder import best
from counterclaim.errors import ThinEvidence
from counterclaim.ingest import readings
from counterclaim.records import Draft, Evidence, Severity

ROOT = Path(__file__).resolve().parent.parent
STORIES = ROOT / "corpora" / "invented" / "stories"
OUT = ROOT / "benchmarks" / "results" / "audit_mutations.json"
FINER = {"loaded-verb": "loaded-word", "changed-modality": "dropped-hedge"}


def briefs(reader: str | None = None) -> Iterator[tuple[str, Draft, Evidence]]:
    for story in sorted(STORIES.iterdir()):
        evidence, _ = pipeline.evidence(sorted(story.glob("*.txt")), reader=reader, kept_in=readings.folder())
        try:
            yield story.name, draft("brief.md", render.markdown(pipeline.write_brief(evidence))), evidence
        except ThinEvidence:
            continue


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("--errors", type=int, default=1000)
    ap.add_argument("--reader", default=str(best()), help="accurate, standard, fast or rules: how the stories are read")
    a = ap.parse_args()
    rng, start = Random(a.seed), time.process_time()
    stories = {name: (read, evidence) for name, read, evidence in briefs(a.reader)}
    planted = [(name, m) for name, (read, evidence) in stories.items() for m in mutate(read, evidence, rng, per_kind=4)]
    chosen = rng.sample(planted, min(a.errors, len(planted)))
    alarms: Counter[str] = Counter()
    found: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for name, (read, evidence) in stories.items():
        alarms.update(f.check for f in report.audit(read, evidence).findings if f.severity is not Severity.NOTE)
        mine = [m for story, m in chosen if story == name]
        for outcome in trial.run(read, mine, lambda d, e=evidence: report.audit(d, e), draft):  # type: ignore[misc]
            kinds = {FINER.get(f.kind, f.kind) for f in outcome.found_by}
            found[outcome.mutation.kind] += bool(kinds)
            named[outcome.mutation.kind] += outcome.mutation.kind in kinds
    total = Counter(m.kind for _, m in chosen)
    result = {
        "seed": a.seed,
        "reader": a.reader,
        "briefs": len(stories),
        "checks": [c.id for c in report.CHECKS],
        "planted": len(chosen),
        "found": round(sum(found.values()) / len(chosen), 3),
        "named": round(sum(named.values()) / len(chosen), 3),
        "alarms_per_brief": round(sum(alarms.values()) / len(stories), 2),
        "alarms_by_check": dict(sorted(alarms.items())),
        "kinds": {k: {"planted": total[k], "found": found[k], "named": named[k]} for k in KINDS if total[k]},
        "cpu_ms_per_audit": round(1000 * (time.process_time() - start) / (len(chosen) + 2 * len(stories))),
    }
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(result, indent=1) + "\n", "utf8")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
