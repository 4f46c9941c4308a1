"""A small dispute with a faithful brief, for the tests of planting: made by hand, so that it does not change with the readers."""

from random import Random

from counterclaim.audit.draft import draft
from counterclaim.audit.ground import Ground, Sentence, ground, sentence
from counterclaim.records import Draft, Evidence
from factories import dispute

BRIEF = """# Mayor accuses trust; trust denies it

Mayor Mara Venn accused the harbour trust of hiding the survey. She also said that the trust had sold nearly 40 berths.

## The trust's response

Ila Roth, the trust's chair, denied it and said: “Nobody hid the survey.”

## Context

The storm of March 2031 closed the port for nine days.
"""


def evidence() -> Evidence:
    return dispute()


def brief(text: str = BRIEF) -> Draft:
    return draft("brief.md", text)


def stands_on(text: str = BRIEF) -> Ground:
    return ground(brief(text), dispute())


def alone(text: str) -> tuple[Sentence, Ground, Random]:
    """What a planter takes, for a brief of one sentence."""
    read = brief(text)
    return sentence(read, read.sentences[0]), stands_on(text), Random(0)
