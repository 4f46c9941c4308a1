"""A document with its mentions, found by place."""

from counterclaim.parties.mentions import find
from counterclaim.parties.scene import Scene
from counterclaim.parties.tokens import sentences, spelling
from counterclaim.records import Span
from counterclaim.text.segment import segment
from factories import doc


def test_mentions_are_found_by_place() -> None:
    document = doc("On Monday Mara Venn spoke. Then Ila Roth left.")
    layout = segment(document)
    read = sentences(document, layout)
    found = find(document.text, read, spelling([read]))
    scene = Scene(document, layout, read, found, {})
    place = document.text.index("Ila")
    assert [found[i].name for i in scene.inside(Span(place, len(document.text)))] == ["Ila Roth"]
    assert scene.sentence_at(place) == 1
    assert scene.home(0) is None
