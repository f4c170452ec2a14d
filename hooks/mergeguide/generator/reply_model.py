"""What the reply reader gets, as types; ``browser_model`` has those of the generator, and declares both."""

from typing import Literal, TypedDict


class ReplyKind(TypedDict):
    """What a mail from AWS can be."""

    id: str
    matches: str


class About(TypedDict):
    """Words that say something of accounts: what each of them is."""

    means: list[Literal["source", "destination"]]
    matches: str


class Correction(TypedDict):
    """A ready sentence that says what is wrong in a mail.

    Attributes:
        tick: the control that says it.
        blanks: the controls that are filled in with what the mail says and with what is right.
    """

    tick: str
    blanks: list[str]


class Corrections(TypedDict):
    """What is ticked, by what is wrong."""

    address: Correction
    candidateId: Correction
    foreign: Correction
    reversed: Correction


class ReplyData(TypedDict):
    """What is looked for in a mail from AWS, and what is said of one.

    Attributes:
        accounts: words for the source and the destination, by what they are.
        question: a sentence to send back, before and after the address that it is about.
    """

    longest: int
    ownDomains: list[str]
    candidateId: str
    case: str
    date: str
    head: str
    subject: str
    quoted: str
    kinds: list[ReplyKind]
    words: dict[str, str]
    accounts: dict[str, dict[str, str]]
    both: list[About]
    one: list[str]
    alone: list[About]
    said: dict[str, str]
    kindWords: dict[str, str]
    reasons: dict[str, str]
    question: list[str]
    corrections: Corrections
