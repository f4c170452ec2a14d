"""Jinja fragments of ``overrides/fragments/`` turned into elements for the page.

An environment of our own, because MkDocs' has no autoescape; elements rather than text, because only
elements let MkDocs resolve and check the links inside them. A fragment is well-formed XML with one root.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mergeguide.data import read_text
from mergeguide.problems import Problem
from mergeguide.rendering.template_cache import compiled_templates

_BEYOND = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))

_ESCAPED = re.compile(
    f"[<\x7f-\xa0\xad\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufdd0-\ufdef\ufeff\ufff0-\uffff{_BEYOND}]"
)
"""What JSON in a page must not hold as it is: ``<``, because Markdown's serializer writes a script's text unchanged
and "</script>" would end it early; what nobody sees; and what HTML forbids (controls, noncharacters)."""

TEMPLATES = Path("overrides")
"""Where the site's templates and style sheets are, from the project's root."""

FRAGMENTS = TEMPLATES / "fragments"
"""Where the fragments are, each with its style beside it, from the project's root."""

ENCODING = "utf-8-sig"
"""How templates are read: a mark at the beginning, as editors of Windows write it, is no part of the page."""


def template_problems(root: Path) -> Iterator[Problem]:
    """Templates and style sheets that cannot be read as text."""
    for file in sorted(file for file in (root / TEMPLATES).rglob("*") if file.suffix in (".css", ".html")):
        path = file.relative_to(root)
        if not any(part.startswith(".") for part in path.parts):
            text = read_text(file, path.as_posix())
            if isinstance(text, Problem):
                yield text


class Fragments:
    """The fragments of one project, compiled once."""

    def __init__(self, root: Path) -> None:
        """Read fragments below a project's root."""
        self._environment = Environment(
            loader=FileSystemLoader(root / FRAGMENTS, encoding=ENCODING),
            bytecode_cache=compiled_templates(root),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def element(self, name: str, context: Mapping[str, object]) -> etree.Element:
        """One fragment as an element.

        Args:
            name: the file's name without its ending.
            context: what the fragment shows.

        Raises:
            jinja2.UndefinedError: the fragment asks for something the context lacks.
            xml.etree.ElementTree.ParseError: the fragment is not well-formed.
        """
        return etree.fromstring(self._environment.get_template(f"{name}.html").render(context))


def json_element(value: object, name: str) -> etree.Element:
    """Data for the page's script, as an element that no browser executes."""
    element = etree.Element("script", {"type": "application/json", "data-name": name})
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    element.text = _ESCAPED.sub(
        lambda match: json.dumps(match[0])[1:-1] if match[0] > "\x7f" else f"\\u{ord(match[0]):04x}", text
    )
    return element
