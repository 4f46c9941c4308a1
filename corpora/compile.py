"""Compile a labeller's labels.json (verbatim strings) into gold.json (the same, with code-point offsets).

    python corpora/compile.py STORY...                                     texts stand in the story folders
    python corpora/compile.py STORY... --standoff --texts PATH --out DIR   texts stand elsewhere; gold.json holds no words of them

STORY is a folder with meta.json and labels.json. PATH is a folder (<story>/<doc id>.txt or <doc id>.txt) or a CSV with the
columns `url` and `text` (joined by the url of meta.json). `--show` prints each statement as it was understood, `--check` writes
nothing. Offsets are Unicode code points into the document's text, half-open. Every problem is one line on stderr, exit status 1;
warnings (a name that stands in no text, an act that no charge carries) are printed and do not fail.

How a string finds its place: in the stretch `in` where there is one (which must stand once in the document), else in the whole
document. One hit is taken. Of several hits that one is taken which lies in the same sentence as the statement's strings that do
stand once, the cue nearest to the content, the source and the medium nearest to the cue; pieces of a content keep their order.
Whatever stays undecided is an error: add or tighten `in`.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import itertools
import json
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

ACTS = (
    "allegation", "denial", "justification", "concession", "counter-accusation", "no-comment",
    "deflection", "demand", "commitment", "characterisation", "assertion",
)  # fmt: skip
STANCES = ("denies", "disputes-in-part", "justifies", "concedes", "counters", "deflects", "no-comment")
DIRECTNESS = ("specific", "general")
WORDINGS = ("quoted", "paraphrased", "none")
STATUSES = ("answered", "deflected", "no-comment", "unanswered")
PARTY_KINDS = ("person", "organisation", "group")
DOCUMENT_KINDS = ("article", "release", "post", "transcript", "interview", "broadcast", "report", "mail")
CHARGING_ACTS = ("allegation", "counter-accusation", "demand", "characterisation")
FIELDS = ("source", "cue", "content", "medium")
BESIDE = {"content": "cue", "cue": "content", "source": "cue", "medium": "cue"}  # what a field that stands twice is nearest to
GIST_WORDS = 20
MARKS = {"source": ("[", "]"), "cue": ("<", ">"), "content": ("{", "}")}

Span = tuple[int, int]
Json = dict[str, Any]

SENTENCE_END = re.compile(r"(?:[.!?]['\"’”)]*\s+(?=[\"'“‘(]*[A-Z0-9])|\n+)")
TITLE = r"Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Hon|St|No|vs|Jr|Sr"
ABBREVIATION = re.compile(rf"\b(?:{TITLE}|[A-Z]|[A-Z]\.[A-Z])\.\s*$")


class LabelError(Exception):
    """A problem in a story folder: one line that names file, id and string."""


# ---------------------------------------------------------------- text


def sha256(text: str) -> str:
    """Hash of the text as UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def sentences(text: str) -> list[Span]:
    """Rough sentence spans, good enough to tell near strings from far ones."""
    cuts = [0]
    for match in SENTENCE_END.finditer(text):
        if "\n" in match.group() or not ABBREVIATION.search(text[max(0, match.start() - 8) : match.end()]):
            cuts.append(match.end())
    cuts.append(len(text))
    return [(start, end) for start, end in itertools.pairwise(cuts) if start < end]


def find(text: str, piece: str, *, start: int = 0, end: int | None = None) -> list[Span]:
    """All places of a verbatim string that do not cut a word in two."""
    end = len(text) if end is None else end
    hits, at = [], text.find(piece, start, end)
    while at >= 0:
        stop = at + len(piece)
        cut_left = at > 0 and piece[0].isalnum() and text[at - 1].isalnum()
        cut_right = stop < len(text) and piece[-1].isalnum() and text[stop].isalnum()
        if not (cut_left or cut_right):
            hits.append((at, stop))
        at = text.find(piece, at + 1, end)
    return hits


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans share a character."""
    return a[0] < b[1] and b[0] < a[1]


def gap(a: Span, b: Span) -> int:
    """Characters between two spans, 0 if they touch or overlap."""
    return max(0, b[0] - a[1], a[0] - b[1])


def pieces(value: object) -> list[str]:
    """A field as its list of strings: null is none, a string is one."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else list(value)  # type: ignore[call-overload]


