"""Owns a newsroom's profile: which checks are off, how grave each is, how many of its findings a brief may hold.

Text in (TOML), a record out; who finds and opens the file is not this room's business. Refuses unknown keys, checks and
values, naming the file and the key. A check that is off is named in the report: nothing is skipped in silence.

    sources = "sources"
    off = ["A9"]
    fail_on = "block"

    [severity]
    A5 = "block"

    [allowed]
    Q7 = 2
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import PurePath
from typing import Any

from counterclaim.errors import ProfileError
from counterclaim.export.catalogue import near
from counterclaim.records import AuditReport, Finding, Severity

FILES = ("counterclaim.toml", "pyproject.toml")
SHARED_TABLE = ("tool", "counterclaim", "audit")
_KEYS = ("sources", "off", "fail_on", "severity", "allowed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """`allowed` is how many findings of a check one brief may hold before they are reported. `source` is the file's path;
    `sources` is where a brief's sources lie, as seen from the brief's folder.
    """

    source: str = ""
    sources: str | None = None
    off: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    allowed: Mapping[str, int] = field(default_factory=dict)
    fail_on: Severity = Severity.BLOCK


def parse(text: str, *, source: str, checks: Collection[str]) -> Profile | None:
    """The profile of a TOML file, or None where a pyproject.toml holds none. `checks` are the ids that exist."""
    table = _table(text, source)
    if table is None:
        return None
    _known_keys(table, source)
    return Profile(
        source=source,
        sources=_path(table.get("sources"), source),
        off=frozenset(_check(c, "off", source, checks) for c in _list(table.get("off", []), source)),
        severity={_check(c, "severity", source, checks): _severity(v, f"severity.{c}", source) for c, v in _sub(table, "severity", source)},
        allowed={_check(c, "allowed", source, checks): _number(v, f"allowed.{c}", source) for c, v in _sub(table, "allowed", source)},
        fail_on=_severity(table.get("fail_on", Severity.BLOCK), "fail_on", source),
    )


def apply(report: AuditReport, profile: Profile) -> AuditReport:
    """The report as the newsroom wants it: checks off, severities its own, findings up to the allowed number let pass."""
    counts = Counter(f.check for f in report.findings)
    let_pass = {check for check, limit in profile.allowed.items() if 0 < counts[check] <= limit and check not in profile.off}
    return replace(
        report,
        findings=tuple(_graded(f, profile) for f in report.findings if f.check not in profile.off | let_pass),
        checks_run=tuple(c for c in report.checks_run if c not in profile.off),
        unverified=(*report.unverified, *_told(profile, let_pass, counts)),
    )


def fails(reports: Iterable[AuditReport], profile: Profile) -> bool:
    """Whether a finding is as grave as the profile fails on, or graver."""
    order = list(Severity)
    return any(order.index(f.severity) <= order.index(profile.fail_on) for r in reports for f in r.findings)


def _graded(finding: Finding, profile: Profile) -> Finding:
    return replace(finding, severity=profile.severity.get(finding.check, finding.severity))


def _told(profile: Profile, let_pass: Collection[str], counts: Mapping[str, int]) -> list[str]:
    where = profile.source or "the profile"
    off = [f"check {c}: switched off by {where}" for c in sorted(profile.off)]
    return off + [f"{counts[c]} of {c}: {where} allows {profile.allowed[c]} in a brief" for c in sorted(let_pass)]


def _table(text: str, source: str) -> dict[str, Any] | None:
    try:
        table: Any = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ProfileError(f"no valid TOML: {error}", source=source) from error
    if PurePath(source).name != FILES[1]:
        return dict(table)
    for key in SHARED_TABLE:
        table = table.get(key) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def _known_keys(table: Mapping[str, Any], source: str) -> None:
    for key in table:
        if key not in _KEYS:
            hint = get_close_matches(key, _KEYS, n=1)
            raise ProfileError(
                f"unknown key {key!r}{f'; did you mean {hint[0]!r}?' if hint else f'; keys are {_words(_KEYS)}'}", source=source
            )


def _sub(table: Mapping[str, Any], key: str, source: str) -> Iterable[tuple[str, Any]]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise ProfileError(f"{key!r} must be a table of checks, such as {{ A5 = ... }}, not {value!r}", source=source)
    return value.items()


def _list(value: Any, source: str) -> list[Any]:
    if not isinstance(value, list):
        raise ProfileError(f"'off' must be a list of checks, such as [\"A9\"], not {value!r}", source=source)
    return value


def _check(name: Any, key: str, source: str, checks: Collection[str]) -> str:
    if name in checks:
        return str(name)
    hint = [c for c in near(str(name)) if c.split()[0] in checks]
    raise ProfileError(f"{key!r} names {name!r}, which is no check{f'; near ones are {_words(hint)}' if hint else ''}", source=source)


def _path(value: Any, source: str) -> str | None:
    if value is None or (isinstance(value, str) and value.strip()):
        return value
    raise ProfileError(f"'sources' must be a path as seen from the brief's folder, not {value!r}", source=source)


def _severity(value: Any, key: str, source: str) -> Severity:
    try:
        return Severity(value)
    except ValueError as error:
        raise ProfileError(f"{key!r} must be one of {_words(Severity)}, not {value!r}", source=source) from error


def _number(value: Any, key: str, source: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise ProfileError(f"{key!r} must be a number of findings, 0 or more, not {value!r}", source=source)


def _words(names: Iterable[str]) -> str:
    return ", ".join(names)
