"""Each post of a thread is its author's own; a text that was passed on belongs to its first author."""

import pytest

from counterclaim.text.threads import embedded, thread

THREAD = """Mara Venn (@maravenn), 2031-03-09 10:14
The gate was shut all winter.

Odo Roth (@odoroth), 2031-03-09 11:02
Nobody asked the council about it.
"""


def _said(text: str) -> dict[str, str]:
    return {text[t.span.start : t.span.end].strip(): t.name for t in thread(text)}


def test_a_header_says_who_speaks_and_when() -> None:
    assert _said(THREAD) == {"The gate was shut all winter.": "Mara Venn", "Nobody asked the council about it.": "Odo Roth"}
    assert [t.handle for t in thread(THREAD)] == ["@maravenn", "@odoroth"]
    assert all(t.at is not None for t in thread(THREAD))


def test_an_article_is_no_thread() -> None:
    assert thread("The mayor, Mara Venn, wrote on 9 March 2031.\n\nShe said the gate was shut.") == ()


@pytest.mark.parametrize("text", ["The mayor spoke.", "Note: the gate is shut."])
def test_prose_embeds_no_post(text: str) -> None:
    assert embedded(text) == ()


@pytest.mark.parametrize(
    "header",
    [
        "Mara Venn @maravenn · 9 March 2031, 10:14",
        "@maravenn, 9 March 2031, 10:14",
        "Mara Venn\n@maravenn\n·\nMar 9, 2031",
        "Mara Venn @maravenn\nMarch 9, 10:14 a.m.",
        "Mara Venn (@maravenn) 10:14 AM - Mar 9, 2031",
        "[2031-03-09 10:14] Mara Venn (@maravenn):",
    ],
)
def test_headers_come_in_many_shapes(header: str) -> None:
    (post,) = thread(f"{header}\nThe gate was shut.\n\n💬 12 🔁 3\n4 Likes")
    assert post.handle == "@maravenn"
    assert _said(f"{header}\nThe gate was shut.\n\n💬 12 🔁 3\n4 Likes").keys() == {"The gate was shut."}


def test_names_without_handles_make_a_thread_only_together() -> None:
    first = "Mara Venn, harbour trust, 2031-03-09 10:14\nThe gate was shut.\n"
    assert thread(first) == ()
    assert _said(first + "\nOdo Roth, 2031-03-09 11:02\nIt was not.") == {"The gate was shut.": "Mara Venn", "It was not.": "Odo Roth"}


def test_a_quoted_post_is_its_first_authors() -> None:
    text = "@selbypost, 2031-03-09 10:00\nWorth a read.\nQuoting Odo Roth (@odoroth), 2031-03-09 09:00\nI signed nothing."
    assert _said(text) == {"Worth a read.": "@selbypost", "I signed nothing.": "Odo Roth"}


def test_words_before_a_repost_are_the_posters_own() -> None:
    text = "Odo Roth (@odoroth), 2031-03-09 10:00\nNot so. RT @maravenn: The gate was shut."
    assert _said(text) == {"Not so.": "Odo Roth", "The gate was shut.": "@maravenn"}


def test_a_signed_post_in_an_article_is_its_authors() -> None:
    text = "He was quick.\n\nI signed nothing. — Odo Roth (@odoroth) March 9, 2031"
    assert [(t.name, text[t.span.start : t.span.end]) for t in embedded(text)] == [("Odo Roth", "I signed nothing.")]
