"""Finds what a draft says about its own search: that no response was found, how many sources were read, what is unanswered.

Such words report no news, so no source can hold them: "no response was found in the three sources read", "makes two allegations
against", "Unanswered in the sources read: ...". Said of the draft's own reading only: "did not respond" is a report.
"""

from __future__ import annotations

import re
from functools import cache

from counterclaim.audit.lines import Line, Word

_COUNT = r"(?:no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|all|both|each|every|any|another|\d+)"
_ACT = (
    r"(?:allegation|accusation|charge|claim|counter-?claim|counter-?accusation|criticism|denial|response|reply|replie|answer|statement"
    r"|comment|rebuttal|reaction|explanation)s?"
)
_READ = r"(?:source|document|report|article|text|account|outlet|paper|story|storie)s?"
_FOUND = r"(?:found|located|identified|appears?|recorded|carried|given|contained?|available|reported|quoted)"
_MATCH = re.compile(
    rf"""\bno\b[^.;]*?\b{_ACT}\b[^.;]*?\b(?:{_FOUND}|{_READ})\b [^.;]*
       | \b(?:none|neither|nothing)\b[^.;]*?\b{_READ}\b [^.;]*?\b(?:carr|hold|contain|report|record|give|quote|include)\w*\b [^.;]*
       | \b(?:the|these|those)\s+{_READ}\s+(?:read\s+)?(?:do\s+not|did\s+not|don't|(?:carry|hold|contain|give|report)\s+no) [^.;]*
       | \b{_COUNT}\s+(?:of\s+)?(?:the\s+)?(?:[\w’'-]+\s+)?{_READ}(?:\s+read)?\b
       | \b{_COUNT}\s+(?:[\w’'-]+\s+)?{_ACT}\b(?!\s*(?:of\s+)?[$£€\d])
       | ^\W*(?:un|not\s+)?(?:answered|disputed|denied|in\s+dispute|agreed|open|conceded)\b [^:.]{{0,60}}: .*""",
    re.IGNORECASE | re.VERBOSE,
)
_NONE = re.compile(rf"\b(?:no|none|neither|nothing)\b[^.;]*\b(?:{_FOUND}|{_READ})\b|^\W*unanswered\b", re.IGNORECASE)


def remarks(line: Line) -> tuple[Word, ...]:
    """The words of a line that speak of the draft's own reading."""
    return _remarks(line)


def finds_none(line: Line) -> bool:
    """Whether a line says that no answer was found."""
    return any(_NONE.search(m.group()) for m in _MATCH.finditer(line.text))


@cache
def _remarks(line: Line) -> tuple[Word, ...]:
    stretches = [(line.span.start + m.start(), line.span.start + m.end()) for m in _MATCH.finditer(line.text)]
    return tuple(w for w in line.words if any(a <= w.span.start < b for a, b in stretches))
