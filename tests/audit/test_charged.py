from audit.stage import brief, evidence
from counterclaim.audit.case import prepare
from counterclaim.audit.charged import holds, is_heard, same_party, tellings, voices
from counterclaim.audit.draft import draft
from counterclaim.records import PartyId, StatementId


def test_which_charges_a_draft_tells_where() -> None:
    case = prepare(brief(), evidence())
    told = [(row.charge.id, sentence.line.text[:20]) for row, sentence in tellings(case) if not sentence.line.is_heading]
    assert told == [("x1", "Mayor Mara Venn accu"), ("x2", "She also said that t")]
    assert holds(case, case.sentences[1], StatementId("s1"))
    assert not holds(case, case.sentences[1], StatementId("s2"))


def test_who_is_heard() -> None:
    case = prepare(brief(), evidence())
    trust = next(p.id for p in case.together.parties.values() if "trust" in p.name)
    assert is_heard(case, trust, case.sentences)
    assert not is_heard(case, trust, case.sentences[1:3])
    assert trust in voices(case, trust)


def test_who_says_a_statement_of_the_draft() -> None:
    case = prepare(draft("brief.md", "Mara Venn said the survey was hidden."), evidence())
    said = case.sentences[0].statements[0]
    party = same_party(case, said)
    assert party is not None
    assert case.together.parties[PartyId(party)].name == "Mara Venn"
