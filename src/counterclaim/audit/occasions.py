"""Checks that words stay where they were said: a post is no briefing, a letter no interview, a statement no testimony."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.sayings import alike, sayings
from counterclaim.records import DocumentKind, Span
from counterclaim.text.lexicon import terms

_VERBS = {"tweeted": "post", "tweets": "post", "posted": "post", "posts": "post", "retweeted": "post", "blogged": "post"}
_KINDS = {DocumentKind.POST: "post", DocumentKind.MAIL: "letter"}
_CLOSE = 0.5  # of a sentence's words that the source sentence must hold
# What one thing may be called in two ways: a speech at a rally, a post on a channel, a letter that is a filing.
_SAME = {
    "post": {"post", "channel"},
    "channel": {"post", "channel", "interview"},
    "interview": {"interview", "channel"},
    "speech": {"speech", "event"},
    "event": {"speech", "event"},
    "release": {"release", "text"},
    "letter": {"letter", "text"},
    "text": {"text", "release", "letter", "court"},
    "court": {"court", "text"},
}


def changed(case: Case) -> Iterator[Seen]:
    """A16: the draft names another occasion than the source."""
    for sentence, said in sayings(case):
        ours = _medium(case.document.text, said.medium)
        if ours is None or sentence.cover < _CLOSE:
            continue
        for theirs, line in alike(case, sentence, said)[:1]:
            text = case.evidence.reading.documents[theirs.document].text
            other = _medium(text, theirs.medium) or _KINDS.get(case.evidence.reading.documents[theirs.document].kind)
            if other is not None and other not in _SAME[ours] and not _is_near(case, sentence, ours):
                shown = " ".join(text[m.start : m.end] for m in theirs.medium) or other
                yield Seen(
                    where=said.medium[0],
                    message=f"The source has another occasion: “{shown}”.",
                    evidence=" ".join(line.text.split()),
                    suggestion=f"Write “{shown}”.",
                )


def _medium(text: str, spans: Iterable[Span]) -> str | None:
    """The kind of occasion that some words name: that of the last word which names one ("a post on X" is a post)."""
    words = [w.strip(".,;:!?'\"’").lower() for s in spans for w in text[s.start : s.end].split()]
    found = [_VERBS.get(w) or _kinds().get(w) for w in words]
    return next((k for k in found if k), None)


def _is_near(case: Case, sentence: Sentence, kind: str) -> bool:
    """Whether the sources name an occasion of that kind in or around what the sentence rests on."""
    lines = {(x.document, x.number): x for rest in sentence.rests for x in case.sources.beside(rest.line)}.values()
    return any((_VERBS.get(w) or _kinds().get(w)) in _SAME[kind] for line in lines for w in line.low)


@cache
def _kinds() -> dict[str, str]:
    return {form: t.sense for t in terms("media") if t.sense != "listener" for form in t.forms if " " not in form and form != "x"}
