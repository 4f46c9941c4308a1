"""Scores the auditor on planted errors and faithful briefs: `python benchmarks/audit.py [--jobs N] [--own measure|develop]`.

The scorer and the briefs lie in ../shared, which is not ours; it runs the installed command once for every brief. All checks
are rules: there is no model to leave out. Writes benchmarks/results/audit.json, with a row for each kind of error; with --own it
scores our briefs of audit_own/ against their invented stories instead, and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
COMMAND = "{python} -m counterclaim audit --format json --sources {{sources}} {{brief}}"
# Measured before the stories were opened to the people who wrote the rules; see docs/audit.md.
UNSEEN = {
    "five stories, at the first look": {"found": 47.1, "kind_right": 45.7, "quiet": 87.6, "alarms_per_faithful_brief": 2.8},
    "two of them, after the rules were mended on the other three": {
        "found": 50.0,
        "kind_right": 50.0,
        "quiet": 86.5,
        "alarms_per_faithful_brief": 3.0,
    },
}


def score(gold: Path, jobs: int) -> dict[str, object]:
    with tempfile.NamedTemporaryFile(suffix=".json") as scores:
        command = COMMAND.format(python=sys.executable)
        scorer = [str(SHARED / "eval" / "score_audit.py"), str(gold)]
        subprocess.run([sys.executable, *scorer, "--command", command, "--json", scores.name, "--jobs", str(jobs)], check=True)
        result: dict[str, object] = json.loads(Path(scores.name).read_text("utf8"))
    result.pop("missed")  # other people's sentences
    return result


def own(part: str, jobs: int) -> dict[str, object]:
    """Our briefs, each laid beside the texts of its story as the scorer reads them."""
    with tempfile.TemporaryDirectory() as folder:
        for brief in sorted((ROOT / "benchmarks" / "audit_own" / part).iterdir()):
            story = Path(shutil.copytree(brief, Path(folder) / brief.name))
            for text in (ROOT / "corpora" / "invented" / "stories" / brief.name).glob("*.txt"):
                shutil.copy(text, story)
        return score(Path(folder), jobs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--own", choices=["measure", "develop"])
    options = parser.parse_args()
    if options.own:
        print(json.dumps(own(options.own, options.jobs), indent=1))
        return
    result = score(SHARED / "data" / "audit" / "stories", options.jobs)
    out = ROOT / "benchmarks" / "results" / "audit.json"
    out.write_text(json.dumps({"development": result, "unseen": UNSEEN}, indent=1) + "\n", "utf8")


if __name__ == "__main__":
    main()
