"""Tampers with published briefs and their sources and asks both verifiers: `python benchmarks/tampering.py [COUNT]`.

Every kind of tampering is tried on the shipped demonstration story and on invented ones, in turn, until COUNT variants are
made. "resealed" means that whoever tampered also made a new digest: the receipts alone must tell. Both the package's verifier
and the stand-alone one must refuse every variant and accept every brief left alone. Writes benchmarks/results/tampering.json.
"""

from __future__ import annotations

import argparse
import copy
import importlib.util
import json
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Any

from counterclaim import documents, read, write_brief
from counterclaim.errors import CounterclaimError, ThinEvidence
from counterclaim.export.brief import brief as as_json
from counterclaim.export.brief import digest
from counterclaim.export.ledger import encode, ledger
from counterclaim.pipeline import verify_brief
from counterclaim.receipts.use import quotations

ROOT = Path(__file__).resolve().parent.parent
STORIES = ROOT / "corpora" / "invented" / "stories"
Brief = dict[str, Any]


@dataclass(frozen=True)
class Published:
    """A story's folder of sources, its brief and its ledger."""

    sources: Path
    brief: Brief
    ledger: bytes


def publish(story: Path, into: Path) -> Published | None:
    """The story's sources copied, and its brief and ledger written; None where nothing can be told."""
    sources = into / "sources"
    sources.mkdir(parents=True)
    for file in sorted(story.iterdir()):
        if file.suffix in {".txt", ".html"} or file.name == "posts.json":
            shutil.copy(file, sources)
    docs, _ = documents([sources])
    evidence = read(docs)
    try:
        return Published(sources, json.loads(encode(as_json(write_brief(evidence)))), encode(ledger(evidence)))
    except ThinEvidence:
        return None


# --- what both verifiers say: 0 holds, 1 does not, 2 could not run


def by_package(data: bytes, story: Published, folder: Path) -> int:
    file = folder / "brief.json"
    file.write_bytes(data)
    try:
        return 1 if verify_brief(file, [story.sources])[0] else 0
    except CounterclaimError:
        return 2


def by_tool(data: bytes, story: Published, folder: Path) -> int:
    (folder / "brief.json").write_bytes(data)
    (folder / "ledger.json").write_bytes(story.ledger)
    words = [folder / "brief.json", "--sources", story.sources, "--ledger", folder / "ledger.json"]
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        return int(_tool().main([str(w) for w in words]))


