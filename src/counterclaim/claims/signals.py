"""Owns what a statement's own words say about its act: what its cue does, and which wrongs, denials, grounds and demands it holds.

Words only: who speaks about whom, and who stands accused, is for `acts`. Word lists stand in `data/acts.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.text.senses import places, senses

# Cues that accuse by themselves, whatever follows: "accused X of", "was charged with", "sued".
_ACCUSES = re.compile(
    r"\b(?:accus\w*|alleg\w*|blam\w*|su(?:ed|es|ing)|lawsuit|indict\w*|charg(?:e|ed|es|ing)"
    r"|convict\w*|sentenced|arrest\w*|found guilty|contempt)\b"
)
_DENIES_FLATLY = re.compile(r"\b(?:den(?:y|ies|ied|ying|ials?)|rebut\w*|refut\w*|not guilty|innocence)\b")
_COMMENT = re.compile(
    r"\b(?:comment\w*|respon\w*|repl\w*|answer\w*|calls?|e-?mails?|messages?|quer\w+|questions?|requests?|discuss\w*"
    r"|elaborat\w*|interview\w*|testif\w*|reach\w*|fifth)\b"
)
_NOT = r"(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot)"
_NEGATED = re.compile(rf"\b{_NOT}\b|n't\b")
_OPENING = r"^\W*(?:(?:yes|no|well|look|and|but|so|that|in fact|of course)\b,?\s+)*"
_I = re.compile(r"\b(?:i|we|my|our|us|mine|ours|myself|ourselves)\b")
_I_OPEN = re.compile(_OPENING + r"(?:i|we|my|our)\b")
_PRONOUN_OPEN = re.compile(
    _OPENING + r"(?:i|we|he|she|they|it(?! (?:is|was)\b)|my|our|his|her|their|its|there|none|nobody|no one|nothing|no)\b"
)
_NOT_SOON = re.compile(_OPENING + rf"(?:[\w'-]+\s+){{0,6}}?(?:{_NOT}\b|\w+n't\b)")
_EMPHATIC = re.compile(r"\b(?:i|we|he|she|they|it)\s+(?:do|does|did)\s+(?!not\b)\w+")
_WILL = re.compile(
    _OPENING + r"(?:(?:i|we|he|she|they|it|the \w+)\s+(?:will|shall|would|plans? to|intends? to|(?:is|are|am) going to)"
    r"|(?:i|we|they)'ll)\b(?! not\b)"
)
_SHOULD = re.compile(
    r"\b(?:must|should(?!n't have| not have| have)|needs? to|ought to(?! have)|ha(?:s|ve) to|let (?:him|her|them|us)|calls? for)\b"
)
_GUILT = re.compile(r"\b(?:law|laws|rules?|wrong|crimes?|guilty|knew|knowledge|aware|involved|involvement|part in)\b")
_MIND = re.compile(r"\b(?:believ|car|lik|lov|hat|respect|understand|trust|valu)(?:e|es|ed|ing|s)?\b")


@dataclass(frozen=True, slots=True)
class Signals:
    """What the words of one statement say. Counts are of words; the rest is yes or no."""

    accuses: bool  # the cue accuses by itself
    blames: bool  # the cue finds fault with somebody: "criticised", "condemned"
    complains: bool  # the cue finds fault, or looks for it, and needs words of wrongdoing: "warned", "investigates"
    denies: bool
    declines: bool
    admits: bool
    defends: bool
    demands: bool
    promises: bool
    judges: bool
    cites: bool  # the cue holds something up: "pointed to", "invoked"
    wrongs: int
    harsh: int
    praise: int
    untrue: bool
    accusation: bool
    guilt: bool
    admission: bool
    grounds: bool
    negated: bool
    says_i: bool
    opens_with_i: bool
    opens_with_pronoun: bool
    denies_soon: bool
    emphatic: bool
    will: bool
    should: bool
    of_the_mind: bool


def signals(cue: str, text: str) -> Signals:
    """Reads a cue and a content, both in lower case with plain quotation marks."""
    accusation = bool(senses(text, "accusation"))
    untrue = bool(senses(text, "untrue"))
    flatly = bool(_DENIES_FLATLY.search(cue))
    return Signals(
        accuses=bool(_ACCUSES.search(cue)),
        blames=bool(senses(cue, "cue-accuse")),
        complains=bool(senses(cue, "cue-complain")),
        denies=flatly or (bool(senses(cue, "cue-deny")) and (accusation or untrue)),
        declines=bool(senses(cue, "cue-decline") and _COMMENT.search(f"{cue} {text}")),
        admits=bool(senses(cue, "cue-admit")),
        defends=bool(senses(cue, "cue-justify") or senses(cue, "cue-deny")),
        demands=bool(senses(cue, "cue-demand")),
        promises=bool(senses(cue, "cue-promise")),
        cites=bool(senses(cue, "cue-cite")),
        judges=bool(senses(cue, "cue-judge")),
        wrongs=len(senses(text, "wrong")),
        harsh=len(senses(text, "harsh")),
        praise=len(senses(text, "praise")),
        untrue=untrue,
        accusation=accusation,
        guilt=bool(_GUILT.search(text)),
        admission=bool(senses(text, "admission")),
        grounds=bool(senses(text, "grounds")),
        negated=bool(_NEGATED.search(text)),
        says_i=bool(_I.search(text)),
        opens_with_i=bool(_I_OPEN.search(text)),
        opens_with_pronoun=bool(_PRONOUN_OPEN.search(text)),
        denies_soon=bool(_NOT_SOON.search(text)),
        emphatic=bool(_EMPHATIC.search(text)),
        will=bool(_WILL.search(text)),
        should=bool(_SHOULD.search(text)),
        of_the_mind=bool(_MIND.search(text)),
    )


def does_wrong(text: str, names: Sequence[str]) -> bool:
    """Whether the wrong in a text can be the named party's: it is named before the wrong or after "by", or only by a pronoun."""
    wrong = next(iter(places(text, "wrong")), None)
    named = [m.start() for name in names for m in re.finditer(rf"\b{re.escape(name)}\b", text)]
    return wrong is None or not named or min(named) <= wrong or any(text[:at].endswith(("by ", "by the ")) for at in named)
