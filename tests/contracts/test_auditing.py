"""What newsrooms copy works: the hook, the workflow and the docs name options that exist and a profile that is valid."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from counterclaim.audit.profile import parse
from counterclaim.audit.review import IDS
from counterclaim.cli import main

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs" / "auditing.md"
FILES = [ROOT / ".pre-commit-hooks.yaml", ROOT / "examples" / "audit-briefs.yml", DOCS]


def _options(command: str) -> set[str]:
    return {name for parameter in main.commands[command].params for name in parameter.opts}


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.name)
def test_every_command_and_option_exists(file: Path) -> None:
    lines = re.findall(r"counterclaim (audit|explain|mutate) ([^\n`|]*)", file.read_text("utf8"))
    assert lines or file.name == ".pre-commit-hooks.yaml"
    for command, rest in lines:
        assert set(re.findall(r"(?<!\S)--?[a-z][\w-]*", rest)) <= _options(command), rest


def test_the_hook_audits_briefs_and_nothing_else() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf8"))
    assert hook["entry"] == "counterclaim audit"
    audited = [f for f in ("brief.md", "a/b/brief.html", "a/brief.txt", "a/debrief.md", "notes.md") if re.search(hook["files"], f)]
    assert audited == ["brief.md", "a/b/brief.html"]


def test_the_workflow_is_one_and_fails_only_by_the_audit() -> None:
    workflow: dict[Any, Any] = yaml.safe_load((ROOT / "examples" / "audit-briefs.yml").read_text("utf8"))
    runs = [step["run"] for step in workflow["jobs"]["audit"]["steps"] if "run" in step]
    assert [r for r in runs if "--format github" in r and "||" not in r]


def test_the_profile_of_the_docs_is_valid_and_shows_every_key() -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", DOCS.read_text("utf8"), re.DOTALL)
    checks = {*IDS, "A9", "A5", "N1"}
    profile = parse(block, source="counterclaim.toml", checks=checks)
    assert profile is not None
    assert all((profile.sources, profile.off, profile.severity, profile.allowed))
