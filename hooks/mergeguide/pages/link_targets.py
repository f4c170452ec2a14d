"""Links to another host whose address nobody can read, found in a page's source.

What renders pages takes addresses apart, and ends over such a one with a traceback. So it is told before.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

from mergeguide.pages.headings import outside_code
from mergeguide.problems import Problem

_SUSPECT = re.compile(r"//[^\s/?#<>()\"']*[\[\]&\u0080-\U0010ffff]")
"""A host with what may be wrong there: a bracket, or a sign that only looks like another. Few pages have any."""

_TARGET = re.compile(
    r"""(?:\]\(\s*<?|\]:\s*<?|<|\b(?:href|src)\s*=\s*["']?)((?:[a-z][a-z0-9+.-]*:)?//[^\s"'<>()]*)""", re.IGNORECASE
)

_INLINE_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\1(?!`)", re.DOTALL)


def target_problem(path: str, source: str) -> Problem | None:
    """The first of a page's links that is no address; None where all are.

    Args:
        path: the page's, as problems show it.
        source: the whole file.
    """
    if not _SUSPECT.search(source):
        return None
    lines = [""] * (source.count("\n") + 1)
    for number, line in outside_code(source):
        lines[number - 1] = line
    text = _INLINE_CODE.sub(lambda code: "\n" * code[0].count("\n"), "\n".join(lines))
    for match in _TARGET.finditer(text):
        try:
            urlsplit(unescape(match[1]))
        except ValueError:
            return Problem(
                path,
                text.count("\n", 0, match.start(1)) + 1,
                f'The link "{match[1]}" is no address: what follows its // is the name of no host.',
                "Correct it; a host is written as in https://example.com/, without brackets and full-width signs.",
                "dead-link",
            )
    return None
