"""The records of ``statements.yml``: ready sentences for letters and for the mails that go back and forth."""

from collections.abc import Iterable
from typing import Any, Literal

from mergeguide.schema.base import Id, Record, Some, Words
from mergeguide.schema.conditions import Condition, When
from mergeguide.schema.fields import Field, NotToCome
from mergeguide.schema.letters import STATEMENTS, Line, Paragraph
from mergeguide.schema.relations import (
    ClaimId,
    FormatId,
    LetterId,
)

Occasion = Literal["request", "list", "reply"]
"""When a sentence is of use: with a request, where AWS's list of accounts is wrong, in any other reply."""


class Blank(Record):
    """A part of a sentence that the reader fills in."""

    id: Id
    """The blank's name: {id} in the sentence. In the generator it is the control statement-<statement>-<id>."""
    kind: Literal["line", "date"]
    """line or date."""
    format: FormatId
    """How it is repaired and judged: an id of formats.yml."""
    example: Words
    """A made-up value that shows what goes in."""
    not_to_come: NotToCome | None = None
    """For a date: where it cannot be a day to come."""


class Statement(Record):
    """A ready sentence."""

    id: Id
    """The sentence's id. Its words are in the language files, under statements:."""
    occasion: Occasion
    """request: to go with the request. list: AWS's list of accounts is wrong. reply: any other reply."""
    letters: tuple[LetterId, ...] = ()
    """The letters that it can be ticked for: ids of letters.yml. Leave it out where it is only to be copied."""
    when: When = ()
    """It is offered there only under these conditions. Leave it out for always."""
    blanks: tuple[Blank, ...] = ()
    """What the reader fills in."""
    claims: tuple[ClaimId, ...] = ()
    """The evidence, where it says something about AWS: ids of claims.yml."""

    @property
    def tick(self) -> str:
        """The answer that says whether it was ticked: ``yes``. In ``ANSWERS.json`` all ticked ones are one list."""
        return f"statement-{self.id}"

    def blank_control(self, blank: str) -> str:
        """The control that a blank is filled in with."""
        return f"{self.tick}-{blank}"

    @property
    def ticked(self) -> Condition:
        """The condition that it was ticked."""
        return {self.tick: ("yes",)}

    def questions(self) -> tuple[Field, ...]:
        """What the generator asks: whether to say it, and then what goes into the blanks."""
        return (
            _question(
                self,
                id=self.tick,
                kind="choice",
                need="optional",
                choices=("yes",),
                asked_when=self.when,
                example="yes",
            ),
            *(
                _question(
                    self,
                    id=self.blank_control(blank.id),
                    kind=blank.kind,
                    format=blank.format,
                    need="required",
                    asked_when=(self.ticked,),
                    example=blank.example,
                    not_to_come=blank.not_to_come,
                )
                for blank in self.blanks
            ),
        )


def _question(statement: Statement, **values: Any) -> Field:
    """A field that is in no file, from values that were judged with the sentence."""
    return Field.model_construct(None, group=STATEMENTS, letters=statement.letters, claims=(), **values)


def statements_paragraph(statements: Iterable[Statement]) -> Paragraph:
    """The paragraph of a letter that says what was ticked, a line a sentence."""
    lines = tuple(Line(id=statement.id, when=(statement.ticked,)) for statement in statements if statement.letters)
    return Paragraph(id=STATEMENTS, when=tuple(when for line in lines for when in line.when), lines=lines)


class StatementsFile(Record):
    """``statements.yml``."""

    statements: Some[Statement]
    """Ready sentences, to be ticked for a letter or copied from replies.md (/// statements)."""
