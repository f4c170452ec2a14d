"""A wrong address is answered in the language of the part of the site that it lies in.

MkDocs itself writes one 404.html and lets the last language win, with the language links of whatever page came last.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from built_pages import LANGUAGES, answer
from lxml import html

from mergeguide.data.guide import Guide
from serving import ServeFolder

EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


@EVERY_LANGUAGE
def test_the_page_has_its_languages_own_words_and_ways_out(
    built_site: Path, serve_folder: ServeFolder, guide: Guide, language: str
) -> None:
    top = serve_folder(built_site)
    front = top if language == "ja" else f"{top}{language}/"
    words = guide.languages[language].not_found

    status, tree = answer(f"{front}no/such/page/")

    assert status == 404
    assert tree.get("lang") == language
    assert tree.findtext("head/title") == f"{words.title} - {guide.languages[language].site.name}"
    assert [heading.text for heading in tree.iter("h1")] == [words.title]
    assert words.text in "".join(tree.itertext())
    links = {link.text: urljoin(front, link.get("href")) for link in tree.find_class("md-button")}
    assert list(links) == [words.home, words.letter]
    for label, path in ((words.home, ""), (words.letter, "case-text/")):
        reached, page = answer(links[label])
        assert (reached, page.get("lang")) == (200, language)
        assert page.findtext("head/title") == answer(front + path)[1].findtext("head/title")


@EVERY_LANGUAGE
def test_its_language_switch_leads_to_the_front_pages(built_site: Path, language: str) -> None:
    file = built_site / ("" if language == "ja" else language) / "404.html"
    links = html.document_fromstring(file.read_bytes()).xpath("//a[@hreflang]")

    top = "https://example.org/"
    wrong = f"{top}{'' if language == 'ja' else 'en/'}no/such/page/"
    assert {link.get("hreflang"): urljoin(wrong, link.get("href")) for link in links} == {"ja": top, "en": f"{top}en/"}
