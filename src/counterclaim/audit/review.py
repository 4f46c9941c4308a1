"""Turns what the checks found into what a newsroom is told: its editors' comments, its profile, its accepted findings.

Comments come first, so that what is wrong with them is graded by the profile like any other finding; acceptance comes
last, so that a baseline holds only what is still told.
"""

from __future__ import annotations

from counterclaim.audit import baseline, profile, silence
from counterclaim.audit.baseline import Accepted
from counterclaim.audit.profile import Profile
from counterclaim.audit.report import CHECKS
from counterclaim.records import AuditReport, Draft

IDS = (*(c.id for c in CHECKS), silence.REASONLESS, silence.UNUSED)


def review(report: AuditReport, draft: Draft, wanted: Profile, accepted: frozenset[Accepted] = frozenset()) -> AuditReport:
    """The report as it is shown."""
    commented = silence.apply(report, draft, IDS)
    return baseline.apply(profile.apply(commented, wanted), draft, accepted)
