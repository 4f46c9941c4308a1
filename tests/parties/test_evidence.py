"""What speaks for a mention is seen in the text; every sign has a weight."""

from counterclaim.parties.evidence import WEIGHTS, evidence
from counterclaim.parties.scene import Scene
from factories import doc
from parties.stage import stage


def _signs(text: str, pronoun: str, name: str) -> dict[str, float]:
    scene: Scene = stage(doc(text))[0][0]
    at = next(i for i, m in enumerate(scene.found) if m.text == pronoun)
    j = next(i for i, m in enumerate(scene.found) if m.name == name)
    entity = scene.home(j)
    assert entity is not None
    return evidence(scene.found, at, j, entity, scene.pronouns.trail)


def test_every_sign_has_a_weight() -> None:
    assert set(_signs("On Monday Mara Venn met Ila Roth. She left.", "She", "Mara Venn")) <= set(WEIGHTS)


def test_a_subject_before_is_seen() -> None:
    signs = _signs("On Monday Mara Venn was late. She left.", "She", "Mara Venn")
    assert signs["sentences"] == signs["subject"] == signs["first"] == signs["parallel"] == 1.0


def test_nobody_acts_on_himself_without_saying_so() -> None:
    assert _signs("On Monday Mara Venn warned her.", "her", "Mara Venn")["own subject"] == 1.0


def test_a_gender_is_evidence_only_where_the_text_tells_it() -> None:
    assert "gender" not in _signs("On Monday Mara Venn was late. She left.", "She", "Mara Venn")
    assert _signs("On Monday Ms Venn was late. She left.", "She", "Venn")["gender"] == 1.0


def test_a_pronoun_echoes_the_one_before() -> None:
    text = "On Monday Mara Venn was late. She left. Odo Roth saw her."
    assert _signs(text, "her", "Mara Venn")["echo"] == 1.0
