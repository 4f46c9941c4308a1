"""Tells who speaks in a statement: from the words of its source, from its turn, or from the statements around it.

Refuses to guess: a passive without an agent, a writing without an author and an even choice give nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from counterclaim.parties import words
from counterclaim.parties.cluster import Entity
from counterclaim.parties.found import Found, Sort
from counterclaim.parties.labels import Labels
from counterclaim.parties.pronouns import Choice, Hints
from counterclaim.parties.roles import Roles
from counterclaim.parties.scene import Scene
from counterclaim.records import Mention, PartyKind, Span, Statement

_THROUGH = re.compile(r"\b(?:through|via)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has been|have been)\s+(?:\w+\s+)?\w+(?:ed| held|sued)\b|\balleged(?:ly)?\b|\breported(?:ly)?\b"
)
_NOMINAL = re.compile(r"\b(?:accusations?|allegations?|charges?|claims?|complaints?|criticism|lawsuits?|reports?|rumou?rs?)$")
_SUCH_AS = re.compile(r",?\s+(?:such as|like|including|among them)\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"^(?:and|and the|&)$|^,.*, and(?: the)?$", re.DOTALL)  # "X and Y"; "X, who ..., and Y"
_SAME = 2.0  # weight of the last speaker for "he also said", and of two who spoke with one voice for "they"
_GOES_ON = frozenset({"also", "added", "adds", "adding", "further", "again"})
_SOME = frozenset(["one", "some", "many", "most", "several", "both", "all", "others", "another", "few", "two", "three"])
_NOBODY = Choice(None)
_NEAR = 2  # sentences back in which an accused who denies was accused
_GAP = 70  # words between a statement without a source and the one that it goes on from


@dataclass(slots=True)
class Said:
    """A statement whose speaker is known, for the ones after it."""

    statement: Statement
    speaker: Entity | None
    target: Entity | None
    accuses: bool
    sentence: int
    paper: bool = False
    words: frozenset[str] = frozenset()


@dataclass(slots=True)
class Speakers:
    """Resolves the sources of one document, in order."""

    scene: Scene
    roles: Roles
    labels: Labels
    said: list[Said] = field(default_factory=list)

    def resolve(self, statement: Statement) -> tuple[Choice, tuple[Mention, ...]]:
        """The speaker, and the words by which he or she was told."""
        if not statement.source:
            return self._without_source(statement), ()
        span = Span(statement.source[0].start, max(s.end for s in statement.source))
        via = (Mention(span=span, text=self.scene.text(span)),)
        label = self.labels.at(self.scene.document, span)
        if label is not None:
            return Choice(label, (label,), 0.95), via
        return self._from_words(statement, span), via

    def by_paper(self, statement: Statement) -> bool:
        """Whether a writing is what speaks: "the report says"."""
        found = [self.scene.found[i] for span in statement.source for i in self.scene.inside(span)]
        return any(m.sort is Sort.PAPER for m in found)

    # --- the words of a source ---------------------------------------------------------------------------------------

    def _from_words(self, statement: Statement, span: Span) -> Choice:
        inside = self._mentions(span)
        if not inside:
            return self._unlisted(span)
        text = self.scene.text(span)
        i = self._last_name(inside, span, text) or self._head(inside, span, text)
        m = self.scene.found[i]
        if m.sort is Sort.PRONOUN and m.span.start - span.start <= len("all of whom "):
            return self._pronoun(statement, i)
        entity = self._examples(inside, i, text, span) or self._pair(inside, i, text, span) or self.entity(i)
        if entity is None and m.sort is Sort.PAPER:
            entity = self._author(inside, i) or (self._last(m) if m.definite else None)
        if entity is not None and m.sort is Sort.NAME and entity.kind is None and entity.names.keys() == {text}:
            entity = self.labels.initials(text, self.scene.document.id) or entity
        if _THROUGH.search(text) and entity is not None:
            self._on_behalf(inside, i, entity)
        return Choice(entity, () if entity is None else (entity,), 0.9 if entity else 0.0)

    def _mentions(self, span: Span) -> list[int]:
        """The mentions of a source: those outside of quotation marks, all where none is; one that it cuts into, where none begins in it."""
        found, here = self.scene.found, list(self.scene.inside(span))
        before = self.scene.after(span.start) - 1
        if not here and before >= 0 and found[before].span.end > span.start:
            return [before]
        return [i for i in here if not found[i].quoted] or here

    def _last_name(self, inside: list[int], span: Span, text: str) -> int | None:
        """ "Selby port administrator X", "the port's second keeper, X": the name that ends the phrase, where only modifiers part it."""
        found = self.scene.found
        *before, last = inside
        if not before or found[last].sort is not Sort.NAME or text[found[last].span.end - span.start :].strip(" ,"):
            return None
        previous = found[before[-1]]
        between = text[previous.span.end - span.start : found[last].span.start - span.start].strip()
        told = previous.sort is Sort.NAME or previous.owner is not None
        aside = any(
            found[j].sort is Sort.NAME and "," in text[found[j].span.end - span.start : previous.span.start - span.start] for j in before
        )
        owned = previous.sort is Sort.NAME and between in {"'s", "’s"}
        modified = told and all(w.isalpha() and w not in words.CLOSED for w in between.replace("-", "").split()) and between.islower()
        office = found[before[0]].sort is Sort.PERSON and found[before[0]].owner is not None  # "the head of the Selby Trust, X"
        titled = between == "," and (previous.sort is not Sort.NAME or office) and not previous.plural
        return last if (owned or modified or titled) and not aside else None

    def _head(self, inside: list[int], span: Span, text: str) -> int:
        """The mention that the phrase is about: not an owner of the next one; after "through", the person."""
        through = _THROUGH.search(text)
        if through:
            later = [
                i
                for i in inside
                if self.scene.found[i].span.start >= span.start + through.end() and self.scene.found[i].sort in {Sort.NAME, Sort.PERSON}
            ]
            if later:
                return self._not_owner(later)
        return self._not_owner(inside)

    def _not_owner(self, inside: list[int]) -> int:
        found = self.scene.found
        owners = {found[i].owner for i in inside if found[i].owner is not None and found[i].owner < i}  # type: ignore[operator]
        free = [i for i in inside if i not in owners]
        head = free[0] if free else inside[0]
        if found[head].sort is Sort.PRONOUN and found[head].head in words.POSSESSIVES and len(free) > 1:
            head = free[1]
        return head

    def _examples(self, inside: list[int], i: int, text: str, span: Span) -> Entity | None:
        """ "groups such as X and Y": those who are named."""
        found = self.scene.found
        for j in inside:
            between = text[found[i].span.end - span.start : found[j].span.start - span.start]
            if j > i and found[i].plural and found[j].sort is Sort.NAME and _SUCH_AS.fullmatch(between):
                return self._pair(inside, j, text, span) or self.entity(j)
        return None

    def _pair(self, inside: list[int], i: int, text: str, span: Span) -> Entity | None:
        """ "X and Y said": a group of its own."""
        found = self.scene.found
        for j in inside:
            if j <= i or found[j].sort is Sort.PRONOUN or found[j].same is not None:
                continue
            between = text[found[i].span.end - span.start : found[j].span.start - span.start].strip().lower()
            if _AND.search(between) and found[i].sort is Sort.NAME:
                a, b = self.entity(i), self.entity(j)
                if a is not None and b is not None and a is not b:
                    return self.roles.pair(a, b, text[found[i].span.start - span.start : found[j].span.end - span.start])
        return None

    def entity(self, i: int) -> Entity | None:
        """The party of a mention that is no pronoun."""
        home = self.scene.home(i)
        return (
            home
            if home is not None or self.scene.found[i].sort in {Sort.NAME, Sort.PRONOUN}
            else self.roles.resolve(self.scene.document.id, i, self.scene.found)
        )

    def _author(self, inside: list[int], i: int) -> Entity | None:
        """Who made a writing: the last party named with it ("a website that belonged to X")."""
        for j in reversed(inside):
            if j > i and self.scene.found[j].sort in {Sort.NAME, Sort.PERSON} and (entity := self.entity(j)) is not None:
                return entity
        for j in range(i - 1, self.scene.after(self.scene.found[i].span.start - 60) - 1, -1):
            if (
                j >= 0
                and self.scene.found[j].sort in {Sort.PERSON, Sort.NAME, Sort.GROUP}
                and self.scene.found[j].span.end + 1 >= self.scene.found[i].span.start
            ):
                return self.entity(j)
        return None

    def _last(self, m: Found) -> Entity | None:
        """ "the statement says": by who spoke last, if that was near."""
        return next((s.speaker for s in reversed(self.said) if s.speaker is not None and m.sentence - s.sentence <= _NEAR), None)

    def _on_behalf(self, inside: list[int], i: int, entity: Entity) -> None:
        for j in inside:
            owner = self.entity(j) if j < i and self.scene.found[j].sort in {Sort.NAME, Sort.BODY} else None
            if owner is not None and owner is not entity:
                entity.owner, entity.speaks = entity.owner or owner, True
                return

    def _unlisted(self, span: Span) -> Choice:
        """A source whose noun is on no list: "One", "the angler", "local people with long memories"."""
        text = self.scene.text(span)
        first = re.sub(r"\W", "", text.split()[0]).lower() if text.split() else ""
        if first in _SOME and len(text.split()) <= 3:
            for said in reversed(self.said):
                if said.speaker is not None and said.speaker.kind is PartyKind.GROUP:
                    return Choice(said.speaker, (said.speaker,), 0.6)
        if text.split() and text.split()[-1].lower() in words.HAPPENINGS:
            return Choice(None)
        entity = self.roles.unlisted(self.scene.document.id, text)
        return Choice(entity, () if entity is None else (entity,), 0.7 if entity else 0.0)

    # --- pronouns -----------------------------------------------------------------------------------------------------

    def _pronoun(self, statement: Statement, i: int) -> Choice:
        m = self.scene.found[i]
        if m.head in words.WHO:
            return self._relative(i)
        if m.head in words.I_WE:
            return self._own_voice(statement)
        home = self.scene.home(i)
        if home is not None:
            return Choice(home, (home,), 0.8)
        last = self.said[-1] if self.said else None
        if m.head in words.IT and last is not None and last.paper and last.speaker is not None and m.sentence - last.sentence <= _NEAR:
            return Choice(last.speaker, (last.speaker,), 0.7)
        choice = self.scene.pronouns.resolve(i, self._hints(statement, m))
        if choice.entity is not None:
            self.scene.homes[self.scene.document.id, i] = choice.entity
        return choice

    def _relative(self, i: int) -> Choice:
        """ "..., who said": the nearest free mention before it in its sentence."""
        found = self.scene.found
        owners = {m.owner for m in found[max(0, i - 6) : i] if m.owner is not None}
        for j in range(i - 1, -1, -1):
            if found[j].sentence != found[i].sentence:
                break
            entity = None if j in owners or found[j].sort is Sort.PRONOUN else self.entity(j)
            if entity is not None and found[j].sort is not Sort.PAPER:
                return Choice(entity, (entity,), 0.8)
        return _NOBODY

    def _hints(self, statement: Statement, m: Found) -> Hints:
        cue = " ".join(self.scene.text(c) for c in statement.cue).lower().split()
        denies = any(w in words.cue_forms("deny") for w in cue)
        start = min(c.start for c in statement.content)
        own = frozenset(i for c in statement.content for i in self.scene.inside(c)) if statement.form != "indirect" else frozenset()
        first = self.scene.sentence_at(start) if start < m.span.start else m.sentence
        last = next((s for s in reversed(self.said) if s.speaker is not None and m.sentence - s.sentence <= _NEAR), None)
        voice = self.labels.turn(self.scene.document, m.span.start)  # nobody calls himself "he" in his own turn
        told = self._told(statement)
        excluded = tuple(e for e in (voice, told) if e is not None)
        if last is None or last.speaker is voice:
            return Hints(excluded=excluded, own=own, sentence=first)
        weights: list[tuple[Entity, float]] = []
        if denies and last.accuses and last.target is not None:
            weights = [(last.target, 3.0)]
            if last.speaker is not None:
                weights.append((last.speaker, -3.0))
        elif last.speaker is not None and (any(w in _GOES_ON for w in cue) or (m.head in words.THEY and last.speaker.parts)):
            weights = [(last.speaker, _SAME)]
        return Hints(last_speaker=last.speaker, weights=tuple(weights), excluded=excluded, own=own, sentence=first)

    def _told(self, statement: Statement) -> Entity | None:
        """Who is told ("they told the clerks"): nobody tells himself."""
        for cue in statement.cue:
            if self.scene.text(cue).lower().split()[-1:] == ["told"]:
                i = self.scene.after(cue.end)
                near = (
                    i < len(self.scene.found) and len(self.scene.document.text[cue.end : self.scene.found[i].span.start].split()) <= _NEAR
                )
                return self.entity(i) if near else None
        return None

    # --- no source words ------------------------------------------------------------------------------------------------

    def _own_voice(self, statement: Statement) -> Choice:
        entity = self.labels.turn(self.scene.document, statement.content[0].start)
        return Choice(entity, () if entity is None else (entity,), 0.95 if entity else 0.0)

    def _without_source(self, statement: Statement) -> Choice:
        own = self._own_voice(statement)
        if own.entity is not None:
            return own
        cue = " ".join(self.scene.text(c) for c in statement.cue)
        start = min(s.start for s in (*statement.cue, *statement.content))
        sentence = self.scene.sentence_at(start)
        if cue and not _PASSIVE.search(cue.lower()) and not _NOMINAL.search(cue.lower()):
            return self._elided(sentence, start)
        if not cue and statement.form != "indirect":
            return self._continued(start)
        voice = None if cue else self.labels.issuer(self.scene.document)
        return _NOBODY if voice is None else Choice(voice, (voice,), 0.7)

    def _elided(self, sentence: int, start: int) -> Choice:
        """ "adding that", "and accused": the speaker of the same sentence, else its subject."""
        for said in reversed(self.said):
            if said.sentence == sentence and said.speaker is not None:
                return Choice(said.speaker, (said.speaker,), 0.8)
        for i in range(self.scene.after(self.scene.sentences[sentence].words[0].start), self.scene.after(start)):
            if not self.scene.found[i].governed and (entity := self.entity(i)) is not None:
                return Choice(entity, (entity,), 0.6)
        return _NOBODY

    def _continued(self, start: int) -> Choice:
        """A quotation that stands alone goes on from the speaker before it, if that one is near."""
        for said in reversed(self.said):
            if said.speaker is not None:
                end = max(s.end for s in (*said.statement.content, *said.statement.source, *said.statement.cue))
                near = end <= start and len(self.scene.document.text[end:start].split()) <= _GAP
                return Choice(said.speaker, (said.speaker,), 0.7) if near else _NOBODY
        return _NOBODY
