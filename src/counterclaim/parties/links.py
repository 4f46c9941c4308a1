"""Tells how the mentions of a sentence belong together: owners, appositions, and whom somebody leads.

Indexes count the mentions of the document. A link needs words that say so; nearness alone is none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from counterclaim.parties import words
from counterclaim.parties.found import Found, Sort

PREDICATES = frozenset(["is", "was", "be", "been", "are", "were", "as", "became", "become", "like", "being", "remains"])
SAYING = words.cue_forms("say", "accuse", "deny", "answer", "announce", "admit", "decline", "demand")
_CLAUSE, _FAR = 14, 300  # words that are read after an apposition; code points that hold them
_LEADS = re.compile(
    r",?\s+who\s+(?:now\s+)?(?:chairs|leads|heads|runs|represents|speaks\s+for|founded|directs|manages|acts\s+for)\s+(?:the\s+|a\s+|an\s+)?$"
)
_LED_BY = re.compile(r",?\s+(?:now\s+)?(?:led|headed|chaired|run|represented|founded)\s+by\s+(?:[\w-]+\s+){0,4}")
_BODIES = frozenset({Sort.NAME, Sort.BODY, Sort.GROUP})
CALLED = re.compile(r",?\s+(?:who\s+(?:goes\s+by|is|was)\s+)?(?:the\s+name|(?:better\s+)?known\s+as|nicknamed|called)\s+[\"“‘]$")


def linked(text: str, found: list[Found], first: int) -> list[Found]:
    """Owners and appositions: "X's lawyer", "a lawyer for X", "X spokesman", "X, the mayor", "the mayor, X"."""
    out = list(found)
    for i in range(len(out) - 1):
        a, b = out[i], out[i + 1]
        between = text[a.span.end : b.span.start]
        if a.sort in {Sort.NAME, Sort.PERSON} and (j := _served(text, out, i)) is not None:
            out[i] = a = replace(a, serves=first + j)
        if a.sort is Sort.PERSON and (j := _called(text, out, i)) is not None:
            out[j] = replace(out[j], same=first + i)
        plain = between.strip().lower().replace("’", "'")
        body = b.sort is Sort.NAME and not b.role and b.name.split()[-1].lower() in words.ORGANISATION_ENDS
        if (body or b.sort in {Sort.PERSON, Sort.GROUP, Sort.BODY, Sort.PAPER}) and a.sort is not Sort.PRONOUN and _possessive(plain):
            out[i + 1] = replace(b, owner=first + i, definite=True, text=_whole(text, a, b))
        elif b.sort is Sort.NAME and b.role and a.sort in {Sort.GROUP, Sort.BODY} and plain == "":
            out[i + 1] = replace(b, owner=first + i)
        elif b.sort is Sort.NAME and a.sort in {Sort.PERSON, Sort.BODY} and plain in {"", "named"} and not a.plural:
            out[i + 1] = replace(b, same=first + i)
        elif (
            b.sort in {Sort.PERSON, Sort.GROUP, Sort.BODY, Sort.PAPER}
            and a.sort in {Sort.NAME, Sort.BODY, Sort.PERSON, Sort.GROUP}
            and plain == ""
        ):
            out[i + 1] = replace(b, owner=first + i)
        elif (
            a.sort in {Sort.PERSON, Sort.GROUP, Sort.BODY, Sort.PAPER}
            and a.owner is None
            and b.sort in {Sort.NAME, Sort.BODY, Sort.GROUP}
            and _of(plain)
        ):
            out[i] = replace(out[i], owner=first + i + 1)
    for i, m in enumerate(out):
        if m.owner is not None and m.owner > first + i:
            out[i] = replace(m, owner=first + _possessed(out, first, m.owner - first))
    for i in range(len(out)):
        _appose(text, out, first, i)
    for i, m in enumerate(out):
        if m.sort is Sort.NAME and (j := _led(text, out, i)) is not None:
            out[i] = replace(m, serves=first + j)
        elif m.sort is Sort.PERSON and m.owner is None and m.owner_pronoun in {"its", "their"} and "speaks-for" in words.senses(m.head):
            out[i] = replace(m, owner=next((first + j for j in range(i - 1, -1, -1) if out[j].sort in _BODIES), None))
    return out


def _possessed(out: list[Found], first: int, j: int) -> int:
    """The head of an owner's phrase: of "the head of the pilots' league", the league."""
    while j + 1 < len(out) and out[j + 1].owner == first + j and out[j + 1].sort in _BODIES:
        j += 1
    return j


