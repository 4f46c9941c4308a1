"""A small invented story that tests bend."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = (
    "Ferry firm hid leak, says Odu\n\n"
    "Mirel Odu, a deckhand, accused Kestrel Lines of hiding a leak. “They knew in May,” she said. “They sailed anyway.”\n\n"
    "Kestrel Lines denied the allegation in a statement.\n"
)
META: dict[str, Any] = {
    "story": "ferry",
    "docs": [{"id": "d1", "kind": "article", "publisher": "Vessel Bay Post", "title": "Ferry", "date": "2031-05-02", "url": None}],
    "traps": ["denial without words"],
    "domain": "transport",
}
LABELS: dict[str, Any] = {
    "story": "ferry",
    "annotator": "test",
    "parties": [
        {"id": "P1", "name": "Mirel Odu", "kind": "person", "aliases": ["Mirel Odu", "Odu"], "on_behalf_of": None},
        {"id": "P2", "name": "Kestrel Lines", "kind": "organisation", "aliases": ["Kestrel Lines"], "on_behalf_of": None},
    ],
    "statements": [
        {
            "id": "S1",
            "doc": "d1",
            "speaker": "P1",
            "source": "Mirel Odu, a deckhand,",
            "cue": "accused",
            "content": "Kestrel Lines of hiding a leak",
            "act": "allegation",
            "target": "P2",
            "medium": None,
        },
        {
            "id": "S2",
            "doc": "d1",
            "speaker": "P1",
            "source": "she",
            "cue": "said",
            "content": ["“They knew in May,”", "“They sailed anyway.”"],
            "act": "allegation",
            "target": "P2",
            "medium": None,
        },
        {
            "id": "S3",
            "doc": "d1",
            "speaker": "P2",
            "source": "Kestrel Lines",
            "cue": "denied",
            "content": "the allegation",
            "act": "denial",
            "target": None,
            "medium": "in a statement",
        },
    ],
    "charges": [
        {"id": "C1", "gist": "concealed a leak", "accuser": "P1", "accused": "P2", "statements": ["S1", "S2"], "status": "answered"}
    ],
    "responses": [{"charge": "C1", "statement": "S3", "by": "P2", "stance": "denies", "directness": "specific", "wording": "none"}],
}


@pytest.fixture
def labels() -> dict[str, Any]:
    return copy.deepcopy(LABELS)


@pytest.fixture
def meta() -> dict[str, Any]:
    return copy.deepcopy(META)


@pytest.fixture
def text() -> str:
    return TEXT


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    """Write a story folder; returns it."""

    def write(labels: dict[str, Any], meta: dict[str, Any] | None = None, *, text: str | None = TEXT, folder: str = "draft/ferry") -> Path:
        story = tmp_path / folder
        story.mkdir(parents=True, exist_ok=True)
        (story / "labels.json").write_text(json.dumps(labels), "utf-8")
        (story / "meta.json").write_text(json.dumps(meta or META), "utf-8")
        if text is not None:
            (story / "d1.txt").write_text(text, "utf-8")
        return story

    return write
