"""Comments, profile and baseline work together, and the ids that a profile may name are those of the checks."""

from counterclaim.audit.baseline import parse, write
from counterclaim.audit.draft import draft
from counterclaim.audit.profile import Profile
from counterclaim.audit.report import CHECKS
from counterclaim.audit.review import IDS, review
from counterclaim.records import AuditReport, Finding, Severity, Span

TEXT = "Venn said “no”. <!-- counterclaim: allow Q1 because of the tape -->\n\nRoth said “yes”. <!-- counterclaim: allow Q1 -->"
DRAFT = draft("b.md", TEXT)


def _report(*words: str) -> AuditReport:
    findings = tuple(
        Finding(check="Q1", kind="altered-quote", severity=Severity.BLOCK, where=Span(TEXT.index(w), TEXT.index(w) + len(w)), message="m")
        for w in words
    )
    return AuditReport(path="b.md", findings=findings, checks_run=("Q1",), sentences=2, quotations=2)


def _checks(report: AuditReport) -> list[str]:
    return [f.check for f in report.findings]


def test_a_reason_silences_and_its_lack_is_told() -> None:
    assert _checks(review(_report("“no”", "“yes”"), DRAFT, Profile())) == ["Q1", "C1"]


def test_a_profile_switches_off_and_grades_what_is_said_of_comments_too() -> None:
    assert _checks(review(_report("“no”"), DRAFT, Profile(off=frozenset({"C1"})))) == []
    graded = review(_report("“no”"), DRAFT, Profile(severity={"C1": Severity.BLOCK}))
    assert [f.severity for f in graded.findings] == [Severity.BLOCK]


def test_a_baseline_of_what_is_told_leaves_nothing_to_tell() -> None:
    told = review(_report("“no”", "“yes”"), DRAFT, Profile())
    accepted = parse(write([(told, DRAFT)]), source="base.json")
    assert _checks(review(_report("“no”", "“yes”"), DRAFT, Profile(), accepted)) == []


def test_every_check_can_be_named() -> None:
    assert (*(c.id for c in CHECKS), "C1", "C2") == IDS
