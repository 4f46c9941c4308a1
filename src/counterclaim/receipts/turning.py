"""Words that turn the sense of the words beside them: what a cut must not hide and a bracket must not add."""

from __future__ import annotations

_VERBS = (
    *("is", "are", "was", "were", "ai", "do", "does", "did", "has", "have", "had", "wo", "would", "ca", "could", "should"),
    *("must", "might", "need", "sha"),
)
NEGATIONS = frozenset(f"{verb}n't" for verb in _VERBS) | frozenset(
    {"not", "no", "never", "nor", "neither", "none", "nobody", "nothing", "nowhere", "cannot", "without", "hardly", "barely", "scarcely"}
    | {"denies", "denied"}
)
HEDGES = frozenset(
    {"if", "unless", "may", "might", "could", "would", "alleged", "allegedly", "reportedly", "perhaps", "possibly", "apparently"}
    | {"probably", "suspected", "purported"}
)
TURNING_AFTER = frozenset({"unless", "if", "but", "except", "not", "never"})


def negates(word: str, following: str = "") -> bool:
    """Whether a word negates; "No" with a capital before a figure is the head of a number."""
    return word.casefold() in NEGATIONS and not (word == "No" and following[:1].isdigit())
