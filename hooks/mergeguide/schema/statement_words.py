"""How a language says the ready sentences: part of ``languages/<lang>.yml``."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field as Declared

from mergeguide.schema.base import Record, Words
from mergeguide.schema.relations import WordsFor


class StatementWords(Record):
    """A ready sentence: when to say it, the sentence as it is sent, and what goes into its blanks."""

    label: Words
    """When to say it, as the reader reads it."""
    letter: Words
    """The sentence as it is sent, with {blank} for what the reader fills in."""
    blanks: Mapping[str, Words] = {}
    """Blank → what goes in."""

    def text(self, statement: str) -> str:
        """The sentence of that id, with the controls of its blanks as slots."""
        slots = {blank: f"{{statement-{statement}-{blank}}}" for blank in self.blanks}
        return re.sub(r"{([^{}]+)}", lambda slot: slots.get(slot[1], slot[0]), self.letter)


class StatementList(Record):
    """The words around the ready sentences on a page."""

    occasions: Annotated[Mapping[str, Words], WordsFor("occasion")]
    """Occasion → the heading over its sentences."""
    copy_: Words = Declared(alias="copy")
    """The button that copies a sentence."""
    copied: Words
    """What the button says once the sentence is copied."""
    not_copied: Words
    """What is said where the browser does not allow copying."""
