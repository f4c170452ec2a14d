"""What a first view of a page costs: bytes after gzip as hosts do it (level 6), and files that are asked for.

What a page loads by a script comes later and only when it is used: tests/browser/search.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from built_pages import WHOLE_GUIDE, parsed

HOST = "https://example.org/"
KIB = 1024
LIMIT = 70 * KIB
"""Of a page; those that need more say how much."""
LIMITS = {
    # The page brings its letters, all words of both languages, the script and the reader of replies with it, so that it
    # works from a disk.
    "case-text": 105 * KIB,
}
REQUESTS = 8
SCRIPT = 15_000
"""Of the generator's script: without it a reader sees the form and cannot write the letter."""


def files_of(site: Path, page: Path) -> list[Path]:
    """The page, and the files of the site that it asks for by itself."""
    html = parsed(page)
    links = html.xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //img/@src")
    address = urljoin(HOST, page.relative_to(site).as_posix())
    asked = {urlsplit(urljoin(address, link)).path.removeprefix("/") for link in links}
    return [page, *(site / path for path in sorted(asked))]


def test_a_first_view_is_light(built_site: Path) -> None:
    pages = [page for page in built_site.rglob("index.html") if page.parent.name != WHOLE_GUIDE]
    assert len(pages) > 25
    heavy = {}
    for page in pages:
        files = files_of(built_site, page)
        size = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
        if size > LIMITS.get(page.parent.name, LIMIT) or len(files) > REQUESTS:
            heavy[page.relative_to(built_site).as_posix()] = f"{size / KIB:.1f} KiB in {len(files)} files"
    assert heavy == {}


def test_what_a_page_asks_for_is_seen(built_site: Path) -> None:
    names = [file.name.partition(".")[0] for file in files_of(built_site, built_site / "en/replies/index.html")]
    assert {"index", "theme", "page", "bundle", "favicon"} <= set(names)


def test_the_generator_s_script_is_small(built_site: Path) -> None:
    pages = sorted(built_site.rglob("case-text/index.html"))
    assert len(pages) > 1
    for page in pages:
        (script,) = parsed(page).xpath("//script[contains(., 'customElements.define(\"case-generator\"')]/text()")
        assert len(gzip.compress(script.encode(), 9)) <= SCRIPT
