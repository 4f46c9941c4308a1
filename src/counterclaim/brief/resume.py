"""Takes up a brief whose text an editor changed: unchanged sentences keep their receipts, each changed one needs its own.

What has no receipt is handed back with the reason (brief.trace finds them); the brief leaves it out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from counterclaim.brief.edited import Edited, EditedSection
from counterclaim.brief.length import Length
from counterclaim.brief.trace import Tracer, tracer
from counterclaim.brief.write import write
from counterclaim.errors import ThinEvidence
from counterclaim.records import (
    Brief,
    BriefSentence,
    Evidence,
    Section,
    SectionRole,
)
from counterclaim.text.segment import sentences as split


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfound:
    """A sentence without a receipt, and why there is none."""

    heading: str
    text: str
    reason: str


def _as_written(brief: Brief) -> Brief:
    return brief


def resume(evidence: Evidence, edited: Edited, *, checked: Callable[[Brief], Brief] = _as_written) -> tuple[Brief, tuple[Unfound, ...]]:
    """The edited brief with receipts, and the sentences that have none. Raises ThinEvidence as writing does.

    `checked`: what is done to each of our briefs before it is published, so that its sentences are known again.
    """
    ours = [checked(b) for b in _ours(evidence)]
    known = _known(ours)
    found_by = tracer(evidence)
    unfound: list[Unfound] = []
    sections = tuple(_section(s, known, found_by, unfound) for s in edited.sections)
    unfound += [Unfound(heading="headline", text=edited.headline, reason=r) for r in found_by.misquoted(edited.headline)]
    return replace(ours[0], headline=edited.headline, sections=tuple(s for s in sections if s.sentences)), tuple(unfound)


def _ours(evidence: Evidence) -> Iterator[Brief]:
    """What we would write, in every length for which enough was found; a full brief needs least."""
    for length in (Length.STANDARD, Length.SHORT):
        with suppress(ThinEvidence):
            yield write(evidence, length=length)
    yield write(evidence, length=Length.FULL)


@dataclass(frozen=True, slots=True)
class _Known:
    """Our own sentences by their words: under the same heading, or anywhere; and the role of each heading."""

    here: Mapping[tuple[str, str], BriefSentence]
    anywhere: Mapping[str, tuple[SectionRole, BriefSentence]]
    roles: Mapping[str, SectionRole]


def _known(ours: Sequence[Brief]) -> _Known:
    told = [(section, s) for b in reversed(ours) for section in b.sections for s in section.sentences]
    return _Known(
        here={(section.heading, s.text): s for section, s in told},
        anywhere={s.text: (section.role, s) for section, s in told},
        roles={section.heading: section.role for section, _ in told},
    )


def _section(edited: EditedSection, known: _Known, found_by: Tracer, unfound: list[Unfound]) -> Section:
    kept: list[BriefSentence] = []
    seen: Counter[SectionRole] = Counter()
    for text in (t for stretch in edited.stretches for t in ([stretch] if stretch in known.anywhere else _sentences(stretch))):
        if text in known.anywhere:
            role, sentence = known.anywhere[text]
            seen[role] += 1
            kept.append(known.here.get((edited.heading, text), sentence))
        elif isinstance(found := found_by.trace(text), BriefSentence):
            kept.append(found)
        else:
            unfound.append(Unfound(heading=edited.heading, text=text, reason=found))
    role = known.roles.get(edited.heading) or next((r for r, _ in seen.most_common(1)), SectionRole.BOTH_SIDES)
    return Section(role=role, heading=edited.heading, sentences=tuple(kept))


def _sentences(stretch: str) -> list[str]:
    return [stretch[s.start : s.end] for s in split(stretch)]
