"""Reads a statement's own predicate: its words from the cue to the content, the verb made neutral, whatever turns it kept.

"Declined to discuss X" and "did not say" keep their turning words; a cue that is no verb, or that somebody else's clause governs,
has no predicate here. Words of a source are only left out or replaced by a neutral verb, never added.
"""

from __future__ import annotations

import re

from counterclaim.brief.verbs import SAID, Verb, neutral, past
from counterclaim.records import Reading, Span, Statement
from counterclaim.statements.cues import Tense, forms
from counterclaim.statements.grammar import is_a
from counterclaim.text.lexicon import words

_LONGEST_LINK = 8  # words between a cue and its content ("told reporters on the steps that")
_LONGEST_LEAD = 4  # words between a source and its cue ("has repeatedly declined to")
_FORWARD = re.compile(r"^(?:(?:also|then|later|again|still|now|even|further|subsequently|meanwhile|however)\s+)+", re.IGNORECASE)
_CLAUSE_LINK = re.compile(r"[“\"”.;:]")
_ACCUSED_OF = re.compile(r"(?!of\b|\w+ing\b).+\b(?:of|in|over)\b")
_SOMEBODY = re.compile(r"(?:him|them|us|her(?=\s+(?:again|and|for|from|as|after|before|at|on)\b|[.,]|$))")
_POSSESSIVE = re.compile(r"(?:[’']s|s[’']|\b(?:his|her|their|its|my|our|your))\s*$", re.IGNORECASE)


def cue_of(reading: Reading, s: Statement) -> str:
    """The words of the cue on one line; those that are content already stand once."""
    start = s.content[0].start
    cut = [Span(c.start, start) if c.start < start < c.end else c for c in s.cue]
    trimmed, untrimmed = (" ".join(_words(reading, s, c) for c in each) for each in (cut, s.cue))
    return trimmed if re.search(r"\w", trimmed) else untrimmed


def verb_of(reading: Reading, s: Statement) -> Verb | None:
    """The neutral verb; "said" where no words report; None where the table does not hold the cue or words before it turn it."""
    cue = cue_of(reading, s)
    if not re.search(r"\w", cue):
        return SAID
    return None if lead(reading, s) else neutral(cue)


def lead(reading: Reading, s: Statement) -> str:
    """The words right before a cue that belong to its verb ("declined to", "did not"); nothing where it stands alone."""
    if not s.cue:
        return ""
    text, start = reading.documents[s.document].text, s.cue[0].start
    before = [x.end for x in s.source if x.end <= start]
    gap = text[max(before) : start] if before else ""
    found = gap.split()
    if found and len(found) <= _LONGEST_LEAD and not re.search(r"[,;:.“”\"()]", gap) and any(_turns(w) for w in found):
        return " ".join(found)
    return ""


def is_governed(reading: Reading, s: Statement) -> bool:
    """Whether the cue hangs on words outside the source's predicate: an infinitive, a participle, a noun ("X’s claims", "accused of")."""
    if not s.cue or lead(reading, s):
        return False
    text, cue = reading.documents[s.document].text, cue_of(reading, s).casefold().split()
    before = text[max(0, s.cue[0].start - 30) : s.cue[0].start].rstrip()
    if not cue or (before and _turns(before.split()[-1])) or _is_apart(text, s):
        return bool(cue)
    if any(w.endswith("ing") for w in cue) and not words("grammar", "be") & set(cue):
        return not (before.endswith(",") and cue[0].endswith("ing") and past(cue[0]) != cue[0])  # "X urged them, citing ...": X cited
    noun = cue[-1] in words("nominals", "charge") | words("nominals", "nominal")
    return noun or bool(_POSSESSIVE.search(before + " ") and Tense.BASE in {f.tense for f in forms(cue[0])})


def _is_apart(text: str, s: Statement) -> bool:
    """Whether a comma that no second one closes stands between source and cue: "X, the man accused of ..." is no "X accused"."""
    before = [x.end for x in s.source if x.end <= s.cue[0].start]
    gap = text[max(before) : s.cue[0].start].strip() if before else ""
    return "," in gap and not gap.endswith((",", "-", "–", "—")) and text[max(before) - 1] != ","


def predicate(reading: Reading, s: Statement, verb: Verb | None, content: str) -> str | None:
    """ "accused X of ...", "declined to discuss ..."; None where the words are not one stretch after the source."""
    if not s.cue or s.cue[-1].start >= s.content[0].start or s.cue[-1].end > s.content[0].end or is_governed(reading, s):
        return None
    cue = cue_of(reading, s)
    link = _words(reading, s, Span(s.cue[-1].end, s.content[0].start)) if s.cue[-1].end < s.content[0].start else ""
    if len(link.split()) > _LONGEST_LINK or _CLAUSE_LINK.search(link) or _is_no_verb(cue) or (not link and _has_no_subject(content)):
        return None
    if verb and verb.past == "accused" and not _ACCUSED_OF.match(content):
        return None  # "X accused of hiding it": X is the accused
    if verb and verb.takes == "that" and link and content.startswith("to "):
        return None  # "told us to write" is no "said us to write"
    if content == "to comment" and not verb:
        link = ""
    if verb and verb.past == "rejected" and _SOMEBODY.match(content):
        verb = None  # whoever is dismissed is sent away, what is dismissed is rejected
    told = verb.past if verb else f"{lead(reading, s)} {cue}" if lead(reading, s) else past(_FORWARD.sub("", cue))
    if not verb and not lead(reading, s) and (not _tells(told) or content.startswith("of ")):
        return None
    return " ".join(w for w in (told.rstrip(" :"), link.strip(" ,"), content) if w)


def _tells(predicate: str) -> bool:
    """Whether words open with a verb that can stand after a subject: "swiftly rebutted", "has"; not "support for", not ": Focus on"."""
    first = next((w for w in predicate.casefold().split() if not w.endswith("ly")), "")
    return first.endswith("ed") or is_a(first, "be", "have", "modal", "finite", "negated") or bool(forms(first))


def _is_no_verb(cue: str) -> bool:
    """Whether a cue opens with a word that no predicate opens with ("the accusations against", "to persuade"), or holds a comma."""
    first = cue.casefold().split()[:1]
    return (
        "," in cue.rstrip(", ")
        or cue.endswith("ly")
        or any(is_a(w, "determiner", "preposition", "coordinator", "possessive", "subordinator") for w in first)
    )


def _has_no_subject(content: str) -> bool:
    """Whether the words go on with a verb whose subject stands before the cue: "X believed [could be persuaded]"."""
    first = content.casefold().split()[:1]
    return any(is_a(w, "modal", "be", "have") for w in first)


def _turns(word: str) -> bool:
    word = word.casefold().replace("’", "'").strip(",")
    return word == "to" or any(word in words("grammar", sense) for sense in ("modal", "negation", "negated"))


def _words(reading: Reading, s: Statement, span: Span) -> str:
    return " ".join(reading.documents[s.document].text[span.start : span.end].split())
