"""Names parties in running text: full with role at first mention, short afterwards, "the" where the sources say "the".

Writers put a placeholder (`name_of`) where a party is named; `fill` replaces them in reading order, so that the first mention
is known only when the order of sentences is. Never adds an attribute: a role is printed only as a source gives it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.parties.words import is_group, senses
from counterclaim.records import DocumentId, Party, PartyId, PartyKind, Reading, Role

_OPEN, _CLOSE = "\ue000", "\ue001"  # private use: they stand in no source's words
_PLACE = re.compile(f"{_OPEN}([^{_CLOSE}]+){_CLOSE}('s|’s)?")
_DEMONYM = re.compile(r"[A-Z]\w+(?:ans|ats|ists|ives)")  # "Reformists" are several whatever they are taken for
_TITLE_WORDS = 4
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_DESCRIPTION = 9  # words
_ACRONYM = 3  # letters
_DETERMINED = re.compile(
    r"(?:the|an?|his|her|their|its|this|that|these|those|two|three|some|several|many|other)\b|\w+(?:’s|'s|s')\s", re.IGNORECASE
)


def name_of(party: PartyId) -> str:
    """The placeholder of a party in a sentence that is being written."""
    return f"{_OPEN}{party}{_CLOSE}"


@dataclass(frozen=True, slots=True)
class Names:
    """How each party is called: at first mention and afterwards. `full`: persons' whole names; where a source's words hold one, the
    person is introduced."""

    first: Mapping[PartyId, str]
    again: Mapping[PartyId, str]
    full: Mapping[PartyId, str] = field(default_factory=dict)


def names(reading: Reading) -> Names:
    """The names of all parties of a story. Two persons who share a last word keep their full names."""
    lasts = Counter(last_name(p.name) for p in reading.parties.values() if p.kind is PartyKind.PERSON)
    texts = [_prose(reading, d) for d in reading.documents]
    first: dict[PartyId, str] = {}
    again: dict[PartyId, str] = {}
    for party in reading.parties.values():
        if party.kind is PartyKind.PERSON and party.name[:1].isupper() and last_name(party.name)[:1].isupper():
            short = last_name(party.name) if _is_called(party.name, texts) else party.name
            again[party.id] = _spoken(short if lasts[short] == 1 else party.name)
            behind = reading.parties.get(party.on_behalf_of) if party.on_behalf_of else None
            first[party.id] = _introduced(party, _with_article(behind, texts) if behind else None, texts)
        else:
            again[party.id] = first[party.id] = _with_article(party, texts)
            if party.kind is not PartyKind.ORGANISATION and again[party.id].removeprefix("the ")[0].islower():
                first[party.id] = _described(reading, party) or again[party.id]
    full = {p.id: p.name for p in reading.parties.values() if p.kind is PartyKind.PERSON and " " in p.name}
    return Names(first, again, full)


def _is_called(name: str, texts: Sequence[str]) -> bool:
    """Whether the last word of a name can stand for it: the sources use it alone, or it is no common word ("Keep Orne Level")."""
    before, last = (["", *name.replace(",", " ").split()])[-2:]
    alone = rf"(?<!\b{re.escape(before)}\s)\b{re.escape(last_name(name))}\b" if before else rf"\b{re.escape(last)}\b"
    common = any(re.search(rf"\b{re.escape(last.lower())}\b", t) for t in texts)
    return "&" not in name and (any(re.search(alone, t) for t in texts) or not common)


def _described(reading: Reading, party: Party) -> str | None:
    """What the sources call somebody without a name the first time: "a spokesman for the canal board" says more than "the spokesman"."""
    for r in reading.resolutions.values():
        if r.role is Role.SOURCE and r.party == party.id and len(spans := reading.statements[r.statement].source) == 1:
            document = reading.documents[reading.statements[r.statement].document]
            words = " ".join(document.text[spans[0].start : spans[0].end].split())
            if re.match(r"(?:his|her|its|their|my|our|your)\b", words, re.IGNORECASE):
                continue
            if party.name.lower() in words.lower() and len(words.split()) <= _DESCRIPTION and not re.search(r"[,“”\"]", words):
                return lower_word(words)
    return None


def last_name(name: str) -> str:
    """The word by which a person is called after the first time: no "Jr", no "III"."""
    each = [w for w in name.replace(",", " ").split() if w.rstrip(".").casefold() not in _SUFFIXES]
    return (each or name.split())[-1]


def _spoken(name: str) -> str:
    """A name that its source prints in capitals, as transcripts do, as a sentence holds it; initials and short words stay."""
    shouted = [w.isupper() and len(w) > _ACRONYM for w in name.split()]
    return " ".join(re.sub(r"[^\W\d_]+", _small, w) if loud else w for w, loud in zip(name.split(), shouted, strict=True))


def _small(m: re.Match[str]) -> str:
    return m.group().capitalize()


def called(party: Party) -> re.Pattern[str]:
    """What names a party in a text: its name, its aliases, a person's last name."""
    each = {party.name, *party.aliases, *([last_name(party.name)] if party.kind is PartyKind.PERSON else [])}
    return re.compile("|".join(rf"\b{re.escape(n)}\b" for n in sorted(each, key=lambda n: (-len(n), n))))


