"""Who speaks, from the words that name a source or from what stands around."""

import pytest

from counterclaim.records import Role
from factories import doc, named, statement
from parties.stage import cast, who


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mara Venn said the road was open, adding that it was wet.", ["Mara Venn", "Mara Venn"]),
        ("VENN: The road was open.\nROTH: It was not open.\nVENN: It was.\nROTH: Then show us.", ["Venn", "Roth", "Venn", "Roth"]),
        ("On Monday the council’s top clerk, Mara Venn, said the road was open.", ["Mara Venn"]),
        ("On Monday Selby port administrator Mara Venn said the road was open.", ["Mara Venn"]),
        ("On Monday groups such as Selby Watch and Ardmoor Action said the road was open.", ["Selby Watch and Ardmoor Action"]),
        ("On Monday Mara Venn said it was open. “Ila Roth was there to see it,” she said.", ["Mara Venn", "Mara Venn"]),
        ("On Monday Mara Venn met Ila Roth. Roth said it was open. She also said it was dry.", ["Ila Roth", "Ila Roth"]),
        ("The chief executive of the cement maker Tarn, Mara Venn, said it was open.", ["Mara Venn"]),
        ("On Monday Mara Venn, a teller at Odo Roth's Selby Bank, said it was open.", ["Mara Venn"]),
        (
            "On Monday Selby Watch wrote a report. The report by Selby Watch said it was open. It said the sea was high.",
            ["Selby Watch"] * 2,
        ),
    ],
    ids=[
        "elided",
        "turns",
        "owner and name",
        "unknown role",
        "examples",
        "own words",
        "goes on",
        "the head of a body",
        "apposition with an owner",
        "a paper goes on",
    ],
)
def test_speakers(text: str, speakers: list[str]) -> None:
    assert named(text, Role.SOURCE)[: len(speakers)] == speakers


def test_two_who_speak_with_one_voice_are_they_afterwards() -> None:
    pair = "Mara Venn, the mayor, and Odo Roth"
    document = doc(f"On Monday {pair}, the clerk, said it was open. They told the harbour staff that it was dry.")
    said = [
        statement(document, "s1", "it was open", source=f"{pair}, the clerk", cue="said"),
        statement(document, "s2", "it was dry", source="They", cue="told"),
    ]
    found = cast([document], said)
    assert [who(found, "s1"), who(found, "s2")] == [pair, pair]


def test_what_happens_says_nothing() -> None:
    document = doc("The exchange raised questions about the crane.")
    s = statement(document, "s1", "the crane", source="The exchange", cue="raised questions about")
    assert who(cast([document], [s]), "s1") is None
