"""Findings for programs and for people: every field, the place underlined, nothing passed over in silence."""

import msgspec
from rich.cells import cell_len

from counterclaim.export.findings import as_json, as_text
from counterclaim.records import AuditReport, Draft, Finding, Severity, Span
from export.audited import TEXT, audited, place


def test_the_json_has_the_fields_that_other_tools_read() -> None:
    report, _ = audited()
    brief = msgspec.json.decode(msgspec.json.encode(as_json([report])))["briefs"][0]
    assert brief["path"] == report.path
    assert brief["findings"][0] == {
        "check": "A5",
        "kind": "loaded-verb",
        "severity": "edit",
        "start": place("claimed").start,
        "end": place("claimed").end,
        "message": "“claimed” doubts:\n100%",
        "evidence": "Roth said",
        "suggestion": "said",
    }
    assert (brief["sentences"], brief["quotations"], brief["unverified"]) == (2, 1, ["one list"])


def test_a_person_sees_the_place_underlined() -> None:
    rows = as_text(*audited()).plain.split("\n")
    head = next(i for i, row in enumerate(rows) if row.startswith("desk/my brief,1.md:3:6 edit A5 loaded-verb"))
    shown = rows.index("    Roth claimed 🙂 that “the wall is", head)
    assert rows[shown + 1] == "         ^^^^^^^"
    assert "  source: Roth said" in rows
    assert "  suggestion: said" in rows


def test_carets_stand_under_wide_characters() -> None:
    rows = as_text(*audited()).plain.split("\n")
    under = rows[next(i for i, row in enumerate(rows) if "Z9" in row) + 3]
    assert under == " " * (4 + cell_len("Roth claimed ")) + "^^"


def test_the_end_says_what_was_examined_and_what_was_not() -> None:
    shown = as_text(*audited()).plain
    assert "1 block, 1 edit, 1 note; examined 2 sentences and 1 quotation with 2 checks" in shown
    assert "not verified: one list" in shown


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "word " * 100
    draft = Draft(path="b.md", text=text, prose=text, sentences=(Span(0, len(text)),))
    finding = Finding(check="B1", kind="loaded-word", severity=Severity.EDIT, where=Span(250, 254), message="m")
    shown = as_text(AuditReport(path="b.md", findings=(finding,), checks_run=("B1",), sentences=1, quotations=0), draft).plain
    assert max(len(row) for row in shown.split("\n")) < 100
    assert "nothing found" not in shown


def test_nothing_found_is_said() -> None:
    draft = Draft(path="b.md", text=TEXT, prose=TEXT, sentences=())
    report = AuditReport(path="b.md", findings=(), checks_run=(), sentences=0, quotations=0)
    assert as_text(report, draft).plain.startswith("b.md: nothing found; examined 0 sentences")
