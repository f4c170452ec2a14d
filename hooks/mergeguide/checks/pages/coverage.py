"""The required-field gate: every field is documented, in every language, once, in full.

Plain functions over pages that were rendered by whatever engine; the hook and ``python -m mergeguide check``
give them the same pages and so get the same verdicts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mergeguide.data import Guide
from mergeguide.pages import FIELDS_PAGE, PREFIX, Collected, Section
from mergeguide.problems import Problem, nearest
from mergeguide.rendering import expected_facts
from mergeguide.schema import TO_WRITE

Place = tuple[str, int, Section]
"""Where a field is documented: path, line, and what stands there."""


def coverage_problems(guide: Guide, pages: Sequence[Collected]) -> Iterator[Problem]:
    """Every gap in the documentation of fields.

    Args:
        pages: every page of every language, each under its own language: a page that stands in for another
            language's does not count.
    """
    for code in guide.languages:
        found: dict[str, list[Place]] = defaultdict(list)
        for page in pages:
            if page.code == code:
                for section, line in page.fields:
                    found[section.id.removeprefix(PREFIX)].append((page.path, line, section))
        # A draft need not have the page yet.
        if code in guide.complete_languages or any((page.code, page.name) == (code, FIELDS_PAGE) for page in pages):
            yield from _language_problems(guide, code, found)


def _language_problems(guide: Guide, code: str, found: Mapping[str, Sequence[Place]]) -> Iterator[Problem]:
    expected = f"docs/{code}/{FIELDS_PAGE}"
    for field in guide.documented:
        places = found.get(field, ())
        if not places:
            path, line = declared(guide, field)
            yield Problem(
                path,
                line,
                f'The field "{field}" has no documentation in the language "{code}".',
                f"Add to {expected}:\n{template(guide, code, field)}",
                "undocumented-field",
            )
        for place in places[:1]:
            yield from _section_problems(guide, code, field, place)
        for path, line, _ in places[1:]:
            yield Problem(
                path,
                line,
                f'The field "{field}" is documented {len(places)} times in the language "{code}".',
                "Keep one section and delete the others.",
                "doubled-section",
            )
    for field in found:
        if field not in guide.documented:
            path, line, section = found[field][0]
            yield Problem(
                path,
                line,
                f'"#{section.id}" documents a field "{field}" that fields.yml does not know.',
                f"{nearest(field, guide.documented)}Correct the id, or declare the field.",
                "unknown-field-section",
            )


def _section_problems(guide: Guide, code: str, field: str, place: Place) -> Iterator[Problem]:
    path, line, section = place
    if not section.text.replace(TO_WRITE, "").strip():
        yield Problem(
            path,
            line,
            f'The section of the field "{field}" is empty in the language "{code}".',
            f"Write under it:\n{template(guide, code, field, heading=False)}",
            "empty-section",
        )
        return
    words = guide.languages[code].documentation
    for term in (words.meaning, words.enter, words.wrong):
        if not section.terms.get(term, "").replace(TO_WRITE, "").strip():
            yield Problem(
                path,
                line,
                f'The section of the field "{field}" does not say "{term}" (language "{code}").',
                f"Add to its definition list:\n{term}\n:   …",
                "missing-term",
            )
    yield from _facts_problems(guide, code, field, place)


def _facts_problems(guide: Guide, code: str, field: str, place: Place) -> Iterator[Problem]:
    """What the page shows of the data is what the data says; a page built from other data would differ."""
    path, line, section = place
    told = [(name, " ".join(expected.split())) for name, expected in expected_facts(guide, code, field)]
    for name, expected in told:
        if expected not in section.facts:
            yield Problem(
                path,
                line,
                f'The section of the field "{field}" does not show its {name} "{expected}" (language "{code}").',
                "Build the site again from this data; the facts under a field are never written by hand.",
                "facts-differ",
            )
    for label in Counter(section.labels) - Counter(expected for name, expected in told if name == "label"):
        yield Problem(
            path,
            line,
            f'The section of the field "{field}" shows a label "{label}" that the data does not have '
            f'(language "{code}").',
            "Build the site again from this data; the facts under a field are never written by hand.",
            "facts-differ",
        )


def declared(guide: Guide, field: str) -> tuple[str, int]:
    """The file and line at which a field is declared."""
    document = guide.documents["fields"]
    for name, ids in (("fields", guide.fields), ("form-items", guide.form_items)):
        if field in ids:
            return document.path, document.line([name, list(ids).index(field)])
    raise KeyError(field)


def template(guide: Guide, code: str, field: str, *, heading: bool = True) -> str:
    """The lines of a field's section, for an author to paste and complete."""
    language = guide.languages[code]
    words = language.documentation
    title = [f"### {language.fields[field].label} {{ #{PREFIX}{field} }}", ""] if heading else []
    terms = [line for term in (words.meaning, words.enter, words.wrong) for line in (term, f":   {TO_WRITE}", "")]
    return "\n".join([*title, *terms]).rstrip()
