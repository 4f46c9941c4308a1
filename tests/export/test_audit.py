from counterclaim.export.audit import as_json, as_text
from counterclaim.records import AuditReport, Finding, Severity, Span

TEXT = "A first line.\nPell said: “I sign.”\n"
FINDING = Finding(
    check="Q1", kind="altered-quote", severity=Severity.BLOCK, where=Span(25, 34), message="No source.", evidence="I do not sign."
)
REPORT = AuditReport(path="b.md", findings=(FINDING,), checks_run=("Q1",), sentences=2, quotations=1, unverified=("a comment",))


def test_json_says_where_and_what_was_examined() -> None:
    (brief,) = as_json([REPORT])["briefs"]
    assert brief["findings"][0]["start"] == 25
    assert brief["findings"][0]["severity"] == "block"
    assert brief["examined"] == {"sentences": 2, "quotations": 1, "checks": ["Q1"]}


def test_text_underlines_the_place() -> None:
    lines = as_text([REPORT], {"b.md": TEXT}).splitlines()
    assert lines[0] == "b.md:2:12: block: No source. [Q1 altered-quote]"
    assert lines[2].index("^") - 4 == TEXT.splitlines()[1].index("“")
    assert lines[2].count("^") == 9
    assert lines[-1].endswith("a comment")
