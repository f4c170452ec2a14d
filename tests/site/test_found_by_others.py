"""What programs learn of the site: a sitemap, robots.txt, tags in each page's head, llms.txt and text in Markdown."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from pathlib import Path
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from built_pages import HEADINGS, LANGUAGES, SLUGS, article, file_of
from lxml import etree
from lxml.html import HtmlElement

from mergeguide.data.guide import Guide
from mergeguide.i18n import shown_date

TOP = "http://127.0.0.1:8000/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
Pages = dict[str, HtmlElement]


def tags(tree: HtmlElement) -> dict[str, str]:
    """The tags in a page's head, each of which may be there once."""
    found = [(tag.get("name") or tag.get("property"), tag.get("content", "")) for tag in tree.xpath("/html/head/meta")]
    named = [(name, content) for name, content in found if name]
    assert len(dict(named)) == len(named)
    return dict(named)


def address(language: str, slug: str) -> str:
    """A page's whole address."""
    return TOP + file_of(language, slug).removesuffix("index.html")


def test_the_sitemap_has_every_page_with_its_versions_and_no_other_address(built_site: Path) -> None:
    listed = []
    for url in etree.parse(built_site / "sitemap.xml").getroot().iterfind("s:url", NAMES):
        links = [(link.get("hreflang"), link.get("href")) for link in url.iterfind("x:link", NAMES)]
        listed.append((url.findtext("s:loc", namespaces=NAMES), links))

    expected = []
    for slug in SLUGS:
        versions = [(language, address(language, slug)) for language in LANGUAGES]
        links = [*versions, ("x-default", address("en", slug))]
        expected += [(each, links) for _, each in versions]
    assert sorted(listed) == sorted(expected)


def test_the_sitemap_gives_no_day_for_the_last_change(built_site: Path) -> None:
    assert "lastmod" not in (built_site / "sitemap.xml").read_text(encoding="utf-8")


def test_versions_are_named_in_the_sitemap_alone(site_pages: Pages) -> None:
    assert [file for file, tree in site_pages.items() if tree.xpath("//link[@rel='alternate'][@hreflang]")] == []


def test_crawlers_may_read_every_page_and_find_the_sitemap(built_site: Path) -> None:
    robots = RobotFileParser()
    robots.parse((built_site / "robots.txt").read_text(encoding="utf-8").splitlines())

    assert robots.site_maps() == [f"{TOP}sitemap.xml"]
    assert all(robots.can_fetch("anybody", address(language, slug)) for language in LANGUAGES for slug in SLUGS)


def test_each_page_says_what_it_is_in_its_own_words(site_pages: Pages, guide: Guide) -> None:
    seen = set()
    for language in LANGUAGES:
        site = guide.languages[language].site
        for slug in SLUGS:
            tree = site_pages[file_of(language, slug)]
            told = tags(tree)
            assert told["og:url"] == address(language, slug)
            assert (told["og:site_name"], told["og:locale"]) == (site.name, site.locale)
            assert told["og:description"] == told["description"] != site.description
            assert tree.findtext("head/title") in (told["og:title"], f"{told['og:title']} - {site.name}")
            assert told["twitter:card"] == "summary_large_image"
            assert told["og:image"] == f"{TOP}assets/images/social-{language}.png"
            assert told["og:image:alt"] == site.name
            seen |= {told["og:title"], told["description"]}
    assert len(seen) == 2 * len(LANGUAGES) * len(SLUGS)


def test_a_page_that_is_not_there_is_not_to_be_listed(site_pages: Pages) -> None:
    listed = {file: "noindex" not in tags(tree).get("robots", "") for file, tree in site_pages.items()}

    assert {file for file, told in listed.items() if not told} == {"404.html", "en/404.html"}


def test_each_page_has_its_text_beside_it(built_site: Path, site_pages: Pages) -> None:
    for language in LANGUAGES:
        for slug in SLUGS:
            file = file_of(language, slug)
            text = (built_site / f"{file}.md").read_text(encoding="utf-8")
            page = article(site_pages[file])
            headings = [each for each in page.iter(*HEADINGS) if not [*each.iterancestors("case-generator")]]
            shown = ["".join(each.itertext()).removesuffix("¶") for each in headings]
            assert re.findall(r"^#+ (.*)$", re.sub(r"(?s)^```.*?^```", "", text, flags=re.M), re.M) == shown, file
            assert f"\n<{address(language, slug)}>\n" in text


