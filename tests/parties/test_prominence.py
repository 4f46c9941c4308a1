"""Who stands where in a document, and how often."""

from counterclaim.parties.prominence import prominence
from factories import doc
from parties.stage import name_of, stage


def test_a_headline_a_lead_and_how_often_a_party_is_named() -> None:
    text = "Venn leaves the board\n\nMara Venn resigned on Monday. Mara Venn said so to Ila Roth. It rained. It rained. Odo Tarn slept.\n"
    (scene,), _, _ = stage(doc(text))
    told = prominence(scene)
    named = {name_of(e): e for e in told.main}
    assert "Mara Venn" in {name_of(e) for e in told.headline}
    assert "Ila Roth" in {name_of(e) for e in told.lead}
    assert named["Odo Tarn"] not in told.lead
    assert told.share(named["Mara Venn"]) == 1.0 > told.share(named["Ila Roth"])
    assert told.activity(named["Mara Venn"]) > told.activity(named["Ila Roth"]) == 0.0
