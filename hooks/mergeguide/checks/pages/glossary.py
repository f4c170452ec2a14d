"""The glossary's page and the glossary as data hold the same terms, each as it is said in the page's language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mergeguide.data import Guide
from mergeguide.pages import PageText
from mergeguide.problems import Problem, nearest

PAGE = "glossary.md"

_ENTRY = re.compile(r"^(?![:#\s])(.+?)[ \t]*\n:[ \t]+", re.MULTILINE)

_BRACKETS = re.compile(r"^(.*?)\s*[(（]([^()（）]*)[)）]$")


def glossary_problems(guide: Guide, pages: Sequence[PageText]) -> Iterator[Problem]:
    """Entries without a term, and terms without an entry."""
    document = guide.documents["glossary"]
    for page in (page for page in pages if page.name == PAGE):
        said = {term.words[page.code].preferred: term for term in guide.terms if page.code in term.words}
        if not said:
            continue  # The data has no word of this language yet: it may be begun by its own files alone.
        found: set[str] = set()
        for match in _ENTRY.finditer(page.source):
            line = page.source.count("\n", 0, match.start()) + 1
            brackets = _BRACKETS.match(match[1])
            words, other = (brackets[1], brackets[2]) if brackets else (match[1], "")
            found.add(words)
            term = said.get(words)
            if term is None:
                yield Problem(
                    page.path,
                    line,
                    f'The entry "{words}" is no term of {document.path} in the language "{page.code}".',
                    f"{nearest(words, said)}Add it there under preferred, or correct it here.",
                    "glossary-entry",
                )
            elif other and other not in {rendering.preferred for rendering in term.words.values()}:
                yield Problem(
                    page.path,
                    line,
                    f'The entry "{words}" is said otherwise in another language than "{other}".',
                    f"Write in the brackets what {document.path} has under preferred.",
                    "glossary-entry",
                )
        for index, term in enumerate(guide.terms):
            rendering = term.words.get(page.code)
            if rendering and rendering.preferred not in found:
                yield document.problem(
                    ("terms", index, "words", page.code, "preferred"),
                    f'The term "{rendering.preferred}" has no entry in {page.path}.',
                    f"Write there:\n{rendering.preferred}\n:   What it is.",
                    "glossary-entry",
                )
