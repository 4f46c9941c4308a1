"""Measures the briefs of whole stories: `python benchmarks/briefs.py [--length LENGTH] [--profile NAME] [--out FILE]`.

The demonstration, the invented stories and the gold disputes, each from its texts alone. Told: an attributed sentence cites a
statement that meets the gold one by the scorer's rule (../shared/eval/score_disputes.py, which is not ours), anywhere in the brief;
told as a charge or answer: in a section for these. The speaker is right where the sentence's party is that of the gold statement
which the cited one meets best.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
from disputes import ROOT, SHARED, fingerprint, texts_alone

from counterclaim import documents, read, write_brief
from counterclaim.brief.length import Length
from counterclaim.errors import ThinEvidence
from counterclaim.export.brief import brief as brief_json
from counterclaim.export.ledger import encode, ledger
from counterclaim.receipts.verify import parse, verify
from counterclaim.records import Evidence
from parties import scorer  # the scorer's own matching, so that "told" means what "found" means there

SETS = {"invented stories": ROOT / "corpora" / "invented" / "stories", "gold disputes": SHARED / "data" / "disputes" / "stories"}


def measure(evidence: Evidence, length: Length) -> tuple[dict[str, Any] | None, Counter[str]]:
    """One story's brief, and whether it keeps its promises."""
    count = Counter(stories=1)
    try:
        written = brief_json(write_brief(evidence, length=length))
    except ThinEvidence:
        count["no_brief"] += 1
        return None, count
    sentences = [x for s in written["sections"] for x in s["sentences"]]
    failures = verify(parse(msgspec.json.encode(written), source="brief"), evidence.reading.documents.values())
    count["briefs"] += 1
    count["sentences"] += len(sentences)
    count["cited"] += sum(bool(x["citations"]) for x in sentences)
    count["words"] += sum(len(x["text"].split()) for x in sentences)
    count["altered_quotations"] += sum("stands in no cited passage" in f.reason for f in failures)
    count["verified"] += not failures
    count["headlines_over_110"] += len(written["headline"]) > 110
    return written, count


def against(gold: dict[str, Any], found: dict[str, Any], written: dict[str, Any] | None, s: ModuleType) -> Counter[str]:
    """How much of the gold the brief tells anywhere, how much as what it is, and whether by the right speaker."""
    answers = {r["statement"] for r in gold["responses"]}
    count = Counter(charges=len(gold["charges"]), answers=len(answers))
    if written is None:
        return count
    told = [x for x in _told(written) if x[0] in found["st"]]

    def roles(statement: str) -> set[str]:
        """The sections in which a gold statement is told."""
        return {role for id, _, role in told if _meets(gold["st"][statement], found["st"][id], s)}

    for charge in gold["charges"]:
        where = {role for x in charge["statements"] for role in roles(x)}
        count["charges_told"] += bool(where)
        count["charges_told_as_such"] += "accuser" in where
    for answer in answers:
        where = roles(answer)
        count["answers_told"] += bool(where)
        count["answers_told_as_such"] += "response" in where
    return count + _speakers(gold, found, told, s)


def _speakers(gold: dict[str, Any], found: dict[str, Any], told: list[tuple[str, str | None, str]], s: ModuleType) -> Counter[str]:
    """Each told statement against the gold one that it meets best; gold statements without a speaker are passed over."""
    who = s.align_parties(gold["parties"], found["parties"])
    count: Counter[str] = Counter()
    for id, party in dict.fromkeys((id, party) for id, party, _ in told):
        place = found["st"][id]
        meeting = [g for g in gold["st"].values() if _meets(g, place, s)]
        if not meeting:
            continue
        speaker = max(meeting, key=lambda g: len(g[1] & place[1]) / len(g[1] | place[1]))[2]
        if speaker is not None:
            count["told_statements"] += 1
            count["speaker_right"] += who.get(party) == speaker
            count["speaker_unnamed"] += party is None
    return count


def _meets(gold: tuple[Any, ...], found: tuple[Any, ...], s: ModuleType) -> bool:
    return bool(gold[0] == found[0] and s.meets(gold[1], found[1]))


def _told(written: dict[str, Any]) -> Iterator[tuple[str, str | None, str]]:
    """(statement, party, role of the section) of every receipt of an attributed sentence."""
    for section in written["sections"]:
        for x in section["sentences"]:
            if x["voice"] == "attributed":
                yield from ((c["statement"], x["party"], section["role"]) for c in x["citations"] if c["statement"])


def figures(count: Counter[str]) -> dict[str, Any]:
    def share(part: str, whole: str) -> float | None:
        return round(100 * count[part] / count[whole], 1) if count[whole] else None

    named = Counter(right=count["speaker_right"], all=count["told_statements"] - count["speaker_unnamed"])
    return {
        "stories": count["stories"],
        "no_brief": count["no_brief"],
        "sentences": count["sentences"],
        "words_per_brief": round(count["words"] / count["briefs"]) if count["briefs"] else None,
        "sentences_cited_percent": share("cited", "sentences"),
        "altered_quotations": count["altered_quotations"],
        "briefs_verified_percent": share("verified", "briefs"),
        "headlines_over_110": count["headlines_over_110"],
        "gold_charges": count["charges"],
        "gold_charges_told_percent": share("charges_told", "charges"),
        "gold_charges_told_as_charges_percent": share("charges_told_as_such", "charges"),
        "gold_answers": count["answers"],
        "gold_answers_told_percent": share("answers_told", "answers"),
        "gold_answers_told_as_answers_percent": share("answers_told_as_such", "answers"),
        "told_statements": count["told_statements"],
        "speaker_right_percent": share("speaker_right", "told_statements"),
        "speaker_right_where_named_percent": round(100 * named["right"] / named["all"], 1) if named["all"] else None,
    }


def run(folder: Path, lengths: Sequence[Length], profile: str, s: ModuleType) -> dict[Length, Counter[str]]:
    """The counts of a folder of stories; each is read once and written in each length."""
    total: dict[Length, Counter[str]] = {length: Counter() for length in lengths}
    with tempfile.TemporaryDirectory() as kept:
        for story in sorted(p.parent for p in folder.glob("*/gold.json")):
            print(f"\r{story.name:60.60}", end="", file=sys.stderr, flush=True)
            with texts_alone(story) as texts:
                evidence = read(documents([texts])[0], profile=profile)
            place = Path(kept) / f"{story.name}.json"
            place.write_bytes(encode(ledger(evidence)))
            gold = s.load_gold(story)
            found = s.load_pred(place, gold)
            for length in lengths:
                written, count = measure(evidence, length)
                total[length] += count + against(gold, found, written, s)
    print(file=sys.stderr)
    return total


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--length", type=Length, choices=list(Length), help="one length only")
    ap.add_argument("--profile", default="standard", help="accurate, standard, fast or rules")
    ap.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results" / "briefs.json")
    a = ap.parse_args()
    lengths = [a.length] if a.length else list(Length)
    s = scorer()
    result: dict[str, Any] = {"profile": a.profile}
    with as_file(files("counterclaim") / "data" / "demo") as story:
        demo = read(documents([story])[0], profile=a.profile)
    result["demonstration"] = {n: {k: v for k, v in figures(measure(demo, n)[1]).items() if v is not None} for n in lengths}
    for name, folder in SETS.items():
        counts = run(folder, lengths, a.profile, s)
        result[name] = {"sha256": fingerprint(folder)} | {n: figures(count) for n, count in counts.items()}
    a.out.write_text(json.dumps(result, indent=1) + "\n", "utf8")
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
