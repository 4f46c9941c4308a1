"""An error is found by a new finding of at least an edit at its place; an old alarm, a note or a far one finds nothing."""

from __future__ import annotations

from audit.stage import brief
from counterclaim.audit.mutate import LEFT_OUT, Mutation
from counterclaim.audit.trial import as_json, run, tallies
from counterclaim.records import AuditReport, Draft, Finding, Severity, Span

TEXT = "Venn said it.\n\nRoth denied it."
SECOND = Span(15, 30)


def _report(draft: Draft, *marks: tuple[str, str, Severity]) -> AuditReport:
    """Findings of a kind wherever words stand in a draft."""
    findings = tuple(
        Finding(check="X1", kind=kind, severity=severity, where=Span(at, at + len(words)), message="m")
        for words, kind, severity in marks
        if (at := draft.text.find(words)) >= 0
    )
    return AuditReport(path=draft.path, findings=findings, checks_run=("X1",), sentences=2, quotations=0)


def _found(m: Mutation, *marks: tuple[str, str, Severity]) -> list[str]:
    (outcome,) = run(brief(TEXT), [m], lambda d: _report(d, *marks), lambda _, text: brief(text))
    return [f.kind for f in outcome.found_by]


ERROR = Mutation(kind="loaded-word", where=SECOND, corrupted="Roth snapped at it.")


def test_a_new_finding_at_the_place_finds_it() -> None:
    assert _found(ERROR, ("snapped", "loaded-word", Severity.EDIT)) == ["loaded-word"]


def test_a_note_an_old_alarm_and_a_far_one_find_nothing() -> None:
    assert _found(ERROR, ("snapped", "loaded-word", Severity.NOTE)) == []
    assert _found(ERROR, ("Roth", "loaded-word", Severity.EDIT)) == []
    assert _found(ERROR, ("Venn", "loaded-word", Severity.EDIT)) == []


def test_an_answer_left_out_is_found_anywhere_but_not_by_an_old_alarm() -> None:
    gone = Mutation(kind=LEFT_OUT, where=SECOND, corrupted="")
    assert _found(gone, ("Venn", "missing-response", Severity.BLOCK)) == []
    (outcome,) = run(
        brief(TEXT),
        [gone],
        lambda d: _report(d, *([] if "Roth" in d.text else [("Venn", "missing-response", Severity.BLOCK)])),
        lambda _, text: brief(text),
    )
    assert [f.kind for f in outcome.found_by] == ["missing-response"]


def test_the_count_and_the_json_tell_what_passed() -> None:
    missed = Mutation(kind="changed-number", where=SECOND, corrupted="Roth denied two.")
    outcomes = run(
        brief(TEXT), [ERROR, missed], lambda d: _report(d, ("snapped", "loaded-word", Severity.EDIT)), lambda _, text: brief(text)
    )
    assert [(t.kind, t.planted, t.found, t.passed) for t in tallies(outcomes)] == [("changed-number", 1, 0, 1), ("loaded-word", 1, 1, 0)]
    told = as_json(brief(TEXT), outcomes, seed=7)
    assert (told["planted"], told["passed"], told["share_passed"], told["seed"]) == (2, 1, 0.5, 7)
    assert told["errors"][0]["found_by"] == ["X1"]
    assert told["errors"][1]["sentence"] == "Roth denied it."
    assert as_json(brief(TEXT), [], seed=0)["share_passed"] is None
