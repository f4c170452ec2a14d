"""A visit to the guide asks nobody but the guide's own host: no foreign script, style, picture, font or frame."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from projects import ROOT

FETCHED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src",),
    "form": ("action",),
    "use": ("href", "{http://www.w3.org/1999/xlink}href", "xlink:href"),
    "image": ("href", "{http://www.w3.org/1999/xlink}href", "xlink:href"),
}
"""The attributes that make a browser ask for something, or send something, without a click on a link."""
NOT_FETCHED = {"canonical", "next", "prev", "alternate", "license", "author"}
"""What a ``<link>`` may be that only names an address."""
IN_CSS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")
SCRIPTS = ROOT / "docs/assets/javascripts"
FOREIGN = ("http", "https", "ftp", "ws", "wss")


def is_foreign(address: str) -> bool:
    """Whether an address has a host; ``data:`` and paths have none."""
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or parts.scheme in FOREIGN


def fetched_by(tree: HtmlElement) -> Iterator[str]:
    """What a page makes a browser fetch."""
    for tag, names in FETCHED.items():
        for element in tree.iter(tag):
            for name in names:
                for part in element.get(name, "").split(","):
                    yield part.split()[0] if part.split() else ""
    for link in tree.iter("link"):
        if not set(link.get("rel", "").split()) <= NOT_FETCHED:
            yield link.get("href", "")
    for element in tree.iter("style"):
        yield from IN_CSS.findall(element.text or "")
    for style in tree.xpath("//@style"):
        yield from IN_CSS.findall(style)


def test_no_page_fetches_from_a_foreign_host(site_pages: dict[str, HtmlElement]) -> None:
    foreign = {file: [*filter(is_foreign, fetched_by(tree))] for file, tree in site_pages.items()}

    assert {file: addresses for file, addresses in foreign.items() if addresses} == {}


def test_the_pages_do_fetch_styles_and_scripts_of_their_own(site_pages: dict[str, HtmlElement]) -> None:
    # Else the test above would pass on pages that it cannot read.
    fetched = [address for address in fetched_by(site_pages["index.html"]) if address]

    assert [address for address in fetched if address.endswith(".css")]
    assert [address for address in fetched if address.endswith(".js")]


def test_no_style_sheet_fetches_from_a_foreign_host(built_site: Path) -> None:
    fetched = {file.name: IN_CSS.findall(file.read_text(encoding="utf-8")) for file in built_site.rglob("*.css")}

    assert {name.split(".")[0] for name in fetched} == {"page", "theme"}
    assert all(fetched.values())
    foreign = {file: [*filter(is_foreign, addresses)] for file, addresses in fetched.items()}
    assert {file: addresses for file, addresses in foreign.items() if addresses} == {}


def test_our_scripts_name_no_host(built_site: Path) -> None:
    ours = {file.parent.relative_to(SCRIPTS) for file in SCRIPTS.rglob("*.js")}
    built = built_site / "assets/javascripts"
    found = {folder: [file for file in (built / folder).glob("*.js") if ".min." not in file.name] for folder in ours}

    assert Path("letters") in ours
    assert [folder for folder, files in found.items() if not files] == []
    own = [file for files in found.values() for file in files]
    assert [file.name for file in own if re.search(r"https?://", file.read_text(encoding="utf-8"))] == []
