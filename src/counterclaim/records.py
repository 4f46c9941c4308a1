"""Every noun of counterclaim, as a frozen record.

Offsets are Unicode code points into `Document.text`, half-open. Times are aware UTC. Confidences are 0..1.
A room takes records in and hands records out; it never fills in another room's record: it makes its own, keyed by id.
Records hold no behaviour beyond the checks that keep them possible. Words: see docs/glossary.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from counterclaim.errors import RecordError

SCHEMA_VERSION = 1

DocumentId = NewType("DocumentId", str)
StatementId = NewType("StatementId", str)
PartyId = NewType("PartyId", str)
ClaimId = NewType("ClaimId", str)
ChargeId = NewType("ChargeId", str)


# --- closed vocabularies -------------------------------------------------------------------------------------------


class DocumentKind(StrEnum):
    ARTICLE = "article"
    RELEASE = "release"
    POST = "post"
    TRANSCRIPT = "transcript"
    INTERVIEW = "interview"
    BROADCAST = "broadcast"
    REPORT = "report"
    MAIL = "mail"


class PartyKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"


class Form(StrEnum):
    """direct: at least 80 % of the words stand inside quotation marks; mixed: some; indirect: none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What is done by saying it. Every statement has exactly one; a tie goes to the earlier member."""

    ALLEGATION = "allegation"
    DENIAL = "denial"
    JUSTIFICATION = "justification"
    CONCESSION = "concession"
    COUNTER_ACCUSATION = "counter-accusation"
    NO_COMMENT = "no-comment"
    DEFLECTION = "deflection"
    DEMAND = "demand"
    COMMITMENT = "commitment"
    CHARACTERISATION = "characterisation"
    ASSERTION = "assertion"


class Stance(StrEnum):
    DENIES = "denies"
    DISPUTES_IN_PART = "disputes-in-part"
    JUSTIFIES = "justifies"
    CONCEDES = "concedes"
    COUNTERS = "counters"
    DEFLECTS = "deflects"
    NO_COMMENT = "no-comment"


class Directness(StrEnum):
    SPECIFIC = "specific"
    GENERAL = "general"


class Wording(StrEnum):
    """none: a denial is reported, its words are not."""

    QUOTED = "quoted"
    PARAPHRASED = "paraphrased"
    NONE = "none"


class Status(StrEnum):
    ANSWERED = "answered"
    DEFLECTED = "deflected"
    NO_COMMENT = "no-comment"
    UNANSWERED = "unanswered"


class Relation(StrEnum):
    CONTRADICTS = "contradicts"
    SUPPORTS = "supports"
    TAKES_UP = "takes-up"


class DriftKind(StrEnum):
    """How a later document words a claim otherwise than an earlier one. A verb changes where it does something else: said, admitted."""

    LOST_HEDGE = "lost-hedge"
    CHANGED_NUMBER = "changed-number"
    CHANGED_VERB = "changed-verb"
    CUT_QUOTATION = "cut-quotation"


class ChangeKind(StrEnum):
    """What newer documents do to a matrix. gone: a charge of before that is read otherwise now."""

    NEW_CHARGE = "new-charge"
    NEW_ANSWER = "new-answer"
    NEW_PASSAGE = "new-passage"
    NEW_STATUS = "new-status"
    GONE = "gone"


class Role(StrEnum):
    """What a party is to a statement."""

    SOURCE = "source"
    TARGET = "target"
    ADDRESSEE = "addressee"


class Voice(StrEnum):
    ATTRIBUTED = "attributed"
    OWN = "own"


class SectionRole(StrEnum):
    SUMMARY = "summary"
    LEAD = "lead"
    ACCUSER = "accuser"
    RESPONSE = "response"
    CONTEXT = "context"
    BOTH_SIDES = "both-sides"
    UNANSWERED = "unanswered"
    BOTTOM_LINE = "bottom-line"


class VerdictKind(StrEnum):
    """The quote check's results, best first. A citation without a quotation is a paraphrase."""

    VERBATIM = "verbatim"
    MARKED = "marked"
    PARAPHRASE = "paraphrase"
    REVIEW = "review"
    ALTERED = "altered"
    NOT_FOUND = "not-found"


class Severity(StrEnum):
    """block: must not be published so; edit: an editor must look; note: worth knowing."""

    BLOCK = "block"
    EDIT = "edit"
    NOTE = "note"


