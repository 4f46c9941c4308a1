"""Plants known errors into a brief, so that a newsroom can measure what its audit would let pass.

The kinds are those of the trade's common failures: each is one small change that a hurried editor could miss. Pure, and the
same for the same random numbers. A brief offers no place for some kinds; those are simply not planted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from counterclaim.audit import plants, plants_parties
from counterclaim.audit.ground import Ground, ground, sentence
from counterclaim.records import Draft, Evidence, Span

LEFT_OUT = "missing-response"
PLANTERS: MappingProxyType[str, plants.Planter] = MappingProxyType(
    {
        "altered-quote": plants.altered_quote,
        "truncated-quote": plants.truncated_quote,
        "misattribution": plants_parties.misattribution,
        "changed-target": plants_parties.changed_target,
        "allegation-as-fact": plants_parties.allegation_as_fact,
        "changed-number": plants.changed_number,
        "dropped-hedge": plants.dropped_hedge,
        "stage-inflation": plants.stage_inflation,
        "invented-response": plants_parties.invented_response,
        "unsupported": plants.unsupported,
        "loaded-word": plants.loaded_word,
    }
)
KINDS = (*PLANTERS, LEFT_OUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """One planted error: the stretch of the file that it replaces, and by what. where an answer is left out, by what is left."""

    kind: str
    where: Span
    corrupted: str

    def applied(self, text: str) -> str:
        return text[: self.where.start] + self.corrupted + text[self.where.end :]


def mutate(draft: Draft, evidence: Evidence, rng: Random, *, per_kind: int = 3) -> list[Mutation]:
    """Up to `per_kind` errors of each kind, in the order of KINDS, each for a copy of the brief of its own."""
    stands_on = ground(draft, evidence)
    planted = [m for kind in PLANTERS for m in _planted(kind, stands_on, rng, per_kind)]
    gaps = list(dict.fromkeys(plants_parties.left_out(stands_on)))
    return planted + [Mutation(kind=LEFT_OUT, where=at, corrupted=rest) for at, rest in rng.sample(gaps, min(per_kind, len(gaps)))]


def _planted(kind: str, stands_on: Ground, rng: Random, limit: int) -> Iterator[Mutation]:
    draft = stands_on.draft
    spans = [s for s in draft.sentences if not any(h.start < s.end and s.start < h.end for h in draft.headings)]
    left = limit
    for span in rng.sample(spans, len(spans)):
        if not left:
            return
        here = sentence(draft, span)
        corrupted = PLANTERS[kind](here, stands_on, rng)
        if corrupted is not None and corrupted != here.text:
            left -= 1
            yield Mutation(kind=kind, where=span, corrupted=corrupted)
