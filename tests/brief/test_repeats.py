"""A brief tells nothing twice."""

from counterclaim.brief.repeats import covered, says_again
from counterclaim.records import BriefSentence, ChargeId, Citation, StatementId, TextQuoteSelector, VerdictKind, Voice
from factories import doc, party, reading, span, statement

DOCUMENT = doc(
    "Venn said the trust sold nearly 40 berths to its friends. Venn said the trust had sold 40 berths to friends in May. "
    "Venn said the trust sold 60 berths to its friends. Venn said the trust never sold 40 berths to its friends."
)
CONTENTS = (
    "the trust sold nearly 40 berths to its friends",
    "the trust had sold 40 berths to friends in May",
    "the trust sold 60 berths to its friends",
    "the trust never sold 40 berths to its friends",
)


def _says_again(later: int, *, speaker: str = "p1") -> bool:
    each = [statement(DOCUMENT, f"s{n}", words) for n, words in enumerate(CONTENTS)]
    parties = [party("p1", "Mara Venn"), party("p2", "Ivo Orm")]
    read = reading([DOCUMENT], each, parties, speakers={f"s{n}": "p1" for n in range(4)} | {f"s{later}": speaker})
    return says_again(read, StatementId(f"s{later}"), StatementId("s0"))


def test_nearly_the_same_words_of_one_side_are_said_again() -> None:
    assert _says_again(1)


def test_another_number_a_negation_and_another_side_are_news() -> None:
    assert [_says_again(2), _says_again(3), _says_again(1, speaker="p2")] == [False, False, False]


def _sentence(text: str, words: str, charge: str | None = None) -> BriefSentence:
    citation = Citation(
        document=DOCUMENT.id,
        sha256="0",
        span=span(DOCUMENT, words),
        selector=TextQuoteSelector(exact=words),
        verdict=VerdictKind.PARAPHRASE,
    )
    return BriefSentence(text=text, voice=Voice.ATTRIBUTED, citations=(citation,), charge=ChargeId(charge) if charge else None)


def test_an_outlets_sentence_that_another_tells_is_cited_with_it() -> None:
    told = _sentence("Venn said that the trust sold 60 berths.", "Venn said the trust sold 60 berths to its friends.", "x1")
    outlet = _sentence("The Gazette reported: “Venn said the trust sold 60 berths”.", "the trust sold 60 berths to its friends", "x2")
    assert [s.text for s in covered([outlet, told], per_charge=False)] == [told.text]
    assert len(covered([outlet, told], per_charge=False)[0].citations) == 2
    assert len(covered([outlet, told], per_charge=True)) == 2
