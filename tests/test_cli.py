"""The command line: formats by suffix, one sentence for every mistake, exit code 2, nothing half-written."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import main

TEXT = (
    "Mara Venn accused the harbour council of hiding the survey. The harbour council denied the allegations.\n\n"
    "Venn said the council had sold 40 berths."
)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text(TEXT)
    return file


def _run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(w) for w in words])


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
    result = _run(command, source, "-o", out)
    assert (result.exit_code, result.stderr) == (0, "")
    assert out.read_bytes().startswith(start)


@pytest.mark.parametrize("command", ["ledger", "matrix", "brief"])
def test_without_a_file_a_person_reads_it(command: str, source: Path) -> None:
    result = _run(command, source)
    assert result.exit_code == 0
    assert "Venn" in result.stdout


def test_a_brief_can_be_short_or_full(source: Path) -> None:
    short, full = (_run("brief", source, "--length", length).stdout for length in ("short", "full"))
    assert "Bottom line" in short
    assert "allegations\n" not in short
    assert "Venn’s allegations" in full


def test_an_edited_brief_is_written_with_receipts_or_not_at_all(source: Path, tmp_path: Path) -> None:
    edited, out = tmp_path / "edited" / "brief.md", tmp_path / "out.json"
    _run("brief", source, "-o", edited)
    edited.write_text(edited.read_text().replace("Venn said that the council had sold 40 berths.", "Venn says the council sold 40 berths."))
    assert _run("brief", source, "--resume", edited, "-o", out).exit_code == 0
    assert "Venn says the council sold 40 berths." in out.read_text()
    out.unlink()
    edited.write_text(edited.read_text().replace("sold 40 berths.", "sold 90 berths."))
    refused = _run("brief", source, "--resume", edited, "-o", out)
    assert (refused.exit_code, out.exists()) == (1, False)
    assert "no receipt for “Venn says the council sold 90 berths.”" in refused.stderr


def test_a_writer_that_does_not_answer_leaves_our_own_words(source: Path) -> None:
    result = _run("brief", source, "--writer", "http://127.0.0.1:9/v1")
    assert (result.exit_code, result.stdout) == (0, _run("brief", source).stdout)
    assert "the brief stands in our own words" in result.stderr


def test_a_format_can_be_overridden(source: Path) -> None:
    assert json.loads(_run("ledger", source, "--format", "json").stdout)["schema"] == "counterclaim/ledger/1"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty.txt: the file is empty"),
        ("a.pdf.txt", b"%PDF-1.4", "is a PDF, not text"),
        ("front.txt", b"---\ntitle: a: b\n---\nwords", "front matter"),
    ],
)
def test_a_source_that_cannot_be_read_ends_in_one_sentence(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    result = _run("ledger", tmp_path / name)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    result = _run("brief", tmp_path / "gone.txt")
    assert (result.exit_code, "gone.txt" in result.stderr) == (2, True)


def test_an_unknown_suffix_is_refused_before_anything_is_read(source: Path, tmp_path: Path) -> None:
    result = _run("brief", source, "-o", tmp_path / "out.xyz")
    assert result.exit_code == 2
    assert "'.xyz' names no format" in result.stderr


def test_nothing_found_is_an_empty_ledger_with_a_warning_and_no_brief(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The tide is low at noon. The boats lie in the mud.")
    result = _run("ledger", tmp_path, "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["statements"]) == (0, [])
    assert "no attributed statement was found" in result.stderr
    refused = _run("brief", tmp_path, "-o", tmp_path / "brief.md")
    assert refused.exit_code == 2
    assert not (tmp_path / "brief.md").exists()


def test_other_files_of_a_folder_are_skipped_and_named(source: Path) -> None:
    (source.parent / "sums.xlsx").write_bytes(b"PK")
    result = _run("ledger", source.parent)
    assert result.exit_code == 0
    assert "skipped" in result.stderr
    assert "sums.xlsx" in result.stderr


def test_the_demonstration_writes_everything_and_says_where(tmp_path: Path) -> None:
    result = _run("demo", "-o", tmp_path / "demo")
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
        _run(name.split(".")[0], source, "-o", source.parent / name)
    result = _run("ledger", source.parent, "--format", "json")
    assert [Path(d["path"]).name for d in json.loads(result.stdout)["documents"]] == ["story.txt"]


@pytest.mark.parametrize(
    ("before", "after", "code", "said"),
    [
        ("", "", 0, "all hold"),
        ("hiding the survey", "hiding a survey", 1, "no source with the hash of"),
    ],
    ids=["as published", "a source changed"],
)
def test_verify_names_what_does_not_hold(before: str, after: str, code: int, said: str, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "made" / "brief.json"
    _run("brief", source, "-o", out)
    source.write_text(TEXT.replace(before, after))
    result = _run("verify", out, "--sources", tmp_path)
    assert result.exit_code == code
    assert said in result.stdout
    assert "receipts and" in result.stdout.splitlines()[-1]


@pytest.mark.parametrize("missing", ["brief", "sources"])
def test_verify_that_cannot_run_exits_with_2(missing: str, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.json"
    _run("brief", source, "-o", out)
    gone = tmp_path / "gone"
    result = _run("verify", gone if missing == "brief" else out, "--sources", gone if missing == "sources" else source)
    assert (result.exit_code, "gone: there is no such file" in result.stderr) == (2, True)
