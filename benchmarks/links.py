"""Measures the links alone, on labelled charges: `python benchmarks/links.py [--split train] [--acts given|read|both]`.

Parties, statements, targets and charges are the labels of corpora/ (and, to develop against, of the disputes beside the project), so
that what other rooms miss does not count; the product says which statement answers which charge, and how. `given` acts are the
labels' too, `read` acts are the product's, with the leanings of the shipped model. In the disputes only charges and answers are
labelled, so every candidate there is one or the other and figures are high. Writes benchmarks/results/links.json.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import parties as gold
from counterclaim import pipeline
from counterclaim.claims.acts import classify
from counterclaim.dispute.link import link
from counterclaim.dispute.matrix import status
from counterclaim.dispute.table import table
from counterclaim.ingest.plain import read as read_plain
from counterclaim.records import (
    Act,
    Attribution,
    Charge,
    ChargeId,
    Classification,
    Document,
    DocumentId,
    Layout,
    Party,
    PartyId,
    PartyKind,
    Reading,
    Resolution,
    Response,
    Role,
    Statement,
    StatementId,
    Status,
    Tagger,
)
from counterclaim.statements.extract import extract
from counterclaim.text.segment import segment

ROOT = gold.ROOT
CORPORA = ("invented", "wikinews", "disputes")
LABELS = {"other-response": Act.ASSERTION}
Key = tuple[str, str]  # charge, statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One story with its charges and responses as labelled."""

    name: str
    texts: Mapping[str, str]
    parties: Mapping[str, dict[str, Any]]
    statements: Mapping[str, gold.Gold]
    charges: Sequence[dict[str, Any]]
    responses: Sequence[dict[str, Any]]


@dataclass(slots=True)
class Labels:
    """A tagger that gives the labels of one document, and a model's leanings on them."""

    gold: tuple[gold.Gold, ...]
    model: Tagger | None = None

    def tag(self, document: Document, layout: Layout) -> tuple[Attribution, ...]:
        if self.model is not None:
            self.model.tag(document, layout)
        return gold.Labels(self.gold).tag(document, layout)

    def leanings(self, statements: Sequence[Statement]) -> Sequence[tuple[float, ...]]:
        return [()] * len(statements) if self.model is None else self.model.leanings(statements)


@dataclass(frozen=True, slots=True)
class Fed:
    """The reading that the labels make, its charges, and the label of each statement."""

    reading: Reading
    charges: tuple[Charge, ...]
    owner: Mapping[StatementId, str]


def corpus(name: str, split: str) -> Iterator[Case]:
    for s in gold.reader.read(ROOT / "corpora" / name, split=split, data=gold.SHARED / "data"):
        statements = {
            x.id: gold.Gold(doc=x.doc, source=x.source, cue=x.cue, content=x.content, speaker=x.speaker, target=x.target, act=x.act)
            for x in s.statements
        }
        yield Case(
            name=s.id,
            texts={d.id: d.text for d in s.documents},
            parties={p.id: {"name": p.name, "kind": p.kind, "aliases": p.aliases, "on_behalf_of": p.on_behalf_of} for p in s.parties},
            statements=statements,
            charges=[{k: getattr(c, k) for k in ("id", "accuser", "accused", "statements", "status")} for c in s.charges],
            responses=[{k: getattr(r, k) for k in ("charge", "statement", "by", "stance", "directness", "wording")} for r in s.responses],
        )


def disputes(score: ModuleType, *, invented: bool) -> Iterator[Case]:
    for folder in sorted(p.parent for p in (gold.SHARED / "data" / "disputes" / "stories").glob("*/gold.json")):
        if folder.name.startswith("invented") is invented:
            g = json.loads((folder / "gold.json").read_text("utf8"))
            texts = {p.stem: p.read_text("utf8") for p in folder.glob("*.txt")}
            yield Case(
                name=folder.name,
                texts=texts,
                parties={p["id"]: p for p in g["parties"]},
                statements={s["id"]: gold._located(s, texts[s["doc"]], score) for s in g["statements"]},
                charges=g["charges"],
                responses=g["responses"],
            )


def feed(case: Case, model: Tagger | None) -> Fed:
    """Reads a story as its labels say; with a model, acts are what the product makes of them, without one the labels' own."""
    documents = {DocumentId(id): read_plain(t, DocumentId(id), source=f"{id}.txt", sha256="") for id, t in case.texts.items()}
    layouts = {id: segment(d) for id, d in documents.items()}
    owner: dict[StatementId, str] = {}
    statements: dict[StatementId, Statement] = {}
    for id, document in documents.items():
        shift = case.texts[id].index(document.text)
        labels = {k: gold._shifted(g, shift) for k, g in case.statements.items() if g.doc == id}
        for s in extract(document, layouts[id], Labels(tuple(labels.values()), model)):
            statements[s.id] = s
            owner[s.id] = max(labels, key=lambda k: _shared(s, labels[k]))
    parties = {p.id: p for p in (_party(id, p) for id, p in case.parties.items())}
    resolutions = dict(r for id, k in owner.items() for r in _roles(id, case.statements[k]))
    if model is None:
        acts = [Classification(statement=id, act=_act(case.statements[k].act), confidence=0.9) for id, k in owner.items()]
    else:
        acts = list(classify(list(statements.values()), resolutions, documents, parties=parties))
    reading = Reading(
        documents=documents,
        layouts=layouts,
        statements=statements,
        parties=parties,
        resolutions=resolutions,
        classifications={c.statement: c for c in acts},
    )
    return Fed(reading, tuple(c for label in case.charges if (c := _charge(label, owner)) is not None), owner)


