"""Owns how a charge is put shortly inside another sentence: cut where a phrase ends, never before what turns its sense.

Cuts only at the end, where a clause could have ended, and closes the quotation that it cuts. Where no such place is, the words
stay whole: a long phrase is better than half a charge.
"""

from __future__ import annotations

import re

from counterclaim.statements.grammar import is_a

_SHORTEST = 4  # words that a cut must leave
_CLAUSE_END = re.compile(r"[,;]\s|\sand\s(?=(?:had|has|have|was|were|that)\s|\w+ed\s)")
_CONDUCT_END = re.compile(r"[,;]\s|\sand\s(?=of\s|\w+ing\s)|\s(?:during|because|so that|rather than|instead of)\s")
_TURNS = re.compile(
    r"[\s,;]*(?:and\s+)?(?:if|unless|but|except|allegedly|reportedly|not|without|or|nor|perhaps|said|says)\b", re.IGNORECASE
)
_DANGLES = re.compile(r"\b(?:but|if|unless|except|although|though)(?:\s\S+){0,3}$", re.IGNORECASE)
_STANDS_FIRST = ("subordinator", "preposition")  # "If she wins, ...": what matters comes later


def short(text: str, most: int, *, conduct: bool = False) -> str:
    """At most `most` words where the text can be cut so. `conduct`: "hiding the letter after the fire", not a clause of its own."""
    text = re.sub(r"[.,;:]+(?=[”’]*$)", "", text.strip(" .,;:"))
    if len(text.split()) <= most or is_a(re.findall(r"[\w’']+|$", text)[0].casefold(), *_STANDS_FIRST):
        return text
    places = [m.start() for m in (_CONDUCT_END if conduct else _CLAUSE_END).finditer(text) if not _TURNS.match(text, m.start())]
    whole = [p for p in places if len(text[:p].split()) >= _SHORTEST and (conduct or _has_verb(text[:p])) and not _hangs(text[:p])]
    fitting = [p for p in whole if len(text[:p].split()) <= most]
    cut = max(fitting) if fitting else min(whole, default=len(text))
    return _closed(text[:cut])


def _has_verb(head: str) -> bool:
    """Whether a clause has its verb before the cut, outside a remark between dashes."""
    plain = re.sub(r"[—–].*?(?:[—–]|$)", " ", head)
    words = [w.casefold() for w in re.findall(r"[\w’']+", plain)]
    return any(is_a(w, "be", "have", "modal", "finite", "negated") or w.endswith("ed") for w in words[1:])


def _hangs(head: str) -> bool:
    """Whether the words stop at one that asks for another, right after "but", or inside a remark between dashes."""
    last = re.findall(r"[\w’']+", head)[-1:]
    asks = not last or is_a(last[0].casefold(), "determiner", "preposition", "possessive", "coordinator", "be", "have", "modal", "relative")
    return asks or _DANGLES.search(head) is not None or len(re.findall(r"\s[—–]\s", head)) % 2 == 1


def _closed(head: str) -> str:
    head = head.rstrip(" ,;—–")
    for left, right in (("‘", "’"), ("“", "”")):
        if head.count(left) > len(re.findall(rf"{right}(?!\w)", head)):
            head += right
    return head
