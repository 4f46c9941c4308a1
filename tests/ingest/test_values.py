"""YAML, TOML and JSON become plain values, or one error that says what is wrong and on which line."""

from collections.abc import Callable
from typing import Any

import pytest

from counterclaim.ingest.values import ValuesError, from_json, from_toml, from_yaml, short


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [
        (from_yaml, "a: 1\nb: 2031-02-30", r"'2031-02-30' is no possible timestamp \(line 2\)"),
        (from_yaml, "a: 2031-03-04T10:00:00+99:99", r"is no possible timestamp \(line 1\)"),
        (from_yaml, "a: !!int many", r"'many' is no possible int \(line 1\)"),
        (from_yaml, "a: !!bool maybe", r"'maybe' is no possible bool \(line 1\)"),
        (from_yaml, f"a: {'9' * 6000}", r"\.\.\. is no possible int \(line 1\)"),
        (from_yaml, "a: b\nc: \x07", r"the character U\+0007 is not allowed there \(line 2\)"),
        (from_yaml, "a: " + "[" * 3000, "nested too deeply"),
        (from_yaml, "a: &b [*b]", "nested too deeply"),
        (from_toml, "a = " + "[" * 5000, "nested too deeply"),
        (from_toml, f"a = {'9' * 5000}", "4300 digits"),
        (from_toml, "a = x", "line 1"),
        (from_json, "[" * 100_000, "nested too deeply"),
        (from_json, "9" * 5000, "a number is too long"),
        (from_json, '{\n"a"}', r"\(line 2\)"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(read: Callable[[str], Any], text: str, said: str) -> None:
    with pytest.raises(ValuesError, match=said) as caught:
        read(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_the_line_is_that_of_the_file() -> None:
    with pytest.raises(ValuesError, match=r"\(line 7\)"):
        from_yaml("a: 1\nb: [", first_line=6)


def test_a_cut_emoji_becomes_the_replacement_character() -> None:
    assert from_json(r'["no \ud83d", "\ud83d\ude00", {"\ude00": 1}]') == ["no \ufffd", "\U0001f600", {"\ufffd": 1}]
    assert from_yaml(r'a: "no \ud83d"') == {"a": "no \ufffd"}


def test_a_long_value_is_cut() -> None:
    assert short("9" * 5000) == "'" + "9" * 56 + "..."
