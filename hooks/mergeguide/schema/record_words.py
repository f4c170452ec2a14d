"""How a language words what the data declares: fields, situations, editions; part of ``languages/<lang>.yml``."""

from collections.abc import Mapping

from mergeguide.schema.base import Record, Texts, Words


class Choice(Record):
    """A choice as the form shows it, and as the letter says it."""

    label: Words
    """The choice as the form shows it."""
    letter: Words | None = None
    """How a letter that prints the answer says it. Leave it out where no letter prints it."""


class FieldWords(Record):
    """A field's words in the generator."""

    label: Words
    """The field's label."""
    hint: Words | None = None
    """A sentence below the label, where it is needed."""
    choices: Mapping[str, Choice] = {}
    """Value → its words, for a field with choices."""


class Named(Record):
    """A thing with a name and, if need be, a sentence that explains it."""

    label: Words
    """Its name."""
    hint: Words | None = None
    """A sentence that explains it, where it is needed."""


class LetterNames(Record):
    """A letter's name, the stage at which it is sent, and what it is for."""

    label: Words
    """Its name."""
    stage: Words
    """Where the reader is when she needs it, as she chooses it."""
    hint: Words
    """What it is for, and how it is sent."""


class Titled(Record):
    """A part of the form: its title, a sentence that explains it, and what has to be done first with the link to it."""

    title: Words
    """The part's heading."""
    hint: Words | None = None
    """A sentence below the heading, where it is needed."""
    first: Words | None = None
    """What has to be done before these questions are answered."""
    first_link: Words | None = None
    """The link to where the guide tells how."""


class SituationWords(Record):
    """A situation's words; ``reason`` is the sentence that the letter gives by default."""

    label: Words
    """The situation as the reader chooses it."""
    hint: Words | None = None
    """A sentence that explains it, where it is needed."""
    reason: Words
    """The reason that the letter gives, unless the reader words it anew."""


class EditionWords(Record):
    """What the guide says about one edition of AWS's form."""

    name: Words
    """The edition's name: its month in words."""
    hint: Words
    """A sentence on where it is known from."""
    notes: Texts
    """Item of the form → what the reader has to know there."""
    steps: Mapping[str, Named]
    """Step → its words."""


class EditionHistory(Record):
    """How an edition is known, and what changed against the one before."""

    seen: Words
    """How the edition is known."""
    changed: Words
    """What changed against the edition before."""


class ContradictionWords(Record):
    """What sources disagree on, and how the guide words it."""

    conflict: Words
    """What the sources say against each other."""
    wording: Words
    """How the guide words it, and why."""


class TimingWords(Record):
    """What an elapsed time measures, how long it was, and under which circumstances."""

    what: Words
    """From what to what the time was measured."""
    shown: Words
    """How long it was, in words."""
    note: Words
    """Under which circumstances."""
