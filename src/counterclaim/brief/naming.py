"""Names parties in running text: full with role at first mention, short afterwards, "the" where the sources say "the".

Writers put a placeholder (`name_of`) where a party is named; `fill` replaces them in reading order, so that the first mention
is known only when the order of sentences is. Never adds an attribute: a role is printed only as a source gives it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterclaim.records import DocumentId, Party, PartyId, PartyKind, Reading

_OPEN, _CLOSE = "\ue000", "\ue001"  # private use: they stand in no source's words
_PLACE = re.compile(f"{_OPEN}([^{_CLOSE}]+){_CLOSE}('s|’s)?")
_TITLE_WORDS = 4


def name_of(party: PartyId) -> str:
    """The placeholder of a party in a sentence that is being written."""
    return f"{_OPEN}{party}{_CLOSE}"


@dataclass(frozen=True, slots=True)
class Names:
    """How each party is called: at first mention and afterwards."""

    first: Mapping[PartyId, str]
    again: Mapping[PartyId, str]


def names(reading: Reading) -> Names:
    """The names of all parties of a story. Two persons who share a last word keep their full names."""
    lasts = Counter(p.name.split()[-1] for p in reading.parties.values() if p.kind is PartyKind.PERSON)
    texts = [_prose(reading, d) for d in reading.documents]
    first: dict[PartyId, str] = {}
    again: dict[PartyId, str] = {}
    for party in reading.parties.values():
        if party.kind is PartyKind.PERSON and party.name[:1].isupper():
            short = party.name.split()[-1]
            again[party.id] = short if lasts[short] == 1 else party.name
            behind = reading.parties.get(party.on_behalf_of) if party.on_behalf_of else None
            first[party.id] = _introduced(party, _with_article(behind.name, texts) if behind else None)
        else:
            again[party.id] = first[party.id] = _with_article(party.name, texts)
    return Names(first, again)


def called(party: Party) -> re.Pattern[str]:
    """What names a party in a text: its name, its aliases, a person's last name."""
    each = {party.name, *party.aliases, *([party.name.split()[-1]] if party.kind is PartyKind.PERSON else [])}
    return re.compile("|".join(rf"\b{re.escape(n)}\b" for n in sorted(each, key=lambda n: (-len(n), n))))


def fill(sentences: Iterable[str], names: Names, *, met: set[PartyId] | None = None) -> list[str]:
    """The sentences with their placeholders replaced, in reading order. `met`: parties that were introduced before."""
    met = set() if met is None else met
    return [_capital(_PLACE.sub(lambda m: _replace(m, names, met), s)) for s in sentences]


def fill_short(sentence: str, names: Names) -> str:
    """One line, such as a headline, with short names throughout."""
    return fill([sentence], Names(names.again, names.again))[0]


def _prose(reading: Reading, document: DocumentId) -> str:
    """The text without its headings, which drop articles."""
    text = reading.documents[document].text
    for heading in reversed(reading.layouts[document].headings):
        text = text[: heading.start] + text[heading.end :]
    return text


def _replace(m: re.Match[str], names: Names, met: set[PartyId]) -> str:
    party, genitive = PartyId(m.group(1)), m.group(2) or ""
    name = names.again[party] if party in met else names.first[party]
    met.add(party)
    if genitive:
        name = name.rstrip(",")
        if ", " in name:
            name = name.split(", ")[0]
        return name + ("’" if name.endswith("s") else "’s")
    following = m.string[m.end() : m.end() + 1]
    return name.rstrip(",") if following in ",.;:)" else name


def _introduced(party: Party, behind: str | None) -> str:
    """A short capitalised title goes before the name, anything longer after it, between commas, with whom it is for."""
    name, role = party.name, party.role
    if not role or role.lower() in name.lower():
        return name if behind is None else f"{name}, for {behind},"
    if role[0].isupper() and len(role.split()) <= _TITLE_WORDS and not re.search(r"\b(?:of|for|at|in)\b", role):
        known = behind is None or behind.removeprefix("the ") in role
        return f"{role} {name}" if known else f"{role} {name}, for {behind},"
    if behind and behind.removeprefix("the ") not in role:
        role = f"a {role} for {behind}" if re.match(r"spokes|lawyer|attorney|counsel", role) else f"{role} of {behind}"
    elif " of " not in role and not re.match(r"(?:the|an?|his|her|its|their)\b|\w+(?:’s|'s|s')\s", role):
        role = f"{'an' if role[0] in 'aeiou' else 'a'} {role}"
    return f"{name}, {role},"


def _with_article(name: str, texts: list[str]) -> str:
    """The name with "the" if most of its mentions in the sources carry it."""
    if re.match(r"(?:the|an?|his|her|their|its|two|three|some|several|many)\b", name, re.IGNORECASE):
        return name
    word = re.compile(rf"(\b[Tt]he\s+|[’']s\s+)?\b{re.escape(name)}\b")
    hits = [bool(m.group(1)) for t in texts for m in word.finditer(t)]
    return f"the {name}" if sum(hits) * 2 > len(hits) else name


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
