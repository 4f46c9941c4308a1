"""Accepted findings stay accepted when lines move, and come back when their sentence changes."""

import pytest

from counterclaim.audit.baseline import apply, parse, write
from counterclaim.audit.draft import draft
from counterclaim.errors import BaselineError
from counterclaim.records import AuditReport, Draft, Finding, Severity, Span

TEXT = "Venn claimed it. Roth *insisted* not."


def _audited(text: str = TEXT) -> tuple[AuditReport, Draft]:
    findings = tuple(
        Finding(check="A5", kind="loaded-verb", severity=Severity.EDIT, where=Span(text.index(w), text.index(w) + len(w)), message="m")
        for w in ("claimed", "insisted")
    )
    return AuditReport(path="b.md", findings=findings, checks_run=("A5",), sentences=2, quotations=0), draft("b.md", text)


def _new(text: str) -> list[str]:
    accepted = parse(write([_audited()]), source="base.json")
    report, read = _audited(text)
    return [text[f.where.start : f.where.end] for f in apply(report, read, accepted).findings]


@pytest.mark.parametrize("text", [TEXT, f"# New\n\nA line.\n\n{TEXT}", "Venn claimed it.\n\nRoth insisted\nnot."])
def test_what_was_accepted_stays_accepted_wherever_it_moves(text: str) -> None:
    assert _new(text) == []


def test_a_changed_sentence_is_new() -> None:
    assert _new("Venn claimed it all. Roth insisted not.") == ["claimed"]


def test_the_report_says_how_many_were_accepted() -> None:
    report, read = _audited()
    quiet = apply(report, read, parse(write([_audited()]), source="base.json"))
    assert quiet.unverified == ("2 findings of the baseline: accepted before",)


def test_the_file_is_the_same_whatever_the_order_and_can_be_read_by_people() -> None:
    report, read = _audited()
    assert write([(report, read), _audited()]) == write([_audited()])
    assert b'"sentence": "venn claimed it."' in write([_audited()])


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"\xff", b'{"schema": "counterclaim/baseline/9", "accepted": []}'])
def test_another_file_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(BaselineError, match=r"^base\.json: "):
        parse(data, source="base.json")
