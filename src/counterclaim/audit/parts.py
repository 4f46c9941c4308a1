"""Parts a draft by its headings: the headline, and what stands under each heading, told apart by the heading's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.audit.case import Case, Sentence

_LAST = re.compile(r"bottom line|in short|in sum\b|in brief|conclusion|takeaway|the upshot|what it means|key points", re.IGNORECASE)
_CONTEXT = re.compile(r"\bcontext\b|\bbackground\b|\bwhat (?:came|went) before\b|\bthe story so far\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, None where a draft opens without one, and the sentences under it."""

    heading: Sentence | None
    sentences: tuple[Sentence, ...]

    def _is(self, pattern: re.Pattern[str]) -> bool:
        return self.heading is not None and pattern.search(self.heading.line.text) is not None

    @property
    def is_bottom_line(self) -> bool:
        return self._is(_LAST)

    @property
    def is_context(self) -> bool:
        return self._is(_CONTEXT)


def parts(case: Case) -> Iterator[Part]:
    """The parts of a draft in order."""
    heading: Sentence | None = None
    under: list[Sentence] = []
    for sentence in case.sentences:
        if sentence.line.is_heading:
            if heading is not None or under:
                yield Part(heading, tuple(under))
            heading, under = sentence, []
        else:
            under.append(sentence)
    if heading is not None or under:
        yield Part(heading, tuple(under))


def headline(case: Case) -> Sentence | None:
    """The heading that the draft opens with, where there are sentences under it or further headings."""
    first = case.sentences[0] if case.sentences else None
    return first if first is not None and first.line.is_heading and len(case.sentences) > 1 else None


def body(case: Case) -> list[Sentence]:
    """All sentences that are no headings."""
    return [s for s in case.sentences if not s.line.is_heading]
