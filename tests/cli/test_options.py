"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.commands import run


@pytest.mark.parametrize("option", ["--as-of", "--since"])
def test_a_date_that_is_none_is_refused(option: str, story: Path) -> None:
    result = run("matrix", story, option, "03/04/2031")
    assert (result.exit_code, "'03/04/2031' is no single date" in result.stderr) == (2, True)


@pytest.mark.parametrize("command", [["ledger"], ["matrix"], ["brief"], ["who", "Venn"]], ids=lambda c: c[0])
def test_a_wrong_roster_is_refused_with_file_and_entry(command: list[str], source: Path, tmp_path: Path) -> None:
    (tmp_path / "roster.yaml").write_text("- name: Mara Venn\n  alias: Venn\n")
    result = run(*command, source, "--roster", tmp_path / "roster.yaml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "roster.yaml: entry 1 (Mara Venn): unknown key 'alias'" in result.stderr
