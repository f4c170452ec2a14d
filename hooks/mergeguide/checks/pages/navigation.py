"""The navigation says each section's title in the reader's language, and not the key that stands for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mergeguide.data import Guide
from mergeguide.pages import CONFIGURATION, Configuration, read_configuration
from mergeguide.problems import Problem, nearest


def navigation_problems(root: Path, guide: Guide) -> Iterator[Problem]:
    """Sections of the navigation that the source language has no words for; the others are held against it."""
    configuration = read_configuration(root)
    code = guide.source_language
    words = guide.languages[code].nav
    for name, line in configuration.sections if isinstance(configuration, Configuration) else ():
        if name not in words:
            yield Problem(
                CONFIGURATION,
                line,
                f'The section "{name}" of the navigation has no words in the language "{code}".',
                f'{nearest(name, words)}Add "{name}:" under "nav:" in each language file, or correct the key.',
                "missing-words",
            )
