"""The auditor's command line: formats, profile, silencing, baseline, cache, Word files, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result

from cli.commands import TEXT, run
from counterclaim import pipeline
from counterclaim.audit.report import CHECKS
from counterclaim.cli import main
from counterclaim.export.catalogue import catalogue
from counterclaim.ingest import readings
from counterclaim.records import Document, Evidence

SOURCE = "The board did not approve the sale, Tolland said on Monday. Pell said: “I have signed nothing since last winter.”"
FALSE = "Pell said: “I have signed everything since last winter.”"
TRUE = "Pell said: “I have signed nothing since last winter.”"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a brief that misquotes and its source."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "courier.txt").write_text(SOURCE)
    (tmp_path / "brief.md").write_text(FALSE)
    return tmp_path


def _audit(desk: Path, *words: object, brief: str = "brief.md") -> Result:
    return CliRunner().invoke(main, ["audit", str(desk / brief), "--sources", str(desk / "sources"), *(str(w) for w in words)])


def _checks(result: Result) -> list[str]:
    return [f["check"] for brief in json.loads(result.stdout)["briefs"] for f in brief["findings"]]


def test_every_format_tells_the_finding(desk: Path) -> None:
    assert "Q1 altered-quote" in _audit(desk).stdout
    assert "::error file=" in _audit(desk, "--format", "github").stdout
    out = desk / "out.sarif"
    assert _audit(desk, "-o", out).exit_code == 1
    results = json.loads(out.read_text("utf8"))["runs"][0]["results"]
    assert "Q1" in [r["ruleId"] for r in results]


def test_a_profile_is_found_above_the_brief_or_named(desk: Path) -> None:
    (desk / "counterclaim.toml").write_text('off = ["Q1"]')
    (desk / "strict.toml").write_text("")
    assert "Q1" not in _checks(_audit(desk, "--format", "json"))
    assert "Q1" in _checks(_audit(desk, "--format", "json", "--profile", desk / "strict.toml"))
    (desk / "counterclaim.toml").unlink()
    (desk / "pyproject.toml").write_text('[tool.counterclaim.audit]\noff = ["Q1"]')
    assert "Q1" not in _checks(_audit(desk, "--format", "json"))


def test_a_profile_says_what_fails(desk: Path) -> None:
    notes = "\n".join(f'{c.id} = "note"' for c in CHECKS)
    (desk / "counterclaim.toml").write_text(f'fail_on = "edit"\n[severity]\n{notes}')
    assert _audit(desk).exit_code == 0
    (desk / "counterclaim.toml").write_text('fail_on = "note"')
    assert _audit(desk).exit_code == 1


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("counterclaim.toml", 'off = ["Q11"]', "counterclaim.toml: 'off' names 'Q11', which is no check"),
        ("pyproject.toml", "[project]", "pyproject.toml: the file holds no table [tool.counterclaim.audit]"),
        ("gone.toml", None, "gone.toml: there is no such file"),
    ],
)
def test_a_bad_profile_ends_in_one_sentence(name: str, text: str | None, said: str, desk: Path) -> None:
    if text is not None:
        (desk / name).write_text(text)
    result = _audit(desk, "--profile", desk / name)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert said in result.stderr


def test_a_comment_silences_with_a_reason(desk: Path) -> None:
    (desk / "brief.md").write_text(f"{FALSE} <!-- counterclaim: allow Q1 because the tape says so -->")
    assert "Q1" not in _checks(_audit(desk, "--format", "json"))
    (desk / "brief.md").write_text(f"{FALSE} <!-- counterclaim: allow Q1 -->")
    assert {"Q1", "C1"} <= set(_checks(_audit(desk, "--format", "json")))


def test_a_baseline_leaves_only_new_findings(desk: Path) -> None:
    base = desk / "base.json"
    written = _audit(desk, "--write-baseline", base)
    assert (written.exit_code, base.exists()) == (0, True)
    assert _checks(_audit(desk, "--format", "json", "--baseline", base)) == []
    (desk / "brief.md").write_text(f"# News\n\n{FALSE}\n\nTolland said: “The sale is off.”")
    assert "Q1" in _checks(_audit(desk, "--format", "json", "--baseline", base))
    base.write_text("[]")
    assert _audit(desk, "--baseline", base).exit_code == 2


def test_a_whole_baseline_is_written_though_an_older_one_hides_findings(desk: Path) -> None:
    base = desk / "base.json"
    _audit(desk, "--write-baseline", base)
    first = base.read_bytes()
    _audit(desk, "--baseline", base, "--write-baseline", base)
    assert base.read_bytes() == first


def test_the_sources_are_read_once_for_all_briefs_and_runs(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "second.md").write_text(TRUE)
    readings: list[int] = []
    read = pipeline.read

    def counted(sources: list[Document], **options: Any) -> Evidence:
        readings.append(1)
        return read(sources, **options)

    monkeypatch.setattr(pipeline, "read", counted)
    first = _audit(desk, desk / "second.md", "--format", "json")
    second = _audit(desk, desk / "second.md", "--format", "json")
    assert (len(readings), first.stdout) == (1, second.stdout)
    assert len(json.loads(first.stdout)["briefs"]) == 2
    _audit(desk, "--no-cache")
    (desk / "sources" / "courier.txt").write_text(f"{SOURCE} It rained.")
    _audit(desk)
    assert len(readings) == 3


def test_a_profile_says_where_each_briefs_sources_lie(tmp_path: Path) -> None:
    for story, words in (("one", SOURCE), ("two", "Pell said: “I have signed everything since last winter.” He left.")):
        (tmp_path / story / "notes").mkdir(parents=True)
        (tmp_path / story / "notes" / "a.txt").write_text(words)
        (tmp_path / story / "brief.md").write_text(FALSE)
    briefs = [str(tmp_path / story / "brief.md") for story in ("one", "two")]
    missing = CliRunner().invoke(main, ["audit", *briefs])
    assert (missing.exit_code, "there is no --sources" in missing.stderr) == (2, True)
    (tmp_path / "counterclaim.toml").write_text('sources = "notes"')
    told = json.loads(CliRunner().invoke(main, ["audit", *briefs, "--format", "json"]).stdout)["briefs"]
    assert ["Q1" in [f["check"] for f in brief["findings"]] for brief in told] == [True, False]


def test_without_a_cache_nothing_is_kept(desk: Path) -> None:
    _audit(desk, "--no-cache")
    assert not readings.folder().exists()
    _audit(desk)
    (entry,) = readings.folder().iterdir()
    entry.write_bytes(b"damaged")
    assert _audit(desk).exit_code == 1


def test_a_word_file_is_audited_by_its_words(desk: Path) -> None:
    document = docx.Document()
    document.add_paragraph("A first paragraph.")
    document.add_paragraph(FALSE)
    document.save(str(desk / "brief.docx"))
    findings = json.loads(_audit(desk, "--format", "json", brief="brief.docx").stdout)["briefs"][0]["findings"]
    quotation = next(f for f in findings if f["check"] == "Q1")
    assert f"A first paragraph.\n\n{FALSE}"[quotation["start"] : quotation["end"]] == FALSE.removeprefix("Pell said: ")
    (desk / "brief.docx").write_bytes(b"PK\x03\x04 damaged")
    assert "damaged, or no .docx" in _audit(desk, brief="brief.docx").stderr


def test_every_check_can_be_explained() -> None:
    assert [c.id for c in CHECKS if c.id not in catalogue() or catalogue()[c.id].kind != c.kind] == []
    for check in catalogue():
        assert CliRunner().invoke(main, ["explain", check]).exit_code == 0
    assert "does not run this check" in CliRunner().invoke(main, ["explain", "Q5"]).stdout
    assert "does not run this check" not in CliRunner().invoke(main, ["explain", "Q1"]).stdout
    unknown = CliRunner().invoke(main, ["explain", "A55"])
    assert (unknown.exit_code, "A5 (loaded-verb)" in unknown.stderr) == (2, True)


def test_planted_errors_are_the_same_for_a_seed_and_told_by_kind(desk: Path) -> None:
    words = ["mutate", str(desk / "brief.md"), "--sources", str(desk / "sources"), "--seed", "3"]
    (desk / "brief.md").write_text(TRUE)
    first, again = (CliRunner().invoke(main, [*words, "--format", "json"]) for _ in range(2))
    told = json.loads(first.stdout)
    assert (first.exit_code, first.stdout) == (0, again.stdout)
    assert told["kinds"]["altered-quote"] == {"planted": 1, "found": 1, "passed": 0}
    assert sum(k["passed"] for k in told["kinds"].values()) == told["passed"]
    (desk / "counterclaim.toml").write_text('off = ["Q1"]')
    table = CliRunner().invoke(main, words).stdout
    assert "would have passed" in table
    assert "altered-quote: Pell said" in table


def test_audit_blocks_an_altered_quotation_and_never_takes_the_brief_for_a_source(tmp_path: Path) -> None:
    source = "The board did not approve the sale, Tolland said on Monday. Pell said: “I have signed nothing since last winter.”"
    (tmp_path / "courier.txt").write_text(source)
    (tmp_path / "brief.md").write_text("Pell said: “I have signed everything since last winter.”")
    arguments = ["audit", str(tmp_path / "brief.md"), "--sources", str(tmp_path)]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 1, done.output
    assert "altered-quote" in done.output
    found = json.loads(CliRunner().invoke(main, [*arguments, "--format", "json"]).stdout)
    assert "Q1" in [f["check"] for f in found["briefs"][0]["findings"]]
    assert CliRunner().invoke(main, ["audit", str(tmp_path / "none.md"), "--sources", str(tmp_path)]).exit_code == 2


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
    run("brief", source, "-o", out)
    source.write_text(TEXT.replace(before, after))
    result = run("verify", out, "--sources", tmp_path)
    assert result.exit_code == code
    assert said in result.stdout
    assert "receipts and" in result.stdout.splitlines()[-1]


@pytest.mark.parametrize("missing", ["brief", "sources"])
def test_verify_that_cannot_run_exits_with_2(missing: str, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.json"
    run("brief", source, "-o", out)
    gone = tmp_path / "gone"
    result = run("verify", gone if missing == "brief" else out, "--sources", gone if missing == "sources" else source)
    assert (result.exit_code, "gone: there is no such file" in result.stderr) == (2, True)


SLIPS = 'Pell  said: “I have signed nothing since last winter."\r\nThe board did not approve the sale.\r\n'
MENDED = "Pell said: “I have signed nothing since last winter.”\r\nThe board did not approve the sale.\r\n"


def test_fix_mends_what_is_certain_and_keeps_every_other_byte(desk: Path) -> None:
    brief = desk / "brief.md"
    brief.write_bytes(SLIPS.encode())
    brief.chmod(0o640)
    shown = _audit(desk, "--fix", "--dry-run")
    assert (shown.exit_code, brief.read_bytes()) == (0, SLIPS.encode())
    assert "+Pell said: “I have signed nothing since last winter.”" in shown.stdout
    done = _audit(desk, "--fix")
    assert brief.read_bytes() == MENDED.encode()
    assert brief.stat().st_mode & 0o777 == 0o640
    assert "brief.md:1:5: '  ' is now ' ': a doubled space" in done.stderr
    assert _audit(desk, "--fix").stderr == ""
    assert [p.name for p in desk.iterdir() if p.name.startswith(".")] == []


def test_fix_changes_no_words(desk: Path) -> None:
    assert _audit(desk, "--fix").exit_code == 1
    assert (desk / "brief.md").read_text() == FALSE


def test_fix_refuses_what_it_cannot_rewrite(desk: Path) -> None:
    (desk / "brief.html").write_text(f"<p>{TRUE}</p>")
    refused = _audit(desk, "--fix", brief="brief.html")
    assert refused.exit_code == 2
    assert "brief.html: only Markdown and plain text are fixed in place" in refused.stderr
    assert _audit(desk, "--dry-run").exit_code == 2


def test_a_change_since_the_published_version_needs_a_note(desk: Path) -> None:
    (desk / "old.md").write_text(TRUE)
    (desk / "brief.md").write_text(f"{TRUE} The board did not approve the sale, Tolland said.")
    assert "P3" in _checks(_audit(desk, "--format", "json", "--previous", desk / "old.md"))
    assert "P3" not in _checks(_audit(desk, "--format", "json"))
    two = CliRunner().invoke(main, ["audit", str(desk / "brief.md"), str(desk / "old.md"), "--previous", str(desk / "old.md")])
    assert two.exit_code == 2
