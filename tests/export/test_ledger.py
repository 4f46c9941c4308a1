"""The ledger holds what the records hold, with offsets that point at the words."""

import msgspec

from counterclaim.export.ledger import encode, ledger
from factories import dispute


def test_offsets_point_at_the_words() -> None:
    written = ledger(dispute())
    text = {d["id"]: d["text"] for d in written["documents"]}
    said = [[text[s["document"]][a:b] for a, b in s["content"]] for s in written["statements"]]
    assert said == [
        ["the harbour trust of hiding the survey"],
        ["the trust had sold nearly 40 berths"],
        ["the trust to open its books"],
        ["“Nobody hid the survey. It was on the shelf.”"],
    ]


def test_charges_carry_their_status_and_responses_their_stance() -> None:
    written = ledger(dispute())
    assert [(c["id"], c["accuser"], c["accused"], c["status"]) for c in written["charges"]] == [
        ("x1", "p1", "p2", "answered"),
        ("x2", "p1", "p2", "unanswered"),
    ]
    assert [(r["charge"], r["statement"], r["by"], r["stance"]) for r in msgspec.json.decode(encode(written))["responses"]] == [
        ("x1", "s4", "p3", "denies")
    ]


def test_the_same_ledger_gives_the_same_bytes() -> None:
    assert encode(ledger(dispute())) == encode(ledger(dispute()))


def test_the_keys_are_those_of_the_contract() -> None:
    written = ledger(dispute())
    assert {"schema", "documents", "parties", "statements", "claims", "charges", "responses", "replies"} <= set(written)
    said = {"id", "document", "source", "cue", "content", "form", "speaker", "target", "addressee", "medium", "act", "hedges", "quantities"}
    assert said | {"confidence"} <= set(written["statements"][0])
    assert {"id", "path", "sha256", "title", "publisher", "published_at", "url", "kind", "text"} <= set(written["documents"][0])
