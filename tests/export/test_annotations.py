"""Workflow commands: severity as level, everything escaped that would end the command or a property."""

import re

from counterclaim.export.annotations import commands
from export.audited import audited


def _unescaped(words: str) -> str:
    for code, char in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        words = words.replace(code, char)
    return words


def _parsed(line: str) -> tuple[str, dict[str, str], str]:
    level, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line).groups()  # type: ignore[union-attr]
    return level, {k: _unescaped(v) for k, v in (p.split("=", 1) for p in properties.split(","))}, _unescaped(message)


def test_a_finding_is_one_command_that_can_be_read_back() -> None:
    report, draft = audited("a,b:c%.md")
    level, place, message = _parsed(commands(report, draft).split("\n")[0])
    assert level == "warning"
    assert place == {"file": "a,b:c%.md", "line": "3", "endLine": "3", "col": "6", "endColumn": "13", "title": "A5 loaded-verb"}
    assert message == "“claimed” doubts:\n100%\nSource: Roth said\nsaid"


def test_severity_is_the_level_and_columns_are_left_out_over_several_lines() -> None:
    lines = commands(*audited()).splitlines()
    assert [_parsed(line)[0] for line in lines] == ["warning", "error", "notice"]
    assert _parsed(lines[1])[1] | {"title": ""} == {"file": "desk/my brief,1.md", "line": "3", "endLine": "4", "title": ""}
