"""The commands that read a story: formats by suffix, what they say and write."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.commands import run


@pytest.mark.parametrize(
    ("command", "suffix", "start"),
    [
        ("ledger", "json", b"{"),
        ("matrix", "json", b"{"),
        ("matrix", "csv", b"charge,"),
        ("matrix", "html", b"<!doctype html>"),
        ("brief", "md", b"# "),
        ("brief", "html", b"<!doctype html>"),
        ("brief", "json", b"{"),
        ("brief", "jsonld", b"{"),
        ("brief", "docx", b"PK"),
    ],
)
def test_the_suffix_says_the_format(command: str, suffix: str, start: bytes, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "made" / f"out.{suffix}"
    result = run(command, source, "-o", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert out.read_bytes().startswith(start)


@pytest.mark.parametrize("command", ["ledger", "matrix", "brief"])
def test_without_a_file_a_person_reads_it(command: str, source: Path) -> None:
    result = run(command, source)
    assert result.exit_code == 0
    assert "Venn" in result.stdout


def test_a_brief_can_be_short_or_full(source: Path) -> None:
    short, full = (run("brief", source, "--length", length).stdout for length in ("short", "full"))
    assert "Bottom line" in short
    assert "allegations\n" not in short
    assert "Venn’s allegations" in full


def test_an_edited_brief_is_written_with_receipts_or_not_at_all(source: Path, tmp_path: Path) -> None:
    edited, out = tmp_path / "edited" / "brief.md", tmp_path / "out.json"
    run("brief", source, "-o", edited)
    told = edited.read_text()
    edited.write_text(told.replace("Venn also said that the council had sold 40 berths.", "Venn says the council sold 40 berths."))
    assert run("brief", source, "--resume", edited, "-o", out).exit_code == 0
    assert "Venn says the council sold 40 berths." in out.read_text()
    out.unlink()
    edited.write_text(edited.read_text().replace("sold 40 berths.", "sold 90 berths."))
    refused = run("brief", source, "--resume", edited, "-o", out)
    assert (refused.exit_code, out.exists()) == (1, False)
    assert "no receipt for “Venn says the council sold 90 berths.”" in refused.stderr


def test_a_writer_that_does_not_answer_leaves_our_own_words(source: Path) -> None:
    result = run("brief", source, "--writer", "http://127.0.0.1:9/v1")
    assert (result.exit_code, result.stdout) == (0, run("brief", source).stdout)
    assert "the brief stands in our own words" in result.stderr


def test_nothing_found_is_an_empty_ledger_with_a_warning_and_no_brief(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The tide is low at noon. The boats lie in the mud.")
    result = run("ledger", tmp_path, "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["statements"]) == (0, [])
    assert "no attributed statement was found" in result.stderr
    refused = run("brief", tmp_path, "-o", tmp_path / "brief.md")
    assert refused.exit_code == 2
    assert not (tmp_path / "brief.md").exists()


def test_the_demonstration_writes_everything_and_says_where(tmp_path: Path) -> None:
    result = run("demo", "-o", tmp_path / "demo")
    assert result.exit_code == 0
    assert {f.name for f in (tmp_path / "demo").iterdir()} == {
        "ledger.json",
        "matrix.html",
        "matrix.csv",
        "brief.md",
        "brief.html",
        "brief.json",
    }
    assert str(tmp_path / "demo") in result.stdout


def test_our_own_output_in_a_folder_is_no_source(source: Path) -> None:
    for name in ("brief.md", "brief.html", "brief.json", "matrix.html", "ledger.json"):
        run(name.split(".")[0], source, "-o", source.parent / name)
    result = run("ledger", source.parent, "--format", "json")
    assert [Path(d["path"]).name for d in json.loads(result.stdout)["documents"]] == ["story.txt"]


def _statuses(*words: object) -> list[str]:
    return [row["status"] for row in json.loads(run("matrix", *words, "--format", "json").stdout)["rows"]]


def test_as_of_reads_up_to_the_end_of_the_day(story: Path) -> None:
    assert _statuses(story) == ["answered"]
    assert _statuses(story, "--as-of", "2031-03-04") == ["unanswered"]
    assert run("ledger", story, "--as-of", "2031-03-04T09:00Z").exit_code == 2
    assert "up to 5 March 2031" in run("matrix", story, "--as-of", "5 March 2031").stdout


def test_as_of_leaves_out_what_bears_no_date_and_says_so(story: Path) -> None:
    (story / "c.txt").write_text("Mara Venn accused the harbour council of selling berths.")
    result = run("matrix", story, "--as-of", "2031-03-09")
    assert "left out" in result.stderr
    assert "c.txt" in result.stderr
    assert "berths" not in result.stdout


def test_since_names_the_filled_cell(story: Path) -> None:
    found = json.loads(run("matrix", story, "--since", "2031-03-04", "--format", "json").stdout)
    assert [c["kind"] for c in found["changes"]] == ["new-status", "new-passage", "new-answer"]
    assert (found["rows"][0]["status_before"], found["rows"][0]["answers"][0]["new"]) == ("unanswered", True)


def test_a_log_of_requests_goes_out_and_comes_back(story: Path, tmp_path: Path) -> None:
    (story / "b.txt").unlink()
    out = tmp_path / "asked"
    assert run("requests", story, "-o", out, "--deadline", "2031-03-08").exit_code == 0
    (letter,) = out.glob("request-*.txt")
    assert "Reply by:   8 March 2031" in letter.read_text()
    log = out / "log.csv"
    heading, row = log.read_text().splitlines()
    key = row.split(",")[0]
    log.write_text(f"{heading}\n{key},press office,2031-03-05,phone,2031-03-08,no reply\nk00000000,nobody,2031-03-05,phone,,\n")
    assert run("requests", story, "-o", out).exit_code == 0
    assert "press office" in log.read_text()  # a log that somebody has begun to fill is not written over
    result = run("matrix", story, "--log", log, "--format", "json")
    (line,) = json.loads(result.stdout)["rows"]
    assert line["asked"][0]["told"] == "asked press office on 5 March 2031 by phone; no reply by 8 March 2031"
    assert line["status"] == "unanswered"
    assert "no charge has the key 'k00000000'" in result.stderr


def test_requests_without_a_folder_are_printed(story: Path) -> None:
    result = run("requests", story, "--as-of", "2031-03-04")
    assert result.stdout.startswith("REQUEST FOR COMMENT")
    assert "no charge without an answer" in run("requests", story).stderr


def test_a_log_with_a_bad_date_ends_in_one_sentence(story: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text("charge,asked,at,means\nk1,Ila Roth,last week,phone\n")
    result = run("matrix", story, "--log", log)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "row 2: 'at' is no single date: 'last week'" in result.stderr


def test_confidence_hides_in_the_matrix_and_is_not_told_in_the_brief(story: Path) -> None:
    found = json.loads(run("matrix", story, "--hide-below", "1", "--format", "json").stdout)
    assert (found["rows"], found["charges_hidden"]) == ([], 1)
    assert run("matrix", story, "--hide-below", "2").exit_code == 2
    assert "too little for a brief" in run("brief", story, "--min-confidence", "1").stderr
    assert run("brief", story, "--min-confidence", "0.1").exit_code == 0


def test_who_tells_of_one_party(source: Path, tmp_path: Path) -> None:
    assert "hiding" in run("who", "Venn", source).stdout
    assert run("who", "the council", source, "-o", tmp_path / "who.json").exit_code == 0
    told = json.loads((tmp_path / "who.json").read_text())
    assert (told["party"]["name"], [c["accuser"] for c in told["faces"]][:1]) == ("harbour council", ["Mara Venn"])


def test_who_asks_back_where_a_name_leads_to_nobody(source: Path) -> None:
    result = run("who", "Mara Wenn", source)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no party of this story is called 'Mara Wenn'; the nearest names are Mara Venn" in result.stderr


def test_who_lists_everybody_whom_a_name_fits(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mara Venn accused the clerk of theft. Odo Venn said Mara Venn had lied about the clerk.")
    result = run("who", "Venn", tmp_path)
    assert result.exit_code == 2
    assert "Mara Venn" in result.stderr
    assert "Odo Venn" in result.stderr


def test_a_roster_adds_names_and_offices(source: Path, tmp_path: Path) -> None:
    roster = tmp_path / "roster.toml"
    roster.write_text('[[parties]]\nname = "Mara Ilse Venn"\naliases = ["Mara Venn"]\n')
    parties = json.loads(run("ledger", source, "--format", "json", "--roster", roster).stdout)["parties"]
    assert (parties[0]["name"], parties[0]["aliases"]) == ("Mara Ilse Venn", ["Mara Venn", "Venn"])
