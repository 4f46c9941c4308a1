from counterclaim.audit.blanking import JOINER, Chars
from counterclaim.records import Span


def test_an_entity_becomes_its_character_and_the_rest_is_joined() -> None:
    chars = Chars("don&rsquo;t &amp; won't &nosuch;")
    chars.entities()
    assert chars.text.replace(JOINER, "") == "don’t & won't &nosuch;"
    assert len(chars.text) == len("don&rsquo;t &amp; won't &nosuch;")


def test_what_is_skipped_keeps_its_line_breaks_and_is_named() -> None:
    chars = Chars("a\nb c\nd")
    chars.skip(2, 5)
    assert chars.text == "a\n   \nd"
    assert chars.skipped == [Span(2, 5)]
