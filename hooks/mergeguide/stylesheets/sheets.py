"""Style sheets as the site has them: one for the theme, and one for all pages that use the same parts of ours.

Ours are in ``overrides/``: in ``stylesheets/`` what every page has, each file a layer; in ``stylesheets/parts/`` what
several kinds of pages use; in ``fragments/``, beside a fragment, what it alone uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from mergeguide.rendering import ENCODING, FRAGMENTS, TEMPLATES
from mergeguide.stylesheets.layers import ORDER, compact, in_layer
from mergeguide.stylesheets.reduction import (
    classes_given_in,
    reduced,
    without_restyling_rules,
    without_unused,
    words_in,
)
from mergeguide.stylesheets.selectors import names_in, names_needed

FOLDER = "assets/stylesheets"
"""Where the sheets are on the site; the theme's have been there before, so relative addresses in them hold."""

_known_names_in = lru_cache(maxsize=128)(names_in)

_SHARED = TEMPLATES / "stylesheets"


@dataclass(frozen=True)
class Sheet:
    """One file of the site.

    Attributes:
        path: below the site; it changes with the text, so that no browser takes an old one from its store.
        text: its content.
    """

    path: str
    text: str


@dataclass(frozen=True)
class _Part:
    layer: str
    css: str
    needed: frozenset[frozenset[str]]


def theme_sheet(sources: Iterable[str]) -> Sheet:
    """The theme's style sheets as one, in a layer below all of ours."""
    return _sheet("theme", "".join(in_layer("theme", source) for source in sources))


def _sheet(name: str, text: str) -> Sheet:
    text = f"{ORDER}{text}"
    if not text.isascii():
        text = f'@charset "UTF-8";\n{text}'
    return Sheet(f"{FOLDER}/{name}.{sha256(text.encode()).hexdigest()[:8]}.css", text)


class Stylesheets:
    """The style sheets of one build: first the pages ask for theirs, then the theme's is known.

    Attributes:
        theme: the theme's files, in their order; the engine tells them.
        scripts: the text of every script of the site; the engine tells them.
    """

    def __init__(self, root: Path, *, previewed: bool = False) -> None:
        """Read our style sheets below a project's root, once.

        Args:
            previewed: pages come again and again, and most are the same as before.
        """
        self._names_in = _known_names_in if previewed else names_in
        self.theme: list[str] = []
        self.scripts: list[str] = []
        self._names: frozenset[str] = frozenset()
        shared = sorted((root / _SHARED).glob("[!.]*.css"))
        self._every_page = "".join(in_layer(file.stem, _text(file)) for file in shared)
        self._parts = [*_parts(root / _SHARED / "parts", "parts"), *_parts(root / FRAGMENTS, "fragments")]
        self._sheets: dict[tuple[_Part, ...], Sheet] = {}

    def page_sheet(self, html: str) -> Sheet:
        """The sheet of a page: what every page has, and the parts that say something about this one."""
        names = self._names_in(html)
        self._names |= names
        used = tuple(part for part in self._parts if any(needed <= names for needed in part.needed))
        if used not in self._sheets:
            layered = (in_layer(part.layer, part.css) for part in used)
            self._sheets[used] = _sheet("page", self._every_page + "".join(layered))
        return self._sheets[used]

    def theme_sheet(self, *, every_page: bool = True) -> Sheet:
        """The theme's style sheet.

        Args:
            every_page: all pages have asked for their own sheet, so that what can match on none of them goes.
        """
        if not every_page:
            return theme_sheet(self.theme)
        words = frozenset[str]().union(*map(words_in, self.scripts))
        names = self._names.union(words, *map(classes_given_in, self.scripts))
        ours = "".join([self._every_page, *(part.css for part in self._parts)])
        theirs = "".join(reduced(without_restyling_rules(compact(css)), names) for css in self.theme)
        return theme_sheet([without_unused(theirs, names.union(words_in(ours)))])


def _parts(folder: Path, layer: str) -> Iterator[_Part]:
    for file in sorted(folder.rglob("[!.]*.css")):
        css = _text(file)
        yield _Part(layer, css, names_needed(css))


def _text(file: Path) -> str:
    return compact(file.read_text(encoding=ENCODING))
