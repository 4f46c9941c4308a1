"""A transcript is lines that open with who speaks; an article with a stray label is none."""

from counterclaim.records import DocumentKind
from counterclaim.text.transcripts import transcript

TEXT = """MARA VENN: The gate was shut in March, and nobody told us.
ODO ROTH: We told everybody who asked.
MARA VENN: Then show us the letter.
ODO ROTH: You will have it on Friday.
"""


def test_turns_have_names_and_words() -> None:
    found = transcript(TEXT)
    assert found is not None
    kind, turns = found
    assert kind in (DocumentKind.TRANSCRIPT, DocumentKind.INTERVIEW)
    assert [t.name for t in turns] == ["MARA VENN", "ODO ROTH", "MARA VENN", "ODO ROTH"]
    assert TEXT[turns[1].span.start : turns[1].span.end].strip() == "We told everybody who asked."


def test_a_stray_label_makes_no_transcript() -> None:
    assert transcript("The mayor spoke on Monday.\n\nNote: the gate is shut.\n\nShe left for the pier at noon.") is None