# ---------------------------------------------------------------- placing one statement


def chains(options: Sequence[Sequence[Span]]) -> list[tuple[Span, ...]]:
    """Choices of one hit a piece in which the pieces keep their order (at most a few thousand)."""
    found: list[tuple[Span, ...]] = [()]
    for hits in options:
        found = [(*chain, hit) for chain in found for hit in hits if not chain or hit[0] >= chain[-1][1]][:5000]
    return found


def extent(chain: Sequence[Span]) -> int:
    """Length from the first to the last character of a chain."""
    return chain[-1][1] - chain[0][0]


def distance(chain: Sequence[Span], anchors: Sequence[Span]) -> int:
    """Sum of the gaps between a chain and its anchors."""
    return sum(min(gap(span, anchor) for span in chain) for anchor in anchors)


def near(chain: Sequence[Span], anchors: Sequence[Span], bounds: Sequence[Span]) -> bool:
    """Whether some part of the chain lies in a sentence that an anchor touches."""
    return any(overlap(span, s) and overlap(anchor, s) for s in bounds for anchor in anchors for span in chain)


class Placer:
    """Finds the spans of one statement's strings in one document."""

    def __init__(self, text: str, statement: Json, where: str) -> None:
        self.text, self.statement, self.where = text, statement, where
        self.bounds = sentences(text)
        self.start, self.end = self._window()

    def _window(self) -> Span:
        stretch = self.statement.get("in")
        if not stretch:
            return 0, len(self.text)
        hits = find(self.text, stretch)
        if len(hits) != 1:
            raise LabelError(f"{self.where}: 'in' stands {len(hits)} times, must stand once: {stretch!r}")
        return hits[0]

    def place(self) -> dict[str, list[Span]]:
        """Spans of source, cue, content and medium: what stands once first, then what lies nearest to it."""
        options = {field: self._options(field) for field in FIELDS if pieces(self.statement.get(field))}
        placed = {field: list(found[0]) for field, found in options.items() if len(found) == 1}
        for field in sorted(options.keys() - placed.keys(), key=("content", "cue", "source", "medium").index):
            placed[field] = list(self._nearest(field, options[field], placed))
        for field in ("source", "cue"):
            if any(overlap(a, b) for a in placed.get(field, []) for b in placed["content"]):
                raise LabelError(f"{self.where}: {field} overlaps the content: {self.statement[field]!r}")
        return {field: placed.get(field, []) for field in FIELDS}

    def _options(self, field: str) -> list[tuple[Span, ...]]:
        strings = pieces(self.statement[field])
        hits = [find(self.text, piece, start=self.start, end=self.end) for piece in strings]
        for piece, places in zip(strings, hits, strict=True):
            if not places:
                scope = "'in'" if self.statement.get("in") else "the document"
                raise LabelError(f"{self.where}: {field} does not stand in {scope}: {piece!r}")
        found = chains(hits)
        if not found:
            raise LabelError(f"{self.where}: the pieces of {field} stand in no such order: {strings!r}")
        return found

    def _nearest(self, field: str, found: list[tuple[Span, ...]], placed: Mapping[str, Sequence[Span]]) -> tuple[Span, ...]:
        content = placed.get("content", ())
        if field != "medium":
            found = [c for c in found if not any(overlap(a, b) for a in c for b in content)] or found
        anchors = [span for spans in placed.values() for span in spans]
        if anchors:
            close = [chain for chain in found if near(chain, anchors, self.bounds)]
            found = close or (found if self.statement.get("in") else [])
        elif not self.statement.get("in"):
            found = []
        if not found:
            raise LabelError(f"{self.where}: {field} stands more than once, none beside the rest; add 'in': {self.statement[field]!r}")
        beside = placed.get(BESIDE[field], ()) or anchors
        ranked = sorted((distance(c, beside), distance(c, anchors), extent(c), c) for c in found)
        if len(ranked) > 1 and anchors and ranked[0][:3] == ranked[1][:3]:
            raise LabelError(f"{self.where}: {field} stands more than once at one distance; add or tighten 'in': {self.statement[field]!r}")
        return ranked[0][3]


