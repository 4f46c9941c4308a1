"""The room's word classes come from the lexicon and do not overlap where they must not."""

from counterclaim.parties import words


def test_pronouns_have_their_sorts() -> None:
    assert frozenset() == words.SHE & words.HE
    assert {"she", "they", "it", "who", "we"} <= words.PRONOUNS


def test_roles_and_bodies_are_known_by_sense() -> None:
    assert words.is_person("mayor")
    assert words.is_body("council")
    assert words.is_group("residents")
    assert "speaks-for" in words.senses("spokeswoman")


def test_a_plural_has_its_singular() -> None:
    assert words.singular("companies") == "company"