def _tool() -> Any:
    if "verify_brief" not in sys.modules:
        spec = importlib.util.spec_from_file_location("verify_brief", ROOT / "tools" / "verify_brief.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules["verify_brief"] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules["verify_brief"]


# --- tampering with what receipts prove; each takes a brief of its own to change


def _sentences(b: Brief) -> list[Brief]:
    return [x for s in b["sections"] for x in s["sentences"]]


def _citation(b: Brief, r: random.Random) -> Brief:
    chosen: Brief = r.choice([c for x in _sentences(b) for c in x["citations"]])
    return chosen


def _field(name: str, change: Callable[[Any, random.Random], Any]) -> Callable[[Brief, random.Random], None]:
    def tamper(b: Brief, r: random.Random) -> None:
        c = _citation(b, r)
        c[name] = change(c[name], r)

    return tamper


def _source(name: str, change: Callable[[Any], Any]) -> Callable[[Brief, random.Random], None]:
    def tamper(b: Brief, r: random.Random) -> None:
        d = r.choice(b["documents"])
        d[name] = change(d[name])

    return tamper


def _one_word(text: str, r: random.Random) -> str:
    """A text with one of its words replaced by one that no story has."""
    words = text.split(" ")
    at = r.choice([i for i, w in enumerate(words) if w.strip("“”‘’.,;:?!—–-")] or [0])
    words[at] = "quandle" if words[at].islower() else "Quandle"
    return " ".join(words)


def _quoting(b: Brief, r: random.Random) -> tuple[Brief, str]:
    pairs = [(x, q) for x in _sentences(b) for q in quotations(x["text"]) if len(q.split()) > 2]
    return r.choice(pairs) if pairs else (_sentences(b)[0], "")


def _quoted(change: Callable[[str, random.Random], str]) -> Callable[[Brief, random.Random], None]:
    def tamper(b: Brief, r: random.Random) -> None:
        x, q = _quoting(b, r)
        x["text"] = x["text"].replace(q, change(q, r)) if q else x["text"] + " “Quandle.”"

    return tamper


def _without_a_word(text: str, r: random.Random) -> str:
    words = text.split()
    del words[r.randrange(1, len(words) - 1)]
    return " ".join(words)


def _other_document(b: Brief, r: random.Random) -> None:
    c = _citation(b, r)
    others = [d for d in b["documents"] if d["sha256"] != c["sha256"]]
    c |= {"document": others[0]["id"], "sha256": others[0]["sha256"]} if others else {"document": "d99"}


def _swapped_offsets(b: Brief, r: random.Random) -> None:
    c = _citation(b, r)
    other = r.choice([o for x in _sentences(b) for o in x["citations"] if o["start"] != c["start"]])
    c["start"], c["end"], other["start"], other["end"] = other["start"], other["end"], c["start"], c["end"]


def _uncited(b: Brief, r: random.Random) -> None:
    r.choice(_sentences(b))["citations"] = []


def _listed_twice(b: Brief, r: random.Random) -> None:
    b["documents"].append(r.choice(b["documents"]) | {"id": "d99"})


def _unlisted(b: Brief, r: random.Random) -> None:
    cited = {c["document"] for x in _sentences(b) for c in x["citations"]}
    b["documents"].remove(r.choice([d for d in b["documents"] if d["id"] in cited]))


def _same_id(b: Brief, r: random.Random) -> None:
    b["documents"].append(dict(b["documents"][0]))


def _stranger(b: Brief, r: random.Random) -> None:
    r.choice(_sentences(b))["party"] = "p999"


def _emptied(b: Brief, r: random.Random) -> None:
    b["sections"] = []


def _headline(b: Brief, r: random.Random) -> None:
    b["headline"] += " “Quandle, quandle.”"


def _heading(b: Brief, r: random.Random) -> None:
    r.choice(b["sections"])["heading"] += " “Quandle, quandle.”"


def _better(verdict: str, r: random.Random) -> str:
    return r.choice([v for v in ("verbatim", "marked", "paraphrase") if v != verdict])


def _another_hash(sha256: str, *_: object) -> str:
    return ("0" if sha256[0] != "0" else "1") + sha256[1:]


PROVABLE: dict[str, Callable[[Brief, random.Random], None]] = {
    "start moved": _field("start", lambda v, r: v + r.choice([-1, 1])),
    "end moved": _field("end", lambda v, r: v + r.choice([-1, 1])),
    "start negative": _field("start", lambda v, r: -1 - v),
    "end beyond the text": _field("end", lambda v, r: v + 10 ** r.randint(6, 30)),
    "start after end": _field("start", lambda v, r: v + 10**6),
    "exact: a word changed": _field("exact", _one_word),
    "exact empty": _field("exact", lambda v, r: ""),
    "prefix changed": _field("prefix", lambda v, r: "Quandle " + v[-4:]),
    "suffix changed": _field("suffix", lambda v, r: v[:4] + " Quandle"),
    "receipt's hash changed": _field("sha256", _another_hash),
    "verdict changed": _field("verdict", _better),
    "verdict that no brief has": _field("verdict", lambda v, r: "not-found"),
    "receipt of another document": _other_document,
    "receipts' places swapped": _swapped_offsets,
    "receipts taken away": _uncited,
    "quotation: a word changed": _quoted(_one_word),
    "quotation: a word dropped": _quoted(_without_a_word),
    "quotation: a bracket adds not": _quoted(lambda q, r: q.replace(" ", " [not] ", 1)),
    "quotation in the headline": _headline,
    "quotation in a heading": _heading,
    "source's hash changed": _source("sha256", _another_hash),
    "source's publisher changed": _source("publisher", lambda v: f"{v} Quandle"),
    "source's title changed": _source("title", lambda v: f"{v} Quandle"),
    "source's date changed": _source("published_at", lambda v: "1999-01-01T00:00:00Z"),
    "source listed twice": _listed_twice,
    "source's id listed twice": _same_id,
    "source no longer listed": _unlisted,
    "party that is not listed": _stranger,
    "no sentence left": _emptied,
}


# --- tampering that only the digest tells


def _text(b: Brief, r: random.Random) -> None:
    x = r.choice([x for x in _sentences(b) if not quotations(x["text"])])
    x["text"] = _one_word(x["text"], r)


def _sentence_gone(b: Brief, r: random.Random) -> None:
    section = r.choice([s for s in b["sections"] if s["sentences"]])
    section["sentences"].pop(r.randrange(len(section["sentences"])))


def _section_gone(b: Brief, r: random.Random) -> None:
    b["sections"].pop(r.randrange(len(b["sections"])))


def _another_party(b: Brief, r: random.Random) -> None:
    x = r.choice([x for x in _sentences(b) if x["party"]])
    x["party"] = r.choice([p["id"] for p in b["parties"] if p["id"] != x["party"]])


def _party_renamed(b: Brief, r: random.Random) -> None:
    r.choice(b["parties"])["name"] = "Quandle"


def _other_voice(b: Brief, r: random.Random) -> None:
    x = r.choice(_sentences(b))
    x["voice"] = "own" if x["voice"] == "attributed" else "attributed"


def _reordered(b: Brief, r: random.Random) -> None:
    b["sections"].append(b["sections"].pop(0))


SEALED: dict[str, Callable[[Brief, random.Random], None]] = {
    "words outside quotations": _text,
    "a sentence deleted": _sentence_gone,
    "a section deleted": _section_gone,
    "sections reordered": _reordered,
    "sentence given to another party": _another_party,
    "party renamed": _party_renamed,
    "voice changed": _other_voice,
    "receipt's statement changed": _field("statement", lambda v, r: "d9s99"),
    "source's path changed": _source("path", lambda v: f"{v}.txt"),
    "date of the brief changed": lambda b, r: b.update(as_of="1999-01-01T00:00:00Z"),
    "digest changed": lambda b, r: b.update(digest=_another_hash(b["digest"][7:])),
}


# --- tampering with the file and with the sources


BYTES: dict[str, Callable[[bytes], bytes]] = {
    "a key twice": lambda data: data.replace(b'"start":', b'"start": 0, "start":', 1),
    "NaN as a place": lambda data: data.replace(b'"start": ', b'"start": NaN, "was": ', 1),
    "a fraction as a place": lambda data: data.replace(b',\n       "end"', b'.5,\n       "end"', 1),
    "a text as a place": lambda data: data.replace(b'"start": ', b'"start": "x", "was": ', 1),
    "a key that receipts do not have": lambda data: data.replace(b'"exact":', b'"approved": true, "exact":', 1),
    "a key missing": lambda data: data.replace(b'"prefix":', b'"prefixed":', 1),
    "byte-order mark": lambda data: b"\xef\xbb\xbf" + data,
    "not UTF-8": lambda data: data.decode().encode("utf-16"),
    "cut off": lambda data: data[: len(data) // 2],
    "another schema": lambda data: data.replace(b"counterclaim/brief/1", b"counterclaim/brief/2", 1),
    "empty": lambda data: b"",
}


def _flip(data: bytes, r: random.Random) -> bytes:
    at = r.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


SOURCES: dict[str, Callable[[bytes, random.Random], bytes | None]] = {
    "a byte of a source changed": _flip,
    "a byte added to a source": lambda data, r: data + b"\n",
    "a source's line ends changed": lambda data, r: data.replace(b"\n", b"\r\n"),
    "a byte-order mark put before a source": lambda data, r: b"\xef\xbb\xbf" + data,
    "a source emptied": lambda data, r: b"",
    "a source missing": lambda data, r: None,
}


@dataclass(frozen=True)
class Variant:
    """`name` says what was done; `data` is the brief's file, `story` where its sources lie now."""

    name: str
    data: bytes
    story: Published


def variants(story: Published, folder: Path, r: random.Random) -> Iterator[Variant]:
    """Every kind of tampering that the story gives room for, once. A variant's sources are gone when the next one is made."""
    whole = encode(story.brief)
    for name, tamper in {**PROVABLE, **SEALED}.items():
        b = copy.deepcopy(story.brief)
        try:
            tamper(b, r)
        except IndexError:  # a story of one party, of one document, ...
            continue
        yield Variant(name, encode(b), story)
        assert b != story.brief
        if name in PROVABLE:
            yield Variant(f"{name}, resealed", encode(b | {"digest": digest(b)}), story)
    for name, change in BYTES.items():
        yield Variant(name, change(whole), story)
    for name, damage in SOURCES.items():
        sources = folder / "damaged"
        shutil.copytree(story.sources, sources)
        file = r.choice(sorted(sources.iterdir()))
        damaged = damage(file.read_bytes(), r)
        assert damaged != file.read_bytes()
        file.unlink() if damaged is None else file.write_bytes(damaged)
        yield Variant(name, whole, Published(sources, story.brief, story.ledger))
        shutil.rmtree(sources)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("count", nargs="?", type=int, default=400)
    count = ap.parse_args().count
    r = random.Random(20310304)
    told: dict[str, list[tuple[int, int]]] = {}
    untouched: Counter[tuple[int, int]] = Counter()
    demo = Path(str(files("counterclaim") / "data" / "demo"))
    for story in [demo, *sorted(STORIES.iterdir())]:
        if sum(map(len, told.values())) >= count:
            break
        with tempfile.TemporaryDirectory() as folder:
            published = publish(story, Path(folder) / "story")
            if published is None:
                continue
            untouched[_both(Variant("", encode(published.brief), published), Path(folder))] += 1
            for v in variants(published, Path(folder), r):
                told.setdefault(v.name, []).append(_both(v, Path(folder)))
    pairs = [p for ps in told.values() for p in ps]
    result = {
        "stories": sum(untouched.values()),
        "untouched_briefs_that_hold": untouched[0, 0],
        "variants": len(pairs),
        "refused_by_package": sum(a != 0 for a, _ in pairs),
        "refused_by_tool": sum(b != 0 for _, b in pairs),
        "same_exit_code": sum(a == b for a, b in pairs),
        "missed": {n: ps for n, ps in told.items() if any(0 in p for p in ps)},
        "kinds": {n: len(ps) for n, ps in told.items()},
    }
    out = ROOT / "benchmarks" / "results" / "tampering.json"
    out.write_text(json.dumps(result, indent=1) + "\n", "utf8")
    print(json.dumps({k: v for k, v in result.items() if k != "kinds"}, indent=1))
    for n, ps in told.items():
        if any(a != b for a, b in ps):
            print("exit codes differ:", n, ps)


def _both(v: Variant, folder: Path) -> tuple[int, int]:
    return by_package(v.data, v.story, folder), by_tool(v.data, v.story, folder)


if __name__ == "__main__":
    main()
