from counterclaim.audit.case import Case, prepare
from counterclaim.audit.check import Check, Seen
from counterclaim.audit.draft import draft
from counterclaim.records import Severity, Span, VerdictKind
from factories import dispute


def test_a_finding_carries_its_checks_name_and_its_own_severity() -> None:
    def run(case: Case) -> list[Seen]:
        return [Seen(where=Span(0, 1), message="m"), Seen(where=Span(1, 2), message="n", severity=Severity.NOTE)]

    check = Check(id="Z1", kind="zeal", severity=Severity.EDIT, title="t", run=run)
    found = check.findings(prepare(draft("b.md", "Text here."), dispute()))
    assert [(f.check, f.kind, f.severity) for f in found] == [("Z1", "zeal", Severity.EDIT), ("Z1", "zeal", Severity.NOTE)]


def test_a_case_holds_the_verdict_of_every_quotation() -> None:
    case = prepare(draft("b.md", "“It was on the shelf.” “It was.” “On a shelf.”"), dispute())
    assert [q.verdict.kind for q in case.quoted] == [VerdictKind.VERBATIM, VerdictKind.VERBATIM, VerdictKind.ALTERED]
