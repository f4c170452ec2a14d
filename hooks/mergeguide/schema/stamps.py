"""The record of ``translations/<lang>/…``: which state of the source each section of a translation says."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from mergeguide.schema.base import Record, Words, real_days

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]

Day = Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}-[0-9]{2}-[0-9]{2}$"), AfterValidator(real_days)]


class Stamp(Record):
    """That a section of a translation says what its original said."""

    source: Digest
    """The digest of the original's words, as it was when somebody held the two against each other."""
    translation: Digest
    """The digest of the translation's words, as it was when the stamp was written."""
    acknowledged: Words | None = None
    """Why a change of the original asks for none in the translation."""


class Waiver(Record):
    """That a difference between a translation and its original is meant."""

    reason: Words
    """Why the two differ."""
    until: Day
    """The last day on which it counts."""


class StampsFile(Record):
    """``translations/<lang>/…``."""

    sections: Mapping[str, Stamp]
    """Section → its stamp: the id of a heading, "@meta", "@lead", or an entry of a language file."""
    waivers: Mapping[str, Waiver] = {}
    """Alarm of parity, as the command prints it behind the page → why it is none."""
