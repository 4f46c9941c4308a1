"""Measures the quote check on real news: `python benchmarks/quotations.py [--count N] [--show KIND]`.

True quotations are those of PolNeAR's development articles; each is checked as it stands, restyled, sentence by sentence and
with its reporting clause taken out, then falsified in twelve ways, N times each. A falsified quotation that by chance stands in
its article is left out and counted. PolNeAR lies in ../shared, which is not ours; `--show` prints failures and commits nothing.
Writes benchmarks/results/quotations.json.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.mutations import MUTATIONS, Article

from counterclaim import read
from counterclaim.receipts.quotation import Passages, check, passages
from counterclaim.receipts.speaker import check_speaker
from counterclaim.records import (
    Document,
    DocumentId,
    DocumentKind,
    Form,
    PartyId,
    Provenance,
    Reading,
    Span,
    Statement,
    StatementId,
    VerdictKind,
)
from counterclaim.text.segment import segment

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FOUND = frozenset({VerdictKind.ALTERED, VerdictKind.NOT_FOUND, VerdictKind.REVIEW})
ANOTHER = "another speaker"


@dataclass(frozen=True)
class Source:
    """An article with its true quotations by kind, what mutations borrow from, and what its annotators say of who said what."""

    id: str
    plain: str
    true: dict[str, tuple[str, ...]]
    borrowed: Article
    sources: Passages
    reading: Reading
    contents: tuple[str, ...]
    said: tuple[tuple[str, str], ...]


def plain(text: str) -> str:
    """Words only, small, one space apart: an eye of its own, to tell what stands in an article by chance."""
    text = re.sub("[\u00ad\u200b]", "", text.lower()).replace("’", "'").replace("''", " ")
    return " " + " ".join(re.findall(r"[$%]|[^\W_]+(?:'[^\W_]+)*", text)) + " "


def sources(data: Path, part: str) -> Iterator[Source]:
    sys.path.insert(0, str(SHARED / "eval" / "peerbench"))
    from pb.data import polnear

    for d in polnear(str(data), part):
        document = Document(
            id=DocumentId("d1"), kind=DocumentKind.ARTICLE, text=d["text"], provenance=Provenance(path=d["id"], sha256="0" * 64)
        )
        yield _source(document, d["gold"])


def _source(document: Document, gold: list[dict[str, Any]]) -> Source:
    text, layout = document.text, segment(document)
    outer = [q.inner for q in layout.quotations if q.depth == 0]
    whole = [text[s.start : s.end] for s in outer if re.search(r"\w", text[s.start : s.end])]
    inside = [
        text[s.start : s.end].strip(" “”\"'")
        for s in layout.sentences
        if any(q.start - 1 <= s.start and s.end <= q.end + 1 and (s.start, s.end) != (q.start, q.end) for q in outer)
    ]
    statements = [_statement(n, document, a["content"]) for n, a in enumerate(gold)]
    words = sorted({w for w in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", text) if len(w) > 1})
    names = sorted(set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?:['’][^\W\d_]+)?", text)))
    return Source(
        id=document.provenance.path,
        plain=plain(text),
        true={
            "whole": tuple(whole),
            "restyled": tuple(restyled(q) for q in whole),
            "one sentence of it": tuple(s for s in inside if len(s.split()) > 1),
            "its reporting clause taken out": tuple(_joined(text, gold)),
            "fairly cut": tuple(c for q in [*inside, *whole] if (c := fairly_cut(q))),
        },
        borrowed=Article(vocabulary=words, names=names, quotations=tuple(q for q in whole if len(q.split()) >= 4)),
        sources=passages({document.id: document}, statements),
        reading=read([document]).reading,
        contents=tuple(plain(c) for c in [*(" ".join(text[s:e] for s, e in a["content"]) for a in gold), *whole]),
        said=tuple(_said(text, gold)),
    )


def _statement(n: int, document: Document, content: Sequence[tuple[int, int]]) -> Statement:
    return Statement(id=StatementId(f"s{n}"), document=document.id, content=tuple(Span(a, b) for a, b in content), form=Form.MIXED)


def restyled(q: str) -> str:
    """As another house would print it: other marks, dashes and final punctuation."""
    q = q.replace("’", "'").replace("“", "'").replace("”", "'").replace("—", " - ").replace("--", " – ")
    return re.sub(r"[.,]$", "", q.strip())


_SENSE = re.compile(
    r"\b(?:no|not|never|nor|neither|nobody|nothing|none|cannot|without|hardly|if|unless|may|might|could|would|alleged\w*|den\w+)\b"
    r"|n['’]t\b|apparently|\d|\b(?:one|two|three|four|five|six|ten|half|\w+(?:hundred|thousand|million|billion)s?)\b|[.!?…\[\"“”]|''",
    re.IGNORECASE,
)


def fairly_cut(q: str) -> str | None:
    """The quotation with two to six words of one sentence cut out, under an ellipsis, that hold nothing which turns its sense."""
    tokens = q.split()
    for start in range(3, len(tokens) - 5):
        for size in (4, 6, 3, 2):
            if start + size + 3 <= len(tokens) and not _SENSE.search(" ".join(tokens[start - 1 : start + size])):
                return " ".join([*tokens[:start], "…", *tokens[start + size :]])
    return None


def _joined(text: str, gold: list[dict[str, Any]]) -> Iterator[str]:
    """“A,” she said, “b.” as “A, b.”, where every piece of the content is in quotation marks."""
    for a in gold:
        pieces = [text[s:e].strip() for s, e in a["content"]]
        if len(pieces) > 1 and all(re.match(r"[\"“]|''", p) and re.search(r"([\"”]|'')$", p) for p in pieces):
            yield " ".join(p.strip("\"“”'") for p in pieces)


NAME = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.?)*(?: [A-Z][\w’'-]+)+|[A-Z][a-z]{3,}")


def _said(text: str, gold: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """(quotation, name of who said it) where the annotators' source holds one name, at its end or before a comma."""
    for a in gold:
        source = " ".join(text[s:e] for s, e in a["source"])
        names = [n for n in NAME.findall(source) if re.search(rf"{re.escape(n)}(?:,|$)", source)] if len(NAME.findall(source)) == 1 else []
        for s, e in a["content"]:
            piece = text[s:e].strip()
            if len(names) == 1 and re.match(r"[\"“]|''", piece) and re.search(r"([\"”]|'')$", piece) and len(piece.split()) >= 4:
                yield piece.strip("\"“”'"), names[0]


