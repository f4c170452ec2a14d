"""How a language words what is the same everywhere: notices, dates, marks, terms; part of ``languages/<lang>.yml``."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic import Field as Declared

from mergeguide.schema.base import Record, Some, Texts, Words
from mergeguide.schema.relations import WordsFor


def _none_or_twelve(months: tuple[str, ...]) -> tuple[str, ...]:
    if len(months) not in (0, 12):
        raise ValueError("a list of twelve names, or left out for numbers")
    return months


SocialLocale = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}_[A-Z]{2}$")]
"""Language and country as Open Graph writes them."""

Months = Annotated[tuple[Words, ...], AfterValidator(_none_or_twelve)]


class Site(Record):
    """The site's name and the notices around every page."""

    name: Words
    """The site's name, at the top of each page."""
    locale: SocialLocale
    """Language and country as social networks name them, for instance ja_JP."""
    description: Words
    """What search engines show of a page that has no description of its own."""
    unofficial: Words
    """The notice on every page that this is no site of AWS."""
    licence: Words
    """The licences of text and code, at the foot of each page."""
    checked: Words
    """When the statements of a page were last held against their sources, at the page's end, with {date}."""
    checked_guide: Words
    """The same on a page without such statements: when all of the guide were, with {date}."""
    to_light: Words
    """The button that switches to light colours."""
    to_dark: Words
    """The button that switches to dark colours."""
    to_system: Words
    """The button that lets the system choose the colours."""
    whole_guide: Words
    """The link to the page that holds all others, and that page's title."""
    suggestion: Words
    """Offers this language's page to a reader whose browser prefers it to the page's own."""
    suggestion_close: Words
    """The button that puts the offer away."""


class NotFound(Record):
    """The words of the 404 page."""

    title: Words
    """The 404 page's heading."""
    text: Words
    """What it says."""
    home: Words
    """Its link to the front page."""
    letter: Words
    """Its link to the letter page."""


class Search(Record):
    """What the search says where it cannot search, and which words it knows how to take."""

    on_disk: Words
    """What it says on a page that was opened straight from a disk, where browsers allow no search."""
    failed: Words
    """What it says where its files could not be loaded."""
    alike: tuple[Annotated[tuple[Words, ...], Declared(min_length=2)], ...] = ()
    """Groups of words for one thing: whichever is searched for, passages with the others are found, too. Of a Japanese
    word what its forms have in common counts, of an English one its stem.
    """
    passed_over: tuple[Words, ...] = ()
    """Words by which nothing is found, unless they are all that is searched for."""


class Dates(Record):
    """How dates are written: in letters, and in marks of evidence, where short names of months may stand."""

    months: Months = ()
    """The twelve names of months, from January on. Leave it out where months are written as numbers."""
    short_months: Months = ()
    """The same names, short, for marks of evidence."""
    letter: Words
    """A day as letters write it, with {year}, {month}, {day}."""
    letter_month: Words
    """A month as letters write it, with {year}, {month}."""
    day: Words
    """A day on the pages, with {year}, {month}, {day}."""
    month: Words
    """A month on the pages, with {year}, {month}."""
    year: Words
    """A year on the pages, with {year}."""
    between: Words
    """An interval, with {from} and {to}."""
    since: Words
    """An interval without an end, with {from}."""
    until: Words
    """An interval without a beginning, with {to}."""
    inferred: Words
    """A date that is our reading of the source, with {date}."""
    none: Words
    """What is written where no date is known."""


class AsOf(Record):
    """The words of the small mark that follows a claim."""

    official: Words
    """The kind of a claim with official sources."""
    quoted: Words
    """The kind of a claim with an official text that was read in somebody else's."""
    report: Words
    """The kind of a claim with one report."""
    reports: Words
    """The kind of a claim with several reports, with {count}."""
    secondary: Words
    """The kind of a claim with second-hand sources alone."""
    inferred: Words
    """The kind of a claim that is our conclusion."""
    unknown: Words
    """The whole mark where something is not known."""
    unknown_words: Some[Words]
    """Words by which a sentence says that something is not known. One of them has to be in each sentence that ends in
    such a mark.
    """
    undated: Words
    """What is written where no source has a date."""
    years: Words
    """Several years, with {from} and {to}."""
    joint: str
    """What is written between date and kind, spaces included."""
    old: Words
    """What a mark says to screen readers where its newest evidence is more than a year old."""
    describe: Words
    """How a mark is read out, with {mark}."""


class Documentation(Record):
    """The three terms that every field's documentation has."""

    meaning: Words
    """The first term of each section in form-fields.md: what the field means."""
    enter: Words
    """The second term: what to enter."""
    wrong: Words
    """The third term: what goes wrong."""


class Conditions(Record):
    """How conditions are put into words."""

    or_: str = Declared(alias="or")
    """Between two conditions of which one is enough."""
    and_: str = Declared(alias="and")
    """Between two conditions that both have to hold."""
    either: str
    """Between two values of which one is enough, with the quotation marks that end the one and begin the other."""
    given: Words
    """That a field is answered, with {label}."""
    absent: Words
    """That a field is not answered, with {label}."""
    is_: Words = Declared(alias="is")
    """That a field has one of some values, with {label} and {values}."""


class Freshness(Record):
    """The notice about old evidence: its title, its sentence with {date}, and what each watched part is called."""

    title: Words
    """The notice's heading."""
    notice: Words
    """The notice, with {date} of the newest evidence."""
    parts: Annotated[Texts, WordsFor("watched part")]
    """Watched part (freshness.yml) → its name in the notice."""


class ReplyWords(Record):
    """The words of the part that reads a mail from AWS."""

    page: Texts
    """What stands there from the beginning."""
    said: Texts
    """What is said of a mail."""
    kinds: Annotated[Texts, WordsFor("reply kind")]
    """Kind of mail (replies.yml) → what it is, and what to do with it."""
    reasons: Texts
    """Reason for a verdict → its sentence."""
