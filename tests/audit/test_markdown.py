import pytest

from counterclaim.audit.blanking import JOINER
from counterclaim.audit.markdown import read


def words(text: str) -> str:
    prose = read(text)
    assert len(prose.text) == len(text)
    return " ".join(prose.text.replace(JOINER, "").split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“I have signed *nothing* since **last winter**.”", "“I have signed nothing since last winter.”"),
        ("See [the ledger](https://a.example/b_c), he said.", "See the ledger, he said."),
        ("the fund [No. 6] and told nobody", "the fund [No. 6] and told nobody"),
        ("- one\n- two\n\n> three\n> four", "one two three four"),
        ("a snake_case word and _stress_", "a snake_case word and stress"),
        ("Venn &amp; Roth said &ldquo;no&rdquo;", "Venn & Roth said “no”"),
        ("kept <!-- not this --> kept", "kept kept"),
        ("# Head #\n\nBody\ngoes on.", "Head # Body goes on."),
        ("---\ntitle: A\n---\nBody.", "Body."),
    ],
)
def test_only_the_words_stay(text: str, expected: str) -> None:
    assert words(text) == expected


def test_headings_and_skipped_stretches_are_named() -> None:
    text = "---\na: b\n---\n# Crane row\n\n```\ncode “quoted”\n```\n\nUnder\n-----\nText."
    prose = read(text)
    assert [text[h.start : h.end] for h in prose.headings] == ["Crane row", "Under"]
    assert [text[s.start : s.end].split()[0] for s in prose.skipped] == ["---", "```"]
    assert "quoted" not in prose.text
