"""Ways to falsify a quotation, for benchmarks/quotations.py. Each takes a true one and gives a false one, or None without room.

A word at either end is never dropped: what is left would be a true, shorter quotation.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

NEGATION = re.compile(r"(?:not|never|no|nobody|nothing|none|neither|nor|cannot|\w+n['’]t)", re.IGNORECASE)
AUXILIARY = re.compile(r"(?:is|are|was|were|has|have|had|will|would|can|could|should|must|did|does|do|may|might)", re.IGNORECASE)
NUMBER = re.compile(r"\$?\d[\d,.]*%?|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion)")  # fmt: skip  # noqa: E501
NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty", "forty", "fifty")
ELLIPSES = ("…", "...", ". . .", "[...]", "[…]", "(...)")
ADDED = ("[not]", "[never]", "[at least 300]", "[40 percent of]")
_CORE = re.compile(r"[\w$](?:.*[\w%])?", re.DOTALL)


@dataclass(frozen=True)
class Article:
    """What mutations borrow from: the article's words, its names, and the quotations to splice."""

    vocabulary: Sequence[str]
    names: Sequence[str]
    quotations: Sequence[str]


Mutation = Callable[[str, Article, random.Random], str | None]


def _core(token: str) -> str:
    found = _CORE.search(token)
    return found.group() if found else ""


def _put(token: str, new: str) -> str:
    """A token with another word between its marks."""
    return token.replace(_core(token), new, 1)


def _places(tokens: Sequence[str], pattern: re.Pattern[str], *, inside: bool = False) -> list[int]:
    span = range(1, len(tokens) - 1) if inside else range(len(tokens))
    return [i for i in span if pattern.fullmatch(_core(tokens[i]))]


def _negations(tokens: Sequence[str]) -> list[int]:
    """Negations that are not at an end; "No. 6" is none."""
    return [i for i in _places(tokens, NEGATION, inside=True) if not (tokens[i].startswith("No") and _core(tokens[i + 1])[:1].isdigit())]


def _another(word: str, words: Sequence[str], r: random.Random) -> str | None:
    others = [w for w in r.sample(words, min(len(words), 8)) if w.casefold() != word.casefold()]
    return others[0] if others else None


def word_replaced(q: str, a: Article, r: random.Random) -> str | None:
    tokens = q.split()
    i = r.choice([i for i, t in enumerate(tokens) if _core(t)])
    new = _another(_core(tokens[i]), a.vocabulary, r)
    return None if new is None else " ".join([*tokens[:i], _put(tokens[i], new), *tokens[i + 1 :]])


def word_dropped(q: str, a: Article, r: random.Random) -> str | None:
    tokens = q.split()
    inside = [i for i in range(1, len(tokens) - 1) if _core(tokens[i])]
    if not inside:
        return None
    i = r.choice(inside)
    return " ".join(tokens[:i] + tokens[i + 1 :])


def word_added(q: str, a: Article, r: random.Random) -> str | None:
    tokens = q.split()
    if len(tokens) < 2:
        return None
    i = r.randrange(1, len(tokens))
    return " ".join([*tokens[:i], r.choice(a.vocabulary), *tokens[i:]])


def negation_added(q: str, a: Article, r: random.Random) -> str | None:
    tokens = q.split()
    helping = [i for i in _places(tokens, AUXILIARY) if i + 1 < len(tokens)]
    if helping:
        i = r.choice(helping)
        return " ".join([*tokens[: i + 1], r.choice(["not", "never"]), *tokens[i + 1 :]])
    if len(tokens) < 2:
        return None
    i = r.randrange(1, len(tokens))
    return " ".join([*tokens[:i], r.choice(["not", "never", "no"]), *tokens[i:]])


def negation_removed(q: str, a: Article, r: random.Random) -> str | None:
    tokens = q.split()
    inside = _negations(tokens)
    if not inside:
        return None
    i = r.choice(inside)
    verb = re.fullmatch(r"(\w+)n['’]t", _core(tokens[i]))
    if verb and verb.group(1).lower() not in ("wo", "ca", "sha", "ai"):
        return " ".join([*tokens[:i], _put(tokens[i], verb.group(1)), *tokens[i + 1 :]])
    return " ".join(tokens[:i] + tokens[i + 1 :])


def number_changed(q: str, a: Article, r: random.Random) -> str | None:
    tokens = q.split()
    places = _places(tokens, NUMBER)
    if not places:
        return None
    i = r.choice(places)
    old = _core(tokens[i])
    digits = [k for k, c in enumerate(old) if c.isdigit()]
    if digits:
        k = r.choice(digits)
        new = old[:k] + r.choice([d for d in "123456789" if d != old[k]]) + old[k + 1 :]
    else:
        new = r.choice([w for w in NUMBER_WORDS if w != old])
    return " ".join([*tokens[:i], _put(tokens[i], new), *tokens[i + 1 :]])


def name_changed(q: str, a: Article, r: random.Random) -> str | None:
    tokens = q.split()
    places = [i for i in range(len(tokens)) if _core(tokens[i]) in a.names]
    new = _another(_core(tokens[i := r.choice(places)]), a.names, r) if places else None
    return None if new is None else " ".join([*tokens[:i], _put(tokens[i], new), *tokens[i + 1 :]])


def words_swapped(q: str, a: Article, r: random.Random) -> str | None:
    tokens = q.split()
    if len(tokens) < 3:
        return None
    i = r.randrange(len(tokens) - 1)
    k = min(len(tokens) - 1, i + r.choice([1, 1, 1, 2, 3]))
    one, two = _core(tokens[i]), _core(tokens[k])
    if not one or not two or one.casefold() == two.casefold():
        return None
    tokens[i], tokens[k] = _put(tokens[i], two), _put(tokens[k], one)
    return " ".join(tokens)


def negation_swallowed(q: str, a: Article, r: random.Random) -> str | None:
    tokens = q.split()
    inside = _negations(tokens)
    if not inside:
        return None
    i = r.choice(inside)
    left, right = max(1, i - r.randint(0, 2)), min(len(tokens) - 1, i + 1 + r.randint(0, 3))
    return " ".join([*tokens[:left], r.choice(ELLIPSES), *tokens[right:]])


def bracket_added(q: str, a: Article, r: random.Random) -> str | None:
    tokens = q.split()
    if len(tokens) < 2:
        return None
    i = r.randrange(1, len(tokens))
    words = r.choice([*ADDED, *([f"[{r.choice(a.names)}]"] * 2 if a.names else [])])
    until = i + (r.random() < 0.3 and i + 1 < len(tokens))  # sometimes it stands in the place of a word
    return " ".join([*tokens[:i], words, *tokens[until:]])


def spliced(q: str, a: Article, r: random.Random) -> str | None:
    other = r.choice(a.quotations)
    one, two = q.split(), other.split()
    if other == q or len(one) < 2 or len(two) < 2:
        return None
    head, tail = one[: r.randint(1, len(one))], two[r.randint(0, len(two) - 1) :]
    return " ".join([*head, *([r.choice(ELLIPSES)] if r.random() < 0.3 else []), *tail])


MUTATIONS: dict[str, Mutation] = {
    "a word replaced": word_replaced,
    "a word dropped inside": word_dropped,
    "a word added": word_added,
    "a negation added": negation_added,
    "a negation removed": negation_removed,
    "a number changed": number_changed,
    "a name changed": name_changed,
    "two words swapped": words_swapped,
    "an ellipsis that swallows a negation": negation_swallowed,
    "a bracket that adds sense": bracket_added,
    "two quotations spliced": spliced,
}
