"""Checks that a headline says no more than the text under it: an attribution or a hedge of the body must not be lost in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.audit.attribution import adopted_from
from counterclaim.audit.case import Case
from counterclaim.audit.check import Seen
from counterclaim.audit.hedges import is_hedged
from counterclaim.audit.lines import Line
from counterclaim.audit.parts import body, headline
from counterclaim.records import Span
from counterclaim.statements.cues import forms

_SPEAKER = re.compile(r"^[^:]{2,40}:\s|\s[–—-]\s[\w .'’]{2,40}$|:\s+[\w .'’]{2,25}$")  # "Mayor: trust hid it", "Trust hid it: mayor"


def unsupported(case: Case) -> Iterator[Seen]:
    """A3: a headline says itself what the body has somebody say."""
    line = getattr(headline(case), "line", None)
    if line is None or _is_told(line):
        return
    for sentence in body(case):
        bare = adopted_from(case, line, sentence.line)
        if bare:
            yield Seen(
                where=Span(bare[0].span.start, bare[-1].span.end),
                message="The headline says this itself; the text below has somebody say it.",
                evidence=" ".join(sentence.line.text.split()),
                suggestion="Say in the headline who says it.",
            )
            return


def _is_told(line: Line) -> bool:
    """Whether a headline names a speaker before a colon or behind a dash, quotes, reports or hedges."""
    reports = any(not w.quoted and not _is_noun(w.low) and forms(w.low) for w in line.words)
    return reports or is_hedged(line) or _SPEAKER.search(line.text) is not None or any(w.quoted for w in line.words)


def _is_noun(low: str) -> bool:
    """Whether a form of saying is as often a noun ("plan", "report"): it attributes nothing by itself."""
    return all("noun" in f.cue.frames for f in forms(low))
