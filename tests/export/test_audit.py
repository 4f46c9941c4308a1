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


def test_carets_stand_under_wide_characters_and_controls_are_spaces() -> None:
    text = "🙂 Roth\tclaimed it."
    finding = Finding(check="A5", kind="loaded-verb", severity=Severity.EDIT, where=Span(7, 14), message="m")
    rows = as_text([AuditReport(path="b.md", findings=(finding,), checks_run=(), sentences=1, quotations=0)], {"b.md": text}).splitlines()
    assert rows[1] == "    🙂 Roth claimed it."
    assert rows[2] == " " * 12 + "^" * 7


def test_the_json_names_its_schema_so_that_it_is_never_a_source() -> None:
    assert as_json([])["schema"] == "counterclaim/audit/1"
