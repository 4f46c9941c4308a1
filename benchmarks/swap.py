"""Even-handedness: exchanges the two main parties of a story and asks whether the line says the same up to that.

    python benchmarks/swap.py [--profile standard|rules] [--wrong]

Four exchanges of a story's texts, token by token: **names** (two persons take each other's names, in every form; titles, roles and
pronouns stay where they are, so that each takes over the other's), **pronouns** (he and she, Mr and Ms, spokesman and spokeswoman,
throughout), **order** (the sources are given in reverse) and **age** (they appeared in reverse). A statement is the same if its
speaker and target are, up to the exchange; a row of the matrix, if accuser, accused, statements, status and answers are. Over the
invented corpus and the disputes beside the project; figures go to benchmarks/results/swap.json.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from counterclaim import Document, Evidence, read
from counterclaim.ingest.plain import read as read_plain
from counterclaim.parties import words
from counterclaim.records import DocumentId, PartyId, Role, StatementId, party_of

ROOT = Path(__file__).resolve().parent.parent
DISPUTES = ROOT.parent / "shared" / "data" / "disputes" / "stories"
INVENTED = ROOT / "corpora" / "invented" / "stories"

Exchange = Callable[[str], str]
Pair = tuple[str, str]
_GENDERED = {
    "he": "she", "himself": "herself", "mr": "ms", "man": "woman", "men": "women", "boy": "girl", "father": "mother", "son": "daughter",
    "brother": "sister", "husband": "wife", "uncle": "aunt", "nephew": "niece", "lord": "lady", "sir": "dame", "king": "queen",
    "prince": "princess", "widower": "widow", "actor": "actress", "dad": "mum", "gentleman": "gentlewoman", "waiter": "waitress",
    "grandfather": "grandmother", "grandson": "granddaughter", "boyfriend": "girlfriend", "headmaster": "headmistress",
}  # fmt: skip
_ONE_WAY = {"mrs": "mr", "miss": "mr", "his": "her", "him": "her", "hers": "his"}  # "her" is told apart by what follows


def names(a: str, b: str) -> Exchange:
    """Two persons take each other's names."""
    both = dict(pair for x, y in zip(_forms(a), _forms(b), strict=True) for pair in ((x, y), (y, x)))
    both |= {x.upper(): y.upper() for x, y in both.items()}
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(both, key=len, reverse=True))) + r")(?![\w-])")
    return lambda text: pattern.sub(lambda m: both[m.group()], text)


def _forms(name: str) -> list[str]:
    """The forms in which a text gives a person's name: whole, without a middle name, its ends, with initials, initials alone."""
    first, *_, last = name.split()
    initials = "".join(w[0] for w in re.split(r"[ -]", name))
    return [name, f"{first} {last}", first, last, f"{first[0]}. {last}", initials, f"{first[0]}{last[0]}"]


def pronouns(text: str) -> str:
    """He and she, and the words that go with them, exchanged throughout."""
    table = {**_GENDERED, **{v: k for k, v in _GENDERED.items()}, **_ONE_WAY}

    def other(m: re.Match[str]) -> str:
        low = m.group().lower()
        new = _her(text[m.end() :]) if low == "her" else table.get(low) or _compound(low)
        return m.group() if new is None else new.upper() if m.group().isupper() and len(low) > 1 else _cased(m.group(), new)

    return re.sub(r"[A-Za-z]+", other, text)


def _her(after: str) -> str:
    """ "saw her." -> "saw him.", "her letter" -> "his letter"."""
    following = re.match(r" (\w+)", after)
    closed = {
        "to",
        "and",
        "in",
        "at",
        "on",
        "for",
        "that",
        "as",
        "with",
        "of",
        "from",
        "by",
        "was",
        "is",
        "if",
        "when",
        "but",
        "or",
        "the",
        "a",
    }
    return "his" if following and following.group(1).lower() not in closed else "him"


def _compound(low: str) -> str | None:
    for man, woman in (("woman", "man"), ("women", "men"), ("man", "woman"), ("men", "women")):
        if low.endswith(man) and low[: -len(man)] in {"spokes", "chair", "congress", "council", "business", "police", "assembly", "alder"}:
            return low[: -len(man)] + woman
    return None


def _cased(old: str, new: str) -> str:
    return new.capitalize() if old[0].isupper() else new


# --- what the line says -----------------------------------------------------------------------------------------------


def said(evidence: Evidence, exchange: Exchange) -> list[tuple[str | None, ...]]:
    """Speaker and target of every statement, exchanged, by document and place."""
    reading = evidence.reading
    return [tuple(_name(evidence, party_of(reading, s, r), exchange) for r in (Role.SOURCE, Role.TARGET)) for s in _places(evidence)]


def rows(evidence: Evidence, exchange: Exchange) -> Counter[object]:
    """The rows of the matrix, exchanged, with statements by their place in their document."""
    place = _places(evidence)
    return Counter(
        (
            _name(evidence, r.charge.accuser, exchange),
            _name(evidence, r.charge.accused, exchange),
            frozenset(place[s] for s in r.charge.statements),
            r.status,
            frozenset((_name(evidence, x.by, exchange), place[x.statement], x.stance) for x in r.responses),
        )
        for r in evidence.matrix.rows
    )


