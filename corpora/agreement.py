"""Agreement of two labellings of the same stories.

    python -m corpora.agreement A B [--scorers ../shared/eval] [--json FILE]
    python -m corpora.agreement corpora/wikinews/stories corpora/wikinews/second

A and B are folders of stories with gold.json; the texts stand in either, or, for a standoff corpus, below the data folder (A is
then `<corpus>/stories`). A is taken as the reference; F values are symmetric. Statements meet one to one by the words of their
contents (Jaccard at least a half); act, speaker, target, cue and source are compared on those that meet. Parties are compared by
names. With the scorers' folder the measures of its two scorers are added: attributions (peerbench) and charges and responses
(score_disputes).
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from corpora.compile import LabelError, load_json
from corpora.reader import DATA, ReaderError, read_story

WORD = re.compile(r"\w+(?:['’]\w+)*")
SCORERS = Path(__file__).resolve().parents[2] / "shared" / "eval"

Json = dict[str, Any]
Pair = tuple[Json, Json]


def word_ids(text: str, spans: Sequence[Sequence[int]]) -> frozenset[int]:
    """Offsets of the words that spans touch."""
    return frozenset(m.start() for m in WORD.finditer(text) if any(m.start() < b and a < m.end() for a, b in spans))


def load(folder: Path) -> tuple[Json, dict[str, str]]:
    """gold.json and texts of one story."""
    texts = {p.stem: p.read_text("utf-8") for p in sorted(folder.glob("*.txt"))}
    return load_json(folder / "gold.json"), texts


def meet(a: Sequence[Json], b: Sequence[Json], texts: Mapping[str, str]) -> list[Pair]:
    """Statements of A and B that are the same, best overlap first, one to one."""
    found = []
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            if x["doc"] != y["doc"] or bool(x.get("within")) != bool(y.get("within")):
                continue
            p, q = (word_ids(texts[x["doc"]], s["content_at"]) for s in (x, y))
            cue = len(word_ids(texts[x["doc"]], x["cue_at"]) & word_ids(texts[x["doc"]], y["cue_at"]))
            if p | q and len(p & q) / len(p | q) >= 0.5:
                found.append((-len(p & q) / len(p | q), -cue, i, j))
    left, right, pairs = set(range(len(a))), set(range(len(b))), []
    for _, _, i, j in sorted(found):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((a[i], b[j]))
    return pairs


def names(gold: Json) -> dict[str | None, frozenset[str]]:
    """Lower-case names of each party; null stands for itself."""
    out: dict[str | None, frozenset[str]] = {None: frozenset({""})}
    for party in gold["parties"]:
        out[party["id"]] = frozenset(n.lower() for n in (party["name"], *party["aliases"]))
    return out


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa."""
    if not pairs:
        return None
    n = len(pairs)
    left, right = (Counter(side) for side in zip(*pairs, strict=True))
    chance = sum(left[k] * right[k] for k in left) / n**2
    return 1.0 if chance == 1 else (sum(x == y for x, y in pairs) / n - chance) / (1 - chance)


def story_tally(a: Json, b: Json, texts: Mapping[str, str]) -> tuple[Counter[str], list[tuple[str, str]]]:
    """Counts of one story, and its pairs of acts."""
    pairs = meet(a["statements"], b["statements"], texts)
    ours, theirs = names(a), names(b)
    tally = Counter({"a": len(a["statements"]), "b": len(b["statements"]), "met": len(pairs)})
    for x, y in pairs:
        for field in ("content", "cue", "source", "medium"):
            tally[f"{field}_exact"] += x[f"{field}_at"] == y[f"{field}_at"]
            tally[f"{field}_words"] += word_ids(texts[x["doc"]], x[f"{field}_at"]) == word_ids(texts[x["doc"]], y[f"{field}_at"])
            tally[f"{field}_somewhere"] += bool(x[f"{field}_at"] or y[f"{field}_at"])
            tally[f"{field}_both"] += bool(x[f"{field}_at"]) and x[f"{field}_at"] == y[f"{field}_at"]
        for role in ("speaker", "target", "addressee"):
            same = bool(ours[x.get(role)] & theirs[y.get(role)])
            tally[role] += same
            tally[f"{role}_somewhere"] += bool(x.get(role) or y.get(role))
            tally[f"{role}_both"] += bool(x.get(role)) and same
    return tally, [(x["act"], y["act"]) for x, y in pairs]


