"""A release speaks in its issuer's own voice."""

import pytest

from counterclaim.text.releases import release

TEXT = """FOR IMMEDIATE RELEASE

Selby Harbour Trust opens its books

SELBY, March 9, 2031 - The Selby Harbour Trust today announced that its books are open to the public. The trust has nothing to hide.

“Everybody may come and look,” said its chair, Ila Roth.

Media contact: Odo Venn, press@selbytrust.example

-ENDS-
"""


def test_the_issuer_is_named_and_the_body_is_its_own() -> None:
    turns = release(TEXT)
    assert turns is not None
    assert {t.name for t in turns} == {"Selby Harbour Trust"}
    assert any("nothing to hide" in TEXT[t.span.start : t.span.end] for t in turns)


def test_an_article_is_no_release() -> None:
    assert release("The trust opened its books.\n\nIts chair said that anybody could look.") is None


@pytest.mark.parametrize(
    "text",
    [
        "Statement from the Selby Harbour Trust\n\nThe council hid the letter.",
        "From the desk of Selby Harbour Trust\n\nThe council hid the letter.",
        "NEWS RELEASE\n\nSelby Harbour Trust: our answer\n\nThe council hid the letter.",
        "The books are open\n\nThe council hid the letter for six weeks.\n\n###\n\nAbout Selby Harbour Trust\n\nPress contact: Odo Venn",
    ],
    ids=["statement", "desk", "colon", "about"],
)
def test_an_issuer_is_named_in_many_ways(text: str) -> None:
    assert [t.name for t in release(text) or ()] == ["Selby Harbour Trust"]


def test_a_release_that_names_no_issuer_has_no_turn() -> None:
    assert release("PRESS RELEASE\n\nThere was no leak at all, and we are glad of it.") == ()