# ---------------------------------------------------------------- checks of a whole story


def expected_status(responses: Iterable[Json]) -> str:
    """The status that a charge's responses imply."""
    stances = {response["stance"] for response in responses}
    if stances - {"no-comment", "deflects"}:
        return "answered"
    if "deflects" in stances:
        return "deflected"
    return "no-comment" if stances else "unanswered"


def missing_keys(item: Json, keys: Iterable[str], where: str) -> Iterator[str]:
    """Keys that an item must have (a value may be null)."""
    for key in keys:
        if key not in item:
            yield f"{where}: key {key!r} is missing"


def one_of(item: Json, key: str, allowed: Sequence[str], where: str) -> Iterator[str]:
    """A value outside its list."""
    if item.get(key) not in allowed:
        yield f"{where}: {key} {item.get(key)!r} is not one of {', '.join(allowed)}"


def known(value: object, ids: Collection[object], where: str, key: str, *, optional: bool = False) -> Iterator[str]:
    """A reference to an id that does not exist."""
    if value is None and optional:
        return
    if value not in ids:
        yield f"{where}: {key} {value!r} is not a known id"


def check_ids(labels: Json, where: str) -> Iterator[str]:
    """Ids used twice, within a list or across the lists."""
    counts = Counter(item.get("id") for key in ("parties", "statements", "charges") for item in labels[key])
    for name, count in counts.items():
        if not isinstance(name, str) or not name:
            yield f"{where}: an id is missing or empty"
        elif count > 1:
            yield f"{where}: id {name!r} is used {count} times"


def check_parties(labels: Json, ids: set[Any], where: str) -> Iterator[str]:
    """Parties: keys, kind, on_behalf_of."""
    for party in labels["parties"]:
        here = f"{where} {party.get('id')}"
        yield from missing_keys(party, ("name", "kind", "aliases", "on_behalf_of"), here)
        yield from one_of(party, "kind", PARTY_KINDS, here)
        yield from known(party.get("on_behalf_of"), ids - {party.get("id")}, here, "on_behalf_of", optional=True)


def check_statements(labels: Json, parties: set[Any], docs: set[Any], where: str) -> Iterator[str]:
    """Statements: keys, references, act."""
    ids = {s.get("id") for s in labels["statements"]}
    for s in labels["statements"]:
        here = f"{where} {s.get('id')}"
        yield from missing_keys(s, ("doc", "speaker", "source", "cue", "content", "act", "target", "medium"), here)
        yield from one_of(s, "act", ACTS, here)
        yield from known(s.get("doc"), docs, here, "doc")
        for key in ("speaker", "target", "addressee"):
            yield from known(s.get(key), parties, here, key, optional=True)
        yield from known(s.get("within"), ids - {s.get("id")}, here, "within", optional=True)
        if not pieces(s.get("content")) or not all(p.strip() for key in FIELDS for p in pieces(s.get(key))):
            yield f"{here}: content is missing or a string is empty"


