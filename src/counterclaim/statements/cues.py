"""Owns the lexicon of reporting words: which words report, in what sense, and where their content stands.

Row of `data/cues.tsv`: term = the forms of a verb (base form first) with an optional particle ("call,calls,called,calling
for"); sense = what is done by it, a bar, and its frames. Frames: `that` a clause, with or without the conjunction; `quote`
a quotation or what follows a colon; `wh` an indirect question; `obj` a noun phrase; `to` an infinitive; `objto` somebody
to do something; `of` somebody of something; `told` somebody something; `as` something as something; `call` something a
name; `+about` a noun phrase behind that preposition, which then belongs to the cue. `that!` needs the conjunction; a frame
behind `no:` needs a negation ("did not respond to"); `after`: the cue may follow what is said without quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from counterclaim.anchors import normalise
from counterclaim.text.lexicon import Term, terms


class Tense(StrEnum):
    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    ING = "ing"


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting verb: its base form, its sense, its frames, and the particle that belongs to it."""

    lemma: str
    sense: str
    frames: frozenset[str]
    particle: tuple[str, ...] = ()

    def prepositions(self, *, negated: bool) -> frozenset[str]:
        """The prepositions behind which a content may stand."""
        plain = {f[1:] for f in self.frames if f.startswith("+") and ":" not in f}
        return frozenset(plain | {f[4:] for f in self.frames if negated and f.startswith("+no:")})


@dataclass(frozen=True, slots=True)
class Form:
    """A cue in one of its forms. `ambiguous`: the form is also its past ("read", "put")."""

    cue: Cue
    tense: Tense
    ambiguous: bool = False


@cache
def forms(word: str) -> tuple[Form, ...]:
    """All cues that a lower-case word can be a form of, those with the longest particle first."""
    return _table().get(word, ())


def sense_of(cue: str) -> str | None:
    """What is done by a cue as it stands in a text ("has repeatedly denied" -> "deny"); None for words the lexicon lacks."""
    found: list[str] = re.findall(r"[\w'-]+", normalise(cue).lower())
    for i, word in enumerate(found):
        for form in forms(word):
            if tuple(found[i + 1 : i + 1 + len(form.cue.particle)]) == form.cue.particle:
                return form.cue.sense
    return None


@cache
def _table() -> dict[str, tuple[Form, ...]]:
    table: dict[str, list[Form]] = {}
    for term in terms("cues"):
        for word, form in _forms(term):
            table.setdefault(word, []).append(form)
    return {word: tuple(sorted(found, key=lambda f: -len(f.cue.particle))) for word, found in table.items()}


def _forms(term: Term) -> list[tuple[str, Form]]:
    verb, _, particle = term.term.partition(" ")
    spelled = verb.split(",")
    sense, _, frames = term.sense.partition("|")
    cue = Cue(lemma=spelled[0], sense=sense, frames=frozenset(frames.split()), particle=tuple(particle.split()))
    unmarked = len([w for w in spelled if not w.endswith(("ing", "s")) or w == spelled[0]]) == 1
    return [(w, Form(cue, _tense(w, spelled[0]), ambiguous=unmarked and w == spelled[0])) for w in spelled]


def _tense(word: str, base: str) -> Tense:
    if word == base:
        return Tense.BASE
    if word.endswith("ing"):
        return Tense.ING
    return Tense.PRESENT if word.endswith("s") else Tense.PAST