def _led(text: str, out: list[Found], i: int) -> int | None:
    """ "The league, led by (the retired teacher) X": the mention before such words; a role may stand before the name."""
    for j in range(i - 1, max(-1, i - 4), -1):
        if out[j].sort in _BODIES and _LED_BY.fullmatch(text[out[j].span.end : out[i].span.start]):
            return j
    return None


def _served(text: str, out: list[Found], i: int) -> int | None:
    """ "X, who chairs the league": the mention after such a verb; "who" itself is a mention on the way."""
    for j in range(i + 1, min(i + 4, len(out))):
        if out[j].sort is not Sort.PRONOUN and _LEADS.fullmatch(text[out[i].span.end : out[j].span.start]):
            return j
    return None


def _called(text: str, out: list[Found], i: int) -> int | None:
    """ "a docker who goes by the name “Cork”": the name in marks after such words."""
    for j in range(i + 1, min(i + 3, len(out))):
        if out[j].sort is Sort.NAME and CALLED.fullmatch(text[out[i].span.end : out[j].span.start]):
            return j
    return None


def _possessive(between: str) -> bool:
    """ "'s" and at most two modifiers: "the committee's top Democrat"."""
    parts = between.split()
    return bool(parts) and parts[0] in {"'s", "'"} and len(parts) <= 3 and all(p.isalpha() and p not in words.CLOSED for p in parts[1:])


def _whole(text: str, a: Found, b: Found) -> str:
    return " ".join(text[a.span.start : b.span.end].split()) if a.sort is Sort.NAME else b.text


def _of(between: str) -> bool:
    """ "of the", and an owner that is no mention itself: "of the pilots'"."""
    parts = between.split()
    return (
        parts[:1] in (["for"], ["of"], ["at"], ["from"], ["in"], ["to"], ["with"]) and len(parts[:-1] if _owns(parts[-1]) else parts) <= 2
    )


def _owns(word: str) -> bool:
    return word.endswith(("'s", "s'"))


def _appose(text: str, out: list[Found], first: int, i: int) -> None:
    """Links a name and a role that only a comma parts, in either order."""
    a = out[i]
    for j in range(i + 1, min(i + 4, len(out))):
        b = out[j]
        between = text[a.span.end : b.span.start].strip().lower()
        owned = b.owner == first + i or a.owner == first + j or any(c.owner == first + j for c in out[j + 1 : j + 2])
        opens = a.governed and b.subject and b.sort is Sort.NAME  # "In her letter to the league, Venn said"
        if owned or opens or b.same is not None or (b.sort is not Sort.NAME and _goes_on(text, b)):
            continue
        if _pair(a, b) and _comma(between, b):
            out[j] = replace(b, same=first + i)
            return
        if _pair(a, b) and a.owner is not None and a.owner - first < j and a.owner > first + i:
            tail = text[out[a.owner - first].span.end : b.span.start].strip().lower()
            if tail == ",":  # "a lawyer for Sunnel, Johan M..."
                out[j] = replace(b, same=first + i)
                return


def _goes_on(text: str, b: Found) -> bool:
    """Whether a verb follows: the phrase is a subject then, no apposition ("..., a person who knows them said")."""
    clause = re.split(r"[.,;:“”\"()]", text[b.span.end : b.span.end + _FAR])[0].split()[:_CLAUSE]
    says = next((i for i, w in enumerate(clause) if w.lower() in SAYING), None)
    if says is not None and not any(w.lower() in words.WHO or w.lower() == "that" for w in clause[:says]):
        return True
    after = text[b.span.end : b.span.end + _FAR].split()
    return bool(after) and after[0].lower() in SAYING | PREDICATES | {
        "has",
        "had",
        "have",
        "will",
        "would",
        "can",
        "could",
        "did",
        "does",
    }


def _pair(a: Found, b: Found) -> bool:
    kinds = {a.sort, b.sort}
    return kinds in ({Sort.NAME, Sort.PERSON}, {Sort.NAME, Sort.BODY}) and not a.plural and not b.plural


def _comma(between: str, b: Found) -> bool:
    if not between.startswith(","):
        return False
    rest = between[1:].replace("’", "'").split()
    if b.sort is Sort.NAME:
        return not rest
    if not b.determined and not b.owner_pronoun and b.owner is None:
        return not rest and b.owner is None
    return (
        len(rest) <= 3
        and all(
            w in words.DETERMINERS or w in words.POSSESSIVES or w == "'s" or (w[0].isalpha() and not w.endswith("ed") and w not in SAYING)
            for w in rest
        )
        and len(rest) <= 2
    )
