"""Headlines from the fullest to the barest."""

from counterclaim.brief.headline import candidates
from counterclaim.brief.phrases import Teller, proper_words
from counterclaim.brief.plan import plan
from factories import dispute


def test_each_headline_names_the_accuser_and_keeps_the_attribution() -> None:
    evidence = dispute()
    lines = candidates(Teller(evidence.reading, proper_words(evidence.reading)), plan(evidence))
    plain = [line.replace("\ue000", "{").replace("\ue001", "}") for line in lines]
    assert plain[0] == "{p1} accuses {p2} of hiding the survey; {p2} denies it"
    assert all("{p1}" in line for line in plain)
    assert len(plain[-2]) <= len(plain[0])
