"""Measures the parties room alone, on gold statements: `python benchmarks/parties.py [--split train] [--wrong speaker|target]`.

Sources, cues and contents are the labels of corpora/ (and, as a third corpus, the disputes beside the project), so that what the
statements room misses does not count. Parties are aligned by the disputes scorer's own rule. `speaker` counts every statement with a
labelled speaker, and those without any source, null for null; `target` the statements that accuse, `aim` those that accuse, judge or demand. Only held-out figures are written to
benchmarks/results/parties.json; develop on the train split. `--wrong` prints what is wrong instead.

Documents of corpora/ are read as files that say of what kind they are and who published them; the disputes are read as texts alone.
A statement whose words name a source that the labels hold no party for ("analysts said") is left out of `speaker`, and counted in
`unlabelled`: the corpora list those who take part in the dispute, and a party found for anybody else is not wrong.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

from counterclaim.ingest.plain import read as read_plain
from counterclaim.parties.resolve import resolve
from counterclaim.records import Attribution, Document, DocumentId, Layout, Role, Span, Statement
from counterclaim.statements.extract import extract
from counterclaim.text.segment import segment

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
sys.path.insert(0, str(ROOT))

from corpora import reader  # noqa: E402

ACCUSING = {"allegation", "counter-accusation"}
AIMING = ACCUSING | {"characterisation", "demand"}
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One labelled statement."""

    doc: str
    source: Spans
    cue: Spans
    content: Spans
    speaker: str | None
    target: str | None
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    name: str
    texts: Mapping[str, str]
    parties: Mapping[str, dict[str, Any]]
    statements: tuple[Gold, ...]
    fronts: Mapping[str, str] = field(default_factory=dict)  # what the file of a document says of it, above its text

    def read(self) -> tuple[dict[DocumentId, Document], dict[str, int]]:
        """The documents, and how many code points of a labelled text stand before each."""
        whole = {id: self.fronts.get(id, "") + text for id, text in self.texts.items()}
        documents = {DocumentId(id): read_plain(t, DocumentId(id), source=f"{id}.txt", sha256="") for id, t in whole.items()}
        return documents, {id: self.texts[id].index(d.text) for id, d in documents.items()}


@dataclass(frozen=True, slots=True)
class Labels:
    """A tagger that gives the labels of one document."""

    gold: tuple[Gold, ...]

    def leanings(self, statements: Sequence[Statement]) -> Sequence[tuple[float, ...]]:
        return [()] * len(statements)

    def tag(self, _: Document, __: Layout) -> tuple[Attribution, ...]:
        return tuple(Attribution(content=_spans(g.content), cue=_spans(g.cue), source=_spans(g.source)) for g in self.gold if g.content)


def _spans(pairs: Spans) -> tuple[Span, ...]:
    return tuple(Span(a, b) for a, b in pairs if a < b)


