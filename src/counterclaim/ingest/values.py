"""Reads YAML, TOML and JSON as plain values, and says in one sentence, with the line where it is known, why a text cannot be read.

Refuses with ValuesError what the libraries refuse in many ways: broken marks, dates that no calendar has, numbers
beyond all measure, nesting without end.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import yaml

_HALF = re.compile("[\ud800-\udfff]")


class ValuesError(Exception):
    """The text holds no readable values; the message says what is wrong, `line` where (from 1), if that is known."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(f"{message} (line {line})" if line else message)
        self.message = message
        self.line = line


def from_yaml(text: str, *, first_line: int = 1) -> Any:
    """The values of a YAML text. `first_line` is the number of its first line in the file that holds it."""
    try:
        return _whole(yaml.load(text, _Loader))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, int(error.position)) + first_line
        raise ValuesError(f"the character U+{_code(error.character):04X} is not allowed there", line) from error
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + first_line
        raise ValuesError(str(error.problem or error.context or "it cannot be parsed"), line) from error
    except yaml.YAMLError as error:
        raise ValuesError(" ".join(str(error).split())) from error
    except RecursionError as error:
        raise ValuesError("its values are nested too deeply") from error


def from_json(text: str) -> Any:
    """The values of a JSON text."""
    try:
        return _whole(json.loads(text))
    except json.JSONDecodeError as error:
        raise ValuesError(error.msg, error.lineno) from error
    except RecursionError as error:
        raise ValuesError("its values are nested too deeply") from error
    except ValueError as error:  # a number of more digits than Python reads
        raise ValuesError(f"a number is too long: {str(error).partition(';')[0]}") from error


class _Loader(yaml.SafeLoader):
    """Says where a value stands that looks like a date or a number and is none."""

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
            kind = node.tag.rpartition(":")[2]
            raise yaml.constructor.ConstructorError(None, None, f"{short(node.value)} is no possible {kind}", node.start_mark) from error


def from_toml(text: str) -> Any:
    """The values of a TOML text."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValuesError("its values are nested too deeply") from error
    except ValueError as error:  # also a number of more digits than Python reads
        raise ValuesError(str(error).partition(";")[0]) from error


def _whole(value: Any) -> Any:
    """The value with U+FFFD for each half of a surrogate pair that stands alone: cut emoji, which no output can hold."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _HALF.search(value) else value
    if isinstance(value, list):
        return [_whole(v) for v in value]
    return {_whole(k): _whole(v) for k, v in value.items()} if isinstance(value, dict) else value


def _code(character: object) -> int:
    """The reader names a character by its code, or by itself."""
    return character if isinstance(character, int) else ord(str(character)[:1] or "\0")


def short(value: object) -> str:
    """A value as it is written in a message: cut where it is long."""
    written = repr(value)
    return written if len(written) <= 60 else f"{written[:57]}..."
