"""A statement's own predicate: what turns it stays, what governs it is seen."""

import pytest

from counterclaim.brief.predicate import cue_of, is_governed, lead, predicate, verb_of
from factories import doc, party, reading, statement


def _case(text: str, content: str, source: str, cue: str) -> tuple[str, bool, str | None, str | None]:
    document = doc(text)
    s = statement(document, "s1", content, source=source, cue=cue)
    read = reading([document], [s], [party("p1", "Mara Venn")], speakers={"s1": "p1"})
    verb = verb_of(read, s)
    return lead(read, s), is_governed(read, s), verb.past if verb else None, predicate(read, s, verb, content)


@pytest.mark.parametrize(
    ("text", "content", "cue", "expected"),
    [
        ("Venn slammed the vote.", "the vote", "slammed", ("", False, "criticised", "criticised the vote")),
        ("Venn has refused to deny it.", "it", "deny", ("has refused to", False, None, "has refused to deny it")),
        ("Venn, a critic, denied the plan.", "the plan", "denied", ("", False, "denied", "denied the plan")),
        ("Venn, one critic said to deny the plan.", "the plan", "deny", ("", True, "denied", None)),
        ("Venn accused of hiding it.", "of hiding it", "accused", ("", False, "accused", None)),
        ("Venn loudly mocking the vote left.", "the vote", "mocking", ("", True, None, None)),
    ],
)
def test_a_predicate_is_the_sources_own(text: str, content: str, cue: str, expected: tuple[str, bool, str | None, str | None]) -> None:
    assert _case(text, content, "Venn", cue) == expected


def test_the_cue_is_on_one_line_and_may_be_absent() -> None:
    document = doc("Venn at\nlast ruled that it is void. Odo saw it.")
    ruled, saw = (
        statement(document, "s1", "that it is void", source="Venn", cue="at\nlast ruled"),
        statement(document, "s2", "saw it", source="Odo"),
    )
    read = reading([document], [ruled, saw], [], speakers={})
    assert [cue_of(read, s) for s in (ruled, saw)] == ["at last ruled", ""]
