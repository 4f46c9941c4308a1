"""The quote check: word for word or not at all, and an eye on what a cut hides."""

import pytest

from counterclaim.receipts.quotation import Passages, check, passages
from counterclaim.records import Verdict, VerdictKind
from factories import doc, statement

TEXT = (
    "The trust is not allowed to sell the pier, its chair said. “We took forty crowns out of the repair fund [No. 6] and told nobody,” "
    "Venn said. “The pier stays. The tenants may ask for repairs at any time unless the gate is shut.” "
    "“We were,” she said, “never asked about the coun\u00adcil’s 12 letters.” Roth called it “an insult”."
)
CUT = doc(TEXT)


def _sources() -> Passages:
    split = statement(CUT, "s1", ["“We were,”", "“never asked about the coun\u00adcil’s 12 letters.”"])
    return passages({CUT.id: CUT}, [split])


def _check(quotation: str) -> Verdict:
    return check(quotation, _sources())


@pytest.mark.parametrize(
    "quotation",
    [
        "We took forty crowns out of the repair fund [No. 6] and told nobody",
        '"The pier stays."',
        "an insult",
        "We were never asked about the council's 12 letters",
        "the council's 12 letters",
        "The pier stays. The tenants may ask for repairs",
    ],
    ids=["brackets of the source", "other marks", "short", "reporting clause taken out", "soft hyphen", "over sentences"],
)
def test_true_words_are_verbatim(quotation: str) -> None:
    assert _check(quotation).kind is VerdictKind.VERBATIM


@pytest.mark.parametrize(
    ("quotation", "kind"),
    [
        ("We took fifty crowns out of the repair fund", VerdictKind.ALTERED),
        ("The trust is … allowed to sell the pier", VerdictKind.ALTERED),
        ("The pier [not] stays", VerdictKind.ALTERED),
        ("The pier … The tenants may ask for repairs", VerdictKind.REVIEW),
        ("allowed to sell the pier", VerdictKind.REVIEW),
        ("The tenants may ask for repairs at any time", VerdictKind.REVIEW),
        ("an insul", VerdictKind.ALTERED),
        ("Nothing of the kind was ever printed in that newspaper", VerdictKind.NOT_FOUND),
        ("We took forty crowns … the repair fund", VerdictKind.MARKED),
        ("We took … crowns out of the repair fund", VerdictKind.REVIEW),
        ("The tenants may ask for repairs … unless the gate is shut", VerdictKind.MARKED),
        ("the repair fund [No. 7] and told nobody", VerdictKind.ALTERED),
        ("The pier stays … never asked", VerdictKind.REVIEW),
        ("[W]e took forty crowns", VerdictKind.MARKED),
        ("The pier [Roth] stays", VerdictKind.REVIEW),
        ("The [old] pier stays", VerdictKind.REVIEW),
        ("We took [the money] out of the repair fund", VerdictKind.REVIEW),
        ("told nobody, Venn said. The pier stays", VerdictKind.REVIEW),
        ("The tenants may ask for repairs … The pier stays", VerdictKind.ALTERED),
    ],
    ids=[
        "a word changed", "a negation swallowed", "a negation added", "sentences joined", "negation on the left",
        "condition on the right", "part of a word", "invented", "a plain cut", "a number cut", "a cut before a condition",
        "the source's bracket changed", "pieces of two quotations", "another case", "a bracket that names somebody",
        "a bracket for nothing", "a bracket for a number", "words of two voices", "pieces reversed",
    ],
)  # fmt: skip
def test_changed_or_cut_words_are_named(quotation: str, kind: VerdictKind) -> None:
    assert _check(quotation).kind is kind


def test_a_verdict_shows_the_words_of_the_source_and_their_place() -> None:
    verdict = _check("We took fifty crowns out of the repair fund")
    assert verdict.span is not None
    assert "forty crowns" in verdict.evidence
    assert "forty crowns" in TEXT[verdict.span.start : verdict.span.end]
