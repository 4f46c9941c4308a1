"""A party's profile: its statements and its voices' in time order, the charges it makes and faces."""

from dataclasses import replace
from datetime import UTC, datetime

from counterclaim.export.who import as_json, profile
from counterclaim.records import DocumentId, Evidence, Party, PartyId, Turn
from factories import dispute, span


def _party(evidence: Evidence, id: str) -> Party:
    return evidence.reading.parties[PartyId(id)]


def test_what_a_party_said_stands_with_whom_it_is_about_and_where() -> None:
    evidence = dispute()
    told = profile(evidence, _party(evidence, "p1"))
    assert [(s.words, s.about, s.passage.publisher) for s in told.said] == [
        ("the harbour trust of hiding the survey", "harbour trust", "The Ardmoor Gazette"),
        ("the trust had sold nearly 40 berths", "harbour trust", "The Ardmoor Gazette"),
        ("the trust to open its books", "harbour trust", "The Ardmoor Gazette"),
    ]


def test_those_who_speak_for_a_party_are_its_voices() -> None:
    evidence = dispute()
    told = profile(evidence, _party(evidence, "p2"))
    assert [p.name for p in told.voices] == ["Ila Roth"]
    assert [s.by for s in told.said] == ["Ila Roth"]


def test_charges_are_told_from_both_ends_with_their_answers() -> None:
    evidence = dispute()
    accuser, accused = (profile(evidence, _party(evidence, id)) for id in ("p1", "p2"))
    assert accuser.makes == accused.faces
    assert [(c.status, [a.by for a in c.answers]) for c in accused.faces] == [("answered", ["Ila Roth"]), ("unanswered", [])]
    assert accused.makes == accuser.faces == ()


def test_statements_stand_in_time_order_and_undated_ones_last() -> None:
    evidence = dispute()
    documents = evidence.reading.documents
    first, second = documents[DocumentId("d1")], documents[DocumentId("d2")]
    post = Turn(span=span(first, "The mayor urged the trust to open its books."), name="Mara Venn", at=datetime(2031, 3, 2, tzinfo=UTC))
    later = replace(first, turns=(post,), published_at=datetime(2031, 3, 4, tzinfo=UTC))
    reading = replace(evidence.reading, documents={first.id: later, second.id: second})
    told = profile(replace(evidence, reading=reading), _party(evidence, "p1"))
    assert [(s.statement, s.at) for s in told.said] == [
        ("s3", "2031-03-02T00:00:00Z"),
        ("s1", "2031-03-04T00:00:00Z"),
        ("s2", "2031-03-04T00:00:00Z"),
    ]


def test_json_says_how_much_was_read() -> None:
    evidence = dispute()
    told = as_json(evidence, _party(evidence, "p2"))
    assert (told["schema"], told["documents_read"], told["party"]["name"]) == ("counterclaim/who/1", 2, "harbour trust")
    assert told["no_response"] == "no response was found in the 2 sources read"
    assert told["faces"][1]["status"] == "unanswered"
