"""Owns the words that explain each check to people: `data/checks.toml` as records, by check id.

What a check does is code (the audit room); what it means, why it matters and whose rule it is stands here. Refuses a
check whose entry lacks a part.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import msgspec

from counterclaim.errors import RecordError, UnknownCheck


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """`given` is what a source says; `wrong` is a brief that the check reports, `right` one that it does not."""

    check: str
    kind: str
    title: str
    what: str
    why: str
    trade: tuple[str, ...]
    given: str
    wrong: str
    right: str


@cache
def catalogue() -> Mapping[str, Explanation]:
    """Every check that is explained, in the order of the file."""
    text = files("counterclaim").joinpath("data", "checks.toml").read_text(encoding="utf-8")
    return MappingProxyType({check: _entry(check, fields) for check, fields in tomllib.loads(text).items()})


def explain(check: str) -> Explanation:
    """The entry of a check by its id, or of the first by its kind. Raises UnknownCheck with the near ones."""
    wanted = check.strip()
    for entry in catalogue().values():
        if wanted.upper() == entry.check or wanted.lower() == entry.kind:
            return entry
    hint = near(wanted)
    raise UnknownCheck(f"there is no check {wanted!r}; {'near ones are ' if hint else 'the checks are '}{', '.join(hint or catalogue())}")


def near(wanted: str) -> list[str]:
    """Ids that a mistyped id or kind may have meant: of like spelling, else of the same family, with their kinds."""
    kinds = {e.kind: e.check for e in catalogue().values()}
    found = [kinds[k] for k in get_close_matches(wanted.lower(), kinds, n=3)]
    found += [c for c in catalogue() if wanted and c[0] == wanted[0].upper() and len(wanted) <= 3]
    return [f"{c} ({catalogue()[c].kind})" for c in dict.fromkeys(found)]


def text(entry: Explanation) -> str:
    """An entry as a person reads it."""
    parts = [f"{entry.check} {entry.kind}: {entry.title}", "", entry.what, "", f"Why: {entry.why}", "", "The trade's rules behind it:"]
    parts += [f"  - {rule}" for rule in entry.trade]
    parts += ["", _example("A source says:", entry.given), _example("Reported:", entry.wrong), _example("Not reported:", entry.right)]
    return "\n".join(parts) + "\n"


def known(checks: Iterable[str]) -> frozenset[str]:
    """The names under which checks can be called: ids and kinds."""
    return frozenset(checks) | {catalogue()[c].kind for c in checks if c in catalogue()}


def _example(label: str, words: str) -> str:
    return "\n".join([label, *(f"    {line}" for line in words.split("\n"))])


def _entry(check: str, fields: Mapping[str, Any]) -> Explanation:
    try:
        return msgspec.convert({"check": check, **fields}, Explanation)
    except msgspec.ValidationError as error:
        raise RecordError(f"the explanation of a check lacks something: {error}", source=check) from error
