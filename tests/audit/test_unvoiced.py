from audit.stories import seen
from counterclaim.audit.unvoiced import as_fact
from counterclaim.records import DocumentKind, Span, Turn
from factories import doc

TEXT = (
    "I write about the crane. The harbour trust hid the cracks of the east quay from every tenant and sold the berths in secret. "
    "We ask the council for an answer."
)
LETTER = doc(TEXT, kind=DocumentKind.MAIL, turns=(Turn(span=Span(0, len(TEXT)), name="Orla Quist"),))


def test_a_letters_charge_is_not_the_drafts_own() -> None:
    bare = "The harbour trust hid the cracks of the east quay from every tenant."
    assert seen(as_fact, bare, LETTER) == [bare]
    assert seen(as_fact, "Orla Quist wrote that the harbour trust hid the cracks of the east quay from every tenant.", LETTER) == []
