from counterclaim.audit.draft import draft
from counterclaim.audit.report import CHECKS, audit
from factories import dispute


def test_a_report_counts_what_was_examined_and_names_what_was_not() -> None:
    report = audit(draft("b.md", "# Row\n\nRoth said: “Somebody hid it.”\n\n```\nx\n```\n"), dispute())
    assert (report.sentences, report.quotations) == (2, 1)
    assert [f.kind for f in report.findings] == ["altered-quote"]
    assert report.checks_run == tuple(c.id for c in CHECKS)
    assert len(report.unverified) == 1


def test_every_check_has_a_name_of_its_own() -> None:
    assert len({c.id for c in CHECKS}) == len(CHECKS)
