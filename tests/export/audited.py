"""An audited brief for the tests of the exports: awkward characters in path, text and message."""

from counterclaim.records import AuditReport, Draft, Finding, Severity, Span

TEXT = "# Quay\n\nRoth claimed 🙂 that “the wall is\nsound”, 100%.\n"


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def audited(path: str = "desk/my brief,1.md") -> tuple[AuditReport, Draft]:
    draft = Draft(path=path, text=TEXT, prose=TEXT, sentences=(place("Quay"), place(TEXT[8:-1])), headings=(place("Quay"),))
    findings = (
        Finding(
            check="A5",
            kind="loaded-verb",
            severity=Severity.EDIT,
            where=place("claimed"),
            message="“claimed” doubts:\n100%",
            evidence="Roth said",
            suggestion="said",
        ),
        Finding(check="Q1", kind="altered-quote", severity=Severity.BLOCK, where=place("“the wall is\nsound”"), message="not found"),
        Finding(check="Z9", kind="of-a-plug-in", severity=Severity.NOTE, where=place("🙂"), message="a check that no catalogue knows"),
    )
    report = AuditReport(path=path, findings=findings, checks_run=("A5", "Q1"), sentences=2, quotations=1, unverified=("one list",))
    return report, draft