# --- falsified


def window(q: str, r: random.Random) -> str:
    """The quotation, or every other time a stretch of at least four of its words."""
    words = q.split()
    if len(words) <= 5 or r.random() < 0.5:
        return q
    size = r.randint(4, len(words))
    start = r.randint(0, len(words) - size)
    return " ".join(words[start : start + size])


def falsified(kind: str, articles: Sequence[Source], count: int, r: random.Random) -> Iterator[tuple[Source, str, str] | None]:
    """`count` different ones (source, true, false), if the articles have room for them; None for one that stands there by chance."""
    seen: set[tuple[str, str]] = set()
    pool = [(a, q) for a in articles for q in a.borrowed.quotations]
    tries = 0
    while len(seen) < count and tries < 60 * count:
        tries += 1
        article, whole = r.choice(pool)
        true = window(whole, r)
        false = MUTATIONS[kind](true, article.borrowed, r)
        if false is None or (article.id, false) in seen:
            continue
        if any(plain(false) in text for text in (article.plain, *article.contents)) or _stands_with_cuts(false, article):
            yield None
            continue
        seen.add((article.id, false))
        yield article, true, false


def _stands_with_cuts(q: str, article: Source) -> bool:
    """Whether the pieces around ellipses stand in order in one attribution, or next to each other, with no negation between them."""
    pieces = [plain(p).strip() for p in re.split(r"[\[(]?(?:…|\. ?\. ?\.)[\])]?", q)]
    if len(pieces) == 1 or not all(pieces):
        return False
    if f" {' '.join(pieces)} " in article.plain:
        return True
    gap = r" (?:(?!(?:no|not|never|nor|nobody|nothing|none|neither|cannot|\w+n't|without)\b)\S+ )*?"
    pattern = re.compile(f"(?<= ){gap.join(map(re.escape, pieces))} ")
    return any(pattern.search(c) for c in article.contents)


def measure(kind: str, articles: Sequence[Source], count: int, show: int) -> dict[str, Any]:
    r = random.Random(kind)
    kinds: Counter[str] = Counter()
    chance, missed = 0, []
    began = time.process_time()
    for made in falsified(kind, articles, count, r):
        if made is None:
            chance += 1
            continue
        article, true, false = made
        verdict = check(false, article.sources)
        kinds[verdict.kind] += 1
        if verdict.kind not in FOUND:
            missed.append((article.id, true, false, verdict.evidence))
    for row in missed[:show]:
        print(*row, sep="\n  ")
    return _row(kinds, chance, time.process_time() - began)


def _row(kinds: Counter[str], chance: int, seconds: float) -> dict[str, Any]:
    total = sum(kinds.values())
    found = sum(kinds[k] for k in FOUND)
    return {
        "checked": total,
        "found_percent": _share(found, total),
        "left_out_by_chance": chance,
        "verdicts": {str(k): n for k, n in sorted(kinds.items())},
        "cpu_s": round(seconds, 1),
    }


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