def own_measures(stories: Sequence[tuple[Json, Json, dict[str, str]]]) -> Json:
    """Agreement on statements, spans, acts and roles, in per cent."""
    total: Counter[str] = Counter()
    acts: list[tuple[str, str]] = []
    for a, b, texts in stories:
        tally, pairs = story_tally(a, b, texts)
        total.update(tally)
        acts += pairs
    met = total["met"]
    counted = [k for k in sorted(total.keys() | {"speaker", "target"}) if k not in ("a", "b", "met")]
    share = {k: round(100 * total[k] / met, 1) if met else None for k in counted if not k.endswith(("_somewhere", "_both"))}
    where_named = {
        k: {"named": total[f"{k}_somewhere"], "agreed": total[f"{k}_both"]} for k in ("speaker", "target", "addressee", "medium")
    }
    agreed, k = sum(x == y for x, y in acts), kappa(acts)
    return {
        "stories": len(stories),
        "statements": {"a": total["a"], "b": total["b"], "met": met, "f": round(200 * met / max(1, total["a"] + total["b"]), 1)},
        "if_met": share | {"act": round(100 * agreed / met, 1) if met else None, "act_kappa": None if k is None else round(k, 3)},
        "where_either_names_one": where_named,
        "act_confusions": {f"{x} / {y}": n for (x, y), n in Counter(p for p in acts if p[0] != p[1]).most_common(12)},
    }


# ---------------------------------------------------------------- the two scorers


def attributions(gold: Json, doc: str) -> list[Json]:
    """Statements of one document in peerbench's form."""
    own = [s for s in gold["statements"] if s["doc"] == doc]
    return [{role: [tuple(x) for x in s[f"{role}_at"]] for role in ("source", "cue", "content")} for s in own]


def spans_scored(stories: Sequence[tuple[Json, Json, dict[str, str]]], scorers: Path) -> Json:
    """peerbench: B as a system against A."""
    sys.path.insert(0, str(scorers / "peerbench"))
    score = importlib.import_module("pb.score")
    total: Json = {}
    for a, b, texts in stories:
        for name, text in texts.items():
            counted = score.score_doc({"text": text, "gold": attributions(a, name)}, attributions(b, name))
            total = {k: score.add(total.get(k, {}), v) for k, v in counted.items()}
    return {k: score.summarise(v) for k, v in total.items() if k in ("all", "direct", "mixed", "indirect")}


def loaded(gold: Json, texts: Mapping[str, str], module: Any) -> Json:
    """A labelling as score_disputes holds its gold in memory."""
    held = {}
    for s in gold["statements"]:
        t = texts[s["doc"]]
        held[s["id"]] = (s["doc"], module.ids(t, s["content_at"]), s["speaker"], s["act"], s["target"], module.ids(t, s["medium_at"]))
    parties = {p["id"]: p for p in gold["parties"]}
    return {"texts": texts, "parties": parties, "st": held, "charges": gold["charges"], "responses": gold["responses"], "missing": False}


def disputes_scored(stories: Sequence[tuple[Json, Json, dict[str, str]]], scorers: Path) -> Json:
    """score_disputes: B as a ledger against A."""
    sys.path.insert(0, str(scorers))
    module = importlib.import_module("score_disputes")
    rows = [module.score_story(loaded(a, texts, module), loaded(b, texts, module)) for a, b, texts in stories]
    summary: Json = module.summarise({k: sum(r[k] for r in rows) for k in module.COUNTS})
    return summary


def hashes(gold: Json) -> dict[str, str]:
    """Which texts a labelling is of."""
    return {d["id"]: d["sha256"] for d in gold["documents"]}


def texts_below(folder: Path, data: Path) -> dict[str, str]:
    """Texts of a story of a standoff corpus, hashes checked."""
    corpus = folder.parent.parent
    if not (corpus / "splits.json").exists():
        raise LabelError(f"{folder}: no texts here, and {corpus} is no corpus that says where they stand")
    return {d.id: d.text for d in read_story(corpus, folder.name, data=data).documents}


def paired(a: Path, b: Path, data: Path = DATA) -> Iterator[tuple[Json, Json, dict[str, str]]]:
    """Stories that both folders hold; the texts may stand in either, or below the data folder."""
    for folder in sorted(p.parent for p in a.glob("*/gold.json")):
        other = b / folder.name
        if (other / "gold.json").exists():
            first, texts = load(folder)
            second, more = load(other)
            if hashes(first) != hashes(second):
                raise LabelError(f"{other}: labelled on another text than {folder}")
            yield first, second, texts or more or texts_below(folder, data)


def compare(a: Path, b: Path, scorers: Path | None, data: Path = DATA) -> Json:
    """All measures of two folders of stories."""
    stories = list(paired(a, b, data))
    if not stories:
        raise LabelError(f"{a} and {b} have no story in common")
    out = own_measures(stories)
    if scorers is not None and (scorers / "score_disputes.py").exists():
        out["disputes"] = disputes_scored(stories, scorers)
    if scorers is not None and (scorers / "peerbench").is_dir():
        out["attributions"] = spans_scored(stories, scorers)
    return out


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("a", type=Path)
    parser.add_argument("b", type=Path)
    parser.add_argument("--scorers", type=Path, default=SCORERS)
    parser.add_argument("--data", type=Path, default=DATA, help="folder that holds the texts of standoff corpora")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the measures here too")
    options = parser.parse_args(argv)
    try:
        text = json.dumps(compare(options.a, options.b, options.scorers, options.data), indent=1)
    except (LabelError, ReaderError) as error:
        print(error, file=sys.stderr)
        return 1
    print(text)
    if options.json:
        options.json.write_text(text + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
