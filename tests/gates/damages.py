"""Damage to pages as each of the three judges sees it: the sources, a build, and the HTML that a build left behind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from projects import Project

Spoil = Callable[[Project], None]


@dataclass(frozen=True)
class Damage:
    """One mistake of an author.

    Attributes:
        rule: what finds it in the sources, with ``words`` of the message, in the file ``path``.
        on_site: what finds it in built HTML: the same rule where the gate is the same and has to say the very same
            words, another where only its trace can be seen, none where HTML has lost every trace.
        trace: words of the message about the HTML, where it is another rule's.
    """

    spoil: Spoil
    rule: str
    path: str
    words: str
    on_site: str | None = None
    trace: str = ""


def add(path: str, text: str) -> Spoil:
    """Write something at the end of a page."""
    return lambda project: project.write(path, f"{project.text(path)}\n{text}\n")


def edit(path: str, old: str, new: str) -> Spoil:
    """Replace a text of a page."""
    return lambda project: project.edit(path, old, new)


def section_of(project: Project, path: str, heading: str) -> str:
    """A section of level three, its heading included."""
    match = re.search(rf"^### [^\n]*{{ #{heading} }}\n.*?(?=^##|\Z)", project.text(path), re.MULTILINE | re.DOTALL)
    assert match, f"{path} has no #{heading}"
    return match[0]


def rewrite(path: str, heading: str, change: Callable[[str], str]) -> Spoil:
    """Change a section."""

    def spoil(project: Project) -> None:
        section = section_of(project, path, heading)
        project.edit(path, section, change(section))

    return spoil


def both(*spoils: Spoil) -> Spoil:
    """One mistake that was made in several files."""

    def spoil(project: Project) -> None:
        for one in spoils:
            one(project)

    return spoil


JA, EN = "docs/ja/form-fields.md", "docs/en/form-fields.md"
GLOSSARY_JA, GLOSSARY_EN = "docs/ja/glossary.md", "docs/en/glossary.md"
FIELDS = "docs/_data/fields.yml"
DAMAGES: Mapping[str, Damage] = {
    "a field's section missing in one language": Damage(
        rewrite(EN, "field-alternate-email", lambda section: ""),
        "undocumented-field",
        FIELDS,
        'The field "alternate-email" has no documentation in the language "en".',
        "undocumented-field",
    ),
    "a field's section empty": Damage(
        rewrite(JA, "field-case-id", lambda section: section.splitlines()[0] + "\n\n"),
        "empty-section",
        JA,
        'The section of the field "case-id" is empty in the language "ja".',
        "empty-section",
    ),
    "a term missing": Damage(
        rewrite(EN, "field-left-on", lambda section: section[: section.index("What goes wrong")] + "\n"),
        "missing-term",
        EN,
        'The section of the field "left-on" does not say "What goes wrong" (language "en").',
        "missing-term",
    ),
    "a term pasted and not written": Damage(
        rewrite(
            JA, "field-full-name", lambda section: section[: section.index("つまずき")] + "つまずきやすい点\n:   …\n\n"
        ),
        "missing-term",
        JA,
        'The section of the field "full-name" does not say "つまずきやすい点" (language "ja").',
        "missing-term",
    ),
    "a field documented twice": Damage(
        lambda project: project.write(EN, project.text(EN) + "\n" + section_of(project, EN, "field-reason")),
        "doubled-section",
        EN,
        'The field "reason" is documented 2 times in the language "en".',
        "doubled-section",
    ),
    "a section of no field": Damage(
        both(*(add(path, "### X { #field-postbox }\n\nText.") for path in (JA, EN))),
        "unknown-field-section",
        EN,
        '"#field-postbox" documents a field "postbox" that fields.yml does not know.',
        "unknown-field-section",
    ),
    "an id that stands twice": Damage(
        both(
            *(
                add(path, "## X { #meeting }\n\nText.\n\n## Y { #meeting }\n\nText.")
                for path in (GLOSSARY_JA, GLOSSARY_EN)
            )
        ),
        "doubled-id",
        GLOSSARY_EN,
        'The id "meeting" already stands at line ',
        "doubled-id",
        'The id "meeting" stands 2 times.',
    ),
    "a claim that is not in the ledger": Damage(
        add("docs/ja/privacy.md", "根拠のない文です。[@merge-tol]"),
        "unknown-claim",
        "docs/ja/privacy.md",
        'The claim "merge-tol" is cited, but claims.yml does not know it.',
        "stray-marker",
        'A marker "[@" stands on the page: "根拠のない文です。[@merge-tol]".',
    ),
    "a block misspelt": Damage(
        add("docs/en/privacy.md", "/// freshnes | form\n///"),
        "block-left-over",
        "docs/en/privacy.md",
        '"/// freshnes | form" was not understood as a block',
        "stray-marker",
        'A marker "///" stands on the page: "/// freshnes | form',
    ),
    "a block misspelt below a line of text": Damage(
        add("docs/ja/open-the-form.md", "次の図です。\n/// form-mapp | 2025-11\n///"),
        "block-left-over",
        "docs/ja/open-the-form.md",
        '"/// form-mapp | 2025-11" was not understood as a block',
        "stray-marker",
        'A marker "///" stands on the page: "次の図です。',
    ),
    "code without its end": Damage(
        add("docs/en/troubleshooting.md", "```sh\nmake serve"),
        "code-unclosed",
        "docs/en/troubleshooting.md",
        "The code that begins here has no end",
    ),
    "a dead anchor": Damage(
        add("docs/en/replies.md", "See [the glossary](glossary.md#accounts-and-mergers)."),
        "dead-link",
        "docs/en/replies.md",
        'The link "glossary.md#accounts-and-mergers" leads to no id of docs/en/glossary.md.',
        "dead-link",
        'The link "../glossary/#accounts-and-mergers" leads to no id.',
    ),
    "a dead anchor on the same page": Damage(
        add("docs/ja/what-moves.md", "[表](#tabel)を見てください。"),
        "dead-link",
        "docs/ja/what-moves.md",
        'The link "#tabel" leads to no id of docs/ja/what-moves.md.',
        "dead-link",
        'The link "#tabel" leads to no id.',
    ),
    "a link to no page": Damage(
        add("docs/ja/replies.md", "[用語](glosary.md)を見てください。"),
        "dead-link",
        "docs/ja/replies.md",
        'The link "glosary.md" leads to no page.',
        "dead-link",
        'The link "glosary.md" leads to no file.',
    ),
    "a heading without an id": Damage(
        add("docs/ja/troubleshooting.md", "## 見出しだけ\n\n文です。"),
        "heading-id",
        "docs/ja/troubleshooting.md",
        'The heading "見出しだけ" has no id of its own.',
    ),
    "a claim cited in one language": Damage(
        add("docs/en/contributing.md", "The form opens without signing in. [@direct-address]"),
        "citation-parity",
        "docs/en/contributing.md",
        'The claim "direct-address" is cited here, but not in docs/ja/contributing.md.',
    ),
    "a citation without its bracket": Damage(
        add("docs/en/after-the-merge.md", "Wait for the reply. [@direct-address"),
        "citation-form",
        "docs/en/after-the-merge.md",
        '"[@direct-address" was not understood as a citation',
        "stray-marker",
        'A marker "[@" stands on the page: "Wait for the reply. [@direct-address".',
    ),
    "a section of the navigation without words": Damage(
        edit("mkdocs.yml", "  - look-up:\n", "  - lookup:\n"),
        "missing-words",
        "mkdocs.yml",
        'The section "lookup" of the navigation has no words in the language "ja".',
    ),
}
"""Each in a place of its own, so that all of them can be done to one project."""
