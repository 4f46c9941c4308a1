"""Writes the held-out invented stories of corpora/ as the disputes scorer reads gold: a folder a story, its texts and gold.json."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from corpora import reader  # noqa: E402


def write(folder: Path) -> None:
    """One folder a story under `folder`. Contents are told by their places, so that nothing has to be found again."""
    for story in reader.read(ROOT / "corpora" / "invented", split="heldout"):
        texts = {d.id: d.text for d in story.documents}
        own = folder / story.id
        own.mkdir(parents=True)
        for id, text in texts.items():
            own.joinpath(f"{id}.txt").write_text(text, "utf8")
        own.joinpath("gold.json").write_text(json.dumps(_gold(story, texts)), "utf8")


def _gold(story: reader.Story, texts: dict[str, str]) -> dict[str, list[dict[str, object]]]:
    return {
        "parties": [{"id": p.id, "name": p.name, "aliases": list(p.aliases)} for p in story.parties],
        "statements": [
            {"id": s.id, "doc": s.doc, "speaker": s.speaker, "act": s.act, "target": s.target}
            | {"content": [texts[s.doc][a:b] for a, b in s.content], "content_at": [list(c) for c in s.content]}
            | {"medium": texts[s.doc][s.medium[0][0] : s.medium[0][1]] if s.medium else None}
            for s in story.statements
        ],
        "charges": [
            {"id": c.id, "accuser": c.accuser, "accused": c.accused, "statements": list(c.statements), "status": c.status}
            for c in story.charges
        ],
        "responses": [
            {"charge": r.charge, "statement": r.statement, "by": r.by, "stance": r.stance, "directness": r.directness}
            for r in story.responses
        ],
    }
