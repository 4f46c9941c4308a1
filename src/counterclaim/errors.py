"""Every error that counterclaim raises, as one tree.

    CounterclaimError
    +-- SourceError            a file cannot become a document
    |   +-- MissingSource      no such file or folder
    |   +-- EmptySource        the file holds no text
    |   +-- UnreadableSource   encoding, format or markup that cannot be read
    |   +-- NotAnArticle       a page without a main text
    |   +-- NotEnglish         the text is in another language
    +-- RecordError            a record would hold something impossible (an empty span, an unknown id)
    +-- ModelError             weights are missing, damaged or of another version
    +-- RosterError            a newsroom's roster file says what cannot be
    +-- PartyError             a name that somebody asks for
    |   +-- AmbiguousParty     two parties or more answer to the name
    |   +-- UnknownParty       nobody of the story is called so
    +-- ThinEvidence           too little was found to write about
    +-- LogError               a reporter's log of inquiries cannot be used
    +-- ReceiptError           a citation or a quotation does not hold
    +-- UnknownCheck           no check of the auditor has this name
    +-- ProfileError           a newsroom's profile of checks says something that cannot be done
    +-- BaselineError          a file of accepted findings cannot be used
    +-- EndpointError          an address that the user named does not answer as it should

Each error is a record of what was refused: `source` (a path or document id), `start` and `end` (code points into the
document's text, where a place is known), and one sentence for the person who reads it.
"""

from __future__ import annotations


class CounterclaimError(Exception):
    """Base of all errors. `str(error)` is one sentence that names the source and, where known, the place."""

    def __init__(self, message: str, *, source: str | None = None, start: int | None = None, end: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.source = source
        self.start = start
        self.end = end

    def __str__(self) -> str:
        place = "" if self.start is None else f", characters {self.start} to {self.end}"
        return self.message if self.source is None else f"{self.source}{place}: {self.message}"


class SourceError(CounterclaimError):
    """A file cannot become a document."""


class MissingSource(SourceError):
    """There is no such file or folder."""


class EmptySource(SourceError):
    """The file holds no text."""


class UnreadableSource(SourceError):
    """The file's encoding, format or markup cannot be read."""


class NotAnArticle(SourceError):
    """The page holds no main text."""


class NotEnglish(SourceError):
    """The text is in another language than English."""


class RecordError(CounterclaimError):
    """A record would hold something impossible."""


class ModelError(CounterclaimError):
    """Weights are missing, damaged or made for another version."""


class RosterError(CounterclaimError):
    """A newsroom's roster file says what cannot be; the message names the entry."""


class PartyError(CounterclaimError):
    """A name that somebody asks for does not lead to one party."""


class AmbiguousParty(PartyError):
    """Two parties or more answer to the name."""


class UnknownParty(PartyError):
    """Nobody of the story is called so."""


class ThinEvidence(CounterclaimError):
    """Too little was found to write about; the message says what and how much."""


class LogError(CounterclaimError):
    """A reporter's log of inquiries cannot be used; the message names the entry."""


class ReceiptError(CounterclaimError):
    """A citation or a quotation does not hold."""


class UnknownCheck(CounterclaimError):
    """No check of the auditor has this name."""


class ProfileError(CounterclaimError):
    """A newsroom's profile of checks says something that cannot be done."""


class BaselineError(CounterclaimError):
    """A file of accepted findings cannot be used."""


class EndpointError(CounterclaimError):
    """An address that the user named does not answer as it should."""