def test_texts_say_the_evidence_in_words_and_have_no_marks_of_the_source(built_site: Path, site_pages: Pages) -> None:
    for language in LANGUAGES:
        for slug in SLUGS:
            file = file_of(language, slug)
            text = (built_site / f"{file}.md").read_text(encoding="utf-8")
            for mark in article(site_pages[file]).xpath(".//a[@data-told][not(ancestor::case-generator)]"):
                assert f"[{mark.get('data-told')}]" in text, file
            assert not re.search(r"<[a-z]+[ >]", re.sub(r"`[^`]*`", "", text)), file
            if slug != "contributing/":  # It shows how sources are written.
                assert not re.search(r"^/{3,}|\[@|\{ ?[#.]", text, re.M), file


def test_each_page_and_its_text_say_when_it_was_last_checked(built_site: Path, site_pages: Pages, guide: Guide) -> None:
    days = [claim.checked.on for claim in guide.claims.values() if claim.checked]
    for language in LANGUAGES:
        words = guide.languages[language]
        of_page, of_guide = (text.partition("{date}") for text in (words.site.checked, words.site.checked_guide))
        for slug in SLUGS:
            file = file_of(language, slug)
            (said,) = [each.text_content() for each in site_pages[file].find_class("mg-last-checked")]
            cites = bool(article(site_pages[file]).xpath(".//a[contains(@href, '#claim-')]"))
            before, _, after = of_page if cites else of_guide
            assert said.startswith(before), file
            assert said.endswith(after), file
            day = said.removeprefix(before).removesuffix(after)
            assert day in {shown_date(words.dates, each) for each in days}, file
            assert f"\n{said}\n" in (built_site / f"{file}.md").read_text(encoding="utf-8"), file


def test_pages_say_that_they_are_steps_or_questions_where_they_are(site_pages: Pages) -> None:
    """In JSON-LD stands what readers see, the addresses whole; no other page says anything there."""
    told = {
        file: [json.loads(each) for each in tree.xpath("//script[@type='application/ld+json']/text()")]
        for file, tree in site_pages.items()
    }
    for language in LANGUAGES:
        (way,) = told.pop(file_of(language, ""))
        links = article(site_pages[file_of(language, "")]).find_class("mg-way-name")
        assert (way["@type"], way["url"], len(links)) == ("HowTo", address(language, ""), 7)
        steps = [(link.text_content(), urljoin(address(language, ""), link.get("href"))) for link in links]
        assert [(step["name"], step["url"]) for step in way["step"]] == steps

        (list_of_questions,) = told.pop(file_of(language, "troubleshooting/"))
        page = article(site_pages[file_of(language, "troubleshooting/")])
        headings = {each.get("id"): "".join(each.itertext()).removesuffix("¶") for each in page.iter("h3")}
        asked = {name: title for name, title in headings.items() if title.endswith(("?", "か"))}
        assert list_of_questions["@type"] == "FAQPage"
        questions = list_of_questions["mainEntity"]
        own = f"{address(language, 'troubleshooting/')}#"
        found = {each["acceptedAnswer"]["url"].removeprefix(own): each["name"] for each in questions}
        assert found == asked
        assert len(asked) > 12
        without_marks = deepcopy(page)
        for mark in list(without_marks.find_class("mg-asof")):
            mark.drop_tree()
        words = "".join(without_marks.text_content().split())
        for each in questions:
            assert "".join(each["acceptedAnswer"]["text"].split()) in words
    assert not any(told.values())


def test_each_language_lists_its_texts_under_the_titles_of_the_navigation(built_site: Path, guide: Guide) -> None:
    for language in LANGUAGES:
        front = file_of(language, "").removesuffix("index.html")
        text = (built_site / front / "llms.txt").read_text(encoding="utf-8")
        site = guide.languages[language].site
        assert text.startswith(f"# {site.name}\n\n> {site.description}\n")
        assert re.findall("^## (.*)$", text, re.M) == list(guide.languages[language].nav.values())

        listed = re.findall(r"^- \[.*?\]\((.*?)\)", text, re.M)
        others = [f"{TOP}{file_of(other, '').removesuffix('index.html')}llms.txt" for other in LANGUAGES]
        others.remove(f"{TOP}{front}llms.txt")
        texts = [each for each in listed if each not in others]
        assert sorted(listed) == sorted(others + texts)
        assert sorted(texts) == sorted(f"{TOP}{file_of(language, slug)}.md" for slug in SLUGS)