def check_charges(labels: Json, parties: set[Any], statements: set[Any], where: str) -> Iterator[str]:
    """Charges: keys, references, gist, status against the responses."""
    for c in labels["charges"]:
        here = f"{where} {c.get('id')}"
        yield from missing_keys(c, ("gist", "accuser", "accused", "statements", "status"), here)
        yield from known(c.get("accuser"), parties, here, "accuser", optional=True)
        yield from known(c.get("accused"), parties, here, "accused")
        if not c.get("statements"):
            yield f"{here}: a charge without statements"
        for s in c.get("statements") or []:
            yield from known(s, statements, here, "statement")
        if not 0 < len(str(c.get("gist") or "").split()) <= GIST_WORDS:
            yield f"{here}: gist must have 1 to {GIST_WORDS} words: {c.get('gist')!r}"
        yield from one_of(c, "status", STATUSES, here)
        own = [r for r in labels["responses"] if r.get("charge") == c.get("id")]
        if all(r.get("stance") in STANCES for r in own) and c.get("status") != expected_status(own):
            yield f"{here}: status {c.get('status')!r} contradicts its responses ({expected_status(own)!r})"


def check_responses(labels: Json, parties: set[Any], statements: set[Any], where: str) -> Iterator[str]:
    """Responses: keys, references, vocabularies, no pair twice."""
    charges = {c.get("id") for c in labels["charges"]}
    seen: set[tuple[object, object]] = set()
    for number, r in enumerate(labels["responses"], 1):
        here = f"{where} response {number} ({r.get('charge')} <- {r.get('statement')})"
        yield from known(r.get("charge"), charges, here, "charge")
        yield from known(r.get("statement"), statements, here, "statement")
        yield from known(r.get("by"), parties, here, "by")
        yield from one_of(r, "stance", STANCES, here)
        yield from one_of(r, "directness", DIRECTNESS, here)
        yield from one_of(r, "wording", WORDINGS, here)
        if (r.get("charge"), r.get("statement")) in seen:
            yield f"{here}: this pair stands twice"
        seen.add((r.get("charge"), r.get("statement")))


def check_meta(meta: Json, where: str) -> Iterator[str]:
    """meta.json: documents with unique ids and known kinds."""
    for doc in meta["docs"]:
        here = f"{where} {doc.get('id')}"
        yield from missing_keys(doc, ("id", "kind", "publisher", "title", "date"), here)
        yield from one_of(doc, "kind", DOCUMENT_KINDS, here)
    for name, count in Counter(doc.get("id") for doc in meta["docs"]).items():
        if count > 1:
            yield f"{where}: document id {name!r} is used {count} times"


def check(labels: Json, meta: Json, where: str) -> list[str]:
    """All problems of a story that can be seen without its texts."""
    for key in ("parties", "statements", "charges", "responses"):
        if not isinstance(labels.get(key), list):
            return [f"{where}: list {key!r} is missing"]
    if not isinstance(meta.get("docs"), list):
        return [f"{where}: meta.json has no list 'docs'"]
    parties = {p.get("id") for p in labels["parties"]}
    statements = {s.get("id") for s in labels["statements"]}
    docs = {d.get("id") for d in meta["docs"]}
    return [
        *check_meta(meta, where),
        *check_ids(labels, where),
        *check_parties(labels, parties, where),
        *check_statements(labels, parties, docs, where),
        *check_charges(labels, parties, statements, where),
        *check_responses(labels, parties, statements, where),
    ]


def warnings(labels: Json, texts: Mapping[str, str]) -> Iterator[str]:
    """Things that are often slips: names that stand in no text, charges on statements that do not charge."""
    for party in labels["parties"]:
        for alias in party["aliases"]:
            if not any(find(text, alias) for text in texts.values()):
                yield f"{party['id']}: alias stands in no text: {alias!r}"
    acts = {s["id"]: s["act"] for s in labels["statements"]}
    for charge in labels["charges"]:
        for s in charge["statements"]:
            if acts[s] not in CHARGING_ACTS:
                yield f"{charge['id']}: its statement {s} has act {acts[s]!r}"
    for r in labels["responses"]:
        if (r["stance"] == "no-comment") != (acts[r["statement"]] == "no-comment"):
            yield f"response {r['charge']} <- {r['statement']}: stance {r['stance']!r}, act {acts[r['statement']]!r}"
        if r["wording"] == "none" and r["stance"] in ("justifies", "counters", "deflects"):
            yield f"response {r['charge']} <- {r['statement']}: wording none with stance {r['stance']!r}"


