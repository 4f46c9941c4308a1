"""Reads a written date, with or without a clock time, as one moment: the dates of headers, front matter and feeds.

Aware UTC. A date without a time is midnight; a time without a zone is UTC; a named zone (EST, CET ...) is kept to.
Refuses to guess: no year, an impossible day or a slash date that could be two days (03/09/2026) gives None.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from types import MappingProxyType
from zoneinfo import ZoneInfo

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+"
_YEAR = r"(?:19|20)\d\d"
# Hours from UTC, in minutes. Letters that mean several zones (IST, AST) are left out: such a time is refused, not guessed.
_ZONES = MappingProxyType(
    {"z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "west": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180}
    | {"est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "hst": -600}
    | {"jst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780}
)
_SEASONAL = MappingProxyType({"et": "America/New_York", "ct": "America/Chicago", "mt": "America/Denver", "pt": "America/Los_Angeles"})
_ZONE = r"(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2})"

_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_NUMERIC = r"\d{4}[-/]\d{1,2}[-/]\d{1,2}"
_WORDED = rf"(?:{_ORDINAL}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_ORDINAL})(?:,?\s+\d{{4}})?"

DATE = rf"(?:(?:{_WEEKDAY})?(?:{_NUMERIC}|{_WORDED}))"
_AM_PM = r"\s?[aApP]\.?[mM]\b\.?"
CLOCK = rf"(?:\d{{1,2}}[:.]\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:{_AM_PM})?|\d{{1,2}}{_AM_PM})(?:\s?{_ZONE}(?![\w@]))?"
STAMP = rf"(?:{DATE}(?:(?:\s*[,·•|T–—-]\s*|\s+(?:at\s+)?){CLOCK})?|{CLOCK}(?:(?:\s*[,·•|–—-]\s*|\s+(?:on\s+)?){DATE})?)"
"""A date, a clock time, or both in either order, as headers write them; for use inside other patterns."""

_ISO = re.compile(r"\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=\D|$)")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+({_MONTH})", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?\b", re.IGNORECASE)
_SLASHES = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_CLOCK = re.compile(r"(?:(?<=T)|(?<![\d.+:-]))(\d{1,2})(?:[:.](\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:\s?([ap])\.?m\b\.?)?", re.IGNORECASE)
_ZONE_AFTER = re.compile(r"\s*\(?(?:(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})\b|([A-Za-z]{1,4})\b)")


def moment(written: str) -> datetime | None:
    """The moment that a written date means; None where it means none, or more than one."""
    day = _day(written)
    if day is None:
        return None
    year, month, number, rest = day
    try:
        date = datetime(year, month, number, tzinfo=UTC)
    except ValueError:
        return None
    return _at_clock(date, rest)


def _day(written: str) -> tuple[int, int, int, str] | None:
    """(year, month, day, what is left of the text)."""
    if found := _ISO.search(written):
        return int(found[1]), int(found[2]), int(found[3]), _without(written, found)
    if found := _SLASHES.search(written):
        first, second = int(found[1]), int(found[2])
        if first <= 12 and second <= 12 and first != second:
            return None
        day, month = (first, second) if first > 12 else (second, first)
        return int(found[3]), month, day, _without(written, found)
    for pattern, day_at, month_at in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        found = pattern.search(written)
        year = re.search(rf"\b{_YEAR}\b", _without(written, found)) if found else None
        if found and year:
            rest = _without(_without(written, found), year)
            return int(year[0]), _MONTHS.index(found[month_at][:3].lower()) + 1, int(found[day_at]), rest
    return None


def _without(written: str, found: re.Match[str]) -> str:
    return f"{written[: found.start()]} {written[found.end() :]}"


def _at_clock(date: datetime, rest: str) -> datetime | None:
    """The date at the clock time that the rest of the text names."""
    for clock in _CLOCK.finditer(rest):
        if clock[2] is None and clock[4] is None:
            continue  # a bare number is no time
        hour = int(clock[1]) % 12 + (12 if clock[4].lower() == "p" else 0) if clock[4] else int(clock[1])
        zone = _zone(rest[clock.end() :])
        if hour > 23 or int(clock[2] or 0) > 59 or zone is None:
            return None
        at = date.replace(hour=hour, minute=int(clock[2] or 0), second=min(int(clock[3] or 0), 59), tzinfo=zone)
        try:
            return at.astimezone(UTC)
        except OverflowError:  # in UTC it is a day before the first year or after the last
            return None
    return date


def _zone(after: str) -> tzinfo | None:
    """The zone written after a clock time: UTC where none is, None where its letters are not known."""
    found = _ZONE_AFTER.match(after)
    if found is None or (found[4] and not found[4].isupper()):
        return UTC  # what follows is a word ("on", "Mar"), no zone
    if found[4]:
        letters = found[4].lower()
        return ZoneInfo(_SEASONAL[letters]) if letters in _SEASONAL else _offset(_ZONES.get(letters))
    minutes = int(found[2]) * 60 + int(found[3])
    return _offset(-minutes if found[1] == "-" else minutes)


def _offset(minutes: int | None) -> timezone | None:
    return None if minutes is None or abs(minutes) >= 24 * 60 else timezone(timedelta(minutes=minutes))
