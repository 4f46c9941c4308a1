"""Owns the words that tell parties apart: titles, roles, kinds of bodies, pronouns, function words.

Everything is lower case and singular unless a list says otherwise. Refuses to know anything about forenames: what is known of
a person is only what a text says.
"""

from __future__ import annotations

from functools import cache

from counterclaim.text import lexicon

LONGEST_TERM = 3  # words of the longest title or role


@cache
def senses(term: str) -> frozenset[str]:
    """What kinds of party a noun can stand for ("speaks-for", "leads", "office", "person", "company", "body", "group", "runs", "paper")."""
    return _roles().get(term, frozenset())


@cache
def _roles() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in lexicon.terms("roles"):
        if row.sense not in {"of-body", "suffix"}:
            found.setdefault(row.term, set()).add(row.sense)
    return {term: frozenset(each) for term, each in found.items()}


@cache
def title_sense(term: str) -> str | None:
    """honorific-f, honorific-m, honorific, office, or None. `term` is lower case without its dot."""
    return _titles().get(term)


@cache
def _titles() -> dict[str, str]:
    return {row.term: "office" if row.sense.startswith("short:") else row.sense for row in lexicon.terms("titles")}


@cache
def _long_forms() -> dict[str, str]:
    return {row.term: row.sense.removeprefix("short:") for row in lexicon.terms("titles") if row.sense.startswith("short:")}


def long_form(word: str) -> str:
    """ "gov" -> "governor"; other words stay."""
    return _long_forms().get(word, word)


@cache
def singular(word: str) -> str:
    """The singular of a noun by its spelling; a word that is no plural stays."""
    for plural, single in (
        ("women", "woman"),
        ("men", "man"),
        ("people", "people"),
        ("ies", "y"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("s", ""),
    ):
        if word.endswith(plural) and not word.endswith("ss") and len(word) > len(plural):
            return word[: -len(plural)] + single
    return word


def is_person(term: str) -> bool:
    return bool(senses(term) & {"speaks-for", "leads", "office", "person", "female", "male"})


def is_body(term: str) -> bool:
    return bool(senses(term) & {"company", "body"})


def is_group(term: str) -> bool:
    """A group noun, or the plural of a person ("lawyers")."""
    return "group" in senses(term) or (not senses(term) and singular(term) != term and is_person(singular(term)))


def is_paper(term: str) -> bool:
    """A writing that speaks for whoever made it ("the report")."""
    return "paper" in senses(term)


def gender_of(term: str) -> str | None:
    """f or m where the word itself says so ("spokeswoman", "Mr"); None otherwise."""
    sense = senses(term) | {title_sense(term)}
    if sense & {"female", "honorific-f"}:
        return "f"
    return "m" if sense & {"male", "honorific-m"} else None


ORGANISATION_HEADS = lexicon.words("roles", "of-body")
ORGANISATION_ENDS = lexicon.words("roles", "suffix")

SHE = frozenset({"she", "her", "hers", "herself"})
HE = frozenset({"he", "him", "his", "himself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
IT = frozenset({"it", "its", "itself"})
I_WE = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
YOU = frozenset({"you", "your", "yours", "yourself"})
WHO = frozenset({"who", "whom", "whose", "which"})
PRONOUNS = SHE | HE | THEY | IT | I_WE | YOU | WHO
POSSESSIVES = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})

DETERMINERS = lexicon.words("grammar", "determiner")
CLOSED = frozenset(
    form
    for sense in ("determiner", "possessive", "subject", "object", "relative", "preposition", "subordinator", "coordinator", "be", "have",
                  "modal", "negation", "negated", "adverb", "weekday", "month", "moment", "according", "finite")
    for form in lexicon.words("grammar", sense)
)  # fmt: skip
STRESSED = frozenset(  # written in capitals for stress ("does NOT"), never an acronym
    form for sense in ("negation", "modal", "be", "have", "determiner", "coordinator", "adverb") for form in lexicon.words("grammar", sense)
)
HAPPENINGS = frozenset(  # what comes about and says nothing
    {"exchange", "row", "dispute", "quarrel", "clash", "incident", "case", "affair", "argument", "conflict", "scandal", "episode"}
)
TIMES = lexicon.words("grammar", "weekday") | lexicon.words("grammar", "month")
PREPOSITIONS = lexicon.words("grammar", "preposition")
PARTICLES = frozenset(
    {"de", "van", "von", "der", "den", "la", "le", "bin", "ibn", "al", "el", "da", "di", "du", "dos", "ter", "ten", "ap", "ben", "y"}
)


@cache
def cue_forms(*senses: str) -> frozenset[str]:
    """One-word forms of the cues that carry one of these senses ("accuse", "deny", "say")."""
    return frozenset(f for row in lexicon.terms("cues") if row.sense.split("|")[0] in senses for f in row.forms if " " not in f)
