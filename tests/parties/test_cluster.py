"""Names join where they are parts, initials, short forms or acronyms of one another, and stay apart otherwise."""

import pytest

from counterclaim.parties.cluster import acronym, best_name, cluster, key_of
from counterclaim.parties.mentions import find
from counterclaim.parties.tokens import sentences, spelling
from counterclaim.text.segment import segment
from factories import doc


def _parties(*texts: str) -> set[str]:
    documents = [doc(t, id=f"d{i}") for i, t in enumerate(texts)]
    read = {d.id: sentences(d, segment(d)) for d in documents}
    written = spelling(read.values())
    names, _ = cluster({d.id: find(d.text, read[d.id], written) for d in documents})
    return {best_name(e) for e in names.all if e.names}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("On Monday Mara Venn spoke. Then Venn left.",), {"Mara Venn"}),
        (("On Monday Mara Venn spoke.", "On Sunday M. Venn spoke."), {"Mara Venn"}),
        (("On Monday Mara Venn spoke. Then Roth asked @realMaraVenn.",), {"Mara Venn", "Roth"}),
        (("On Monday Venn left the Venn Foundation.", "On Sunday Mr Venn spoke."), {"Venn", "Venn Foundation"}),
        (("On Monday Mara Venn met Odo Venn.",), {"Mara Venn", "Odo Venn"}),
        (("The Selby Water Authority met. Later SWA left.",), {"Selby Water Authority"}),
    ],
    ids=["account", "a person and a body named after him", "surname", "initial", "two of a name", "acronym"],
)
def test_forms_of_a_name(texts: tuple[str, ...], expected: set[str]) -> None:
    assert _parties(*texts) == expected


def test_a_key_drops_dots_and_generations() -> None:
    assert key_of("Odo Venn Jr") == ("odo", "venn")
    assert acronym(("ministry", "of", "health")) == "mh"
