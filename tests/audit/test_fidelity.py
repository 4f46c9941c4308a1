from counterclaim.audit.check import prepare
from counterclaim.audit.draft import draft
from counterclaim.audit.fidelity import altered
from factories import dispute


def seen(brief: str) -> list[str]:
    d = draft("brief.md", brief)
    return [brief[s.where.start : s.where.end] for s in altered(prepare(d, dispute()))]


def test_one_word_changed_inside_the_marks_is_seen() -> None:
    assert seen("Roth said: “Somebody hid the survey.”") == ["“Somebody hid the survey.”"]


def test_the_sources_own_words_are_quiet() -> None:
    assert seen("“It was on the shelf,” Roth said. “*Nobody* hid the survey.”") == []
