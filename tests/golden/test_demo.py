"""The demonstration story, which ships: its golden files, and what it is there to show."""

from pathlib import Path

import msgspec
import pytest

from counterclaim.export.brief import brief as as_json
from counterclaim.pipeline import write_brief
from counterclaim.receipts.verify import parse, verify
from counterclaim.records import DriftKind, Evidence, Relation, Row, Span, Stance, StatementId, Status, Wording
from golden.rewrite import DEMO, HERE, evidence_of, golden


@pytest.fixture(scope="module")
def story() -> Evidence:
    return evidence_of(DEMO)


def _publisher(story: Evidence, id: StatementId) -> str | None:
    return story.reading.documents[story.reading.statements[id].document].provenance.publisher


def _words(story: Evidence, id: StatementId, span: Span | None = None) -> str:
    statement = story.reading.statements[id]
    text = story.reading.documents[statement.document].text
    return " ".join(text[s.start : s.end] for s in (statement.content if span is None else (span,)))


def _row(story: Evidence, words: str) -> Row:
    (row,) = [r for r in story.matrix.rows if any(words in _words(story, s) for s in r.charge.statements)]
    return row


@pytest.mark.parametrize("name", ["ledger.json", "matrix.json", "brief.md"])
def test_the_story_becomes_its_golden_files(story: Evidence, name: str) -> None:
    assert golden(story)[name].decode() == (HERE / "demo" / name).read_text("utf8"), "if this is meant: python tests/golden/rewrite.py"


def test_offsets_in_the_ledger_point_at_the_words_of_the_files(story: Evidence) -> None:
    ledger = msgspec.json.decode((HERE / "demo" / "ledger.json").read_bytes())
    texts = {d["id"]: d["text"] for d in ledger["documents"]}
    assert texts == {d.id: d.text for d in story.reading.documents.values()}
    for s in ledger["statements"]:
        for start, end in (*s["source"], *s["cue"], *s["content"], *s["medium"], *s["hedges"]):
            words = texts[s["document"]][start:end]
            assert words
            assert words == words.strip()


def test_every_receipt_of_the_brief_holds(story: Evidence) -> None:
    published = parse(msgspec.json.encode(as_json(write_brief(story))), source="brief.json")
    assert verify(published, story.reading.documents.values()) == []


@pytest.mark.parametrize(
    ("charge", "accused", "status"),
    [
        ("switching off the brake alarms on nearly 40", "Lindmoor Trams", Status.ANSWERED),
        ("hiding an inspection report", "Lindmoor Trams", Status.NO_COMMENT),
        ("approving the trams without a single test run", "Corin Ashlock", Status.DEFLECTED),
        ("ignoring three letters", "Transport Office", Status.UNANSWERED),
        ("knew about worn brake discs", "Lindmoor Trams", Status.NO_COMMENT),
        ("inventing its figures", "Lindmoor Passengers' League", Status.ANSWERED),
    ],
)
def test_each_status_occurs(story: Evidence, charge: str, accused: str, status: Status) -> None:
    row = _row(story, charge)
    assert (story.reading.parties[row.charge.accused].name, row.status) == (accused, status)


def test_there_is_no_other_charge(story: Evidence) -> None:
    assert len(story.matrix.rows) == 6


@pytest.mark.parametrize(
    ("charge", "publisher"), [("switching off the brake alarms on nearly 40", "The Valley Courier"), ("inventing its figures", None)]
)
def test_a_denial_stands_in_only_one_document(story: Evidence, charge: str, publisher: str | None) -> None:
    (denial,) = [r for r in _row(story, charge).responses if r.stance is Stance.DENIES]
    assert _publisher(story, denial.statement) == publisher


def test_the_specific_denial_is_quoted(story: Evidence) -> None:
    (denial,) = [r for r in _row(story, "brake alarms on nearly 40").responses if r.stance is Stance.DENIES]
    assert denial.wording is Wording.QUOTED
    assert story.reading.parties[denial.by].name == "Hanne Quist"


def test_the_number_of_trams_differs_between_two_outlets(story: Evidence) -> None:
    (drift,) = [d for d in story.drifts if d.kind is DriftKind.CHANGED_NUMBER]
    assert (_words(story, drift.earlier, drift.was), _words(story, drift.later, drift.now)) == ("nearly 40", "41")
    assert (_publisher(story, drift.earlier), _publisher(story, drift.later)) == ("Fenland Wire", "The Valley Courier")


def test_a_quotation_that_loses_its_condition_is_seen(story: Evidence) -> None:
    (drift,) = [d for d in story.drifts if d.kind is DriftKind.CUT_QUOTATION]
    was, now = _words(story, drift.earlier, drift.was), _words(story, drift.later, drift.now)
    assert was.startswith(now.rstrip("."))
    assert was.removeprefix(now.rstrip(".")).startswith(" if ")
    assert _publisher(story, drift.later) == "Lindmoor Evening Lamp"


def test_a_post_takes_up_words_that_are_no_charge(story: Evidence) -> None:
    (reply,) = story.matrix.replies
    assert reply.relation is Relation.CONTRADICTS
    assert "did not believe in public transport" in _words(story, reply.to)
    assert reply.to not in {s for r in story.matrix.rows for s in r.charge.statements}


def test_the_folder_holds_four_articles_and_two_posts(story: Evidence) -> None:
    assert sorted(Path(d.provenance.path).suffix for d in story.reading.documents.values()) == [".html", ".json", ".txt", ".txt", ".txt"]
    assert [len(d.turns) for d in story.reading.documents.values() if d.turns] == [2]
