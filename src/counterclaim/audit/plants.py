"""Plants errors of words into one sentence: quotations, numbers, hedges, stages, slant, invented causes.

Each planter gives a corrupted sentence, or None where the sentence offers no place for its kind. What it writes stands in
no source: a planted error that happens to be true would be none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import TypeVar

from counterclaim.audit.ground import Ground, Sentence, swapped, swaps
from counterclaim.records import Span

_T = TypeVar("_T")
Planter = Callable[[Sentence, Ground, Random], str | None]

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_FIGURE = re.compile(r"(?<![\w.,\[(/-])\d+(?:[.,]\d+)*(?![\w\])/-])")
_COUNT = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?:[$£€]?\d[\d,.]*|{'|'.join(_COUNT)}|a (?:hundred|thousand|million|dozen)|half|twenty|thirty|forty|fifty|sixty)"
_NUMBER_AFTER = rf"(?=\s{_NUMBER}\b)"
_NUMBER_BEFORE = r"(?<=\d\s)"
_BEFORE_ADJECTIVE = r"\b(?:the|an?|of|by|into|about|over|for|with|his|her|their|its|any|some|two|three|several|other)\s"
_NOUN_AFTER = r"(?=\s[a-z])"
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_LOST = re.compile(  # what a cut hides: a negation, a condition or a hedge before the words that stay
    r"\b(?:not|never|no longer|cannot|if|unless|might|may|perhaps|allegedly|I think|I believe|we think|we believe|\w+n[’']t)\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(r",?\s+(?:unless|if|until|but|provided|except|though|although)\b.*", re.IGNORECASE | re.DOTALL)
_ACCUSED = re.compile(r"[^,;“”\"]{2,60}?\saccused\s(?!of\b)([^.;“”\"]{3,60}?)\sof(?=\s\w+ing\b)")
_ENDS_PLAINLY = re.compile(r"(?<=\w)\.(?=(?:\s*\[\d+\])*\s*$)")


def altered_quote(here: Sentence, ground: Ground, rng: Random) -> str | None:
    """One word of a quotation changed or dropped."""
    for inner in _shuffled(here.inner, rng):
        options = list(swapped(here, "quoted-word", rng, within=inner))
        options += list(_dropped(here, inner, rng))
        for corrupted in options if rng.random() < 0.7 else reversed(options):
            grown = len(corrupted) - len(here.text)
            if inner.end + grown > inner.start and not ground.holds(corrupted[inner.start : inner.end + grown].strip(" ,.")):
                return corrupted
    return None


def truncated_quote(here: Sentence, ground: Ground, rng: Random) -> str | None:  # noqa: ARG001 (all planters look alike)
    """A quotation cut so that a negation, a condition or a hedge is lost; the words that stay are verbatim."""
    options = [cut for inner in here.whole for cut in _cuts(here, inner)]
    return rng.choice(options) if options else None


def changed_number(here: Sentence, ground: Ground, rng: Random) -> str | None:
    """Another value, unit, date or comparator."""
    options = [*_figures(here, rng), *_words(here, rng), *_words_of(here, rng)]
    fresh = [text for old, new, text in options if old != new and not ground.holds(new)]
    fresh += [*swapped(here, "comparator", rng, after=_NUMBER_AFTER), *swapped(here, "unit", rng, before=_NUMBER_BEFORE)]
    return rng.choice(fresh) if fresh else None


def dropped_hedge(here: Sentence, ground: Ground, rng: Random) -> str | None:
    """A hedge of the brief's own voice lost, be it on a claim or on a number."""
    options = [
        *swapped(here, "dropped-hedge", rng),
        *swapped(here, "dropped-about", rng, after=r"(?=\s[$£€]?\d)"),
        *swapped(here, "dropped-adjective", rng, before=_BEFORE_ADJECTIVE, after=_NOUN_AFTER),
    ]
    return _new(iter(_shuffled(options, rng)), ground)


def stage_inflation(here: Sentence, ground: Ground, rng: Random) -> str | None:
    """A later stage of a proceeding; "X accused Y of doing" also becomes "Y was charged with doing"."""
    options = [*swapped(here, "stage-inflation", rng), *swapped(here, "stage-adjective", rng, before=_BEFORE_ADJECTIVE, after=_NOUN_AFTER)]
    accused = _ACCUSED.match(here.text)
    if accused and here.own(*accused.span()):
        options.insert(0, here.replaced(*accused.span(), f"{accused[1][:1].upper()}{accused[1][1:]} was charged with"))
    return _new(iter(options), ground)


