"""SARIF that the standard's schema accepts, with stable rules, true regions and fingerprints that survive a move."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec

from counterclaim.export.sarif import sarif
from counterclaim.records import Draft, Span
from export.audited import TEXT, audited


def _log(*briefs: Any) -> Any:
    return msgspec.json.decode(msgspec.json.encode(sarif(briefs or [audited()])))


def test_the_standards_schema_accepts_it(shared: Path) -> None:
    schema = json.loads((shared / "standards" / "sarif-schema-2.1.0.json").read_text("utf8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [e.message for e in validator.iter_errors(_log(audited(), audited("/desk/ü.md")))] == []


def test_rules_are_the_checks_that_ran_or_found_and_results_point_to_them() -> None:
    run = _log()["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == ["Q1", "A5", "Z9"]
    assert rules[1]["name"] == "LoadedVerb"
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == [r["ruleId"] for r in run["results"]] == ["A5", "Q1", "Z9"]
    assert [r["level"] for r in run["results"]] == ["warning", "error", "note"]


def test_a_region_is_the_place_by_line_column_and_offset() -> None:
    result = _log()["runs"][0]["results"][1]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]] == "“the wall is\nsound”"
    lines = TEXT.split("\n")
    assert lines[region["startLine"] - 1][region["startColumn"] - 1 :] == "“the wall is"
    assert lines[region["endLine"] - 1][: region["endColumn"] - 1] == "sound”"


def test_paths_are_uris() -> None:
    run = _log(audited(), audited("/desk/ü.md"))["runs"][0]
    assert [a["location"]["uri"] for a in run["artifacts"]] == ["desk/my%20brief%2C1.md", "file:///desk/%C3%BC.md"]


def test_a_fingerprint_survives_a_move_and_tells_checks_apart() -> None:
    report, draft = audited()
    moved = Draft(
        path=draft.path, text="\n" + TEXT, prose="\n" + TEXT, sentences=tuple(Span(s.start + 1, s.end + 1) for s in draft.sentences)
    )
    prints = [[r["partialFingerprints"] for r in _log((report, d))["runs"][0]["results"]] for d in (draft, moved)]
    assert prints[0] == prints[1]
    assert len({p["counterclaim/v1"] for p in prints[0]}) == 3


def test_what_was_not_verified_is_a_notification() -> None:
    notes = _log()["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert [n["message"]["text"] for n in notes] == ["desk/my brief,1.md: not verified: one list"]
