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