def fill(sentences: Iterable[str], names: Names, *, met: set[PartyId] | None = None) -> list[str]:
    """The sentences with their placeholders replaced, in reading order. `met`: parties that were introduced before."""
    met = set() if met is None else met
    filled = []
    for s in sentences:
        filled.append(_capital(_PLACE.sub(lambda m: _replace(m, names, met), s)))
        met.update(party for party, name in names.full.items() if name in filled[-1])
    return filled


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


def _introduced(party: Party, behind: str | None, texts: Sequence[str]) -> str:
    """A short capitalised title goes before the name, anything longer after it, between commas, with whom it is for."""
    name, role = _spoken(party.name), _spoken(party.role) if party.role else None
    if not role or role.lower() in name.lower():
        return name if behind is None else f"{name}, for {behind},"
    known = behind is None or behind.removeprefix("the ") in role
    if role[0].isupper() and len(role.split()) <= _TITLE_WORDS and not re.search(r"\b(?:of|for|at|in)\b", role):
        if behind and not known and "speaks-for" in senses(role.lower()):
            return f"{behind.removeprefix('the ')} {role} {name}"
        if known or len(role.split()) > 1:  # "Port Trust lawyer" says itself for whom
            return f"{role} {name}"
        role = role.lower()
    if behind and not known:
        role = f"a {role} for {behind}" if re.match(r"spokes|lawyer|attorney|counsel", role) else f"{role} of {behind}"
    elif " of " not in role and not _DETERMINED.match(role):
        role = f"{_article(role, texts)} {role}"
    return f"{name}, {role},"


def _article(role: str, texts: Sequence[str]) -> str:
    """The article of a role that nobody else shares, or that the sources call "the" one; "a" otherwise."""
    definite, indefinite = (sum(len(re.findall(rf"\b{a}\s+{re.escape(role)}\b", x, re.IGNORECASE)) for x in texts) for a in ("the", "an?"))
    if re.match(r"\w+est\b|(?:most|first|only|sole|last)\b", role) or definite > indefinite:
        return "the"
    return "an" if role[0] in "aeiou" else "a"


def _with_article(party: Party, texts: Sequence[str]) -> str:
    """The name as a sentence holds it: with "the" where most of its mentions have an article, small where it is no proper name."""
    name = party.name.removeprefix("own ")  # "the team’s own doctor", told without the team
    if _DETERMINED.match(name):
        return name
    mentions = [m for t in texts for m in re.finditer(rf"(\b(?:the|an?)\s+|[’']s\s+)?\b{re.escape(name)}\b", t, re.IGNORECASE)]
    if (
        party.kind is PartyKind.ORGANISATION
        and name[0].isupper()
        and senses(name.split()[-1].lower()) & {"body", "company", "group", "paper"}
    ):
        return f"the {name}" if any(m.group(1) for m in mentions) else name  # "Supreme Court" in a headline is "the Supreme Court"
    small = sum(m.group().removeprefix(m.group(1) or "")[0].islower() for m in mentions)
    if small * 2 > len(mentions) or (small and " " not in name) or is_group(name.lower()):
        name = lower_word(name)
    article = sum(bool(m.group(1)) for m in mentions)
    common_singular = name[0].islower() and not is_plural(name)
    return f"the {name}" if article * 2 > len(mentions) or common_singular else name


def is_plural(name: str) -> bool:
    """Whether a name takes a plural verb: "the trustees", "critics", "police"; a proper name in -s does not ("Lindmoor Trams")."""
    last = name.split()[-1]
    return last == "police" or last == "people" or (last[0].islower() and last.endswith("s") and not last.endswith(("ss", "us", "is")))


def are_several(party: Party) -> bool:
    """Whether a party takes a plural verb: a group whose name is a plural with a capital too ("Northerners")."""
    last = party.name.split()[-1]
    if is_plural(party.name) or (last.endswith("s") and is_group(party.name.lower())):
        return True
    if party.kind is PartyKind.GROUP:
        return last.endswith("s") and not last.endswith(("ss", "us", "is"))
    return party.kind is not PartyKind.PERSON and _DEMONYM.fullmatch(party.name) is not None


def lower_word(name: str) -> str:
    """The name with a small first letter, unless its first word is an acronym."""
    first = name.split()[0]
    return name if first[1:] != first[1:].lower() else name[0].lower() + name[1:]


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