def scorer() -> ModuleType:
    """The disputes scorer, which lies beside the project."""
    spec = importlib.util.spec_from_file_location("score_disputes", SHARED / "eval" / "score_disputes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def corpus(name: str, split: str) -> Iterator[Story]:
    for s in reader.read(ROOT / "corpora" / name, split=split, data=SHARED / "data"):
        gold = tuple(
            Gold(doc=x.doc, source=x.source, cue=x.cue, content=x.content, speaker=x.speaker, target=x.target, act=x.act)
            for x in s.statements
        )
        parties = {p.id: {"name": p.name, "aliases": list(p.aliases)} for p in s.parties}
        fronts = {d.id: f"---\nkind: {d.kind}\npublisher: {json.dumps(d.publisher)}\n---\n" for d in s.documents}
        yield Story(name=s.id, texts={d.id: d.text for d in s.documents}, parties=parties, statements=gold, fronts=fronts)


def disputes(score: ModuleType) -> Iterator[Story]:
    for folder in sorted(p.parent for p in (SHARED / "data" / "disputes" / "stories").glob("*/gold.json")):
        g = json.loads((folder / "gold.json").read_text("utf8"))
        texts = {p.stem: p.read_text("utf8") for p in folder.glob("*.txt")}
        gold = tuple(_located(s, texts[s["doc"]], score) for s in g["statements"])
        yield Story(name=folder.name, texts=texts, parties={p["id"]: p for p in g["parties"]}, statements=gold)


def _located(s: dict[str, Any], text: str, score: ModuleType) -> Gold:
    near = s.get("cue") or s.get("source")
    pieces = s["content"] if isinstance(s["content"], list) else [s["content"]]
    content = s.get("content_at") or [x for p in pieces if (x := score.locate(text, p, near))]
    one = {k: _nearest(text, s[k], content) if s.get(k) and content else () for k in ("source", "cue")}
    spans = tuple((a, b) for a, b in content)
    return Gold(doc=s["doc"], content=spans, speaker=s["speaker"], target=s.get("target"), act=s["act"], **one)


def _nearest(text: str, words: str, content: list[tuple[int, int]]) -> Spans:
    """Where whole words stand nearest to a content, outside it."""
    hits = [(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    outside = [h for h in hits if not any(a <= h[0] and h[1] <= b for a, b in content)] or hits
    return (min(outside, key=lambda h: min(min(abs(h[1] - a), abs(h[0] - b)) for a, b in content)),) if outside else ()


def outcomes(story: Story, score: ModuleType) -> Iterator[tuple[Gold, dict[str, str | None], dict[str, str | None]]]:
    """For each labelled statement the names of the right and of the found speaker and target, as gold ids."""
    documents, shift = story.read()
    layouts = {id: segment(d) for id, d in documents.items()}
    found: dict[DocumentId, tuple[Statement, ...]] = {}
    for id, document in documents.items():
        gold = tuple(_shifted(g, shift[id]) for g in story.statements if g.doc == id)
        found[id] = extract(document, layouts[id], Labels(gold))
    cast = resolve(documents, layouts, [s for each in found.values() for s in each])
    played = {(r.statement, r.role): r.party for r in cast.resolutions}
    names = {p.id: p.name for p in cast.parties}
    aligned = score.align_parties(story.parties, {p.id: {"name": p.name, "aliases": list(p.aliases)} for p in cast.parties})
    for g in story.statements:
        s = _same(_shifted(g, shift[DocumentId(g.doc)]), found[DocumentId(g.doc)])
        if s is not None:
            parties = {role.value: played.get((s.id, role)) for role in (Role.SOURCE, Role.TARGET)}
            yield (
                g,
                {k: None if p is None else aligned.get(p, "?") for k, p in parties.items()},
                {k: None if p is None else names[p] for k, p in parties.items()},
            )


def _shifted(g: Gold, by: int) -> Gold:
    move = {k: tuple((max(0, a - by), b - by) for a, b in getattr(g, k)) for k in ("source", "cue", "content")}
    return Gold(doc=g.doc, speaker=g.speaker, target=g.target, act=g.act, **move)


def _same(g: Gold, found: tuple[Statement, ...]) -> Statement | None:
    """The record that was made of a label: the one that ends in the same place and starts nearest."""
    if not g.content:
        return None
    start, end = g.content[0][0], g.content[-1][1]
    near = [s for s in found if s.content[0].start < end and start < s.content[-1].end]
    return min(near, key=lambda s: abs(s.content[-1].end - end) + abs(s.content[0].start - start), default=None)


def measure(stories: Iterator[Story], score: ModuleType, wrong: str | None) -> dict[str, float | int]:
    c: Counter[str] = Counter()
    number = count(1)
    for story in stories:
        for g, ids, names in outcomes(story, score):
            right = {"source": ids["source"] == g.speaker, "target": ids["target"] == g.target}
            accuses, aims = g.act in ACCUSING and g.target is not None, g.act in AIMING and g.target is not None
            named = g.speaker is not None or not g.source
            c.update(n=1, speaker_n=named, speaker=named and right["source"], target_n=accuses, target=accuses and right["target"])
            c.update(aim_n=aims, aim=aims and right["target"])
            if wrong and not right["source" if wrong == "speaker" else "target"] and (named if wrong == "speaker" else accuses):
                _show(next(number), story, g, names, wrong)
    share = {
        k: round(100 * c[k] / c[n], 1) if c[n] else 0.0 for k, n in (("speaker", "speaker_n"), ("target", "target_n"), ("aim", "aim_n"))
    }
    return {"statements": c["n"], "unlabelled": c["n"] - c["speaker_n"], **share, "accusing": c["target_n"], "aiming": c["aim_n"]}


def _show(number: int, story: Story, g: Gold, names: dict[str, str | None], wrong: str) -> None:
    text = story.texts[g.doc]
    start = min(a for a, _ in (*g.source, *g.cue, *g.content))
    end = max(b for _, b in (*g.source, *g.cue, *g.content))
    right = g.speaker if wrong == "speaker" else g.target
    name = story.parties[right]["name"] if right else None
    source = " ".join(text[a:b] for a, b in g.source)
    found = names["source" if wrong == "speaker" else "target"]
    print(f"{number}. {story.name}/{g.doc} [{g.act}] gold={name!r} found={found!r} source={source!r}")
    print(f"   speaker={names['source']!r} | ...{text[max(0, start - 260) : start]}<<{text[start:end]}>>".replace("\n", " "))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--split", choices=reader.SPLITS, default="heldout")
    ap.add_argument("--only", choices=["invented", "wikinews", "disputes"])
    ap.add_argument("--wrong", choices=["speaker", "target"])
    a = ap.parse_args()
    score = scorer()
    figures = {name: measure(corpus(name, a.split), score, a.wrong) for name in ("invented", "wikinews") if a.only in (None, name)}
    if a.only in (None, "disputes"):
        figures["disputes"] = measure(disputes(score), score, a.wrong)
    print(json.dumps(figures, indent=1))
    if a.split == "heldout" and a.only is None and a.wrong is None:
        out = ROOT / "benchmarks" / "results" / "parties.json"
        out.write_text(json.dumps(figures, indent=1) + "\n", "utf8")


if __name__ == "__main__":
    main()
