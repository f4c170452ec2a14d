"""What the browser gets, as types: ``browser_data`` makes it, the modules of the generator read it.

Names are those of JavaScript. The same types for the modules are in ``browser_model.d.ts``, which ``type_declarations``
makes of these; ``python -m mergeguide schema`` tells where it is behind.
"""

from typing import Literal, NotRequired, TypedDict

from mergeguide.generator.reply_model import About as About
from mergeguide.generator.reply_model import Correction as Correction
from mergeguide.generator.reply_model import Corrections as Corrections
from mergeguide.generator.reply_model import ReplyData as ReplyData
from mergeguide.generator.reply_model import ReplyKind as ReplyKind
from mergeguide.schema import Condition, Kind, Repair

When = list[Condition]


class DiffersFrom(TypedDict):
    """Fields that must not have the same answer."""

    fields: list[str]
    when: When
    unless: When
    error: str


class NotToCome(TypedDict):
    """A day that is past where the conditions hold."""

    error: str
    when: When


class Field(TypedDict):
    """What the generator asks; what does not hold of a field is left out."""

    id: str
    group: str
    kind: Kind
    label: str
    example: str
    letters: NotRequired[list[str]]
    asked: NotRequired[When]
    format: NotRequired[str]
    states: NotRequired[list[str]]
    choices: NotRequired[list[str]]
    refused: NotRequired[dict[str, str]]
    chosen: NotRequired[str]
    defaultFrom: NotRequired[str]
    required: NotRequired[bool]
    requiredOnPage: NotRequired[bool]
    requiredWhen: NotRequired[When]
    differsFrom: NotRequired[list[DiffersFrom]]
    notToCome: NotRequired[NotToCome]


class Derived(TypedDict):
    """What follows from answers: two are equal, or an address is at a domain of somebody's own."""

    id: str
    rule: Literal["equal", "own-domain"]
    followsFrom: list[str]


class Check(TypedDict):
    """One rule of a format: the pattern that an answer has to match, or must not."""

    error: str
    matches: NotRequired[str]
    rejects: NotRequired[str]
    when: NotRequired[When]


class Written(TypedDict):
    """A way in which people write a day or a month."""

    matches: str
    holds: list[Literal["year", "month", "day"]]
    adds: int


class Format(TypedDict):
    """How answers of one format are repaired, then judged."""

    repairs: list[Repair]
    pasted: list[str]
    written: list[Written]
    longest: int
    checks: list[Check]


class CharacterClasses(TypedDict):
    """Characters that repairs look for, as insides of ``[…]``, but for ``kana``, a pattern, and ``voicing``, pairs."""

    hyphens: str
    dots: str
    apostrophes: str
    whiteSpace: str
    invisible: str
    wide: str
    kana: str
    voicing: dict[str, str]
    composed: str


class Letter(TypedDict):
    """A letter: how it is sent, and the ids of its paragraphs."""

    sentBy: Literal["form", "reply"]
    paragraphs: list[str]


class Line(TypedDict):
    """A line of a paragraph; its text by language, wording at even positions, ids of fields at odd ones."""

    when: When
    text: dict[str, list[str]]


class Paragraph(TypedDict):
    """A paragraph of a letter."""

    when: When
    lines: list[Line]


class LetterWords(TypedDict):
    """How a letter in one language says choices, states, reasons and dates."""

    choices: dict[str, dict[str, str]]
    states: dict[str, str]
    reasons: dict[str, str]
    months: list[str]
    date: str
    month: str


class Unwanted(TypedDict):
    """What an answer of some formats should not hold."""

    id: str
    formats: list[str]
    matches: str
    instead: str
    swaps: dict[str, str]
    hint: bool


class Comparison(TypedDict):
    """What two answers together give reason to look at."""

    id: str
    fields: list[str]
    like: list[str]
    compares: Literal["whole", "domain"]
    when: When


class CharacterKind(TypedDict):
    """A kind of characters, with its name in the reader's language; ranges as the inside of ``[…]``."""

    id: str
    name: str
    ranges: str
    becomes: Literal["transliteration", "parts", "nothing"] | None
    joins: bool
    language: str


class Rewrite(TypedDict):
    """What a whole answer of a form can become."""

    matches: str
    becomes: list[str]


class Suggestion(TypedDict):
    """What else can be done about an answer with text that nothing can stand for, in words and as buttons."""

    fields: list[str]
    text: str
    opens: NotRequired[str]
    rewrites: list[Rewrite]


class Warnings(TypedDict):
    """What is pointed out without keeping a letter from being sent.

    Attributes:
        words: the sentences, by the rule's id.
        own: what can stand for single characters.
        table: what else can, run by run: the first character's number, and their texts with a space between.
        forms: the normal forms of Unicode in which a character is looked up.
        names: what characters are called.
        notAfter: kinds of characters after which a character is what it looks like.
        languages: what languages are called that kinds of characters name.
    """

    words: dict[str, str]
    domains: dict[str, str]
    patterns: list[Unwanted]
    comparisons: list[Comparison]
    everybodys: list[str]
    examples: list[str]
    own: dict[str, str]
    table: list[tuple[int, str]]
    forms: list[Literal["NFC", "NFKC", "NFKD"]]
    names: dict[str, str]
    notAfter: dict[str, list[str]]
    kinds: list[CharacterKind]
    languages: dict[str, str]
    suggestions: list[Suggestion]


class Guide(TypedDict):
    """Everything that the generator's script reads, for a reader's language.

    Attributes:
        reader: the reader's language.
        pairs: controls that change places when source and destination do.
        longest: the longest letter of an edition of AWS's form that says so.
        errors: the sentences for errors, by their ids.
        words: all other words of the generator.
    """

    paragraphs: dict[str, Paragraph]
    letterWords: dict[str, LetterWords]
    letters: dict[str, Letter]
    derived: list[Derived]
    groups: list[str]
    editions: list[str]
    fields: list[Field]
    longest: dict[str, int]
    reminder: str
    pairs: list[tuple[str, str]]
    errors: dict[str, str]
    remindAfterDays: int
    warnings: Warnings
    formats: dict[str, Format]
    characters: CharacterClasses
    words: dict[str, str]
    reader: str
    letterLanguages: list[str]
