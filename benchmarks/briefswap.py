"""Tests even-handedness on the brief: `python benchmarks/briefswap.py [--show N] [--out FILE]`.

The two main parties of each invented story get names of one length, and the story is read twice: with the names as they come, and
with names, roles and pronouns swapped and the files given in reverse. The second brief must be the first one up to the swap.
*room* swaps the evidence instead of the texts, and so tests the brief alone; *line* tests everything from the texts on.
Left out, because a swap of words makes no English of them: pairs of different kinds, groups, names that share a word.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from disputes import ROOT, fingerprint

from counterclaim import documents, read, write_brief
from counterclaim.errors import ThinEvidence
from counterclaim.records import Brief, Document, Evidence

STORIES = ROOT / "corpora" / "invented" / "stories"
NAMES = {  # full, short, by what it is: the same length for both, so that a swap moves no offset
    "person": (("Dorin Velk", "Velk", "warden"), ("Maren Tosk", "Tosk", "keeper")),
    "organisation": (("Ostrel Board", "Ostrel", "board"), ("Ambrin Trust", "Ambrin", "trust")),
}
GENDERED = {"he": "she", "him": "her", "his": "her", "himself": "herself", "mr": "ms", "mr.": "ms."}
_AFTER_OBJECT = re.compile(r"\s+(?:to|for|of|and|on|in|at|with|that|as|by|from|about|but|or|if|when)\b|\s*[.,;:!?”\"]|\s*$")
_VERB = re.compile(
    r"\b(?:accused|said|wrote|denied|rejected|disputed|declined|called|criticised|urged|demanded|promised|warned|alleged|argued"
    r"|replied|reported|blamed|described|announced|asked|made|found|spoke|has|have|were|was)\b"
)

Swap = Callable[[str], str]


def main_parties(gold: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """The pair of accuser and accused with most statements; None where they are not of one kind."""
    parties = {p["id"]: p for p in gold["parties"]}
    told: Counter[tuple[str, str]] = Counter()
    for charge in gold["charges"]:
        if charge["accuser"]:
            told[charge["accuser"], charge["accused"]] += len(charge["statements"])
    for (one, other), _ in told.most_common(1):
        kinds = {parties[one]["kind"], parties[other]["kind"]}
        if len(kinds) == 1 and "group" not in kinds and not _share_a_word(parties, one, other):
            return parties[one], parties[other]
    return None


def _share_a_word(parties: dict[str, Any], one: str, other: str) -> bool:
    """Whether a word of one of the two names stands in the name of anybody else, as of a family or of a town and its council."""
    proper = {id: {w for n in (p["name"], *p["aliases"]) for w in re.findall(r"[A-Z][\w’'-]+", n)} - {"The"} for id, p in parties.items()}
    return any(proper[main] & proper[id] for main in (one, other) for id in parties if id != main)


def gender(gold: dict[str, Any], party: str) -> str | None:
    said = Counter(str(s["source"]).lower() for s in gold["statements"] if s["speaker"] == party)
    he, she = said["he"], said["she"]
    return None if he == she else ("he" if he > she else "she")


def renamer(parties: Sequence[dict[str, Any]], names: Sequence[tuple[str, str, str]]) -> Swap:
    """A function that gives the parties new names, each form of a name its own, longest first."""
    pairs = {alias: _new(alias, new) for party, new in zip(parties, names, strict=True) for alias in (party["name"], *party["aliases"])}
    old = re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in sorted(pairs, key=len, reverse=True)))
    return lambda text: old.sub(lambda m: pairs[m.group()], text)


def _new(alias: str, new: tuple[str, str, str]) -> str:
    """Full for a name of several words, short for one, what it is for a common noun; the article as it was."""
    article = re.match(r"(?:the|an?|its|their|his|her)\s", alias, re.IGNORECASE)
    rest = alias[article.end() :] if article else alias
    full, short, common = new
    found = common if not any(w[0].isupper() for w in rest.split()) else full if " " in rest else short
    return (article.group() if article else "") + found


def swapper(names: Sequence[tuple[str, str, str]]) -> Swap:
    """A function that swaps two sets of new names, whatever their capitals."""
    one, other = names
    pairs = dict(zip((*one, *other), (*other, *one), strict=True))
    pairs |= {k.capitalize() if k.islower() else k.upper(): v.capitalize() if v.islower() else v.upper() for k, v in pairs.items()}
    old = re.compile("|".join(rf"\b{re.escape(n)}\b" for n in sorted(pairs, key=len, reverse=True)))
    return lambda text: old.sub(lambda m: pairs[m.group()], text)


def _flipped(text: str) -> str:
    back = {v: k for k, v in GENDERED.items() if v != "her"}

    def flip(m: re.Match[str]) -> str:
        word = m.group()
        low = word.lower()
        to = ("him" if _AFTER_OBJECT.match(text, m.end()) else "his") if low == "her" else GENDERED.get(low) or back.get(low) or low
        return to.capitalize() if word[0].isupper() else to

    return re.sub(r"\b(?:he|she|him|her|his|himself|herself|mr\.?|ms\.?)(?!\w)", flip, text, flags=re.IGNORECASE)


def dated(story: Path) -> list[Document]:
    """A story's documents with the dates that its meta.json gives them, so that their order does not hang on the files'."""
    dates = {d["id"]: d["date"] for d in json.loads((story / "meta.json").read_text("utf8"))["docs"]}
    found = documents(sorted(story.glob("*.txt")))[0]
    return [replace(d, published_at=datetime.fromisoformat(dates[Path(d.provenance.path).stem]).replace(tzinfo=UTC)) for d in found]


def plain(text: str) -> str:
    """Without what a name's own form decides: articles, genitive marks, capitals, agreement of the verb."""
    text = re.sub(r"[’']s?\b|[’'](?=\s)", "", text)
    text = re.sub(r"\b(?:the|an?)\s", "", text, flags=re.IGNORECASE)
    return re.sub(r"\b(accuse|deny|denie|make|say|dispute|accept|decline|defend)s?\b", r"\1", text).casefold()


