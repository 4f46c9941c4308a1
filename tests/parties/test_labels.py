"""A label of a transcript is the party that the text names elsewhere."""

from counterclaim.records import Role
from counterclaim.text.turns import turns
from factories import doc, named

TEXT = "MARA VENN: The road was open.\nODO ROTH: It was not.\nVENN: It was, all night.\nROTH: Then show us the book."


def test_a_short_label_is_the_long_one() -> None:
    document = doc(TEXT, turns=turns(TEXT))
    assert [t.name for t in document.turns] == ["MARA VENN", "ODO ROTH", "VENN", "ROTH"]
    assert named("On Monday Mara Venn spoke. Venn said it was open.", Role.SOURCE) == ["Mara Venn"]


def test_initials_are_a_person_of_the_text() -> None:
    text = "Mara Venn talks to us.\n\nMV: The road was open.\nQ: Was it dry?\nMV: It was.\nQ: All night?"
    assert named(text, Role.SOURCE)[0] == "Mara Venn"
