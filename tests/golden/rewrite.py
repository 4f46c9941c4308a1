"""Owns what a golden story becomes. After a change that is meant: `.venv/bin/python tests/golden/rewrite.py`, then read the diff.

Read with the *standard* model, the one that ships. Confidences are left out: their last digits differ from processor to processor.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from counterclaim.brief import render
from counterclaim.export import matrix
from counterclaim.export.ledger import encode, ledger
from counterclaim.pipeline import documents, read, write_brief
from counterclaim.records import Evidence

HERE = Path(__file__).parent
DEMO = Path(str(files("counterclaim") / "data" / "demo"))
PLACES = frozenset({"path", "document"})


def evidence_of(*paths: Path) -> Evidence:
    """What the model that ships reads in some sources."""
    return read(documents(paths)[0], profile="standard")


def golden(evidence: Evidence) -> dict[str, bytes]:
    """The golden files of a story, by name."""
    return {
        "ledger.json": encode(_lasting(ledger(evidence))),
        "matrix.json": encode(_lasting(matrix.as_json(evidence))),
        "brief.md": render.markdown(write_brief(evidence)).encode(),
    }


def _lasting(value: Any) -> Any:
    """Plain values without what differs from machine to machine: confidences, and folders in paths."""
    if isinstance(value, dict):
        return {k: Path(v).name if k in PLACES else _lasting(v) for k, v in value.items() if not k.endswith("confidence")}
    return [_lasting(v) for v in value] if isinstance(value, (list, tuple)) else value


if __name__ == "__main__":
    for name, data in golden(evidence_of(DEMO)).items():
        (HERE / "demo" / name).write_bytes(data)
