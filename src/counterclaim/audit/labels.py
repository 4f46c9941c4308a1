"""Checks that parties are introduced alike: no label for one where others have their office, nor praise for one alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.phrases import Hit, hits
from counterclaim.audit.speakers import people, same_name
from counterclaim.audit.together import Named
from counterclaim.records import Severity

_SENSES = frozenset({"label", "praise"})
_REACH = 3  # words between a label and the name that it introduces


def unequal(case: Case) -> Iterator[Seen]:
    """B2: a political or moral label for one party, none of its kind for any other."""
    labelled: dict[str, list[tuple[Named, Hit, Sentence]]] = defaultdict(list)
    for sentence in case.sentences:
        for hit in hits(sentence.line, "sourcing"):
            named = _introduced(case, sentence, hit) if hit.sense in _SENSES and not hit.quoted else None
            if named is not None:
                labelled[hit.sense].append((named, hit, sentence))
    titled = [n for s in case.sentences for n in people(case, s) if n.roles]
    for found in labelled.values():
        first = found[0][0]
        others = [n for n in titled if not same_name(n, first)]
        if others and all(same_name(first, n) for n, _, _ in found):
            for named, hit, sentence in found:
                yield _seen(named, hit, sentence, others[0])


def _introduced(case: Case, sentence: Sentence, hit: Hit) -> Named | None:
    """The name that a label stands before, or behind in an apposition: "the hardliner X", "X, a far-right politician"."""
    words = sentence.line.words
    for named in people(case, sentence):
        first = next((i for i, w in enumerate(words) if w.span.end > named.span.start), len(words))
        last = max((i for i, w in enumerate(words) if w.span.start < named.span.end), default=-1)
        between = case.document.text[words[last].span.end : hit.span.start] if last >= 0 else ""
        if 0 <= first - (hit.at + len(hit.words)) < _REACH or (0 < hit.at - last <= _REACH and between.lstrip().startswith(",")):
            return named
        if named.span.start <= hit.span.start and hit.span.end <= named.span.end:
            return named
    return None


def _seen(named: Named, hit: Hit, sentence: Sentence, other: Named) -> Seen:
    in_sources = all(w.stem in sentence.near for w in hit.words)
    return Seen(
        where=hit.span,
        message=f"{named.text} is introduced as “{hit.text}”, {other.text} by office.",
        evidence=sentence.evidence,
        suggestion=f"Introduce {named.text} by office too, or say who calls {named.text} so.",
        severity=Severity.NOTE if in_sources else None,
    )