def loaded_word(here: Sentence, ground: Ground, rng: Random) -> str | None:
    return _new(swapped(here, "loaded-word", rng), ground)


def unsupported(here: Sentence, ground: Ground, rng: Random) -> str | None:
    """A cause before the full stop, or a further fact after it."""
    end = _ENDS_PLAINLY.search(here.text)
    if end is None or not here.own(*end.span()):
        return None
    if rng.random() < 0.3:
        fact = rng.choice(swaps("fact"))[1]
        return None if ground.holds(fact) else f"{here.text} {fact}"
    cause = rng.choice(swaps("cause"))[1]
    return None if ground.holds(cause) else here.replaced(end.start(), end.start(), f", {cause}")


def _dropped(here: Sentence, inner: Span, rng: Random) -> Iterator[str]:
    """Each way to leave out one word of a quotation that is neither its first nor its last."""
    found = list(_WORD.finditer(here.text, inner.start, inner.end))[1:-1]
    for m in _shuffled(found, rng):
        if len(m.group()) > 2 and here.text[m.end() : m.end() + 1] == " ":
            yield here.replaced(m.start(), m.end() + 1, "")


def _cuts(here: Sentence, inner: Span) -> Iterator[str]:
    for lost in _LOST.finditer(here.text, inner.start, inner.end):
        if len(_WORD.findall(here.text, lost.end(), inner.end)) >= 3:
            yield here.replaced(inner.start, lost.end(), "")
            if lost.start() - inner.start > 3:
                yield here.replaced(lost.start(), lost.end(), "… ")
    for tail in _TAIL.finditer(here.text, inner.start, inner.end):
        if len(_WORD.findall(here.text, inner.start, tail.start())) >= 3 and tail.start() > inner.start:
            mark = here.text[inner.end - 1]
            yield here.replaced(tail.start(), inner.end, mark if mark in ",." else "")


def _figures(here: Sentence, rng: Random) -> Iterator[tuple[str, str, str]]:
    """(figure, other figure, sentence with it): digits in another order, or one digit another."""
    for m in _FIGURE.finditer(here.text):
        digits = [i for i, c in enumerate(m.group()) if c.isdigit()]
        i = rng.choice(digits)
        chars = list(m.group())
        chars[i] = str((int(chars[i]) + rng.randint(1, 8)) % 10 or 1)
        if len(digits) > 1 and rng.random() < 0.5 and m.group()[digits[0]] != m.group()[digits[1]] != "0":
            chars = list(m.group())
            chars[digits[0]], chars[digits[1]] = chars[digits[1]], chars[digits[0]]
        if here.own(*m.span()):
            yield m.group(), "".join(chars), here.replaced(*m.span(), "".join(chars))


def _words(here: Sentence, rng: Random) -> Iterator[tuple[str, str, str]]:
    """Number words: another of them, with what is counted kept."""
    for m in re.finditer(rf"\b(?:{'|'.join(_COUNT)})\b(?=\s+([a-z]+))", here.text):
        other = rng.choice([w for w in _COUNT if w != m.group()])
        if here.own(*m.span()):
            yield f"{m.group()} {m[1]}", f"{other} {m[1]}", here.replaced(*m.span(), other)


def _words_of(here: Sentence, rng: Random) -> Iterator[tuple[str, str, str]]:
    """Dates: another month beside a figure, another day of the week after "on"."""
    for names, near in ((_MONTHS, r"(?:\b{0}\b(?=\s+\d)|(?<=\d\s)\b{0}\b|(?<=\bin\s)\b{0}\b)"), (_DAYS, r"(?<=\b[Oo]n\s)\b{0}\b")):
        for m in re.finditer(near.format(f"(?:{'|'.join(names)})"), here.text):
            other = rng.choice([n for n in names if n != m.group()])
            if here.own(*m.span()):
                yield m.group(), other, here.replaced(*m.span(), other)


def _new(options: Iterator[str], ground: Ground) -> str | None:
    """The first corrupted sentence that no source has just so."""
    return next((text for text in options if not ground.holds(text)), None)


def _shuffled(things: Sequence[_T], rng: Random) -> list[_T]:
    return rng.sample(things, len(things))
