"""Prompts of a page are no content; sentences that open like them are."""

import pytest

from counterclaim.text.furniture import is_furniture


@pytest.mark.parametrize(
    "text",
    ["Help us improve.", "Share this article", "Sign up for our newsletter", "Advertisement", "Read more: gates", "© 2031 Selby Post"],
)
def test_prompts_are_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Help us, she said, or leave us alone and let the town decide.",
        "The share of open gates fell.",
        "Comments by the mayor angered the trust.",
    ],
)
def test_sentences_are_not(text: str) -> None:
    assert not is_furniture(text)
