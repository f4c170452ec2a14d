"""Everything in ``docs/_data/`` as one frozen value, made by ``loading``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from mergeguide.data.validation import R
from mergeguide.data.yaml_document import Document
from mergeguide.schema import (
    STATEMENTS,
    Claim,
    ClaimsFile,
    Contradiction,
    ContradictionsFile,
    Derived,
    Edition,
    EditionsFile,
    Field,
    FieldsFile,
    Format,
    FormatsFile,
    FormItem,
    FreshnessFile,
    GlossaryFile,
    Language,
    Letter,
    LettersFile,
    Paragraph,
    Record,
    RepliesFile,
    Situation,
    SituationsFile,
    Source,
    SourcesFile,
    Statement,
    StatementsFile,
    Term,
    Timing,
    TimingsFile,
    WarningsFile,
    Watched,
    Way,
    WayKind,
    WaysFile,
    statements_paragraph,
)


@dataclass(frozen=True)
class Guide:
    """The whole data.

    Attributes:
        records: one record a file, by the file's name without its ending.
        languages: by code; the source language first.
        documents: the files themselves, for the lines of later problems, by the same names
            (``languages/ja`` for a language).
    """

    records: Mapping[str, Record]
    languages: Mapping[str, Language]
    documents: Mapping[str, Document]

    def record(self, name: str, model: type[R]) -> R:
        """A file's record, its entries in the file's own order and doubles included."""
        record = self.records[name]
        assert isinstance(record, model)
        return record

    @cached_property
    def form(self) -> FieldsFile:
        """``fields.yml``."""
        return self.record("fields", FieldsFile)

    @cached_property
    def formats_file(self) -> FormatsFile:
        """``formats.yml``."""
        return self.record("formats", FormatsFile)

    @cached_property
    def letters_file(self) -> LettersFile:
        """``letters.yml``."""
        return self.record("letters", LettersFile)

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """The generator's fields by id, in the order of the form."""
        return {field.id: field for field in self.form.fields}

    @cached_property
    def questions(self) -> Mapping[str, Field]:
        """All that the generator asks, by id: its fields, then what goes with the ready sentences."""
        sentences = (
            field for statement in self.statements.values() if statement.letters for field in statement.questions()
        )
        return {**self.fields, **{field.id: field for field in sentences}}

    @cached_property
    def derived(self) -> Mapping[str, Derived]:
        """What follows from answers, by id."""
        return {derived.id: derived for derived in self.form.derived}

    @cached_property
    def form_items(self) -> Mapping[str, FormItem]:
        """The items of AWS's form by id."""
        return {item.id: item for item in self.form.form_items}

    @cached_property
    def documented(self) -> tuple[str, ...]:
        """The ids that every language's ``form-fields`` page has a section for."""
        return tuple(dict.fromkeys([*self.form_items, *self.fields]))

    @cached_property
    def formats(self) -> Mapping[str, Format]:
        """Formats by id."""
        return {item.id: item for item in self.formats_file.formats}

    @cached_property
    def letters(self) -> Mapping[str, Letter]:
        """Letters by id."""
        return {letter.id: letter for letter in self.letters_file.letters}

    @cached_property
    def paragraphs(self) -> Mapping[str, Paragraph]:
        """Paragraphs by id."""
        return {paragraph.id: paragraph for paragraph in self.letters_file.paragraphs}

    @cached_property
    def composed_paragraphs(self) -> Mapping[str, Paragraph]:
        """What a letter can be composed of, by id: the paragraphs and the one of ready sentences."""
        return {**self.paragraphs, STATEMENTS: statements_paragraph(self.statements.values())}

    @cached_property
    def letter_languages(self) -> tuple[str, ...]:
        """The languages that a letter can be written in, the default first."""
        return self.letters_file.languages

    @cached_property
    def situations(self) -> Mapping[str, Situation]:
        """Situations by id."""
        return {situation.id: situation for situation in self.record("situations", SituationsFile).situations}

    @cached_property
    def editions_file(self) -> EditionsFile:
        """``form-editions.yml``."""
        return self.record("form-editions", EditionsFile)

    @cached_property
    def editions(self) -> Mapping[str, Edition]:
        """Form editions by id, newest first."""
        return {edition.id: edition for edition in self.editions_file.form_editions}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.record("sources", SourcesFile).sources}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.record("claims", ClaimsFile).claims}

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Where sources disagree."""
        return self.record("contradictions", ContradictionsFile).contradictions

    @cached_property
    def timings(self) -> tuple[Timing, ...]:
        """Elapsed times from reports."""
        return self.record("timings", TimingsFile).timings

    @cached_property
    def warnings(self) -> WarningsFile:
        """``warnings.yml``."""
        return self.record("warnings", WarningsFile)

    @cached_property
    def watched(self) -> tuple[Watched, ...]:
        """The parts of the guide whose age is watched."""
        return self.record("freshness", FreshnessFile).watched

    @cached_property
    def answer_sets(self) -> dict[tuple[str, tuple[str, ...]], Sequence[Mapping[str, str]]]:
        """What ``letters.answer_sets`` has found: letter and controls → answers. Many checks ask for the same."""
        return {}

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """Ready sentences by id."""
        return {statement.id: statement for statement in self.record("statements", StatementsFile).statements}

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """What the guide has one word for."""
        return self.record("glossary", GlossaryFile).terms

    @cached_property
    def long_vowels(self) -> Mapping[str, tuple[str, ...]]:
        """Language → its words from English that end in a long vowel."""
        return self.record("glossary", GlossaryFile).long_vowels

    @cached_property
    def ways_file(self) -> WaysFile:
        """``ways.yml``."""
        return self.record("ways", WaysFile)

    @cached_property
    def ways(self) -> Mapping[str, Way]:
        """The ways of readers by id."""
        return {way.id: way for way in self.ways_file.ways}

    @cached_property
    def way_kinds(self) -> Mapping[str, WayKind]:
        """The kinds of ways by id."""
        return {kind.id: kind for kind in self.ways_file.kinds}

    @cached_property
    def replies(self) -> RepliesFile:
        """``replies.yml``."""
        return self.record("replies", RepliesFile)

    @cached_property
    def source_language(self) -> str:
        """The code of the language that the others are translated from."""
        return next(code for code, language in self.languages.items() if language.source)

    @cached_property
    def complete_languages(self) -> tuple[str, ...]:
        """The languages that have to have everything; a draft may lack pages."""
        return tuple(code for code, language in self.languages.items() if not language.draft)

    def alone(self, code: str) -> Guide:
        """The same guide as if a language were its only one, and the others' source."""
        language = self.languages[code].model_copy(update={"source": True})
        return replace(self, languages={code: language})

    def choices(self, field: Field) -> tuple[str, ...]:
        """The values that a choice field can have."""
        return tuple(self.situations) if field.choices_from else field.choices
