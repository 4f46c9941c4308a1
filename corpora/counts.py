"""Count what a corpus holds: acts, stances, statuses, kinds of document, traps, and statements per 1,000 words.

python -m corpora.counts CORPUS [--split train] [--data ../shared/data] [--json]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpora.reader import DATA, SPLITS, ReaderError, Story, read

WORD = re.compile(r"\w+(?:['’]\w+)*")


def words(story: Story) -> int:
    """Words of a story's texts."""
    return sum(len(WORD.findall(document.text)) for document in story.documents)


def elsewhere(story: Story) -> int:
    """Responses in a document that carries no statement of their charge."""
    doc = {s.id: s.doc for s in story.statements}
    homes = {c.id: {doc[s] for s in c.statements} for c in story.charges}
    return sum(doc[r.statement] not in homes[r.charge] for r in story.responses)


def totals(stories: Sequence[Story]) -> dict[str, float]:
    """Sizes."""
    statements = [s for story in stories for s in story.statements]
    size = sum(map(words, stories))
    return {
        "stories": len(stories),
        "documents": sum(len(story.documents) for story in stories),
        "words": size,
        "statements": len(statements),
        "per_1000_words": round(1000 * len(statements) / size, 1) if size else 0.0,
        "nested": sum(s.within is not None for s in statements),
        "without_source": sum(not s.source for s in statements),
        "speaker_unknown": sum(s.speaker is None for s in statements),
        "with_medium": sum(bool(s.medium) for s in statements),
        "several_pieces": sum(len(s.content) > 1 for s in statements),
        "parties": sum(len(story.parties) for story in stories),
        "charges": sum(len(story.charges) for story in stories),
        "responses": sum(len(story.responses) for story in stories),
        "responses_elsewhere": sum(map(elsewhere, stories)),
    }


def tally(values: Iterable[str]) -> dict[str, int]:
    """Values with their counts, most frequent first."""
    return dict(Counter(values).most_common())


def count(stories: Sequence[Story]) -> dict[str, object]:
    """Everything that is counted."""
    responses = [r for story in stories for r in story.responses]
    return {
        **totals(stories),
        "act": tally(s.act for story in stories for s in story.statements),
        "status": tally(c.status for story in stories for c in story.charges),
        "stance": tally(r.stance for r in responses),
        "directness": tally(r.directness for r in responses),
        "wording": tally(r.wording for r in responses),
        "kind": tally(d.kind for story in stories for d in story.documents),
        "trap": tally(t for story in stories for t in story.traps),
        "domain": tally(story.domain for story in stories if story.domain),
    }


def table(counted: dict[str, object]) -> str:
    """The counts for people."""
    lines = []
    for name, value in counted.items():
        if isinstance(value, dict):
            lines += ["", name, *(f"  {n:6} {key}" for key, n in value.items())]
        else:
            lines.append(f"{name:22} {value}")
    return "\n".join(lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--split", choices=SPLITS)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(argv)
    try:
        counted = count(list(read(options.corpus, split=options.split, data=options.data)))
    except ReaderError as error:
        print(error, file=sys.stderr)
        return 1
    print(json.dumps(counted, indent=1) if options.json else table(counted))
    return 0


if __name__ == "__main__":
    sys.exit(main())
