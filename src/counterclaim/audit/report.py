"""Runs every check of CHECKS over a draft and says what was looked at, what was found, and what was not looked at and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.audit import (
    answers,
    balance,
    bottom_line,
    certainty,
    cuts,
    days,
    fidelity,
    freely,
    headline,
    hedges,
    labels,
    numbers,
    occasions,
    offices,
    owed,
    reckoned,
    sourcing,
    stages,
    support,
    targets,
    traces,
    unanswered,
    unclear,
    unvoiced,
    versions,
    voice,
    wires,
)
from counterclaim.audit.case import COMPARED, Case, prepare
from counterclaim.audit.check import Check
from counterclaim.records import AuditReport, Draft, Evidence, Severity

CHECKS: tuple[Check, ...] = (
    Check(id="Q1", kind="altered-quote", severity=Severity.BLOCK, title="quoted words stand in no source", run=fidelity.altered),
    Check(id="Q7", kind="scare-quotes", severity=Severity.NOTE, title="quoted words that nobody is named for", run=fidelity.scare),
    Check(
        id="Q9",
        kind="paraphrase-quoted",
        severity=Severity.BLOCK,
        title="quotation marks around a reporter's words",
        run=fidelity.paraphrased,
    ),
    Check(
        id="Q2",
        kind="misattribution",
        severity=Severity.BLOCK,
        title="words given to somebody who does not say them",
        run=freely.misattributed,
    ),
    Check(
        id="Q3",
        kind="truncated-quote",
        severity=Severity.EDIT,
        title="a cut inside the marks hides what turns the sense",
        run=cuts.ellipses,
    ),
    Check(id="Q4", kind="truncated-quote", severity=Severity.EDIT, title="a quotation cut off from what turns its sense", run=cuts.edges),
    Check(id="A17", kind="changed-target", severity=Severity.BLOCK, title="what is said of one party told of another", run=targets.changed),
    Check(id="N1", kind="changed-number", severity=Severity.BLOCK, title="a value that the sources give otherwise", run=numbers.changed),
    Check(id="N2", kind="changed-number", severity=Severity.EDIT, title="a comparator lost or turned", run=numbers.comparators),
    Check(
        id="A1",
        kind="allegation-as-fact",
        severity=Severity.BLOCK,
        title="nobody says what a source has somebody say",
        run=unvoiced.as_fact,
    ),
    Check(id="A2", kind="allegation-as-fact", severity=Severity.BLOCK, title="a verb vouches for what is only said", run=voice.adopted),
    Check(id="A5", kind="loaded-verb", severity=Severity.EDIT, title="a verb takes a side", run=voice.verbs),
    Check(id="A6", kind="verb-asymmetry", severity=Severity.EDIT, title="one side says, the other claims", run=voice.asymmetry),
    Check(
        id="A8", kind="allege-misuse", severity=Severity.NOTE, title="accused of allegedly, or alleged with no source", run=voice.alleged
    ),
    Check(id="A9", kind="mind-reading", severity=Severity.NOTE, title="a mind is read", run=voice.mind),
    Check(id="B1", kind="loaded-word", severity=Severity.EDIT, title="a slanted word in the draft's own voice", run=voice.words),
    Check(id="B5", kind="unsupported", severity=Severity.EDIT, title="a fact or cause that no source holds", run=support.added),
    Check(id="H1", kind="dropped-hedge", severity=Severity.EDIT, title="a hedge of the sources is lost", run=hedges.dropped),
    Check(id="H2", kind="changed-modality", severity=Severity.EDIT, title="an intention has become a fact", run=certainty.modality),
    Check(
        id="H3", kind="stage-inflation", severity=Severity.BLOCK, title="a step of a proceeding told as a later one", run=stages.inflated
    ),
    Check(
        id="R1",
        kind="missing-response",
        severity=Severity.BLOCK,
        title="a charge whose answer is in the sources, not in the draft",
        run=owed.missing,
    ),
    Check(id="R3", kind="invented-response", severity=Severity.BLOCK, title="an answer that no source reports", run=answers.invented),
    Check(
        id="A3", kind="headline-unsupported", severity=Severity.BLOCK, title="a headline says more than the text", run=headline.unsupported
    ),
    Check(id="A4", kind="unsupported", severity=Severity.BLOCK, title="a bottom line brings something new", run=bottom_line.adds),
    Check(id="A11", kind="unclear-source", severity=Severity.EDIT, title="who speaks cannot be told", run=unclear.speaker),
    Check(id="A12", kind="wrong-role", severity=Severity.EDIT, title="a role that the sources give otherwise", run=offices.changed),
    Check(id="A13", kind="source-inflation", severity=Severity.EDIT, title="several sources made of one", run=sourcing.inflated),
    Check(id="A14", kind="anonymous-allegation", severity=Severity.EDIT, title="a charge by nobody", run=sourcing.anonymous),
    Check(id="A16", kind="changed-medium", severity=Severity.EDIT, title="said on another occasion", run=occasions.changed),
    Check(id="N3", kind="number-as-fact", severity=Severity.EDIT, title="one side's figure told as fact", run=reckoned.as_fact),
    Check(id="N4", kind="derived-number", severity=Severity.EDIT, title="a ratio that no source reckons", run=reckoned.derived),
    Check(id="N5", kind="undated", severity=Severity.EDIT, title="a relative day of another date", run=days.moved),
    Check(id="R2", kind="unanswered-unsaid", severity=Severity.EDIT, title="no answer, and not a word of that", run=unanswered.unsaid),
    Check(id="R4", kind="response-mismatch", severity=Severity.EDIT, title="an answer to another charge", run=unanswered.mismatched),
    Check(id="R5", kind="response-far", severity=Severity.EDIT, title="an answer far below its charge", run=unanswered.far),
    Check(id="R7", kind="imbalance", severity=Severity.NOTE, title="much more room for one side", run=balance.uneven),
    Check(id="B2", kind="label-asymmetry", severity=Severity.EDIT, title="a label for one side only", run=labels.unequal),
    Check(id="B4", kind="thin-context", severity=Severity.EDIT, title="background that one outlet alone has", run=wires.thin),
    Check(id="B6", kind="wire-inflation", severity=Severity.EDIT, title="copies counted as outlets", run=wires.inflated),
    Check(id="P1", kind="untraceable", severity=Severity.BLOCK, title="a sentence of ours without its receipt", run=traces.untraceable),
    Check(id="P2", kind="thin-evidence", severity=Severity.BLOCK, title="a brief of ours about too little", run=traces.thin),
    Check(id="P3", kind="silent-change", severity=Severity.BLOCK, title="changed after publication without a note", run=versions.silent),
)


def audit(draft: Draft, evidence: Evidence, previous: Draft | None = None) -> AuditReport:
    """The report of one draft. Findings are in the order of the text. `previous`: the version that was published before."""
    case = replace(prepare(draft, evidence), previous=previous)
    findings = {f: None for check in CHECKS for f in check.findings(case)}
    return AuditReport(
        path=draft.path,
        findings=tuple(sorted(findings, key=lambda f: (f.where, f.check))),
        checks_run=tuple(c.id for c in CHECKS),
        sentences=len(draft.sentences),
        quotations=len(draft.quotations),
        unverified=tuple(_unverified(case)),
    )


def _unverified(case: Case) -> Iterator[str]:
    """What no check could look at."""
    for span in case.draft.skipped:
        yield f"characters {span.start} to {span.end}: no prose (code, a comment or front matter)"
    for sentence in case.sentences:
        if not sentence.line.is_heading and sentence.cover < COMPARED:
            place = case.place(sentence.line.span)
            yield f"characters {place.start} to {place.end}: no source sentence is like enough to compare hedges, names and steps"
    if not case.evidence.reading.statements:
        yield "who said what: no attributed statement was found in the sources"