# --- another speaker


def party_named(name: str, reading: Reading) -> PartyId | None:
    """The one party with this name; None where none or several have it."""
    last = name.split()[-1]
    found = {p.id for p in reading.parties.values() if any(last in n.split() for n in (p.name, *p.aliases))}
    exact = {p.id for p in reading.parties.values() if name in (p.name, *p.aliases)}
    return next(iter(exact or found)) if len(exact or found) == 1 else None


def speakers(articles: Sequence[Source], count: int, show: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """The true speaker's verdicts, and those of another one of the article, told by what the pipeline itself read."""
    true: Counter[str] = Counter()
    false: Counter[str] = Counter()
    began = time.process_time()
    unnamed = 0
    for a in articles:
        names = {n: party_named(n, a.reading) for _, n in a.said}
        for q, name in a.said:
            own = names[name]
            if own is None:
                unnamed += 1
                continue
            verdict = check_speaker(q, own, a.sources, a.reading)
            true[verdict.kind] += 1
            if show and verdict.kind in FOUND:
                print("TRUE", a.id, name, q, verdict.reason, sep="\n  ")
    for a, text, party in _misattributed(articles, count):
        verdict = check_speaker(text, party, a.sources, a.reading)
        false[verdict.kind] += 1
        if verdict.kind not in FOUND and show:
            print("FALSE", a.id, a.reading.parties[party].name, text, sep="\n  ")
    row = _row(false, 0, time.process_time() - began)
    return _true_row(true) | {"speaker_not_among_parties": unnamed}, row


def _misattributed(articles: Sequence[Source], count: int) -> Iterator[tuple[Source, str, PartyId]]:
    """`count` different true quotations, each with another named speaker of its article."""
    r = random.Random(ANOTHER)
    named = [{n: party_named(n, a.reading) for _, n in a.said} for a in articles]
    pool = [
        (a, q, party)
        for a, parties in zip(articles, named, strict=True)
        for q, name in a.said
        for other, party in parties.items()
        if party is not None and party != parties[name] and not set(name.split()) & set(other.split())
    ]
    seen: set[tuple[str, str, PartyId]] = set()
    for _ in range(60 * count):
        a, q, party = r.choice(pool)
        made = (a.id, window(q, r), party)
        if made not in seen:
            seen.add(made)
            yield a, made[1], party
        if len(seen) == count:
            return


def _true_row(kinds: Counter[str]) -> dict[str, Any]:
    total = sum(kinds.values())
    wrong = kinds[VerdictKind.ALTERED] + kinds[VerdictKind.NOT_FOUND]
    return {
        "checked": total,
        "altered_or_not_found_percent": _share(wrong, total),
        "review_percent": _share(kinds[VerdictKind.REVIEW], total),
    }


def true_quotations(articles: Sequence[Source], show: int) -> dict[str, dict[str, Any]]:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for a in articles:
        for how, quoted in a.true.items():
            for q in quoted:
                verdict = check(q, a.sources)
                kinds[how][verdict.kind] += 1
                if show and verdict.kind in FOUND:
                    print("TRUE", how, a.id, q, verdict.reason, verdict.evidence, sep="\n  ")
    every: Counter[str] = sum(kinds.values(), Counter())  # with the fairly cut ones
    return {how: _true_row(c) for how, c in kinds.items()} | {"all": _true_row(every)}


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--count", type=int, default=10_000)
    ap.add_argument("--only", default="", help="one kind, or `true`; writes nothing")
    ap.add_argument("--show", type=int, default=0, metavar="N", help="print N failures of each kind")
    ap.add_argument("--part", default="dev", choices=["dev", "train"], help="train writes nothing: more articles, less often read")
    args = ap.parse_args()
    began = time.process_time()
    articles = list(sources(SHARED / "data" / "polnear", args.part))
    quoted = sum(len(a.true["whole"]) for a in articles)
    print(f"{len(articles)} articles, {quoted} quotations, read in {time.process_time() - began:.0f} s")
    result: dict[str, Any] = {"articles": len(articles), "true": {}, "false": {}}
    if args.only in ("", "true"):
        result["true"] = true_quotations(articles, args.show)
    for kind in MUTATIONS:
        if args.only in ("", kind):
            result["false"][kind] = measure(kind, articles, args.count, args.show)
    if args.only in ("", ANOTHER):
        result["true"]["with its speaker"], result["false"][ANOTHER] = speakers(articles, args.count, args.show)
    for part in ("true", "false"):
        for kind, row in result[part].items():
            print(f"{kind:40}", row)
    if not args.only and args.part == "dev":
        out = ROOT / "benchmarks" / "results" / "quotations.json"
        out.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf8")


if __name__ == "__main__":
    main()
