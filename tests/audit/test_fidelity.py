from counterclaim.audit.case import prepare
from counterclaim.audit.draft import draft
from counterclaim.audit.fidelity import altered
from factories import dispute


def seen(brief: str) -> list[str]:
    case = prepare(draft("brief.md", brief), dispute())
    return [case.document.text[s.where.start : s.where.end] for s in altered(case)]


def test_one_word_changed_inside_the_marks_is_seen() -> None:
    assert seen("Roth said: “Somebody hid the survey.”") == ["“Somebody hid the survey.”"]


def test_the_sources_own_words_are_quiet() -> None:
    assert seen("“It was on the shelf,” Roth said. “*Nobody* hid the survey.”") == []