def _shared(s: Statement, label: gold.Gold) -> float:
    """Code points that a statement and a label share, of all that either holds."""
    both = sum(max(0, min(a.end, e) - max(a.start, b)) for a in s.content for b, e in label.content)
    all_ = sum(a.end - a.start for a in s.content) + sum(e - b for b, e in label.content) - both
    return both / all_ if all_ else 0.0


def _party(id: str, p: dict[str, Any]) -> Party:
    for_whom = p.get("on_behalf_of")
    return Party(
        id=PartyId(id),
        name=p["name"],
        kind=PartyKind(p["kind"]),
        aliases=tuple(p.get("aliases") or ()),
        on_behalf_of=PartyId(for_whom) if for_whom else None,
    )


def _roles(id: StatementId, label: gold.Gold) -> Iterator[tuple[tuple[StatementId, Role], Resolution]]:
    for role, party in ((Role.SOURCE, label.speaker), (Role.TARGET, label.target)):
        if party is not None:
            yield (id, role), Resolution(statement=id, role=role, party=PartyId(party))


def _act(label: str) -> Act:
    return LABELS.get(label) or Act(label)


def _charge(label: dict[str, Any], owner: Mapping[StatementId, str]) -> Charge | None:
    own = tuple(id for id, k in owner.items() if k in label["statements"])
    accuser = label["accuser"]
    if not own:
        return None
    return Charge(
        id=ChargeId(label["id"]),
        accuser=PartyId(accuser) if accuser else None,
        accused=PartyId(label["accused"]),
        claims=(),
        statements=own,
        gist=own[0],
    )


def linked(fed: Fed) -> Mapping[ChargeId, Sequence[Response]]:
    return link(fed.charges, table(fed.reading))


def count(case: Case, fed: Fed, answers: Mapping[ChargeId, Sequence[Response]]) -> Counter[str]:
    """What is right in one story, counted."""
    c: Counter[str] = Counter()
    found: dict[Key, list[Response]] = {}
    for id, each in answers.items():
        for r in each:
            found.setdefault((id, fed.owner[r.statement]), []).append(r)
    true = {(r["charge"], r["statement"]): r for r in case.responses}
    c.update(gold=len(true), found=len(found), right=len(true.keys() & found.keys()))
    where = {x["id"]: {case.statements[s].doc for s in x["statements"]} for x in case.charges}
    for key, label in true.items():
        elsewhere = case.statements[key[1]].doc not in where[key[0]]
        met = found.get(key, [])
        c.update(elsewhere=elsewhere, elsewhere_right=elsewhere and bool(met))
        for part in ("stance", "directness", "wording"):
            c[f"{part}_n"] += bool(met) and part in label
            c[part] += any(getattr(r, part) == label.get(part) for r in met)
    for x in case.charges:
        was, now = x["status"], status(answers.get(ChargeId(x["id"]), ()))
        silent, called = was == Status.UNANSWERED, now is Status.UNANSWERED
        c.update(charges=1, status=was == now, unanswered=silent, called=called, called_right=silent and called)
    return c


def figures(c: Counter[str]) -> dict[str, float | int | None]:
    def share(a: str, b: str) -> float | None:
        return round(100 * c[a] / c[b], 1) if c[b] else None

    def f1(right: int, found: int, true: int) -> float:
        return round(200 * right / max(1, found + true), 1)

    return {
        "charges": c["charges"],
        "answers": c["gold"],
        "found": c["found"],
        "precision": share("right", "found"),
        "recall": share("right", "gold"),
        "f": f1(c["right"], c["found"], c["gold"]),
        "stance": share("stance", "stance_n"),
        "directness": share("directness", "directness_n"),
        "wording": share("wording", "wording_n"),
        "status": share("status", "charges"),
        "unanswered_f": f1(c["called_right"], c["called"], c["unanswered"]),
        "false_unanswered": None if not c["called"] else round(100 - 100 * c["called_right"] / c["called"], 1),
        "elsewhere": share("elsewhere_right", "elsewhere"),
        "answers_elsewhere": c["elsewhere"],
    }


def parts(split: str, score: ModuleType) -> Iterator[tuple[str, Iterator[Case]]]:
    yield from ((f"{name} {split}", corpus(name, split)) for name in CORPORA)
    yield "real disputes, to develop", disputes(score, invented=False)
    yield "six invented disputes, to develop", disputes(score, invented=True)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--split", choices=gold.reader.SPLITS, default="heldout")
    ap.add_argument("--acts", choices=["given", "read", "both"], default="both")
    ap.add_argument("--profile", default="standard")
    a = ap.parse_args()
    score = gold.scorer()
    taggers = {"read": pipeline.tagger(a.profile), "given": None}
    ways = [w for w in taggers if a.acts in (w, "both")]
    told: dict[str, dict[str, Any]] = {}
    for name, cases in parts(a.split, score):
        sums = {w: Counter[str]() for w in ways}
        for case in cases:
            for w in ways:
                fed = feed(case, taggers[w])
                sums[w].update(count(case, fed, linked(fed)))
        told[name] = {f"acts {w}": figures(c) for w, c in sums.items()}
        print(name, json.dumps(told[name]), file=sys.stderr, flush=True)
    print(json.dumps(told, indent=1))
    if a.split == "heldout" and a.acts == "both":
        Path(ROOT / "benchmarks" / "results" / "links.json").write_text(json.dumps(told, indent=1) + "\n", "utf8")


if __name__ == "__main__":
    main()
