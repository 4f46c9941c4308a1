"""The rooms together: from files to evidence and a brief, on the story that ships."""

from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest

from counterclaim.audit.own import Publishable
from counterclaim.errors import NotEnglish, ThinEvidence
from counterclaim.export.brief import brief as as_json
from counterclaim.pipeline import changes, documents, published, read, write_brief
from counterclaim.receipts.verify import parse, verify
from counterclaim.records import ChangeKind, Evidence
from factories import doc

DEMO = Path(str(files("counterclaim") / "data" / "demo"))
GOLDEN = sorted((Path(__file__).parent / "golden").glob("form-*.txt"))


def _evidence(*paths: Path) -> Evidence:
    found, _ = documents(paths)
    return read(found)


@pytest.mark.parametrize("path", [DEMO, *GOLDEN], ids=lambda p: p.name)
def test_every_sentence_of_a_brief_is_cited_and_every_receipt_holds(path: Path) -> None:
    evidence = _evidence(path)
    brief = write_brief(evidence)
    published = parse(msgspec.json.encode(as_json(brief)), source="brief.json")
    assert verify(published, evidence.reading.documents.values()) == []
    for section in brief.sections:
        for sentence in section.sentences:
            for c in sentence.citations:
                assert evidence.reading.documents[c.document].text[c.span.start : c.span.end] == c.selector.exact


def test_progress_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mara Venn accused the council of hiding the survey.")
    told: list[str] = []
    found, _ = documents([tmp_path], progress=told.append)
    read(found, progress=told.append)
    assert told[0] == "reading a.txt"
    assert len(told) == 3


def test_a_text_without_statements_gives_evidence_without_any_and_no_brief(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The tide is low at noon. The boats lie in the mud.")
    evidence = _evidence(tmp_path)
    assert evidence.reading.statements == {}
    with pytest.raises(ThinEvidence, match="0 statements found"):
        write_brief(evidence)


def test_a_source_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Der Stadtrat hat am Montag beschlossen, dass die Brücke gesperrt wird, sagte die Bürgermeisterin. " * 5
    )
    with pytest.raises(NotEnglish, match=r"a\.txt"):
        documents([tmp_path])


def test_documents_are_parted_by_the_date_of_their_publication() -> None:
    early, late = (doc("x", id=f"d{day}", published_at=datetime(2031, 3, day, tzinfo=UTC)) for day in (4, 6))
    undated = doc("x", id="d0")
    assert published([late, undated, early], datetime(2031, 3, 4, tzinfo=UTC)) == ([early], [late], [undated])


def test_what_the_later_documents_of_the_story_added_is_told() -> None:
    found = changes(_evidence(DEMO), since=datetime(2031, 3, 5, 23, tzinfo=UTC))
    assert ChangeKind.NEW_CHARGE in {c.kind for c in found}
    assert changes(_evidence(DEMO), since=datetime(2031, 3, 31, tzinfo=UTC)) == ()


def test_a_copy_of_a_text_is_no_witness_of_its_own() -> None:
    text = "Mara Venn accused the harbour council of hiding the survey. The council denied hiding the survey, and went on with its work."
    evidence = read([doc(text, id="d1", published_at=datetime(2031, 3, 4, tzinfo=UTC)), doc(text, id="d2", publisher="The Selby Post")])
    assert evidence.witnesses == {"d1": "d1", "d2": "d1"}
    assert list(evidence.keys) == [r.charge.id for r in evidence.matrix.rows]


def test_a_brief_of_which_our_own_audit_leaves_nothing_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    story, _ = documents([DEMO])
    evidence = read(story, profile="rules")
    empty = replace(write_brief(evidence), sections=())
    monkeypatch.setattr("counterclaim.pipeline.publishable", lambda *_: Publishable(brief=empty, notes=()))
    with pytest.raises(ThinEvidence, match="sure enough to lead a brief"):
        write_brief(evidence)
