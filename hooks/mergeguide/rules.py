"""Every rule that a check can find broken: its name, what it says, whether it makes a build fail.

A rule is named ``<what>-<fault>`` or ``<fault>-<what>``, and keeps its name: tests, scripts that read ``--format json``
and people who search for it rely on it. ``python -m mergeguide rules`` prints the list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Level = Literal["error", "note"]

NOTES = frozenset({"old-evidence", "stale-translation"})
"""Rules that are told and let the build pass."""

RULES: Mapping[str, str] = {
    # Files
    "byte-order-mark": "A text file does not begin with a byte-order mark.",
    "character": "A value has no character that no page can show.",
    "docs-dir": "The documents lie where the guide looks for them.",
    "empty-file": "A file of the data is not empty.",
    "encoding": "A text file is in UTF-8.",
    "file-name": "A file's name is written in composed characters.",
    "json": "A file of answers is one flat JSON object.",
    "missing-file": "A file that is asked for exists.",
    "pattern": "A pattern under exclude_docs or draft_docs can be read.",
    "schema-drift": "The JSON Schemas, and the types for JavaScript, are those of the models.",
    "unreadable": "A file can be read.",
    "yaml": "A file of the data is valid YAML.",
    "yaml-anchor-or-tag": "A file of the data does without anchors and tags.",
    # Data: each file by itself
    "duplicate-key": "A key appears once.",
    "empty-value": "A value that is there says something.",
    "language-name": "A language file is named after its language.",
    "language-tag": "A language is named by BCP 47.",
    "missing-key": "A key that is required is there.",
    "source-language": "One language is the source.",
    "unknown-key": "A key is one that the model knows.",
    "value": "A value has the form that the model asks for.",
    # Data: the files together
    "duplicate-character": "A character has one replacement.",
    "derived-shape": "What is derived follows from one thing.",
    "duplicate-id": "An id is declared once.",
    "empty-item": "An item of an edition of AWS's form says what goes in.",
    "field-shape": "A field has what its kind needs, and nothing else.",
    "format-shape": "A format says what is pasted exactly where it repairs that.",
    "no-source": "A claim that is not unknown has a source.",
    "unknown-character-kind": "A kind of character that is referred to is declared.",
    "unknown-choice": "What is said of a choice is said of one of its values.",
    "unknown-claim": "A claim that is referred to is declared.",
    "unknown-control": "A control that a condition names exists.",
    "unknown-field": "A field that is referred to is declared.",
    "unknown-form-item": "An item of AWS's form that is referred to is declared.",
    "unknown-format": "A format that is referred to is declared.",
    "unknown-group": "A group that is referred to is declared.",
    "unknown-language": "A language that is referred to exists.",
    "unknown-letter": "A letter that is referred to is declared.",
    "unknown-paragraph": "A paragraph that is referred to is declared.",
    "unknown-source": "A source that is referred to is declared.",
    "unknown-way-kind": "A kind of way that is referred to is declared.",
    "unknown-value": "A value that a condition asks for is one that the control can have.",
    "unused-field": "A field is asked by some letter.",
    "unused-form-item": "An item of AWS's form appears in some edition.",
    "unused-paragraph": "A paragraph appears in some letter.",
    "watched-shape": "A watched part lists claims exactly where it watches claims.",
    # Languages side by side
    "left-over-words": "A language has no words for what does not exist.",
    "missing-label": "An item of AWS's form has its label in the language in which the form was seen.",
    "missing-phrase": "A value that a letter prints has its phrase in each language of letters.",
    "missing-slot": "A text has the placeholders that it has in the other languages.",
    "missing-words": "Each language has words for all that is declared.",
    "unknown-slot": "Something fills each placeholder of a text.",
    "words-shape": "Words are nested as in the source language.",
    # Letters
    "answer-not-said": "A letter prints each answer that it asks for.",
    "banned-phrase": "A letter uses no phrase that its language bans.",
    "doubled-paragraph": "No two paragraphs that can appear together say the same.",
    "long-line": "No line of a letter is longer than the limit.",
    "never-stands": "Some answers satisfy the conditions of each paragraph, line and field.",
    "not-ascii": "A letter in English is ASCII.",
    "not-asked": "A letter prints only answers that it asks for.",
    "paragraph-shape": "A paragraph is nested alike in data and languages.",
    "paragraph-space": "A paragraph has no space at the edges of its lines.",
    "required-not-said": "A letter always prints the answers that it requires.",
    # Pages
    "act-folded": "What has to be done on a way is shown there, not folded.",
    "block-argument": "A block has an argument that exists.",
    "block-doubled": "The generator appears once on its page.",
    "block-left-over": "A line that begins like a block is one.",
    "block-unclosed": "A block that is opened is closed.",
    "block-unopened": "A block that is closed was opened.",
    "code-unclosed": "A block of code has an end.",
    "dead-link": "A link leads somewhere.",
    "dead-section": "A section that the data links to exists.",
    "doubled-id": "An id appears once on a page.",
    "doubled-section": "A field has one section in a language.",
    "edition-order": "Editions of AWS's form come newest first on the page.",
    "empty-page": "A built page has content.",
    "empty-section": "A field's section says something.",
    "extra-heading": "A language has no section that the source language lacks.",
    "facts-differ": "The facts under a field are those of the data.",
    "front-matter": "Front matter has both its ends, and is YAML.",
    "heading-id": "A heading has an id of its own.",
    "heading-level": "A section has the level that it has in the source language.",
    "heading-order": "Sections come in the order of the source language.",
    "many-marks": "A page shows no more marks of evidence than its limit.",
    "missing-block": "A page has the blocks that it has in the source language.",
    "missing-generator": "The generator is on its page in each language.",
    "missing-heading": "A language has each section of the source language.",
    "missing-page": "A language has each page of the source language.",
    "missing-term": "A field's section has each of its parts.",
    "not-built": "A page of the sources is in the built site.",
    "page-language": "A built page says its language.",
    "page-outside": "A page lies in a language's folder.",
    "stray-marker": "A built page shows no mark-up of the guide as text.",
    "undocumented-field": "A field that is asked has its section in each language.",
    "undrawn-edition": "An edition of AWS's form is drawn in each language.",
    "unknown-field-section": "A section about a field is about one that exists.",
    "way-long": "What is read on a way is no longer than its kind may be.",
    # Evidence
    "citation-form": "A citation is written [@claim-id].",
    "citation-parity": "A section cites the claims that it cites in the source language.",
    "claim-form": "A claim can be signed where it is.",
    "claim-unchecked": "Somebody held a claim's words against its sources as they are now.",
    "entry-doubled": "An entry of a source is evidence for one claim.",
    "future-date": "No date is still to come.",
    "known-statement": "A statement with evidence is not marked as unknown.",
    "mixed-kinds": "The sources for a claim are of one kind: official, report or second-hand.",
    "notice-missing": "A watched part shows its notice in each language.",
    "old-evidence": "Evidence is not older than the first limit.",
    "second-hand": "A claim that rests on second-hand sources alone says so, and no other does.",
    "stale-evidence": "Evidence is not older than the second limit.",
    "uncited-claim": "A claim is cited on some page.",
    "unused-source": "A source is evidence for some claim.",
    # Translations
    "block-parity": "A section has the blocks that it has in the source language, of the same types.",
    "code-parity": "A section's code is that of the source language, but for remarks.",
    "footnote-parity": "A section has the footnotes that it has in the source language.",
    "image-parity": "A section shows the pictures that it shows in the source language.",
    "forbidden-term": "A text uses the glossary's words, and none that it forbids.",
    "glossary-entry": "The glossary's page has the terms of the data, each as it is said in its language.",
    "image-words": "A picture says in each language what it shows.",
    "link-parity": "A section's links lead where they lead in the source language.",
    "markup-parity": "A section has the tags and attributes that it has in the source language.",
    "name-parity": "A section has the names in code that it has in the source language.",
    "not-translated": "A section of a translation is in its language.",
    "number-parity": "A section has the larger numbers that it has in the source language.",
    "orphaned-waiver": "A waiver waives a difference that there is.",
    "stale-translation": "A translation says what the source says now.",
    "table-parity": "A section's tables are as large as in the source language.",
    "term-parity": "A section says the glossary's terms that it says in the source language.",
    "unsynced-translation": "Whoever edits a section that was stale says how far it is.",
}


def level_of(rule: str) -> Level:
    """Whether a broken rule makes a build fail (``error``) or is only told (``note``)."""
    return "note" if rule in NOTES else "error"
