"""Checks that no step of a proceeding is told as a later one: accused, investigated, arrested, charged, convicted.

A row of data/stages.tsv has a sense of two parts: the ladder and the rung on it. A rung of the draft is supported where the
source sentences that it rests on, or those beside them, name this rung or a higher one of the ladder. A word that is a step only
among its like ("passed", "ordered") counts where the sources name an earlier step there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.audit.case import COMPARED, Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.hedges import status
from counterclaim.audit.lines import Line
from counterclaim.audit.phrases import Hit, hits
from counterclaim.records import Severity
from counterclaim.text.lexicon import words as lexicon

_LIGHT = 3  # letters up to which a word of a term is an auxiliary or an article


def inflated(case: Case) -> Iterator[Seen]:
    """H3: a rung that the sources do not name, or a word for not yet ("presumptive", "proposed") lost."""
    yield from _rungs(case)
    yield from (replace(seen, severity=Severity.EDIT) for seen in status(case))


def _rungs(case: Case) -> Iterator[Seen]:
    for sentence in case.sentences:
        if sentence.cover < COMPARED:
            continue
        known = _known(case, sentence)
        for hit in hits(sentence.line, "stages"):
            ladder, rung = _rung(hit)
            if rung < 2 or hit.quoted or _is_open(sentence.line, hit) or rung <= known.get(ladder, 0):
                continue
            if all(w.stem in sentence.near for w in hit.words if len(w.low) > _LIGHT):
                continue
            if hit.text.lower() in lexicon("audit", "step-or-not") and not known.get(ladder):
                continue
            yield Seen(
                where=hit.span,
                message=f"“{hit.text}”: no source goes so far.",
                evidence=sentence.evidence,
                suggestion="Name the step that the sources name.",
            )


def _rung(hit: Hit) -> tuple[str, int]:
    ladder, _, rung = hit.sense.partition("|")
    return ladder, int(rung)


def _known(case: Case, sentence: Sentence) -> dict[str, int]:
    """The highest rung of each ladder that the sources name near what the sentence rests on."""
    known: dict[str, int] = {}
    for rest in sentence.rests:
        for line in case.sources.beside(rest.line):
            for hit in hits(line, "stages"):
                ladder, rung = _rung(hit)
                known[ladder] = max(rung, known.get(ladder, 0))
    return known


def _is_open(line: Line, hit: Hit) -> bool:
    """Whether the draft itself says that the step was not, or not yet, taken."""
    return any(w in lexicon("audit", "not-yet") or w.endswith("n't") for w in line.low[max(0, hit.at - 4) : hit.at])
