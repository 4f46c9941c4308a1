from datetime import UTC, datetime

from counterclaim.claims.witnesses import witnesses
from factories import doc

WIRE = "The council emptied the harbour repair fund in March, trust chair Mara Tolland said on Monday. She gave no documents. (Brine Press)"


def test_copies_of_a_wire_text_are_one_witness_the_earliest() -> None:
    copy = doc("FERROWICK (BP) - " + WIRE, id="d1", published_at=datetime(2031, 3, 10, tzinfo=UTC))
    first = doc(WIRE, id="d2", published_at=datetime(2031, 3, 9, tzinfo=UTC))
    assert witnesses({d.id: d for d in (copy, first)}) == {"d1": "d2", "d2": "d2"}


def test_two_texts_about_one_event_are_two_witnesses() -> None:
    other = doc(
        "Mara Tolland, who chairs the trust, says that the town spent the money put by for the sea wall. No papers were shown.", id="d2"
    )
    assert witnesses({d.id: d for d in (doc(WIRE, id="d1"), other)}) == {"d1": "d1", "d2": "d2"}