def compared(first: Brief, second: Brief, swap: Swap, names: Sequence[str]) -> dict[str, bool]:
    """What is the same up to the swap."""
    expected = [(s.role, plain(swap(s.heading)), [swap(x.text) for x in s.sentences]) for s in first.sections]
    found = [(s.role, plain(s.heading), [x.text for x in s.sentences]) for s in second.sections]

    def each(measure: Callable[[str], object]) -> bool:
        return [[measure(x) for x in texts] for *_, texts in expected] == [[measure(x) for x in texts] for *_, texts in found]

    def depth(sections: Sequence[tuple[object, str, list[str]]]) -> list[int]:
        lines = [x for *_, texts in sections for x in texts]
        return [next((i for i, x in enumerate(lines) if n in x), -1) for n in names]

    return {
        "structure": [(r, len(t)) for r, _, t in expected] == [(r, len(t)) for r, _, t in found],
        "headings": [h for _, h, _ in expected] == [h for _, h, _ in found],
        "headline": plain(swap(first.headline)) == plain(second.headline),
        "verbs": each(lambda x: _VERB.findall(x)),
        "words": each(lambda x: len(plain(x).split())),
        "depth": depth(expected) == depth(found),
        "all_text": each(plain),
    }


def stories() -> Iterator[tuple[Path, dict[str, Any], tuple[dict[str, Any], dict[str, Any]]]]:
    for story in sorted(p.parent for p in STORIES.glob("*/gold.json")):
        gold = json.loads((story / "gold.json").read_text("utf8"))
        if pair := main_parties(gold):
            yield story, gold, pair


def line(documents: Sequence[Document], evidence: Evidence, swap: Swap, flips: bool, profile: str) -> tuple[Brief, Brief, Swap]:
    """The brief of a story and that of its mirror image, read from the swapped texts in reverse."""

    def mirror(text: str) -> str:
        return _flipped(swap(text)) if flips else swap(text)

    swapped = [replace(d, text=mirror(d.text), title=mirror(d.title) if d.title else None) for d in reversed(documents)]
    return write_brief(evidence), write_brief(read(swapped, profile=profile)), mirror


def room(evidence: Evidence, swap: Swap) -> tuple[Brief, Brief, Swap]:
    """The brief of a story and that of the same evidence with the names swapped."""
    reading = evidence.reading
    documents = {id: replace(d, text=swap(d.text)) for id, d in reading.documents.items()}
    parties = {
        id: replace(p, name=swap(p.name), aliases=tuple(map(swap, p.aliases)), role=swap(p.role) if p.role else None)
        for id, p in reading.parties.items()
    }
    mirrored = replace(evidence, reading=replace(reading, documents=documents, parties=parties))
    return write_brief(evidence), write_brief(mirrored), swap


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--profile", default="standard")
    ap.add_argument("--show", type=int, default=0, help="print so many stories that differ")
    ap.add_argument("--out", type=Path, default=ROOT / "benchmarks" / "results" / "briefswap.json")
    a = ap.parse_args()
    same: dict[str, Counter[str]] = {"room": Counter(), "line": Counter()}
    differing: dict[str, list[str]] = {"room": [], "line": []}
    refused = 0
    for story, gold, pair in stories():
        names = NAMES[pair[0]["kind"]]
        rename, swap = renamer(pair, names), swapper(names)
        documents = [replace(d, text=rename(d.text), title=rename(d.title) if d.title else None) for d in dated(story)]
        evidence = read(documents, profile=a.profile)
        flips = pair[0]["kind"] == "person" and {gender(gold, p["id"]) for p in pair} == {"he", "she"}
        try:
            results = {"room": room(evidence, swap), "line": line(documents, evidence, swap, flips, a.profile)}
        except ThinEvidence:
            refused += 1
            continue
        for test, (first, second, mirror) in results.items():
            result = compared(first, second, mirror, [names[0][1], names[1][1]])
            same[test].update(k for k, v in result.items() if v)
            same[test]["stories"] += 1
            if not result["all_text"]:
                differing[test].append(story.name)
                if len(differing[test]) <= a.show:
                    print(f"=== {test}: {story.name}")
                    _show(first, second, mirror)
    measures = ("structure", "headings", "headline", "verbs", "words", "depth", "all_text")
    figures: dict[str, Any] = {
        "sha256": fingerprint(STORIES),
        "profile": a.profile,
        "stories": same["line"]["stories"],
        "no_brief": refused,
    }
    for test, count in same.items():
        figures[test] = {k: round(100 * count[k] / count["stories"], 1) for k in measures} | {"differing": differing[test]}
    a.out.write_text(json.dumps(figures, indent=1) + "\n", "utf8")
    print(json.dumps(figures, indent=1))


def _show(first: Brief, second: Brief, swap: Swap) -> None:
    print(f"--- {swap(first.headline)}\n+++ {second.headline}")
    expected = [swap(x.text) for s in first.sections for x in s.sentences]
    found = [x.text for s in second.sections for x in s.sentences]
    shown = {plain(x) for x in expected} & {plain(x) for x in found}
    print("\n".join([*(f"- {x}" for x in expected if plain(x) not in shown), *(f"+ {x}" for x in found if plain(x) not in shown)]))


if __name__ == "__main__":
    main()
