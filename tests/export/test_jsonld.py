"""The brief as linked data: every term is one of schema.org or of Web Annotation, and nothing is lost when it is expanded."""

import json
from pathlib import Path
from typing import Any

import pytest

from counterclaim.brief.write import write
from counterclaim.export.jsonld import ANNOTATION, SCHEMA_ORG, jsonld
from factories import dispute


@pytest.fixture(scope="module")
def contexts(shared: Path) -> dict[str, Any]:
    folder = shared / "standards"
    files = {SCHEMA_ORG: folder / "schemaorgcontext.jsonld", ANNOTATION: folder / "anno.jsonld"}
    if not all(f.is_file() for f in files.values()):
        pytest.skip("the contexts of schema.org and Web Annotation are not in ../shared/standards")
    return {address: json.loads(f.read_text("utf8")) for address, f in files.items()}


def _keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return {k for v in value for k in _keys(v)}
    if isinstance(value, dict):
        return {k for k in value if not k.startswith("@")} | {k for v in value.values() for k in _keys(v)}
    return set()


def _types(value: Any) -> set[str]:
    if isinstance(value, list):
        return {t for v in value for t in _types(v)}
    if isinstance(value, dict):
        own = {value[k] for k in ("@type", "type") if k in value}
        return own | {t for v in value.values() for t in _types(v)}
    return set()


def test_every_term_stands_in_its_context(contexts: dict[str, Any]) -> None:
    article, *annotations = jsonld(write(dispute()))["@graph"]
    for part, address in ((article, SCHEMA_ORG), (annotations, ANNOTATION)):
        known = set(contexts[address]["@context"])
        assert (_keys(part) | _types(part)) - known == set()


def test_expanding_keeps_every_sentence_and_passage(contexts: dict[str, Any]) -> None:
    jsonld_processor = pytest.importorskip("pyld", reason="pyld is not installed").jsonld

    def load(address: str, options: Any) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": address, "document": contexts[address]}

    brief = write(dispute())
    expanded = jsonld_processor.expand(jsonld(brief), {"documentLoader": load})
    words = json.dumps(expanded, ensure_ascii=False)
    types = {t for node in expanded for t in node["@type"]}
    assert types == {"http://schema.org/NewsArticle", "http://www.w3.org/ns/oa#Annotation"}
    for s in (s for section in brief.sections for s in section.sentences):
        assert json.dumps(s.text, ensure_ascii=False) in words
        assert all(json.dumps(c.selector.exact, ensure_ascii=False) in words for c in s.citations)
    targets = expanded[1]["http://www.w3.org/ns/oa#hasTarget"]
    assert targets[0]["http://www.w3.org/ns/oa#hasSource"][0]["@id"].startswith("ni:///sha-256;")


def test_a_claim_says_who_and_where_and_carries_no_rating() -> None:
    parts = jsonld(write(dispute()))["@graph"][0]["hasPart"]
    claims = [p for p in parts if p["@type"] == "Claim"]
    assert [(c["identifier"], c["author"]) for c in claims] == [("x1", {"@id": "_:p1"}), ("x2", {"@id": "_:p1"})]
    assert all(set(c) == {"@type", "@id", "identifier", "text", "author", "appearance"} for c in claims)


def test_a_quotation_has_its_speaker() -> None:
    parts = jsonld(write(dispute()))["@graph"][0]["hasPart"]
    assert {(p["text"], p["spokenByCharacter"]["@id"]) for p in parts if p["@type"] == "Quotation"} == {
        ("Nobody hid the survey. It was on the shelf.", "_:p3")
    }


def test_the_same_brief_gives_the_same_graph() -> None:
    assert jsonld(write(dispute())) == jsonld(write(dispute()))