# ---------------------------------------------------------------- reading


def load_json(path: Path) -> Json:
    """One JSON object; a broken file is one clear line."""
    try:
        value = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise LabelError(f"{path}: file not found") from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise LabelError(f"{path}: not JSON: {error}") from None
    if not isinstance(value, dict):
        raise LabelError(f"{path}: must hold one JSON object")
    return value


def load_csv(path: Path) -> dict[str, str]:
    """url -> text of a CSV of articles; urls without percent codes, so that either spelling finds its article."""
    csv.field_size_limit(10_000_000)
    with path.open(encoding="utf-8", newline="") as rows:
        return {unquote(row["url"]): row["text"] for row in csv.DictReader(rows)}


def read_text(path: Path) -> str:
    """One text file, refusing what would shift offsets between readers."""
    if not path.is_file():
        raise LabelError(f"{path}: file not found")
    text = path.read_bytes().decode("utf-8")
    if "\r" in text or text.startswith("\ufeff"):
        raise LabelError(f"{path}: carriage returns or a byte-order mark; save it with plain line ends")
    return text


def load_texts(story: Path, meta: Json, texts: Path | None) -> dict[str, str]:
    """The documents' texts, from the story folder or from elsewhere."""
    if texts is not None and texts.suffix == ".csv":
        rows = load_csv(texts)
        absent = [doc["id"] for doc in meta["docs"] if unquote(doc.get("url") or "") not in rows]
        if absent:
            raise LabelError(f"{story / 'meta.json'} {absent[0]}: its url is not in {texts.name}")
        return {doc["id"]: rows[unquote(doc["url"])] for doc in meta["docs"]}
    folder = story if texts is None else texts / story.name if (texts / story.name).is_dir() else texts
    return {doc["id"]: read_text(folder / f"{doc['id']}.txt") for doc in meta["docs"]}


# ---------------------------------------------------------------- writing


def same_place(statements: Iterable[Json], where: str) -> Iterator[str]:
    """Statements that repeat another one's document, cue and content."""
    seen: dict[str, str] = {}
    for s in statements:
        key = json.dumps([s["doc"], s["cue_at"], s["content_at"]])
        if key in seen:
            yield f"{where} {s['id']}: same cue and content as {seen[key]}"
        seen.setdefault(key, s["id"])


def nesting(statements: Sequence[Json], where: str) -> Iterator[str]:
    """`within` whose content lies outside the statement that should report it."""
    by_id = {s["id"]: s for s in statements}
    for s in statements:
        outer = by_id.get(s.get("within") or "")
        if outer is None:
            continue
        spans = [(start, end) for start, end in outer["content_at"]]
        if s["doc"] != outer["doc"] or not any(overlap((a, b), span) for a, b in s["content_at"] for span in spans):
            yield f"{where} {s['id']}: within {outer['id']}, but its content lies outside that one's"


def place_all(labels: Json, texts: Mapping[str, str], where: str) -> tuple[list[Json], list[str]]:
    """Each statement with its offsets, and the problems met."""
    done, problems = [], []
    for statement in labels["statements"]:
        try:
            spans = Placer(texts[statement["doc"]], statement, f"{where} {statement['id']}").place()
        except LabelError as error:
            problems.append(str(error))
            continue
        kept = {key: value for key, value in statement.items() if key != "in"}
        kept.setdefault("addressee", None)
        kept.setdefault("within", None)
        done.append(kept | {f"{field}_at": [list(span) for span in spans[field]] for field in FIELDS})
    return done, [*problems, *same_place(done, where), *nesting(done, where)]


def without_words(statements: Iterable[Json]) -> list[Json]:
    """Statements of a standoff corpus: offsets only (`content` stays as an empty list, which scorers expect)."""
    return [{key: value for key, value in s.items() if key not in FIELDS} | {"content": []} for s in statements]


