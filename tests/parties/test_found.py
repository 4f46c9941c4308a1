"""A mention is a plain record: what is not told of it is empty."""

from __future__ import annotations

from counterclaim.parties.found import Found, Sort
from counterclaim.records import Span


def test_a_mention_says_nothing_that_was_not_told() -> None:
    mention = Found(span=Span(0, 4), text="Venn", sort=Sort.NAME, sentence=0, paragraph=0)
    assert (mention.role, mention.owner, mention.same, mention.serves) == ("", None, None, None)
    assert [mention.definite, mention.quoted, mention.governed, mention.located] == [False] * 4
