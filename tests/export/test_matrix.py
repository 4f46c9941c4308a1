"""The matrix as CSV, JSON and HTML: an empty cell says only that nothing was found in what was read."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

from counterclaim.export.matrix import as_csv, as_html, as_json, lines, not_found
from counterclaim.records import Evidence
from factories import dispute


def _dated() -> Evidence:
    evidence = dispute()
    return replace(evidence, matrix=replace(evidence.matrix, as_of=datetime(2031, 3, 9, tzinfo=UTC)))


def test_an_empty_cell_says_how_far_the_reading_went() -> None:
    assert not_found(dispute()) == "no response was found in the 2 sources read"
    assert not_found(_dated()) == "no response was found in the 2 sources read up to 9 March 2031"


def test_a_row_names_both_parties_and_the_answer() -> None:
    first, second = lines(dispute())
    assert (first.accuser, first.accused, first.status, [a.by for a in first.answers]) == (
        "Mara Venn",
        "harbour trust",
        "answered",
        ["Ila Roth"],
    )
    assert (second.status, second.answers, second.summary) == ("unanswered", (), "no response was found in the 2 sources read")


def test_csv_has_a_line_an_answer_and_one_for_an_open_charge() -> None:
    table = list(csv.DictReader(io.StringIO(as_csv(dispute()))))
    assert [(r["charge"], r["status"], r["by"]) for r in table] == [("x1", "answered", "Ila Roth"), ("x2", "unanswered", "")]


def test_html_shows_passages_without_scripts_and_escapes_them() -> None:
    page = as_html(dispute())
    assert "<script" not in page
    assert "Nobody hid the survey." in page
    assert "no response was found in the 2 sources read" in page


def test_json_counts_the_documents_read() -> None:
    assert as_json(_dated())["documents_read"] == 2
    assert as_json(_dated())["as_of"] == "2031-03-09T00:00:00Z"
