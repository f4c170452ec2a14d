"""The real site, parsed once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from built_pages import parsed
from lxml.html import HtmlElement


@pytest.fixture(scope="session")
def site_pages(built_site: Path) -> dict[str, HtmlElement]:
    """Every HTML file of the real site, by its path below the site. Do not change the trees."""
    return {file.relative_to(built_site).as_posix(): parsed(file) for file in sorted(built_site.rglob("*.html"))}


@pytest.fixture
def spoiled_site(built_site: Path, tmp_path: Path) -> Path:
    """A copy of the real site that may be changed."""
    return Path(shutil.copytree(built_site, tmp_path / "site"))
