"""A comment silences the check it names in its sentence, if it gives a reason; what is wrong with comments is found too."""

import pytest

from counterclaim.audit.draft import draft
from counterclaim.audit.silence import apply, silences
from counterclaim.records import AuditReport, Draft, Finding, Severity, Span

CHECKS = ("A5", "A9", "Q1")
GOOD = "<!-- counterclaim: allow A5 because it is the court's word -->"


def _audited(text: str, *words: str, check: str = "A5", path: str = "b.md") -> tuple[AuditReport, Draft]:
    findings = tuple(
        Finding(check=check, kind="loaded-verb", severity=Severity.EDIT, where=Span(text.index(w), text.index(w) + len(w)), message="m")
        for w in words
    )
    return AuditReport(path=path, findings=findings, checks_run=CHECKS, sentences=2, quotations=0), draft(path, text)


def _left(text: str, *words: str, check: str = "A5", path: str = "b.md") -> list[str]:
    report, read = _audited(text, *words, check=check, path=path)
    return [f"{f.check} {read.text[f.where.start : f.where.end]}" for f in apply(report, read, CHECKS).findings]


@pytest.mark.parametrize(
    "text",
    [
        f"Venn claimed it. {GOOD}\nRoth insisted not.",
        f"{GOOD}\nVenn claimed it. Roth insisted not.",
        f"# Quay\n\n{GOOD} Venn claimed it. Roth insisted not.",
        f"Venn claimed {GOOD} it. Roth insisted not.",
        f"Venn claimed\nit. {GOOD}\n\nRoth insisted not.",
        "Venn claimed it. <!-- Counterclaim: allow A9 and loaded-verb\nbecause: of the court -->\n\nRoth insisted not.",
    ],
)
def test_a_comment_holds_for_its_sentence_only(text: str) -> None:
    assert _left(text, "claimed", "insisted") == ["A5 insisted"]


def test_it_works_in_a_page_and_at_the_very_end() -> None:
    assert _left(f"<p>Roth is here.</p><p>{GOOD}Venn claimed it.</p>", "claimed", path="b.html") == []
    assert _left(f"Roth is here.\n\nVenn claimed it.\n\n{GOOD}\n", "claimed") == []


def test_another_check_is_not_silenced_and_the_comment_is_unused() -> None:
    assert _left(f"Venn claimed it. {GOOD}", "claimed", check="Q1") == ["Q1 claimed", f"C2 {GOOD}"]
    assert _left(f"Venn said it. {GOOD}") == [f"C2 {GOOD}"]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("allow A5", "gives no reason"),
        ("allow A5 because", "gives no reason"),
        ("allow A55 because of the court", "A55, which no check is called"),
        ("allow", "does not say what it allows"),
        ("", "does not say what it allows"),
        ("please be quiet", "does not say what it allows"),
    ],
)
def test_a_comment_without_reason_or_check_silences_nothing(comment: str, said: str) -> None:
    report, read = _audited(f"Venn claimed it. <!-- counterclaim: {comment} -->", "claimed")
    findings = apply(report, read, CHECKS).findings
    assert [f.check for f in findings] == ["A5", "C1"]
    assert said in findings[1].message


def test_a_comment_for_a_check_that_is_off_is_not_unused() -> None:
    report, read = _audited(f"Venn said it. {GOOD}")
    quiet = AuditReport(path=report.path, findings=(), checks_run=("Q1",), sentences=1, quotations=0)
    assert apply(quiet, read, CHECKS).findings == ()


def test_other_comments_and_examples_in_code_are_none() -> None:
    assert silences(draft("b.md", f"Words. <!-- a note -->\n\n```\nan example: {GOOD}\n```\n\nMore words.")) == ()
    assert silences(draft("b.txt", "no comment at all")) == ()