class Comparator(StrEnum):
    """How a number is qualified: "nearly 500" is about, "at least 40" is at-least."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


# --- places in a text ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [start, end) of a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise RecordError(f"a span must hold at least one character, not [{self.start}, {self.end})")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuoteSelector:
    """W3C Web Annotation: the exact words, and some before and after, by which a place is found again after a re-crawl."""

    exact: str
    prefix: str = ""
    suffix: str = ""


# --- documents -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a document's bytes came from. `sha256` is of the file's bytes, in hexadecimal."""

    path: str
    sha256: str
    url: str | None = None
    publisher: str | None = None
    retrieved_at: datetime | None = None
    archive: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A stretch in somebody's own voice: a post, a release, a `NAME:` turn. `name_at` is the label, where one stands in the text."""

    span: Span
    name: str
    name_at: Span | None = None
    handle: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source text. `turns` are told by its format or its layout; a document in a reporter's voice has none."""

    id: DocumentId
    kind: DocumentKind
    text: str
    provenance: Provenance
    title: str | None = None
    byline: str | None = None
    lang: str = "en"
    published_at: datetime | None = None
    modified_at: datetime | None = None
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch in quotation marks. `span` includes the marks, `inner` does not; `depth` 0 is outermost.

    `closed` is false where no closing mark was found; `continued` is true where the next paragraph opens with a mark
    again and goes on with the same speech (the convention for quotations over several paragraphs).
    """

    span: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    continued: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where things stand in a document. Tokens are words and single punctuation marks; headings and furniture are paragraphs too."""

    document: DocumentId
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    tokens: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    headings: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name somebody or something."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as it stands and as it is meant. `scope` is what is counted ("agents"), `unit` what it is measured in ("USD", "%")."""

    span: Span
    value: float | None
    unit: str | None = None
    comparator: Comparator = Comparator.EXACT
    scope: str | None = None


# --- statements ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What a tagger finds: the words of a source, a cue and a content (PARC/PolNeAR), each in one or more pieces."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    confidence: float = 1.0


