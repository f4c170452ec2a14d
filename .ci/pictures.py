"""Draws the picture that stands for the guide on social networks, in each language: .ci/pictures.py, from the root.

The browser is the one that the tests use (CHROMIUM). Look at the pictures before committing them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from mergeguide.data import Guide
from mergeguide.discovery.social_picture import HEIGHT, WIDTH, digest, drawing, picture_path, stamped
from mergeguide.loading import load


def main(root: Path) -> int:
    """Write a picture for each language."""
    guide = load(root)
    if not isinstance(guide, Guide):
        print("The data has problems: run python -m mergeguide check.")
        return 1
    mark = (root / "docs/assets/images/mark.svg").read_text(encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for code, language in guide.languages.items():
            drawn = drawing(code, language.site.name, language.site.description, mark)
            page.set_content(drawn)
            file = root / "docs" / picture_path(code)
            file.write_bytes(stamped(page.screenshot(), digest(drawn)))
            print(file.relative_to(root))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path.cwd()))
