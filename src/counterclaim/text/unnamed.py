"""Reads a text without its names: what a model sees instead of who a person is, so that no name sways it.

Every proper name that is not a public one (an institution, a place, a day) is read as a placeholder, the same for the same
name throughout a document, numbered in order of appearance; he and she, and the words that go with them, are read alike.
Two stories that differ in their persons' names and pronouns alone are thus one story to a model, but for what stays: roles,
titles, accounts, and names made of ordinary words that stand beside no other name. Words in, as many words out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from counterclaim.text.lexicon import terms, words

PLACEHOLDERS = (
    "smith", "johnson", "jones", "davis", "miller", "wilson", "moore", "taylor", "anderson", "thomas", "jackson", "harris", "martin",
    "thompson", "robinson", "clark", "lewis", "walker", "allen", "wright", "scott", "adams", "nelson", "mitchell", "roberts", "turner",
    "phillips", "campbell", "parker", "evans", "edwards", "collins", "stewart", "morris", "rogers", "murphy", "cooper", "richardson",
    "peterson", "kelly", "howard", "watson", "bennett", "hughes", "ross", "henderson", "coleman", "jenkins", "perry", "powell",
    "patterson", "sullivan", "hamilton", "graham", "reynolds", "griffin", "wallace", "russell", "gibson", "ellis", "stevens", "murray",
    "simpson", "owens",
)  # fmt: skip
_SUFFIX = re.compile(r"(?:'s|'m|'d|'ve|'ll|'re|')$")
_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))
_STEM = 4  # letters at least, of a word that is known by its ending
_INITIAL = "j"
_ACRONYM = 5  # letters at most


def unnamed(texts: Sequence[str], proper: Sequence[bool], sentences: Sequence[int], *, first: int = 0) -> tuple[list[str], list[bool]]:
    """The words as a model reads them, in small letters, and which of them are placeholders.

    `proper` says of each word whether it is written with a capital; `sentences` are running numbers. `first` is the number of
    the placeholder that begins; training turns it, so that all are learned.
    """
    bases = [_SUFFIX.sub("", t.lower()) for t in texts]
    names = _names(texts, bases, proper, sentences)
    alike = _alike()
    initials = {i for i, (t, after) in enumerate(pairwise(texts)) if after == "." and len(t) == 1 and t.isupper()}
    numbers: dict[str, int] = {}
    read, hidden = [], []
    for i, (text, base, is_proper) in enumerate(zip(texts, bases, proper, strict=True)):
        new = alike.get(base, base)
        is_name = i in initials or (is_proper and base in names)
        if i in initials:
            new = _INITIAL
        elif is_name:
            new = PLACEHOLDERS[(first + numbers.setdefault(base, len(numbers))) % len(PLACEHOLDERS)]
        read.append(new + text[len(base) :].lower())
        hidden.append(is_name)
    return read, hidden


def _names(texts: Sequence[str], bases: Sequence[str], proper: Sequence[bool], sentences: Sequence[int]) -> set[str]:
    """Capitalised words that are no word of the language, and ordinary words beside one, as a forename or a surname is."""
    turns = {i for i, after in enumerate(texts[1:]) if after == ":"}  # "ROTH: No.", "MR: No."
    names = {b for i, b in enumerate(bases) if proper[i] and not _is_known(b) and (i in turns or not _is_acronym(texts[i]))}
    return names | set(_beside_names(bases, proper, sentences, names))


def _beside_names(bases: Sequence[str], proper: Sequence[bool], sentences: Sequence[int], names: set[str]) -> Iterator[str]:
    """Surnames after a name or a title ("Ms Stone", "Mr. Stone"), and forenames before a name; not in headlines."""
    headlines = _in_title_case(proper, sentences)
    for i, base in enumerate(bases):
        before = i - 2 if i > 1 and bases[i - 1] == "." else i - 1
        if before < 0 or not (proper[i] and proper[before]) or sentences[i] != sentences[before] or sentences[i] in headlines:
            continue
        if _may_be_a_name(base) and (bases[before] in _titles() or (before == i - 1 and bases[before] in names)):
            yield base
        inner = before > 0 and sentences[before - 1] == sentences[before]  # a capital at the beginning of a sentence tells nothing
        if before == i - 1 and inner and base in names and _may_be_a_name(bases[before]):
            yield bases[before]


def _in_title_case(proper: Sequence[bool], sentences: Sequence[int]) -> set[int]:
    """Sentences of which half of the words or more are capitalised: headlines, where a capital tells nothing."""
    all_of, capitalised = Counter(sentences), Counter(s for s, p in zip(sentences, proper, strict=True) if p)
    return {s for s, n in capitalised.items() if 2 * n >= all_of[s]}


def are_one_name(first: str, second: str) -> bool:
    """Whether two words with a hyphen between are one surname: both with a capital, one of them no word of the language."""
    bases = [_SUFFIX.sub("", w.lower()) for w in (first, second)]
    if not (first[:1].isupper() and second[:1].isupper() and all(len(b) > 1 for b in bases)):
        return False
    unknown = [not _is_known(b) for b in bases]
    if all(_is_acronym(w) for w in (first, second)):
        return False
    return any(unknown) and all(u or _may_be_a_name(b) for u, b in zip(unknown, bases, strict=True))


@cache
def _is_known(word: str) -> bool:
    """Whether a word, in small letters, is a word of the language or a public name."""
    known = words("proper", "ordinary") | words("proper", "public") | words("proper", "head")
    return word in _alike() or word in _alike().values() or all(_in(part, known) for part in word.split("-") if part)


def _in(word: str, known: frozenset[str]) -> bool:
    stems = (word.removesuffix(e) + new for e, new in _ENDINGS if word.endswith(e))
    return word in known or any(len(stem) >= _STEM and stem in known for stem in stems)


def _is_acronym(word: str) -> bool:
    return word.isupper() and 1 < len(word) <= _ACRONYM


@cache
def _may_be_a_name(word: str) -> bool:
    """Whether an ordinary word beside a name is likely a name too: no "University", "Mayor" or "The"."""
    return word in words("proper", "ordinary") and len(word) > 2 and word not in _offices()


@cache
def _titles() -> frozenset[str]:
    return frozenset(form for term in terms("titles") for form in term.forms if " " not in form)


@cache
def _offices() -> frozenset[str]:
    """Words of titles and roles, and those of the grammar."""
    return frozenset(
        w for name in ("titles", "roles", "grammar", "gendered") for term in terms(name) for form in term.forms for w in form.split()
    )


@cache
def _alike() -> dict[str, str]:
    """What is read for words that tell a man from a woman."""
    return {form: term.sense for term in terms("gendered") for form in term.forms}
