"""MkDocs events: each language has its own 404 page, at its own address.

MkDocs writes ``404.html`` at the top for every language, and the last one would win. A further language's goes
into its folder instead, and the file at the top is written as it was.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import write_file

from site_build import locale, run


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the page its language's words and the ways to the front pages."""
    code = locale(config)
    guide = run.build.guide
    context["not_found"] = guide.languages[code].not_found
    context["home"] = "" if code == guide.source_language else f"{code}/"
    # static-i18n leaves the links of the page rendered last as an attribute, in front of the item it sets anew.
    vars(config.extra).pop("alternate", None)
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Put a further language's 404 page into that language's folder."""
    code = locale(config)
    if template_name != "404.html" or code == run.build.guide.source_language:
        return output_content
    site = Path(config.site_dir)
    write_file(output_content.encode(), str(site / code / template_name))
    return (site / template_name).read_text(encoding="utf-8")
