"""Errors about people: another speaker, another accused, none, an answer invented or left out."""

from random import Random

from audit.stage import BRIEF, alone, stands_on
from counterclaim.audit import plants_parties
from counterclaim.audit.plants import Planter


def _all(planter: Planter, text: str) -> set[str]:
    here, ground, _ = alone(text)
    return {corrupted for seed in range(40) if (corrupted := planter(here, ground, Random(seed))) is not None}


def test_words_are_given_to_another_person() -> None:
    assert _all(plants_parties.misattribution, "Ila Roth, the chair, said: “Nobody hid the survey.”") == {
        "Mara Venn, the chair, said: “Nobody hid the survey.”"
    }
    assert _all(plants_parties.misattribution, "“Nobody hid it,” said Ila Roth.") == {"“Nobody hid it,” said Mara Venn."}


def test_a_name_that_does_not_speak_or_stands_in_a_quotation_stays() -> None:
    assert _all(plants_parties.misattribution, "They met Ila Roth.") == set()
    assert _all(plants_parties.misattribution, "They said: “Ila Roth said so.”") == set()


def test_an_accusation_moves_to_another_person() -> None:
    assert _all(plants_parties.changed_target, "The tenants accused Ila Roth of hiding it.") == {
        "The tenants accused Mara Venn of hiding it."
    }
    assert _all(plants_parties.changed_target, "The tenants met Ila Roth.") == set()


def test_the_attribution_of_a_contested_statement_goes_or_turns_factive() -> None:
    found = _all(plants_parties.allegation_as_fact, "Mara Venn said that the trust had sold nearly forty berths.")
    assert found == {
        "The trust had sold nearly forty berths.",
        "Mara Venn revealed that the trust had sold nearly forty berths.",
        "Mara Venn pointed out that the trust had sold nearly forty berths.",
    }
    assert "The trust sold nearly forty berths." in _all(
        plants_parties.allegation_as_fact, "The trust sold nearly forty berths, according to Mara Venn."
    )
    assert "Venn exposed the trust for hiding the harbour survey." in _all(
        plants_parties.allegation_as_fact, "Venn accused the trust of hiding the harbour survey."
    )
    assert _all(plants_parties.allegation_as_fact, "Venn said that the storm closed the port for days.") == set()


def test_an_answer_is_invented_only_where_nobody_gave_it() -> None:
    found = _all(plants_parties.invented_response, "Mara Venn came late.")
    assert "Mara Venn came late. Mara Venn declined to comment." in found
    assert "Mara Venn came late. Mara Venn denied it." in found
    silent = "Mara Venn came late. Mara Venn declined to comment."
    here, ground, _ = alone(silent)
    assert not any(
        "comment" in (plants_parties.invented_response(here, ground, Random(s)) or "").removeprefix(here.text) for s in range(40)
    )


def test_all_that_answers_a_charge_is_left_out() -> None:
    (gap,) = set(plants_parties.left_out(stands_on()))
    where, rest = gap
    assert BRIEF[where.start : where.end].startswith("Ila Roth, the trust's chair, denied it")
    assert BRIEF[where.start : where.end].endswith("hid the survey.”")
    assert "Roth" not in rest


def test_an_answer_without_its_charge_in_the_brief_is_no_gap() -> None:
    assert list(plants_parties.left_out(stands_on("Ila Roth said: “It was on the shelf.”"))) == []