def build(labels: Json, meta: Json, texts: Mapping[str, str], where: str, *, standoff: bool = False) -> Json:
    """gold.json of one story; raises LabelError with all problems, one a line."""
    problems = check(labels, meta, where)
    if problems:
        raise LabelError("\n".join(problems))
    statements, problems = place_all(labels, texts, where)
    if problems:
        raise LabelError("\n".join(problems))
    documents = [{"id": name, "sha256": sha256(text), "length": len(text)} for name, text in texts.items()]
    return {
        "story": labels.get("story"),
        "annotator": labels.get("annotator"),
        "documents": documents,
        "parties": labels["parties"],
        "statements": without_words(statements) if standoff else statements,
        "charges": labels["charges"],
        "responses": labels["responses"],
    }


def marked(text: str, statement: Json) -> str:
    """The passage of a statement with [source], <cue> and {content} marked; long ones shortened in the middle."""
    marks: list[tuple[int, int, str]] = []
    for field, (left, right) in MARKS.items():
        for start, end in statement[f"{field}_at"]:
            marks += [(start, 1, left), (end, 0, right)]
    marks.sort()
    passage, at = "", marks[0][0]
    for place, _, mark in marks:
        passage, at = passage + text[at:place] + mark, place
    passage = passage.replace("\n", "\\n")
    return passage if len(passage) <= 300 else f"{passage[:150]} ~~ {passage[-140:]}"


def show(gold: Json, texts: Mapping[str, str]) -> str:
    """The statements as they were understood, for a labeller's eye."""
    lines = []
    for s in gold["statements"]:
        medium = " ".join(texts[s["doc"]][a:b] for a, b in s["medium_at"])
        who = f"{s['speaker']}->{s['target']}" if s["target"] else s["speaker"]
        lines.append(f"{s['id']} {s['doc']} {s['act']} {who}: {marked(texts[s['doc']], s)}" + (f"  (medium: {medium})" if medium else ""))
    return "\n".join(lines)


def write(path: Path, gold: Json) -> None:
    """One gold file, stable and readable: one item a line."""
    rows = []
    for key, value in gold.items():
        if isinstance(value, list):
            items = ",\n".join("  " + json.dumps(item, ensure_ascii=False) for item in value)
            rows.append(f" {json.dumps(key)}: [\n{items}\n ]" if value else f" {json.dumps(key)}: []")
        else:
            rows.append(f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")


def compile_story(story: Path, options: argparse.Namespace) -> list[str]:
    """Compile one folder; returns its warnings, raises LabelError."""
    where = str(story / "labels.json")
    labels, meta = load_json(story / "labels.json"), load_json(story / "meta.json")
    if not isinstance(meta.get("docs"), list):
        raise LabelError(f"{story / 'meta.json'}: list 'docs' is missing")
    texts = load_texts(story, meta, options.texts)
    gold = build(labels, meta, texts, where, standoff=options.standoff)
    if options.show:
        print(show(gold, texts))
    if not options.check:
        target = story if options.out is None else options.out / story.name
        write(target / "gold.json", gold)
        if options.out is not None:
            (target / "meta.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return [f"{where} {line}" for line in warnings(labels, texts)]


def main(argv: Sequence[str] | None = None) -> int:
    """Command line; exit status 1 if any story has a problem."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path, metavar="STORY")
    parser.add_argument("--standoff", action="store_true", help="write offsets and hashes only")
    parser.add_argument("--texts", type=Path, help="folder or CSV that holds the texts")
    parser.add_argument("--out", type=Path, help="write <out>/<story>/gold.json and meta.json here")
    parser.add_argument("--show", action="store_true", help="print what was understood")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args(argv)
    if options.standoff and options.out is None and not options.check:
        parser.error("--standoff needs --out: labels.json with its strings stays outside the repository")
    failed = 0
    for story in options.stories:
        try:
            for line in compile_story(story, options):
                print(f"warning: {line}", file=sys.stderr)
        except LabelError as error:
            failed += 1
            print(error, file=sys.stderr)
    print(f"{len(options.stories) - failed} of {len(options.stories)} stories compiled", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
