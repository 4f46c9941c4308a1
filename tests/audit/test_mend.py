import pytest

from audit.stories import evidence
from counterclaim.audit.draft import draft
from counterclaim.audit.mend import mends
from counterclaim.pipeline import read
from factories import doc

SAID = "“Nobody hid the survey. It was on the shelf,” said Ila Roth, its chair."


def mended(text: str, path: str = "brief.md", source: str = "") -> str:
    for m in reversed(mends(draft(path, text), read([doc(source)], profile="rules") if source else evidence())):
        assert text[m.where.start : m.where.end] == m.was
        text = text[: m.where.start] + m.now + text[m.where.end :]
    return text


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('Roth said: “Nobody hid the survey."', "Roth said: “Nobody hid the survey.”"),
        ('Roth said: "Nobody hid the survey.”', "Roth said: “Nobody hid the survey.”"),
        ("Roth said: ''Nobody hid the survey.''", "Roth said: “Nobody hid the survey.”"),
        ('Roth said: “Nobody hid the books."', 'Roth said: “Nobody hid the books."'),  # no true quotation
        ('Roth said: "Nobody hid the survey."', 'Roth said: "Nobody hid the survey."'),  # a house's own marks
        ("The storm  closed the port.", "The storm closed the port."),
        ("The storm   closed the port.", "The storm   closed the port."),
        ("| The storm  closed | the port |", "| The storm  closed | the port |"),
        ("    The storm  closed the port.", "    The storm  closed the port."),  # code
    ],
)
def test_marks_and_spaces(was: str, now: str) -> None:
    assert mended(f"{was}\n") == f"{now}\n"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (
            "Venn said: “It isn't a co–op.” It’s what she’d say.",
            "Venn said: “It isn’t a co-op.” It’s what she’d say.",
        ),
        ("Venn said: “It isn't a co-op.” It's what she'd say.", "Venn said: “It isn't a co-op.” It's what she'd say."),
    ],
)
def test_typography_inside_a_true_quotation(was: str, now: str) -> None:
    assert mended(was, source="“It isn’t a co-op,” Venn said.") == now


def test_a_name_that_the_sources_spell_in_one_way() -> None:
    assert (
        mended("Orla Quisst said the crane stopped. Quisst’s league agreed.") == "Orla Quist said the crane stopped. Quist’s league agreed."
    )


def test_entities_stay() -> None:
    assert mended("Orla Qu&iacute;st said the crane stopped.") == "Orla Qu&iacute;st said the crane stopped."