class Tagger(Protocol):
    """Finds who said what in one document. Implementations: statements.rules.RulesTagger, statements.model.ModelTagger."""

    def tag(self, document: Document, layout: Layout) -> tuple[Attribution, ...]: ...

    def leanings(self, statements: Sequence[Statement]) -> Sequence[tuple[float, ...]]:
        """What the tagger read in the words of statements of the document it tagged last: see Statement.leanings."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attributed stretch. `source` is empty where no words name who speaks (a post's own words).

    `within` is the statement that reports this one ("X said that Y had told her ..."), `when` the words that say when.
    `leanings`: how much a model reads each act in the words, in the order of Act, as logits; empty where none did.
    """

    id: StatementId
    document: DocumentId
    content: tuple[Span, ...]
    form: Form
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    medium: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    within: StatementId | None = None
    when: Span | None = None
    confidence: float = 1.0
    leanings: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not self.content:
            raise RecordError("a statement needs content", source=self.document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    statement: StatementId
    act: Act
    confidence: float


# --- parties -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person, organisation or group. `aliases` are names only, as they stand in the sources; `role` as the sources give it."""

    id: PartyId
    name: str
    kind: PartyKind
    aliases: tuple[str, ...] = ()
    on_behalf_of: PartyId | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Which party a statement's source, target or addressee is. `party` is None where nobody can be named with confidence."""

    statement: StatementId
    role: Role
    party: PartyId | None
    via: tuple[Mention, ...] = ()
    candidates: tuple[PartyId, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """All parties of a story, and who is who in its statements."""

    parties: tuple[Party, ...]
    resolutions: tuple[Resolution, ...]


# --- claims and disputes -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Statements that say the same thing, from the same side. `gist` is the member whose own words stand for it."""

    id: ClaimId
    act: Act
    gist: StatementId
    statements: tuple[StatementId, ...]
    source: PartyId | None = None
    target: PartyId | None = None
    first_said_at: datetime | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """An accusation of the kind for which an editor would seek the accused's answer."""

    id: ChargeId
    accuser: PartyId | None
    accused: PartyId
    claims: tuple[ClaimId, ...]
    statements: tuple[StatementId, ...]
    gist: StatementId
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A statement by or for the accused that answers a charge."""

    charge: ChargeId
    statement: StatementId
    by: PartyId
    stance: Stance
    directness: Directness
    wording: Wording
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A statement that takes up another one which is no charge."""

    statement: StatementId
    to: StatementId
    relation: Relation
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    charge: Charge
    responses: tuple[Response, ...]
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseMatrix:
    """Each charge with its answers. "Unanswered" always means: in the documents read, up to `as_of`."""

    rows: tuple[Row, ...]
    replies: tuple[Reply, ...]
    documents_read: tuple[DocumentId, ...]
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """An entry of a reporter's own log: whom they asked about a charge, and what came. First-hand, so it is no response.

    `charge` is the charge's key. `at` and `deadline` are aware UTC; at midnight they mean the day.
    """

    charge: str
    asked: str
    at: datetime
    means: str
    deadline: datetime | None = None
    outcome: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One difference in wording between two documents that carry a claim. `was` stands in the earlier's document, `now` in the later's."""

    kind: DriftKind
    earlier: StatementId
    later: StatementId
    was: Span
    now: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What newer documents add to one charge: `statement` is the new one, `was` the status before, `key` the charge's key."""

    kind: ChangeKind
    key: str
    charge: ChargeId | None = None
    statement: StatementId | None = None
    was: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read of a story before anybody asks who answered whom, by id."""

    documents: Mapping[DocumentId, Document]
    layouts: Mapping[DocumentId, Layout]
    statements: Mapping[StatementId, Statement]
    parties: Mapping[PartyId, Party]
    resolutions: Mapping[tuple[StatementId, Role], Resolution]
    classifications: Mapping[StatementId, Classification]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that was read of a story: the reading, what was claimed, and who answered.

    `keys`: each charge's stable name, by which it is found again when more was read. `witnesses`: each document -> the first of
    which it is a copy. `drifts`: where outlets word a claim otherwise.
    """

    reading: Reading
    claims: Mapping[ClaimId, Claim]
    matrix: ResponseMatrix
    keys: Mapping[ChargeId, str] = field(default_factory=dict)
    witnesses: Mapping[DocumentId, DocumentId] = field(default_factory=dict)
    drifts: tuple[Drift, ...] = ()


# --- receipts and briefs -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The outcome of one quote check, with the words of the source that show it, and where they stand."""

    kind: VerdictKind
    reason: str = ""
    evidence: str = ""
    document: DocumentId | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The passage a sentence rests on."""

    document: DocumentId
    sha256: str
    span: Span
    selector: TextQuoteSelector
    verdict: VerdictKind
    statement: StatementId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSentence:
    """One sentence of a brief; without a citation it may not exist. `party` is whose statement it reports."""

    text: str
    voice: Voice
    citations: tuple[Citation, ...]
    party: PartyId | None = None
    charge: ChargeId | None = None

    def __post_init__(self) -> None:
        if not self.citations:
            raise RecordError(f"a sentence needs at least one citation: {self.text!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    role: SectionRole
    heading: str
    sentences: tuple[BriefSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """The charges of one side, and the answers they got. `accuser` None: charges of unnamed and of lesser accusers together.

    Each group of `answers` says one thing: its first response is told, the others are cited with it.
    """

    accuser: PartyId | None
    charges: tuple[Row, ...]
    answers: tuple[tuple[Response, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a brief will say, in order. `context` are sentences of the documents' own, `positions` demands, promises and replies."""

    exchanges: tuple[Exchange, ...]
    rows: tuple[Row, ...]
    context: tuple[tuple[DocumentId, Span], ...] = ()
    positions: tuple[StatementId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    headline: str
    sections: tuple[Section, ...]
    documents: tuple[Document, ...]
    parties: tuple[Party, ...]
    as_of: datetime | None = None


# --- audits --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Any text under audit, ours or not. Spans are code points into `text`, the file as it stands.

    `prose` has the same length as `text`, so that offsets hold in both: markup, code and comments are blanked by spaces, or,
    inside a line, by word joiners (U+2060). `sentences` are in reading order, headings among them; the headline is the first
    of `headings` where there is one. `skipped` are the stretches that were not read as prose.
    """

    path: str
    text: str
    prose: str
    sentences: tuple[Span, ...]
    headings: tuple[Span, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    skipped: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check saw. `check` is its id ("A1"), `kind` the reader's name for it; `evidence` are a source's words."""

    check: str
    kind: str
    severity: Severity
    where: Span
    message: str
    evidence: str = ""
    suggestion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """All that was found in one draft, how much was looked at, and what was not and why (`unverified`)."""

    path: str
    findings: tuple[Finding, ...]
    checks_run: tuple[str, ...]
    sentences: int
    quotations: int
    unverified: tuple[str, ...] = ()


def party_of(reading: Reading, statement: StatementId, role: Role) -> PartyId | None:
    """The party that plays a role in a statement, or None where nobody can be named."""
    resolution = reading.resolutions.get((statement, role))
    return None if resolution is None else resolution.party
