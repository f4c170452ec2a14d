"""The record of ``translations/<lang>/…``: which state of the source each section of a translation says."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import StringConstraints

from mergeguide.schema.base import Record, Words

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]


class Stamp(Record):
    """That a section of a translation says what its original said."""

    source: Digest
    """The digest of the original's words, as it was when somebody held the two against each other."""
    translation: Digest
    """The digest of the translation's words, as it was when the stamp was written."""
    acknowledged: Words | None = None
    """Why a change of the original asks for none in the translation."""


class StampsFile(Record):
    """``translations/<lang>/…``."""

    sections: Mapping[str, Stamp]
    """Section → its stamp: the id of a heading, "@meta", "@lead", or an entry of a language file."""
