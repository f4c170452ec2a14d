"""What form-fields.md says about a field, beside its question: one sentence per term, so that nobody has to leave.

The page brings everything with it, so the rest, with its evidence, stays where it is written and is linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from mergeguide.data import read_text
from mergeguide.pages import CITATION, DOCS, FIELDS_PAGE, PREFIX
from mergeguide.problems import Problem
from mergeguide.rendering import RenderingContext

_SECTION = re.compile(rf"^#+ [^\n]*\{{ #{PREFIX}([\w-]+) \}}\s*\n(.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL)
_TERM = re.compile(r"^(\S[^\n]*)\n: +([^\n]*)", re.MULTILINE)
_LINK = re.compile(r"\[([^][]*)\]\([^()]*\)")
_SENTENCE = re.compile(r".*?(?:。|[.!?](?=\s|$)|$)")


def field_help(rendering: RenderingContext) -> Mapping[str, tuple[str, ...]]:
    """Field → the first sentence of each term of its section that the question does not say itself."""
    file = Path(DOCS, rendering.code, FIELDS_PAGE)
    # One that cannot be read is told as a page.
    text = read_text(rendering.root / file, file.as_posix())
    if isinstance(text, Problem):
        return {}
    words = rendering.language.documentation
    wanted = (words.enter, words.wrong)
    sections = _SECTION.findall(text)
    return {field: tuple(_sentences(section, wanted)) for field, section in sections}


def _sentences(section: str, wanted: tuple[str, ...]) -> Iterator[str]:
    for term, text in _TERM.findall(section):
        if term in wanted:
            plain = _LINK.sub(r"\1", re.sub(CITATION, "", text)).replace("**", "").replace("`", "")
            if sentence := _SENTENCE.match(plain):
                yield sentence[0].strip()
