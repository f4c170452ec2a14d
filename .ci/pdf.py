"""Makes the whole guide of each language a PDF, from the site's print pages: .ci/pdf.py SITE FOLDER.

The browser is the one that the tests use (CHROMIUM); it reads the pages from the disk.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def main(site: Path, folder: Path) -> int:
    """Write one PDF a language, named after it."""
    pages = sorted(site.rglob("print/index.html"))
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        for file in pages:
            page.goto(file.resolve().as_uri())
            path = folder / f"guide-{page.get_attribute('html', 'lang')}.pdf"
            page.pdf(path=path, format="A4", prefer_css_page_size=True, tagged=True, outline=True)
            print(path)
        browser.close()
    return 0 if pages else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
