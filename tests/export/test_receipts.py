"""A receipt shows its passage among the words around it, and never copies a source."""

from dataclasses import replace

import pytest

from counterclaim.brief.write import write
from counterclaim.export.receipts import MOST_WORDS, file_name, label, listed, numbers, passage, place, receipts
from counterclaim.receipts.cite import cite
from counterclaim.records import Brief, BriefSentence, Section, SectionRole, Span, VerdictKind, Voice
from factories import dispute, doc


def _brief(words: int) -> Brief:
    text = "before " * 30 + "word " * words + "after " * 30
    document = doc(text)
    citation = cite(document, Span(210, 210 + 5 * words - 1), verdict=VerdictKind.PARAPHRASE)
    section = Section(
        role=SectionRole.LEAD, heading="In short", sentences=(BriefSentence(text="It is.", voice=Voice.OWN, citations=(citation,)),)
    )
    return replace(write(dispute()), sections=(section,), documents=(document,))


def test_receipts_are_numbered_in_reading_order_each_once() -> None:
    numbered = numbers(write(dispute()))
    assert list(dict.fromkeys(numbered.values())) == list(range(1, max(numbered.values()) + 1))
    assert list(listed(write(dispute()))) == list(dict.fromkeys(numbered.values()))


def test_one_passage_has_one_number_however_it_is_used() -> None:
    brief = _brief(10)
    (told,) = brief.sections[0].sentences
    quoted = replace(told, citations=tuple(replace(c, verdict=VerdictKind.VERBATIM) for c in told.citations))
    twice = replace(brief, sections=(replace(brief.sections[0], sentences=(told, quoted)),))
    assert list(numbers(twice).values()) == [1, 1]


def test_the_words_around_are_shown_and_the_cut_is_marked() -> None:
    (receipt,) = receipts(_brief(10)).values()
    assert (receipt.before, receipt.passage) == ("… " + " ".join(["before"] * 12), " ".join(["word"] * 10))
    assert receipt.after.endswith("after …")


def test_a_long_passage_is_cut_in_its_middle_and_shown_without_surroundings() -> None:
    (citation,) = numbers(_brief(300))
    (receipt,) = receipts(_brief(300)).values()
    assert len(passage(citation).replace("[…]", "").split()) == MOST_WORDS
    assert (receipt.before, receipt.after) == ("…", "…")


@pytest.mark.parametrize(("numbers", "expected"), [([4], "4"), ([4, 5], "4, 5"), ([4, 5, 6, 7, 8], "4–8"), ([1, 3, 5, 7, 9], "5 in all")])
def test_a_label_is_short(numbers: list[int], expected: str) -> None:
    one = next(iter(receipts(_brief(10)).values()))
    assert label([replace(one, number=n) for n in numbers]) == expected


def test_a_place_can_be_looked_up() -> None:
    brief = _brief(10)
    (citation,) = numbers(brief)
    assert place(brief.documents[0], citation) == f"The Ardmoor Gazette (d1.txt, characters 210–259, SHA-256 {citation.sha256[:12]})"


def test_the_folders_of_whoever_made_it_are_not_shown() -> None:
    document = doc("A text.")
    away = replace(document, provenance=replace(document.provenance, path="home/editor/story/d1.txt"))
    assert file_name(away) == "d1.txt"
