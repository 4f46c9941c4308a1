"""Checks that copies count once: "several outlets report" needs several texts, and background needs more than one."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.audit import outlets
from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.lines import Line
from counterclaim.audit.parts import parts
from counterclaim.audit.phrases import Hit, hits
from counterclaim.records import Severity
from counterclaim.statements.cues import forms
from counterclaim.text.lexicon import words as lexicon

_CLOSE = 0.6  # of the best one's cover, from which another source sentence says it too
_LEAST = 0.3  # of a sentence's words that a source sentence must hold
_FIRM = 0.5
_BETWEEN = 2  # words between "several" and "outlets"


def inflated(case: Case) -> Iterator[Seen]:
    """B6: "several outlets" where one text, or copies of it, say so."""
    for sentence in case.sentences:
        for many in hits(sentence.line, "sourcing"):
            if many.sense == "many" and not many.quoted and _names_outlets(sentence.line, many) and sentence.cover >= _LEAST:
                holding = _saying(sentence)
                if outlets.independent(case, {line.document for line in holding if line.document}) == 1:
                    yield Seen(
                        where=many.span,
                        message="One text, or copies of one, is all that says this in the sources.",
                        evidence=sentence.evidence,
                        suggestion="Name the outlet or the agency.",
                    )


def _names_outlets(line: Line, many: Hit) -> bool:
    behind = range(many.at + len(many.words), min(len(line.words), many.at + len(many.words) + _BETWEEN + 1))
    at = next((i for i in behind if line.low[i] in lexicon("sourcing", "outlets")), None)
    # "the several sources read" speaks of the draft's own reading
    return at is not None and any(forms(w) and w != "read" for w in line.low[at + 1 : at + 4])


def _saying(sentence: Sentence) -> list[Line]:
    """The source sentences that say nearly as much of it as the best."""
    return [r.line for r in sentence.rests if r.cover >= _CLOSE * sentence.cover]


def thin(case: Case) -> Iterator[Seen]:
    """B4: background in the draft's own voice that one publisher alone has, while others wrote too."""
    read = outlets.independent(case, case.evidence.reading.documents)
    for part in parts(case):
        for sentence in part.sentences if part.is_context and read > 1 else ():
            told = any(not w.quoted and (forms(w.low) or w.low == "according") for w in sentence.line.words) or sentence.statements
            if not told and sentence.cover >= _FIRM:
                publishers = {line.document for line in _saying(sentence) if line.document}
                if outlets.independent(case, publishers) == 1:
                    yield Seen(
                        where=sentence.line.span,
                        message="Only one of the outlets read has this background.",
                        evidence=sentence.evidence,
                        suggestion="Say who reports it, or find a second source.",
                        severity=Severity.NOTE,
                    )
