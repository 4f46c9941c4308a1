from counterclaim.audit.blanking import JOINER
from counterclaim.audit.page import read

WORDS = ["Crane", "row", "Pell", "—", "again", "—", "said", "“I", "have", "signed", "nothing”."]


def test_tags_scripts_and_comments_go_and_offsets_stay() -> None:
    text = (
        "<html><head><title>x</title></head><body><h1>Crane <em>row</em></h1><!-- a --><script>var a = '“no”';</script>\n"
        "<p>Pell &mdash; again &mdash; said &ldquo;I have <b>signed</b>\nnothing&rdquo;.</p></body>"
    )
    prose = read(text)
    assert len(prose.text) == len(text)
    assert prose.text.replace(JOINER, "").split() == WORDS
    assert [text[h.start : h.end] for h in prose.headings] == ["Crane <em>row"]
    assert prose.text.index("signed") == text.index("signed")
    assert len(prose.skipped) == 3


def test_a_script_that_is_never_closed_is_skipped_to_the_end() -> None:
    prose = read("<p>Kept.</p><pre>not kept <b>at all")
    assert prose.text.replace(JOINER, "").split() == ["Kept."]


def test_a_broken_marked_section_is_a_comment() -> None:
    text = read("<p>Venn said so.</p><![Mara Venn]><p>Roth left.</p><![").text
    assert "Venn said so." in text
    assert "Roth left." in text
    assert "Mara" not in text