def _places(evidence: Evidence) -> dict[StatementId, tuple[str, int]]:
    """Each statement's document and number in it, in an order that does not depend on the order of the documents."""
    documents = evidence.reading.documents
    found = sorted(evidence.reading.statements.values(), key=lambda s: (documents[s.document].provenance.path, s.content[0]))
    numbers: Counter[str] = Counter()
    places = {}
    for s in found:
        path = documents[s.document].provenance.path
        places[s.id] = (path, numbers[path])
        numbers[path] += 1
    return places


def _name(evidence: Evidence, party: PartyId | None, exchange: Exchange) -> str | None:
    return None if party is None else exchange(evidence.reading.parties[party].name).lower()


def compare(documents: Sequence[Document], exchange: Exchange, changed: Sequence[Document], profile: str, wrong: bool) -> Counter[str]:
    """How much of what the line says of a story is the same after the exchange."""
    before, after = (read(each, profile=profile) for each in (documents, changed))
    old, new = said(before, exchange), said(after, str)
    same = Counter(statements=max(len(old), len(new)), stories=1)
    if len(old) == len(new):
        for (speaker, target), (other_speaker, other_target) in zip(old, new, strict=True):
            same.update(speaker=speaker == other_speaker, target=target == other_target)
            if wrong and (speaker, target) != (other_speaker, other_target):
                print(f"   {speaker!r} about {target!r} -> {other_speaker!r} about {other_target!r}")
    old_rows, new_rows = rows(before, exchange), rows(after, str)
    same.update(rows=max(old_rows.total(), new_rows.total()), row=(old_rows & new_rows).total())
    same["whole"] = int(old == new and old_rows == new_rows)
    return same


def exchanges(documents: Sequence[Document], pair: Pair | None) -> Iterator[tuple[str, Exchange, Sequence[Document]]]:
    """The exchanges of one story; names only where two persons are involved."""
    if pair is not None:
        yield "names", (exchange := names(*pair)), [reread(d, exchange) for d in documents]
    yield "pronouns", pronouns, [reread(d, pronouns) for d in documents]
    yield "order", str, list(reversed(documents))
    yield "age", str, [replace(d, published_at=datetime(2031, 1, len(documents) - i, tzinfo=UTC)) for i, d in enumerate(documents)]


def reread(document: Document, exchange: Exchange) -> Document:
    """The document of the exchanged text."""
    changed = read_plain(exchange(document.text), document.id, source=document.provenance.path, sha256="")
    return replace(changed, published_at=document.published_at, kind=document.kind)


def main_persons(gold: Mapping[str, Any]) -> Pair | None:
    """The two persons who take most part in the labelled charges and statements, with plain names that share no word."""
    part: Counter[str] = Counter()
    for charge in gold["charges"]:
        part.update([charge["accuser"], charge["accused"]])
    for s in gold["statements"]:
        part.update([s["speaker"], s.get("target")])
    people = {p["id"]: p["name"] for p in gold["parties"] if p["kind"] == "person"}
    shared = Counter(w for name in people.values() for w in set(name.split()))
    ranked = [n for id, _ in part.most_common() if (n := people.get(id)) and _plain(n) and all(shared[w] == 1 for w in n.split())]
    return (ranked[0], ranked[1]) if len(ranked) > 1 else None


def _plain(name: str) -> bool:
    """Two words or more, none of them a title or a role."""
    lows = [w.lower().rstrip(".") for w in name.split()]
    return len(lows) > 1 and name.istitle() and not any(words.title_sense(w) or words.is_person(w) for w in lows)


def stories(folder: Path) -> Iterator[tuple[str, list[Document], Pair | None]]:
    for story in sorted(p for p in folder.iterdir() if p.is_dir()):
        texts = sorted(story.glob("*.txt"))
        documents = [read_plain(t.read_text("utf8"), DocumentId(t.stem), source=t.name, sha256="") for t in texts]
        yield story.name, documents, main_persons(json.loads((story / "gold.json").read_text("utf8")))


def measure(found: Iterable[tuple[str, list[Document], Pair | None]], *, profile: str, wrong: bool = False) -> dict[str, dict[str, float]]:
    totals: dict[str, Counter[str]] = {}
    for name, documents, pair in found:
        for kind, exchange, changed in exchanges(documents, pair):
            counts = compare(documents, exchange, changed, profile, wrong)
            totals[kind] = totals.get(kind, Counter()) + counts
            if wrong and not counts["whole"]:
                print(f"{name} {kind}: {dict(counts)}")
    return {kind: shares(c) for kind, c in totals.items()}


def shares(c: Mapping[str, int]) -> dict[str, float]:
    parts = {"speaker": "statements", "target": "statements", "row": "rows", "whole": "stories"}
    return {"stories": c["stories"], **{k: round(100 * c[k] / c[n], 1) if c[n] else 100.0 for k, n in parts.items()}}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--profile", default="standard")
    ap.add_argument("--wrong", action="store_true", help="print what differs")
    a = ap.parse_args()
    figures = {f.parent.name: measure(stories(f), profile=a.profile, wrong=a.wrong) for f in (INVENTED, DISPUTES) if f.is_dir()}
    print(json.dumps(figures, indent=1))
    out = ROOT / "benchmarks" / "results" / "swap.json"
    result = json.loads(out.read_text("utf8")) if out.exists() else {}
    out.write_text(json.dumps({**result, a.profile: figures}, indent=1) + "\n", "utf8")


if __name__ == "__main__":
    main()
