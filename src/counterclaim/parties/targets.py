"""Tells whom a statement is about, and to whom it was said.

The accused of an accusing cue comes first, then the party that the content says something of: its subject, the owner of its
subject, the agent after "by", then any other. The speaker and the speaker's own side are never the target. Refuses to take a
mere place for a party.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from counterclaim.parties import pronouns, words
from counterclaim.parties.cluster import Entity
from counterclaim.parties.mentions import Found, Sort
from counterclaim.parties.pronouns import Choice, Hints
from counterclaim.parties.sources import Speakers
from counterclaim.records import Form, Span, Statement

_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|also\s+|later\s+)?\w+(?:ed|held|sued)\b")
_OPENING = 14  # code points: "the company’s ...", "“That ..."
_AGAINST = frozenset({"against", "by", "at"})
_REPLY_TO = frozenset(
    {
        "told",
        "tells",
        "telling",
        "urged",
        "urges",
        "urging",
        "asked",
        "asks",
        "asking",
        "warned",
        "warns",
        "warning",
        "assured",
        "reminded",
        "ordered",
        "implored",
        "begged",
        "advised",
        "dared",
        "invited",
        "instructed",
        "pressed",
    }
)
_MEDIA = frozenset({"reporters", "journalists", "media", "press", "station", "newspaper", "network", "magazine"})


@dataclass(slots=True)
class Targets:
    """Resolves the targets of one document, in order, after their speakers."""

    speakers: Speakers
    standing: Mapping[Entity, float] = field(default_factory=dict)  # how much part each party takes in the dispute
    aims: dict[Entity, Counter[Entity]] = field(default_factory=dict)

    def resolve(self, statement: Statement, speaker: Entity | None) -> Choice:
        """Whom the statement is about, None where its words name nobody but the speaker."""
        choice = self._told_by_cue(statement, speaker)
        if choice.entity is None:
            choice = self._from_content(statement, speaker)
        if choice.entity is None:
            choice = self._carried_on(speaker)
        if choice.entity is not None and speaker is not None:
            self.aims.setdefault(_side(speaker), Counter())[choice.entity] += 1
        return choice

    # --- the cue --------------------------------------------------------------------------------------------------------

    def _told_by_cue(self, statement: Statement, speaker: Entity | None) -> Choice:
        """ "accused Y of", "called on Y to", "was accused of": the object or the passive subject of the cue."""
        if not statement.cue:
            return Choice(None)
        scene = self.speakers.scene
        cue = " ".join(scene.text(c) for c in statement.cue).lower()
        last = max(c.end for c in statement.cue)
        if _BE.search(cue) or "is accused" in cue:
            return self._subject_before(statement, speaker)
        if not any(w in words.cue_forms("accuse", "judge", "demand", "describe") for w in cue.split()):
            return Choice(None)
        i = scene.after(last)
        if (
            i < len(scene.found)
            and scene.found[i].span.start - last <= 40
            and not re.search(r"[.;:“\"]", scene.document.text[last : scene.found[i].span.start])
        ):
            return self._as_choice(self._top(i), statement, speaker, 0.9)
        return Choice(None)

    def _subject_before(self, statement: Statement, speaker: Entity | None) -> Choice:
        scene = self.speakers.scene
        start = min(c.start for c in statement.cue)
        begin = scene.sentences[scene.sentence_at(start)].words[0].start
        for i in range(scene.after(start) - 1, scene.after(begin) - 1, -1):
            m = scene.found[i]
            if not m.governed and m.same is None and (choice := self._as_choice(i, statement, speaker, 0.8)).entity is not None:
                return choice
        return Choice(None)

    # --- the content -----------------------------------------------------------------------------------------------------

    def _from_content(self, statement: Statement, speaker: Entity | None) -> Choice:
        scores: dict[Entity, float] = {}
        order = 0
        for span in statement.content:
            for i in self.speakers.scene.inside(span):
                entity = self._as_choice(i, statement, speaker, 0.7).entity
                if entity is not None:
                    score = self._weight(i, span, entity, opening=span is statement.content[0]) - 0.25 * order
                    scores[entity] = max(scores.get(entity, -9.0), score) + (0.2 if entity in scores else 0.0)
                    order += 1
        ranked = sorted(scores, key=lambda e: -scores[e])
        if not ranked or scores[ranked[0]] < 0:
            return Choice(None, tuple(ranked))
        lead = scores[ranked[0]] - (scores[ranked[1]] if len(ranked) > 1 else 0.0)
        return Choice(ranked[0], tuple(ranked[:4]), round(min(0.9, 0.55 + lead / 8), 2))

    def _weight(self, i: int, span: Span, entity: Entity, *, opening: bool) -> float:
        scene = self.speakers.scene
        m = scene.found[i]
        before = scene.document.text[max(span.start, m.span.start - 14) : m.span.start].lower().split()
        while before and before[-1] in words.DETERMINERS:
            before.pop()
        agent = bool(before) and before[-1] in _AGAINST
        score = 2.0 if agent and before[-1] in {"by", "against"} else 0.6 if m.governed else 2.0
        if m.sort is Sort.PRONOUN:
            score -= 0.3
        if m.sort is Sort.PAPER:
            score -= 0.8
        if not m.governed and m.span.start - span.start <= _OPENING and opening:
            score += 1.5  # the content opens with it: what is said, is said of it
        score += self.standing.get(entity, 0.0)
        if entity.kind is None and entity.places >= entity.acts:
            score -= 4.0  # most likely a place
        if m.sort is Sort.NAME and entity.kind is None and entity.acts == 0:
            score -= 4.0
        if m.sort is Sort.PERSON and not m.definite:
            score -= 1.0
        return score

    def _top(self, i: int) -> int:
        """The head of the phrase that begins with mention i: past its owners."""
        found = self.speakers.scene.found
        while i + 1 < len(found) and found[i + 1].owner == i and found[i + 1].sort in {Sort.NAME, Sort.PERSON, Sort.GROUP, Sort.BODY}:
            i += 1
        return i

    def _as_choice(self, i: int, statement: Statement, speaker: Entity | None, confidence: float) -> Choice:
        entity = self._entity(i, statement, speaker)
        if entity is None or _same_side(entity, speaker):
            return Choice(None)
        return Choice(entity, (entity,), confidence)

    def _entity(self, i: int, statement: Statement, speaker: Entity | None) -> Entity | None:
        scene = self.speakers.scene
        m = scene.found[i]
        if m.sort is not Sort.PRONOUN:
            return self.speakers.entity(i)
        if m.head in words.I_WE | words.WHO or not m.head:
            return None
        if m.head in words.YOU:
            return self.speakers.said[-1].target if self.speakers.said else None
        if (home := scene.home(i)) is not None:
            return home
        return self._third_person(m, i, statement, speaker)

    def _third_person(self, m: Found, i: int, statement: Statement, speaker: Entity | None) -> Entity | None:
        """He, she, it, they in a content: in indirect speech the speaker, where the speaker agrees; else by the usual evidence."""
        scene = self.speakers.scene
        excluded = () if speaker is None else (speaker, _side(speaker))
        own = not m.quoted and statement.form is not Form.DIRECT and speaker is not None and pronouns.agrees(m.head, speaker)
        accusing = any(w in words.cue_forms("accuse", "judge", "demand") for c in statement.cue for w in scene.text(c).lower().split())
        if own and not accusing:
            return None
        hints = Hints(excluded=excluded, weights=self._usual(speaker))
        return pronouns.resolve(m.head, scene.document.id, i, m.sentence, scene.found, scene.homes, hints).entity

    def _usual(self, speaker: Entity | None) -> tuple[tuple[Entity, float], ...]:
        """Whom this speaker spoke about before."""
        if speaker is None or not self.aims.get(_side(speaker)):
            return ()
        ((entity, _),) = self.aims[_side(speaker)].most_common(1)
        return ((entity, 0.8),)

    def _carried_on(self, speaker: Entity | None) -> Choice:
        """A statement that names nobody goes on about whom its speaker spoke before, if that was near."""
        for said in reversed(self.speakers.said[-4:]):
            if speaker is not None and said.speaker is not None and _side(said.speaker) is _side(speaker) and said.target is not None:
                return Choice(said.target, (said.target,), 0.4)
        return Choice(None)

    # --- to whom ------------------------------------------------------------------------------------------------------------

    def addressee(self, statement: Statement) -> Choice:
        """ "told Y", "urged Y to": the party right after such a cue."""
        scene = self.speakers.scene
        for cue in statement.cue:
            if any(w in _REPLY_TO for w in scene.text(cue).lower().split()):
                i = scene.after(cue.end)
                if (
                    i < len(scene.found)
                    and scene.found[i].span.start - cue.end <= 25
                    and not re.search(r"[.,;:“\"]", scene.document.text[cue.end : scene.found[i].span.start])
                ):
                    j = self._top(i)
                    entity = self._entity(j, statement, None) if scene.found[j].sort is Sort.PRONOUN else self.speakers.entity(j)
                    return Choice(entity, () if entity is None else (entity,), 0.8 if entity else 0.0)
        return Choice(None)


def _side(entity: Entity) -> Entity:
    """For whom a party speaks, itself where it speaks for nobody."""
    return entity.owner if entity.speaks and entity.owner is not None else entity


def _same_side(entity: Entity, speaker: Entity | None) -> bool:
    if speaker is None:
        return False
    return (
        entity is speaker
        or speaker.owner is entity
        or (entity.owner is speaker and entity.speaks)
        or speaker in entity.parts
        or entity in speaker.parts
    )
