"""A line of the matrix: names instead of ids, and beside the documents' word what was asked, what changed, what is unsure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from counterclaim.export.lines import Beside, columns, day, gone, grouped, lines, not_found
from counterclaim.records import (
    Change,
    ChangeKind,
    ChargeId,
    Directness,
    Drift,
    DriftKind,
    Evidence,
    Inquiry,
    Span,
    Stance,
    StatementId,
    Wording,
)
from factories import dispute

X1, X2 = ChargeId("x1"), ChargeId("x2")


def _dated() -> Evidence:
    evidence = dispute()
    return replace(evidence, matrix=replace(evidence.matrix, as_of=datetime(2031, 3, 9, tzinfo=UTC)))


def _asked(**fields: object) -> Inquiry:
    return Inquiry(**{"charge": "k1", "asked": "Ila Roth", "at": datetime(2031, 3, 9, 10, 30, tzinfo=UTC), "means": "phone", **fields})  # type: ignore[arg-type]


def test_an_empty_cell_says_how_far_the_reading_went() -> None:
    assert not_found(dispute()) == "no response was found in the 2 sources read"
    assert not_found(_dated()) == "no response was found in the 2 sources read up to 9 March 2031"


def test_a_row_names_both_parties_and_the_answer() -> None:
    first, second = lines(dispute())
    assert (first.accuser, first.accused, first.status) == ("Mara Venn", "harbour trust", "answered")
    assert [(a.by, a.side, a.told, a.how) for a in first.answers] == [
        ("Ila Roth", "harbour trust", "Ila Roth denies", "The Selby Post: quoted")
    ]
    assert (second.status, second.answers, second.summary) == ("unanswered", (), "no response was found in the 2 sources read")
    assert columns((first, second)) == ("harbour trust",)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "asked Ila Roth on 9 March 2031, 10:30 UTC by phone; no outcome entered"),
        (
            {"outcome": "no reply", "deadline": datetime(2031, 3, 10, tzinfo=UTC), "means": "in person"},
            "asked Ila Roth on 9 March 2031, 10:30 UTC in person; no reply by 10 March 2031",
        ),
        (
            {"outcome": "sent a letter", "deadline": datetime(2031, 3, 10, 17, tzinfo=UTC)},
            "asked Ila Roth on 9 March 2031, 10:30 UTC by phone; sent a letter (deadline 10 March 2031, 17:00 UTC)",
        ),
    ],
)
def test_what_was_asked_is_told_in_one_clause(fields: dict[str, object], said: str) -> None:
    line = lines(dispute(), Beside(inquiries={X2: (_asked(**fields),)}))[1]
    assert [i.told for i in line.asked] == [said]


def test_what_was_asked_changes_no_status() -> None:
    asked = Beside(inquiries={X2: (_asked(outcome="denied it on the phone"),)})
    assert [(x.status, x.summary) for x in lines(dispute(), asked)] == [(x.status, x.summary) for x in lines(dispute())]


def test_changes_mark_a_line_and_its_answers() -> None:
    changes = (
        Change(kind=ChangeKind.NEW_ANSWER, key="k", charge=X1, statement=StatementId("s4")),
        Change(kind=ChangeKind.NEW_CHARGE, key="k", charge=X2, statement=StatementId("s2")),
        Change(kind=ChangeKind.GONE, key="k9"),
    )
    first, second = lines(dispute(), Beside(changes=changes))
    assert (first.new, [a.new for a in first.answers], second.new) == (False, [True], True)
    assert gone(Beside(changes=changes)) == ("k9",)


def test_a_low_answer_is_marked_or_counted_and_the_status_stays() -> None:
    evidence = dispute()
    row = evidence.matrix.rows[0]
    unsure = replace(row, responses=(replace(row.responses[0], confidence=0.4),))
    evidence = replace(evidence, matrix=replace(evidence.matrix, rows=(unsure, evidence.matrix.rows[1])))
    marked, hidden = (lines(evidence, b)[0] for b in (Beside(low_below=0.5), Beside(hide_below=0.5)))
    assert ([a.low for a in marked.answers], marked.answers_hidden) == ([True], 0)
    assert (hidden.answers, hidden.answers_hidden, hidden.status) == ((), 1, "answered")


def test_a_difference_in_wording_stands_in_the_row_that_holds_both() -> None:
    evidence = dispute()
    drift = Drift(kind=DriftKind.CHANGED_VERB, earlier=StatementId("s1"), later=StatementId("s4"), was=Span(0, 5), now=Span(0, 3))
    first, second = lines(replace(evidence, drifts=(drift,)))
    assert [(d.was, d.was_in, d.now, d.now_in) for d in first.drifts] == [("Mayor", "The Ardmoor Gazette", "The", "The Selby Post")]
    assert second.drifts == ()


def test_answers_of_one_party_and_stance_stand_together() -> None:
    (answer,) = lines(dispute())[0].answers
    other = replace(answer, told="Ila Roth counters")
    assert [len(g) for g in grouped((answer, other, answer))] == [2, 1]


def test_a_blanket_answer_without_its_words_says_both() -> None:
    evidence = dispute()
    row = evidence.matrix.rows[0]
    blanket = replace(row.responses[0], directness=Directness.GENERAL, wording=Wording.NONE, stance=Stance.NO_COMMENT)
    evidence = replace(evidence, matrix=replace(evidence.matrix, rows=(replace(row, responses=(blanket,)),)))
    (answer,) = lines(evidence)[0].answers
    assert (answer.told, answer.how) == ("Ila Roth gave no comment", "The Selby Post: words not given, a blanket answer")


def test_midnight_is_a_day() -> None:
    assert day(datetime(2031, 3, 10, tzinfo=UTC) - timedelta(microseconds=1)) == "9 March 2031"
    assert day(datetime(2031, 3, 9, tzinfo=UTC)) == "9 March 2031"
    assert day(datetime(2031, 3, 9, 7, 5, tzinfo=UTC)) == "9 March 2031, 07:05 UTC"
