"""A finding keeps its name when lines move or typography changes, and gets a new one when its sentence's words change."""

from counterclaim.records import Draft, Finding, Severity, Span
from counterclaim.text.fingerprint import content, digest, sentence

FIRST, SECOND = "Venn said “no”.", "The trust claimed that."


def _draft(*sentences: str, gap: str = " ") -> Draft:
    text, spans = "", []
    for words in sentences:
        spans.append(Span(len(text), len(text) + len(words)))
        text += words + gap
    return Draft(path="b.md", text=text, prose=text, sentences=tuple(spans))


def _finding(start: int, check: str = "A5") -> Finding:
    return Finding(check=check, kind="loaded-verb", severity=Severity.EDIT, where=Span(start, start + 2), message="m")


def test_a_finding_is_known_by_check_and_sentence_wherever_it_stands() -> None:
    early, late = _draft(SECOND), _draft(FIRST, SECOND, gap="\n\n")
    assert content(early, _finding(3)) == content(late, _finding(len(FIRST) + 5))


def test_typography_does_not_count_but_words_and_the_check_do() -> None:
    here = content(_draft(FIRST), _finding(0))
    assert content(_draft('Venn  said "No".'), _finding(0)) == here
    assert content(_draft("Venn said “yes”."), _finding(0)) != here
    assert content(_draft(FIRST), _finding(0, "Q1")) != here


def test_a_place_outside_all_sentences_stands_for_itself() -> None:
    assert sentence(_draft(FIRST), Span(90, 95)) == Span(90, 95)


def test_the_digest_tells_parts_apart() -> None:
    assert digest(("ab", "c")) != digest(("a", "bc"))
    assert digest(("a", "b")) == digest(["a", "b"])
