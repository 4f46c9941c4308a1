from pathlib import Path

from audit.stories import evidence
from counterclaim.audit.draft import draft
from counterclaim.audit.report import CHECKS, audit

DOCS = Path(__file__).resolve().parents[2] / "docs" / "audit.md"


def test_a_report_counts_what_was_examined_and_names_what_was_not() -> None:
    text = "# Row\n\nRoth said: “Somebody hid it.”\n\nBakers bake bread in Tellmouth.\n\n```\nx\n```\n"
    report = audit(draft("b.md", text), evidence())
    assert (report.sentences, report.quotations) == (3, 1)
    assert "altered-quote" in [f.kind for f in report.findings]
    assert report.checks_run == tuple(c.id for c in CHECKS)
    assert any("no prose" in reason for reason in report.unverified)
    assert any("no source sentence is like" in reason for reason in report.unverified)


def test_findings_stand_in_the_order_of_the_text() -> None:
    report = audit(draft("b.md", "“Somebody hid it,” Roth ranted. The trust's cronies left."), evidence())
    starts = [f.where.start for f in report.findings]
    assert starts == sorted(starts)
    assert len(starts) > 2


def test_a_faithful_text_is_quiet() -> None:
    text = (
        "Mayor Mara Venn accused the harbour trust on Monday of hiding a survey of the east quay. She said the trust had sold at least "
        "40 berths. The harbour trust denied hiding the survey. “Nobody hid the survey,” said Ila Roth, its chair."
    )
    assert audit(draft("b.md", text), evidence()).findings == ()


def test_every_check_has_a_name_of_its_own_and_a_row_in_the_docs() -> None:
    assert len({c.id for c in CHECKS}) == len(CHECKS)
    rows = DOCS.read_text("utf8")
    assert [c.id for c in CHECKS if f"| {c.id} | {c.kind} |" not in rows] == []
