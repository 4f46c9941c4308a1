"""A newsroom's profile: what it may say, what it does to a report, and a clear sentence for what it may not say."""

import pytest

from counterclaim.audit.profile import Profile, apply, fails, parse
from counterclaim.errors import ProfileError
from counterclaim.records import AuditReport, Finding, Severity, Span

CHECKS = ("Q1", "A5", "A9", "Q7")


def _report(*checks: str) -> AuditReport:
    findings = tuple(Finding(check=c, kind=c, severity=Severity.EDIT, where=Span(i, i + 1), message="m") for i, c in enumerate(checks))
    return AuditReport(path="b.md", findings=findings, checks_run=CHECKS, sentences=1, quotations=0)


def _profile(text: str, source: str = "counterclaim.toml") -> Profile:
    profile = parse(text, source=source, checks=CHECKS)
    assert profile is not None
    return profile


def test_a_check_that_is_off_finds_nothing_and_is_named() -> None:
    report = apply(_report("A9", "Q1"), _profile('off = ["A9"]'))
    assert [f.check for f in report.findings] == ["Q1"]
    assert report.checks_run == ("Q1", "A5", "Q7")
    assert report.unverified == ("check A9: switched off by counterclaim.toml",)


def test_a_newsroom_grades_its_findings() -> None:
    assert apply(_report("A5"), _profile('[severity]\nA5 = "block"')).findings[0].severity is Severity.BLOCK


def test_up_to_the_allowed_number_findings_pass_and_beyond_it_all_are_reported() -> None:
    profile = _profile("[allowed]\nQ7 = 2")
    few = apply(_report("Q7", "Q7", "Q1"), profile)
    assert [f.check for f in few.findings] == ["Q1"]
    assert few.unverified == ("2 of Q7: counterclaim.toml allows 2 in a brief",)
    assert len(apply(_report("Q7", "Q7", "Q7"), profile).findings) == 3


@pytest.mark.parametrize(("fail_on", "fails_"), [("block", False), ("edit", True), ("note", True)])
def test_what_fails_a_brief_is_the_newsrooms_choice(fail_on: str, fails_: bool) -> None:
    assert fails([_report("A5")], _profile(f'fail_on = "{fail_on}"')) is fails_


def test_a_newsroom_says_where_the_sources_of_a_brief_lie() -> None:
    assert _profile('sources = "../notes"').sources == "../notes"
    assert _profile("").sources is None


def test_a_shared_file_holds_the_profile_in_its_own_table() -> None:
    assert _profile('[tool.counterclaim.audit]\noff = ["A9"]', "desk/pyproject.toml").off == {"A9"}
    assert parse("[project]\nname = 'site'", source="desk/pyproject.toml", checks=CHECKS) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("of = []", "unknown key 'of'; did you mean 'off'?"),
        ("zzz = 1", "unknown key 'zzz'; keys are sources, off, fail_on, severity, allowed"),
        ('off = ["A55"]', "'off' names 'A55', which is no check; near ones are A5 (loaded-verb), A9"),
        ("off = [[1]]", "which is no check"),
        ('off = "A5"', "'off' must be a list"),
        ('[severity]\nA5 = "fatal"', "'severity.A5' must be one of block, edit, note, not 'fatal'"),
        ("severity = 1", "'severity' must be a table"),
        ("[allowed]\nA5 = true", "'allowed.A5' must be a number"),
        ("[allowed]\nA5 = -1", "'allowed.A5' must be a number"),
        ("sources = 1", "'sources' must be a path"),
        ('sources = " "', "'sources' must be a path"),
        ("fail_on = []", "'fail_on' must be one of"),
        ("off = [", "no valid TOML"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(text: str, said: str) -> None:
    with pytest.raises(ProfileError) as error:
        _profile(text)
    assert str(error.value).startswith("counterclaim.toml: ")
    assert said in str(error.value)
