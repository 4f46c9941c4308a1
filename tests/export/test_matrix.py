"""The matrix as CSV, JSON and HTML: an empty cell says only that nothing was found in what was read."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from counterclaim.export.lines import Beside
from counterclaim.export.matrix import as_csv, as_html, as_json
from counterclaim.records import Change, ChangeKind, ChargeId, Evidence, Inquiry, StatementId, Status
from factories import dispute

X1, X2 = ChargeId("x1"), ChargeId("x2")
ASKED = Inquiry(charge="k1", asked="=Ila Roth", at=datetime(2031, 3, 9, tzinfo=UTC), means="phone", outcome="no <reply>")


def _dated() -> Evidence:
    evidence = dispute()
    return replace(evidence, matrix=replace(evidence.matrix, as_of=datetime(2031, 3, 9, tzinfo=UTC)))


def _beside() -> Beside:
    return Beside(
        inquiries={X2: (ASKED,)},
        changes=(
            Change(kind=ChangeKind.NEW_STATUS, key="k1", charge=X1, was=Status.UNANSWERED),
            Change(kind=ChangeKind.NEW_ANSWER, key="k1", charge=X1, statement=StatementId("s4")),
            Change(kind=ChangeKind.GONE, key="k9"),
        ),
        since=datetime(2031, 3, 8, tzinfo=UTC),
    )


def test_csv_has_a_line_an_answer_and_one_for_an_open_charge() -> None:
    table = list(csv.DictReader(io.StringIO(as_csv(dispute()))))
    assert [(r["charge"], r["status"], r["kind"], r["by"]) for r in table] == [
        ("x1", "answered", "answer", "Ila Roth"),
        ("x2", "unanswered", "", ""),
    ]


def test_csv_tells_first_hand_from_reported_and_disarms_formulas() -> None:
    table = list(csv.DictReader(io.StringIO(as_csv(dispute(), _beside()))))
    assert [(r["kind"], r["by"], r["answer_new"], r["status"]) for r in table] == [
        ("answer", "Ila Roth", "new", "answered"),
        ("first-hand", "'=Ila Roth", "", "unanswered"),
    ]


def test_html_shows_passages_without_scripts_and_escapes_them() -> None:
    page = as_html(dispute(), _beside())
    assert "<script" not in page
    assert "Nobody hid the survey." in page
    assert "No response was found in the 2 sources read." in page
    assert "Asked =Ila Roth on 9 March 2031 by phone; no &lt;reply&gt;." in page


def test_html_has_a_column_for_each_side_and_one_for_what_was_asked() -> None:
    page = as_html(dispute(), _beside())
    assert page.count('scope="col"') == 3  # the charge, the harbour trust and its chair in one, first-hand
    assert as_html(dispute()).count('scope="col"') == 2


def test_html_marks_what_is_new_and_names_what_is_gone() -> None:
    page = as_html(_dated(), _beside())
    assert "was unanswered" in page
    assert "1 charge is read otherwise now: k9" in page
    assert '<span class="chip new">new</span>' in page
    assert 'class="chip new"' not in as_html(_dated())
    assert page.count('<li><span class="chip new">') == 2  # neither source bears a date, so neither was surely there before


def test_json_counts_the_documents_read() -> None:
    assert as_json(_dated())["documents_read"] == 2
    assert as_json(_dated())["as_of"] == "2031-03-09T00:00:00Z"


def test_json_holds_what_was_asked_and_what_changed() -> None:
    found = as_json(dispute(), _beside())
    assert found["rows"][0]["asked"] == ()
    assert found["rows"][1]["asked"][0]["at"] == "2031-03-09T00:00:00Z"
    assert found["rows"][1]["status"] == "unanswered"
    assert [c["kind"] for c in found["changes"]] == ["new-status", "new-answer", "gone"]
    assert found["since"] == "2031-03-08T00:00:00Z"


def test_what_is_hidden_is_counted() -> None:
    found = as_json(dispute(), Beside(hide_below=0.9))
    assert (found["charges_hidden"], found["rows"][0]["answers_hidden"]) == (0, 0)
    unsure = dispute()
    rows = (replace(unsure.matrix.rows[0], charge=replace(unsure.matrix.rows[0].charge, confidence=0.4)), unsure.matrix.rows[1])
    assert as_json(replace(unsure, matrix=replace(unsure.matrix, rows=rows)), Beside(hide_below=0.5))["charges_hidden"] == 1


def test_every_name_of_the_json_is_told_in_the_docs() -> None:
    told = (Path(__file__).parents[2] / "docs" / "matrix.md").read_text("utf8")
    found = as_json(dispute())
    assert [name for name in [*found, *found["rows"][0]] if f"`{name}`" not in told and name != "schema"] == []
    assert found["schema"] in told
