"""The records of ``replies.yml``: what the page looks for in a mail from AWS."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field as Declared
from pydantic import StringConstraints

from mergeguide.schema.base import FindingPattern, Id, Pattern, Record, Some
from mergeguide.schema.relations import ClaimId, StatementId
from mergeguide.schema.warnings import Domain

Role = Literal["source", "destination"]

Word = Annotated[str, StringConstraints(pattern=r"^[a-z]+$")]
"""The name of words or of a gap that patterns share: {name} in them."""


class OwnAddresses(Record):
    """A domain of AWS: an address there is not mistaken for one of the reader's."""

    domain: Domain
    """The domain in lower case; those below it count, too."""
    claims: Some[ClaimId]
    """The evidence: ids of claims.yml."""


class Looked(Record):
    """Something that is looked for."""

    matches: Some[Pattern]
    """Regular expressions, of which one is enough."""
    claims: tuple[ClaimId, ...] = ()
    """The evidence, where it says something about AWS: ids of claims.yml."""

    @property
    def pattern(self) -> str:
        """All of them as one."""
        return "|".join(self.matches)


class Kept(Record):
    """Something that is looked for, of which a part is kept."""

    matches: Some[FindingPattern]
    """Regular expressions, of which one is enough; each has one pair of brackets, around what is kept."""
    claims: tuple[ClaimId, ...] = ()
    """The evidence, where it says something about AWS: ids of claims.yml."""

    @property
    def pattern(self) -> str:
        """All of them as one: what is kept stands in the brackets of the one that has found something."""
        return "|".join(self.matches)


class ReplyKind(Record):
    """What a mail can be. Only a confirmation, and what is none of the others, can be approved."""

    id: Id
    """The kind's id. Its words are in the language files, under replies: kinds:."""
    matches: Some[Pattern]
    """Regular expressions, of which one is enough."""
    claims: Some[ClaimId]
    """The evidence that there are such mails: ids of claims.yml."""

    @property
    def pattern(self) -> str:
        """All of them as one."""
        return "|".join(self.matches)


class About(Record):
    """Words that say something of accounts."""

    means: Some[Role]
    """Which account each @ is, in order."""
    matches: Pattern
    """A regular expression with @ for an account, and {name} for words of that name."""


class AccountWords(Record):
    """Words that can stand for one of the two accounts."""

    name: Pattern
    """What it is called: primary."""
    act: Pattern
    """What is done with it: keep."""
    done: Pattern
    """What has been done with it: kept."""
    japanese: Pattern
    """The same in Japanese."""


class Answering(Record):
    """A ready sentence that answers a mail, and what goes into its blanks."""

    statement: StatementId
    """The sentence: an id of statements.yml."""
    listed: Id | None = None
    """Its blank for what the mail says."""
    right: Id | None = None
    """Its blank for what is right."""

    @property
    def blanks(self) -> tuple[str, ...]:
        """What is filled in: first what the mail says."""
        return tuple(blank for blank in (self.listed, self.right) if blank)


class Corrections(Record):
    """The ready sentences that the button for a correction ticks and fills in, by what is wrong."""

    address: Answering
    """An address is nearly one of the reader's."""
    candidate_id: Answering
    """A candidate ID is nearly one of the reader's."""
    foreign: Answering
    """An address is none of the reader's."""
    reversed: Answering
    """The accounts are in each other's place."""


class RepliesFile(Record):
    """``replies.yml``."""

    longest: Annotated[int, Declared(strict=True, ge=1)]
    """How many characters a mail may have."""
    own_addresses: Some[OwnAddresses]
    """Where AWS's own addresses are."""
    candidate_id: Looked
    """A candidate ID."""
    case: Kept
    """A case number."""
    date: Kept
    """A day."""
    head: Looked
    """A line of a mail's head."""
    subject: Looked
    """A line of a mail's head without which it is none."""
    quoted: Looked
    """A line behind which an earlier mail is quoted."""
    kinds: Some[ReplyKind]
    """What a mail can be; the first that fits counts."""
    words: Mapping[Word, Pattern]
    """Words and gaps that the patterns share: name → what {name} stands for."""
    accounts: Mapping[Role, AccountWords]
    """Words for the two accounts; {name}, {act}, {done}, {japanese} stand for those of the account that is meant."""
    both: tuple[About, ...]
    """What is said of both accounts at once."""
    one: tuple[Pattern, ...]
    """What is said of one account, whichever; {name}, {act}, {done}, {japanese} tell which."""
    alone: tuple[About, ...]
    """What can be said of one of the two accounts alone."""
    question: Answering
    """The ready sentence that asks back where a mail cannot be told."""
    corrections: Corrections
    """The ready sentences that say what is wrong in a mail."""
