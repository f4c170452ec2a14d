"""A page gets its policy last, when all its scripts stand in it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256

from mergeguide.policy.directives import REFERRER, page_directives

_HEAD = re.compile(r"<head\b[^>]*>\s*(?:<meta charset=[^>]*>)?", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.IGNORECASE | re.DOTALL)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_RUN = frozenset({"", "module", "text/javascript", "application/javascript"})
"""Types of scripts that run; the others are data, which no policy asks about."""
_OUTSIDE = re.compile(r"""<a\b(?=[^>]*\bhref\s*=\s*["']?https?:)(?![^>]*\brel\s*=)""", re.IGNORECASE)


def with_policy(html: str, *, previewed: bool = False) -> str:
    """A page with its policy before anything else in its head, and with links to outside that hand nothing over.

    Args:
        html: the finished page.
        previewed: MkDocs adds a script of its own to each page of a preview, after this, and a new one each time.

    Raises:
        ValueError: the page has no head.
    """
    return _previewed(html) if previewed else _with_policy(html, dict.fromkeys(_hashes(html)))


@lru_cache(maxsize=128)  # most pages are the same as in the build before
def _previewed(html: str) -> str:
    return _with_policy(html, ["'unsafe-inline'"])


def _with_policy(html: str, scripts: Iterable[str]) -> str:
    head = _HEAD.search(html)
    if not head:
        raise ValueError("a page without a head cannot have a policy")
    metas = (
        f'\n  <meta http-equiv="Content-Security-Policy" content="{page_directives(scripts)}">'
        f'\n  <meta name="referrer" content="{REFERRER}">'
    )
    return _OUTSIDE.sub('<a rel="noopener"', html[: head.end()] + metas + html[head.end() :])


def _hashes(html: str) -> Iterator[str]:
    for attributes, text in _SCRIPT.findall(html):
        kind = _TYPE.search(attributes)
        if not _SOURCE.search(attributes) and (kind[1].lower() if kind else "") in _RUN:
            # Browsers see each end of a line as a line feed.
            read = text.replace("\r\n", "\n").replace("\r", "\n")
            yield f"'sha256-{b64encode(sha256(read.encode()).digest()).decode()}'"
