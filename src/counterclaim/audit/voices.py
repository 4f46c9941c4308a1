"""Who in the sources says what, as bags of comparable words: how much of a sentence of the draft anything that a party says holds.

`share` is 0..1 of a bag's words, weighed by how telling each is. What is said of a party in a reporter's voice counts for it too,
what others say of it does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.audit.align import Sources
from counterclaim.audit.lines import Line, Word
from counterclaim.audit.together import Together
from counterclaim.records import DocumentId, Party, PartyId, Span, Statement

_AROUND = 2  # statements of one speaker before and after one, in its document, that may go on with it


@dataclass(frozen=True)
class Voices:
    """The statements of the sources with their words."""

    sources: Sources
    together: Together
    statements: Sequence[Statement]

    def share(self, bag: frozenset[str], words: frozenset[str]) -> float:
        """How much of a bag some words hold."""
        total = self.sources.total(bag)
        return self.sources.total(bag & words) / total if total else 0.0

    @cached_property
    def ordered(self) -> tuple[tuple[Statement, Party | None, frozenset[str]], ...]:
        """Each statement with its speaker and its content words, in the order of the texts."""
        inside = self._by_document()
        rows = []
        for s in sorted(self.statements, key=lambda s: (s.document, s.content[0])):
            words = frozenset(w.stem for w in inside.get(s.document, ()) if w.is_content and _holds(s.content, w))
            rows.append((s, self.together.speaker(s.id), words))
        return tuple(rows)

    @cached_property
    def told(self) -> tuple[tuple[Statement, Party | None, frozenset[str]], ...]:
        """Each statement with the words of those around it that its speaker makes in the same document."""
        rows = self.ordered
        return tuple((s, party, words.union(*(w for w in self._beside(i)))) for i, (s, party, words) in enumerate(rows))

    def _beside(self, i: int) -> Iterator[frozenset[str]]:
        s, party, _ = self.ordered[i]
        for other, speaker, words in self.ordered[max(0, i - _AROUND) : i + _AROUND + 1]:
            if party is not None and speaker is not None and speaker.id == party.id and other.document == s.document:
                yield words

    def of(self, party: Party) -> frozenset[str]:
        """The words of all that a party, or anybody for it or behind it, says, and of a reporter's sentences that name it."""
        kin = {party.id, party.on_behalf_of} - {None}
        said = [words for _, speaker, words in self.ordered if speaker is not None and ({speaker.id, speaker.on_behalf_of} & kin)]
        return frozenset().union(*said, *self._told_of(party))

    def _told_of(self, party: Party) -> Iterator[frozenset[str]]:
        names = {n.lower().removesuffix("'s").split()[-1] for n in (party.name, *party.aliases) if n.split()}
        for line in self.sources.lines:
            own = [w for w in line.words if not self._is_said(line.document, w)]
            if any(w.low in names for w in own):
                yield frozenset(w.stem for w in own if w.is_content)

    def _is_said(self, document: DocumentId | None, word: Word) -> bool:
        return any(s.start <= word.span.start < s.end for s in self._contents.get(document, ()))

    @cached_property
    def _contents(self) -> dict[DocumentId | None, list[Span]]:
        spans: dict[DocumentId | None, list[Span]] = defaultdict(list)
        for s in self.statements:
            spans[s.document].extend(s.content)
        return spans

    def _by_document(self) -> dict[DocumentId | None, list[Word]]:
        found: dict[DocumentId | None, list[Word]] = defaultdict(list)
        for line in self.sources.lines:
            found[line.document].extend(line.words)
        return found

    def reported(self, line: Line, bag: frozenset[str]) -> bool:
        """Whether most words of a bag that a source sentence holds stand there in somebody's statement."""
        words = [w for w in line.words if w.stem in bag]
        return 2 * sum(self._is_said(line.document, w) for w in words) > len(words)


def same_side(one: Party | None, other: Party | None) -> bool:
    """Whether one is the other, or speaks for it, or both speak for the same."""
    if one is None or other is None:
        return False
    kin: set[PartyId] = {p for p in (one.id, one.on_behalf_of) if p is not None}
    return bool(kin & {other.id, other.on_behalf_of})


def _holds(content: Sequence[Span], word: Word) -> bool:
    return any(c.start <= word.span.start < c.end for c in content)
