"""Scores the auditor on other people's factual errors in summaries: `python benchmarks/consistency.py [--every N] [--reader PROFILE]`.

Each summary is audited against its one article; a finding that is no note says "inconsistent". BUMP task 1 (Ma et al. 2023): 693
summaries with one error each beside their references. Consistency, as its paper defines it, is the share of pairs in which the
edited summary fares worse: here, has more such findings; its metrics' consistency is reckoned from the scores that its file carries.
SummEdits, news (Laban et al. 2023): balanced accuracy; published figures are those of its README. `--every N` takes every Nth item.

A summary leaves out who said what and who answered, and neither set calls that an error; so the answer is also counted from the
checks alone that ask whether words, names, numbers, hedges and facts are the source's (FAITHFUL). The archives lie in ../shared,
which is not ours: no sentence of them is written. Written to benchmarks/results/consistency.json.
"""

from __future__ import annotations

import argparse
import ast
import json
import tarfile
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim import pipeline
from counterclaim.audit.draft import draft
from counterclaim.audit.report import audit
from counterclaim.encoder import best
from counterclaim.records import Document, DocumentId, DocumentKind, Evidence, Provenance, Severity

ROOT = Path(__file__).resolve().parent.parent
ARCHIVES = ROOT.parent / "shared" / "data" / "archives"
OUT = ROOT / "benchmarks" / "results" / "consistency.json"
FAITHFUL = frozenset(["Q1", "Q2", "Q3", "Q4", "Q9", "A4", "A12", "A13", "A16", "A17", "B5", "H1", "H2", "H3", "N1", "N2", "N4", "N5", "R3"])
# README of SummEdits, table of 2023-12-14, column "News": balanced accuracy.
PUBLISHED_NEWS = {"DAE": 60.9, "SummaCConv": 61.9, "QAFactEval": 74.4, "GPT4": 83.3, "people": 90.0}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--reader", default=str(best()))
    options = parser.parse_args()
    start = time.process_time()
    auditor = Auditor(options.reader)
    bump = _read("bump", "bump/data/task1_dataset.json")[:: options.every]
    news = _read("summedits", "summedits/data/summedits/summedits_news.json")[:: options.every]
    result = {
        "reader": options.reader,
        "every": options.every,
        "bump_task_1": of_bump(bump, auditor),
        "summedits_news": of_summedits(news, auditor),
        "processor_seconds": round(time.process_time() - start),
    }
    OUT.write_text(json.dumps(result, indent=1) + "\n", "utf8")
    print(json.dumps(result, indent=1))


class Auditor:
    """Audits summaries; each article is read once, each summary audited once."""

    def __init__(self, reader: str) -> None:
        self.evidence = cache(lambda article: _evidence(article, reader))
        self.checks = cache(self._checks)

    def _checks(self, article: str, summary: str) -> tuple[str, ...]:
        """The checks of the findings that are no notes."""
        report = audit(draft("summary.txt", summary), self.evidence(article))
        return tuple(f.check for f in report.findings if f.severity is not Severity.NOTE)


def _evidence(article: str, reader: str) -> Evidence:
    document = Document(id=DocumentId("d1"), kind=DocumentKind.ARTICLE, text=article, provenance=Provenance(path="article.txt", sha256=""))
    return pipeline.read([document], profile=reader)


def of_bump(items: Sequence[dict[str, Any]], auditor: Auditor) -> dict[str, Any]:
    pairs = [
        (auditor.checks(x["article"], x["reference_summary"]), auditor.checks(x["article"], x["edited_summary"]), x["corrected_error_type"])
        for x in items
    ]
    return {
        "pairs": len(pairs),
        "all_checks": _pairs(pairs, None),
        "faithful_checks": _pairs(pairs, FAITHFUL),
        "faithful_checks_by_error": {kind: _pairs([p for p in pairs if p[2] == kind], FAITHFUL) for kind in sorted({p[2] for p in pairs})},
        "consistency_of_metrics_from_the_scores_in_its_file": _metrics(items),
    }


def _pairs(pairs: Sequence[tuple[tuple[str, ...], tuple[str, ...], str]], only: Collection[str] | None) -> dict[str, Any]:
    counts = [(_count(was, only), _count(now, only)) for was, now, _ in pairs]
    found = sum(now > 0 for _, now in counts) / len(counts)
    quiet = sum(was == 0 for was, _ in counts) / len(counts)
    return {
        "pairs": len(counts),
        "edited_called_inconsistent": _percent(found),
        "reference_called_consistent": _percent(quiet),
        "balanced_accuracy": _percent((found + quiet) / 2),
        "consistency": _percent(sum(now > was for was, now in counts) / len(counts)),
    }


def _count(checks: Iterable[str], only: Collection[str] | None) -> int:
    return sum(only is None or c in only for c in checks)


def _metrics(items: Sequence[dict[str, Any]]) -> dict[str, float]:
    better: dict[str, list[bool]] = defaultdict(list)
    for x in items:
        scores = ast.literal_eval(x["scores"]) if isinstance(x["scores"], str) else x["scores"]
        for key in scores:
            if key.endswith("_edited"):
                name = key.removesuffix("_edited")
                better[name].append(scores[f"{name}_reference"] > scores[key])
    return {name: _percent(sum(each) / len(each)) for name, each in sorted(better.items())}


def of_summedits(items: Sequence[dict[str, Any]], auditor: Auditor) -> dict[str, Any]:
    told = [(int(x["label"]), auditor.checks(x["doc"], x["summary"])) for x in items]
    alarms = Counter(c for label, checks in told for c in set(checks) if label == 1)
    found = Counter(c for label, checks in told for c in set(checks) if label == 0)
    return {
        "summaries": len(told),
        "inconsistent": sum(label == 0 for label, _ in told),
        "all_checks": _balanced(told, None),
        "faithful_checks": _balanced(told, FAITHFUL),
        "checks_on_inconsistent_and_consistent": {c: [found[c], alarms[c]] for c in sorted(found | alarms)},
        "published_balanced_accuracy": PUBLISHED_NEWS,
    }


def _balanced(told: Sequence[tuple[int, tuple[str, ...]]], only: Collection[str] | None) -> dict[str, float]:
    bad = [_count(checks, only) > 0 for label, checks in told if label == 0]
    good = [_count(checks, only) == 0 for label, checks in told if label == 1]
    found, quiet = sum(bad) / len(bad), sum(good) / len(good)
    return {"found": _percent(found), "quiet": _percent(quiet), "balanced_accuracy": _percent((found + quiet) / 2)}


def _percent(share: float) -> float:
    return round(100 * share, 1)


def _read(archive: str, member: str) -> list[dict[str, Any]]:
    with tarfile.open(ARCHIVES / f"{archive}.tar.xz") as opened:
        data = opened.extractfile(member)
        assert data is not None
        items: list[dict[str, Any]] = json.loads(data.read())
    return items


if __name__ == "__main__":
    main()
