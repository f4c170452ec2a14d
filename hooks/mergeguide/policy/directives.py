"""The rules that a browser is given.

A page opened from a disk has no origin that ``'self'`` could name in every browser, so files are allowed beside it;
a page from a host cannot load any.
"""

from __future__ import annotations

from collections.abc import Iterable

REFERRER = "no-referrer"
"""Nobody else learns which page a reader came from."""

_OWN = "'self' file:"
_ALWAYS = {
    "default-src": "'none'",
    "style-src": _OWN,
    # The theme draws its icons from style sheets, where they are written as data.
    "img-src": f"{_OWN} data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
}
_ONLY_IN_HEADERS = {"frame-ancestors": "'none'"}
"""A browser ignores these in a page."""


def page_directives(scripts: Iterable[str]) -> str:
    """The policy that stands in a page.

    Args:
        scripts: sources of what may run beside the site's own files: hashes of the page's inline scripts.
    """
    return _joined(_ALWAYS | {"script-src": " ".join([_OWN, *scripts])})


def header_directives() -> str:
    """The policy for a host's headers: what holds on every page and cannot stand in one.

    A page that has two policies has to keep to both; scripts differ from page to page and are left to the page's own.
    """
    every_page = {name: _ALWAYS[name] for name in ("form-action", "base-uri")}
    return _joined(every_page | {"object-src": "'none'"} | _ONLY_IN_HEADERS)


def _joined(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives.items())
