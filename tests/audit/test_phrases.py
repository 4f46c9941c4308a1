from counterclaim.audit.lines import lines
from counterclaim.audit.phrases import hits
from counterclaim.text.segment import segment
from factories import doc


def test_the_longest_term_wins_and_hyphens_do_not_matter() -> None:
    d = doc("She did not immediately respond; “he declined to comment,” it said of the smear campaign.")
    (line,) = lines(d.text, segment(d))
    replies = list(hits(line, "replies"))
    assert [(h.text, h.sense, h.quoted) for h in replies] == [
        ("did not immediately respond", "silence", False),
        ("declined to comment", "refusal", True),
    ]
    assert [h.text for h in hits(line, "loaded")] == ["smear campaign"]
