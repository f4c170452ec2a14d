"""The real site, parsed once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from built_pages import WHOLE_GUIDE, parsed
from lxml.html import HtmlElement


@pytest.fixture(scope="session")
def site_pages(built_site: Path) -> dict[str, HtmlElement]:
    """Every HTML file of the real site but the whole guide on one page, by its path below. Do not change the trees."""
    files = (file for file in sorted(built_site.rglob("*.html")) if file.parent.name != WHOLE_GUIDE)
    return {file.relative_to(built_site).as_posix(): parsed(file) for file in files}


@pytest.fixture
def spoiled_site(built_site: Path, tmp_path: Path) -> Path:
    """A copy of the real site that may be changed."""
    return Path(shutil.copytree(built_site, tmp_path / "site"))
