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


def _said(text: str) -> list[tuple[str, str]]:
    found = transcript(text)
    return [] if found is None else [(t.name, text[t.span.start : t.span.end]) for t in found[1]]


def test_an_interviewer_is_known_by_asking() -> None:
    text = "F&T: How is the gate?\n\nOR: Shut.\n\nF&T: Since when?\n\nOR: Since March. I would shut it again."
    assert _said(text) == [("OR", "Shut."), ("OR", "Since March. I would shut it again.")]


def test_a_briefing_gives_the_questions_no_turn() -> None:
    text = "MS. VENN:  Good day.\n\nQ    Was it shut?\n\nMS. VENN:  It was.\n\n(Laughter.)\n\nThat is all.\n\nQ    Thank you."
    assert _said(text) == [("MS. VENN", "Good day."), ("MS. VENN", "It was."), ("MS. VENN", "That is all.")]


def test_who_works_on_a_programme_has_no_turn() -> None:
    text = "SAM TARR, HOST:\n\nA row over the gate.\n\nODO ROTH: I signed nothing.\n\nTARR: That was Odo Roth."
    assert _said(text) == [("ODO ROTH", "I signed nothing.")]


def test_answers_follow_questions_that_alone_bear_a_label() -> None:
    text = "Q: Did you sign?\n\nI did not.\n\nNot once.\n\nQ: Who did?\n\nAsk the county."
    assert _said(text) == [("A", "I did not.\n\nNot once."), ("A", "Ask the county.")]


def test_a_long_turn_keeps_its_label() -> None:
    words = "The balance was copied by hand and checked by two people. " * 90 + "And then I closed the account."
    assert _said(f"ODO ROTH: {words}\n\nMARA VENN: Thank you.")[0] == ("ODO ROTH", words)


def test_a_label_can_stand_in_double_brackets() -> None:
    text = "((GT))  How is the gate?\n\n((Odo Roth))  Shut.\n\n((GT))  Since when?\n\n((Odo Roth))  March.\n\nI would shut it again."
    assert _said(text) == [("Odo Roth", "Shut."), ("Odo Roth", "March.\n\nI would shut it again.")]
