"""Owns how long a brief is: which sections it holds and how much goes into each.

Every charge and answer that is sure enough stands in a standard and in a full brief; a short one tells the dispute in a few lines.
Confidences are 0..1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from counterclaim.dispute.trust import FLOOR
from counterclaim.records import SectionRole

_ALL = frozenset(SectionRole)
_ANY = 1_000_000


class Length(StrEnum):
    SHORT = "short"
    STANDARD = "standard"
    FULL = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`floor`: charges below this confidence are left out; `sure`: other statements. The numbers are the most of their kind."""

    sections: frozenset[SectionRole] = _ALL
    floor: float = 0.0
    statements: int = _ANY  # that tell one charge
    context: int = _ANY
    sure: float = 0.0
    positions: int = _ANY  # of one party and those who speak for it
    positions_in_all: int = _ANY
    answers: int = _ANY  # of one who answers, to the charges of one side
    listed: int = _ANY  # charges that one sentence of the bottom line names
    open: int = _ANY  # charges against one party that one sentence says to be unanswered
    outlets: bool = True  # whether positions are told that only an outlet's own sentence can tell
    accusers: int = _ANY  # whose allegations the lead counts


LIMITS: Mapping[Length, Limits] = MappingProxyType(
    {
        Length.SHORT: Limits(
            sections=frozenset({SectionRole.SUMMARY, SectionRole.BOTTOM_LINE}), floor=0.35, statements=1, context=1, positions=0, listed=3
        ),
        Length.STANDARD: Limits(
            floor=FLOOR,
            statements=2,
            context=3,
            sure=0.3,
            answers=5,
            positions=3,
            positions_in_all=8,
            listed=3,
            open=4,
            accusers=4,
            outlets=False,
        ),
        Length.FULL: Limits(context=12),
    }
)
