"""The package's verifier and the stand-alone one agree on every kind of tampering, and refuse it."""

from __future__ import annotations

import ast
import random
import sys
from importlib.resources import files
from itertools import chain
from pathlib import Path

from benchmarks.tampering import Variant, by_package, by_tool, publish, variants

from counterclaim.export.ledger import encode

TOOL = Path(__file__).resolve().parents[2] / "tools" / "verify_brief.py"


def test_both_verifiers_refuse_every_kind_of_tampering_and_nothing_else(tmp_path: Path) -> None:
    story = publish(Path(str(files("counterclaim") / "data" / "demo")), tmp_path / "story")
    assert story is not None
    untouched = Variant("untouched", encode(story.brief), story)
    seen = {
        v.name: (by_package(v.data, v.story, tmp_path), by_tool(v.data, v.story, tmp_path))
        for v in chain([untouched], variants(story, tmp_path, random.Random(1)))
    }
    assert seen.pop("untouched") == (0, 0)
    assert {n: codes for n, codes in seen.items() if codes not in ((1, 1), (2, 2))} == {}
    assert len(seen) > 80


def test_the_stand_alone_verifier_is_one_short_file_of_the_standard_library() -> None:
    source = TOOL.read_text("utf8")
    imports = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Import | ast.ImportFrom)]
    modules = {a.name for n in imports if isinstance(n, ast.Import) for a in n.names}
    modules |= {n.module or "" for n in imports if isinstance(n, ast.ImportFrom)}
    assert {m.split(".")[0] for m in modules} <= sys.stdlib_module_names
    assert len(source.splitlines()) <= 200
