"""The verbs a brief uses: a source's reporting words -> a neutral verb and what stands after it.

"Claimed", "admitted" or "slammed" in a brief's own voice take a side (AP and Reuters on attribution verbs); "said" does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from counterclaim.statements.cues import Tense, forms
from counterclaim.text.lexicon import terms
from counterclaim.text.lexicon import words as lexicon


@dataclass(frozen=True, slots=True)
class Verb:
    """`takes`: "that" (a clause or a quotation) or "object" (whatever the source put after the verb)."""

    past: str
    present: str
    takes: str

    @property
    def base(self) -> str:
        """The form after "they": "criticise", "deny", "call for"."""
        word, _, rest = self.present.partition(" ")
        return " ".join(x for x in (re.sub(r"ies$", "y", word).removesuffix("s"), rest) if x)


_TURNING = frozenset({"not", "never", "no", "nor", "neither", "without", "refused", "failed", "stopped", "would", "may", "might", "could"})
SAID = Verb("said", "says", "that")


@cache
def _table() -> dict[str, Verb]:
    table = {}
    for term in terms("reporting"):
        verb = Verb(*term.sense.split("|"))
        table.update(dict.fromkeys(term.term.split(","), verb))
    return table


def neutral(cue: str) -> Verb | None:
    """The brief's verb for a source's cue; None for a cue that the table does not hold."""
    words = re.sub(r"[^\w\s’'-]", " ", cue).casefold().replace("’", "'").split()
    if any(w in _TURNING or w.endswith("n't") for w in words):
        return None  # "did not say" is no "said"
    for size in range(min(3, len(words)), 0, -1):  # the longest entry that stands in the cue wins
        for start in range(len(words) - size + 1):
            verb = _table().get(" ".join(words[start : start + size]))
            if verb and not _is_noun(words, start):
                return verb
    return None


def _is_noun(words: list[str], at: int) -> bool:
    """Whether what stands before a word makes it a noun: "pointing to states", "in the report"; "to state" is a verb."""
    before = words[at - 1] if at else ""
    tenses = {f.tense for f in forms(words[at])}
    if before == "to":
        return words[at].endswith("s")
    behind = before in lexicon("grammar", "determiner") or before in lexicon("grammar", "preposition")
    return behind and not tenses & {Tense.PAST, Tense.ING}


def past(cue: str) -> str:
    """A cue whose first word is a reporting verb in the present or a participle, told in the past: "rules that" -> "ruled that"."""
    word, _, rest = cue.partition(" ")
    found = _past().get(word.casefold())
    return f"{found} {rest}".strip() if found else cue


@cache
def _past() -> dict[str, str]:
    """Present forms of the lexicon's verbs -> their past; a form that may be a past itself ("put", "read") stays as it is."""
    table: dict[str, str] = {}
    for term in terms("cues"):
        base, *others = term.term.partition(" ")[0].split(",")
        pasts = [w for w in others if not w.endswith("ing") and w != f"{base}s" and not w.endswith("es")]
        if pasts:
            table.update({w: pasts[0] for w in (base, *others) if w == base or w.endswith(("s", "ing"))})
    return table
