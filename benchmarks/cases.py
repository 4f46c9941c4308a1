"""Runs the reported faults of neighbouring tools on the installed command and lists what fails, by area.

`python benchmarks/cases.py`, with the documents extra installed (some cases are feeds). Writes benchmarks/results/cases.json.
The cases lie in ../shared/eval/cases, which is not ours.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNNER = ROOT.parent / "shared" / "eval" / "cases" / "run.py"


def main() -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    run = subprocess.run([sys.executable, str(RUNNER)], capture_output=True, text=True, env=os.environ | {"PATH": path}, check=False)
    failures: dict[str, list[str]] = defaultdict(list)
    for name in re.findall(r"^fail\s+(\S+?):", run.stdout, re.MULTILINE):
        failures[name.split("-")[0]].append(name)
    totals = run.stdout.strip().splitlines()[-1]
    out = ROOT / "benchmarks" / "results" / "cases.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps({"totals": totals, "failures": failures}, indent=1) + "\n", "utf8")
    print(run.stdout, end="")


if __name__ == "__main__":
    main()
