"""The site builds for any host and path: ``SITE_URL`` and ``REPO_URL`` say which, and every link follows."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from built_pages import LANGUAGES, SLUGS, answer, file_of, parsed, target

from mergeguide.checks.site import check_site
from projects import ROOT, Project
from serving import ServeFolder

TOP = "/merge-guide/"
SITE_URL = f"https://example.org{TOP}"
REPO_URL = "https://example.org/somebody/merge-guide"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built for a path of another host."""
    folder = tmp_path_factory.mktemp("elsewhere") / "site"
    outcome = Project(ROOT).build("--strict", "--site-dir", folder, SITE_URL=SITE_URL, REPO_URL=REPO_URL)
    assert outcome.status == 0, outcome.output
    assert outcome.warnings == []
    return folder


def test_every_link_holds(site: Path) -> None:
    assert check_site(ROOT, site) == []


def test_each_page_names_its_own_address(site: Path) -> None:
    for language in LANGUAGES:
        for slug in SLUGS:
            file = file_of(language, slug)
            (canonical,) = parsed(site / file).xpath("//link[@rel='canonical']/@href")
            assert canonical == SITE_URL + file.removesuffix("index.html")
    assert f"<loc>{SITE_URL}en/case-text/</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_the_language_switch_stays_below_the_path(site: Path) -> None:
    for file in ("index.html", "en/index.html", "replies/index.html", "404.html", "en/404.html"):
        slug = "replies/" if "replies" in file else ""
        links = parsed(site / file).xpath("//a[contains(@class, 'md-select__link')]")
        assert [target(file, link.get("href"), TOP) for link in links] == [file_of(code, slug) for code in LANGUAGES]
        offers = parsed(site / file).xpath("//*[contains(@class, 'mg-suggestion')]/a")
        others = [file_of(code, slug) for code in LANGUAGES if code != parsed(site / file).get("lang")]
        assert [target(file, link.get("href"), TOP) for link in offers] == ([] if "404" in file else others)


def test_the_language_switch_works_in_files_and_in_folders_nobody_named(site: Path) -> None:
    """Opened as a file, or served below another path than it was built for, each language leads to the other."""
    for file in ("index.html", "en/index.html", "replies/index.html", "en/replies/index.html"):
        for link in parsed(site / file).xpath("//a[@hreflang]/@href"):
            assert not urlsplit(link).path.startswith("/"), file
            assert not urlsplit(link).netloc, file


def test_a_wrong_address_below_the_path_finds_its_404_page_and_the_way_home(
    site: Path, serve_folder: ServeFolder
) -> None:
    address = serve_folder(site, below=TOP)
    host = address.removesuffix(TOP)

    for language, folder in (("ja", ""), ("en", "en/")):
        status, tree = answer(f"{address}{folder}no/such/page/")
        assert (status, tree.get("lang")) == (404, language)
        for link in [*tree.find_class("md-button"), *tree.xpath("//link[@rel='stylesheet']")]:
            assert link.get("href").startswith(TOP)
        for link in tree.find_class("md-button"):
            reached, page = answer(host + link.get("href", ""))
            assert (reached, page.get("lang")) == (200, language)


def test_each_page_can_be_edited_in_the_repository(site: Path) -> None:
    for language in LANGUAGES:
        page = parsed(site / file_of(language, "glossary/"))
        edit = f"{REPO_URL}/edit/main/docs/{language}/glossary.md"
        assert page.xpath("//a[@href=$edit]", edit=edit), f"no link to {edit}"


def test_without_a_repository_no_page_links_to_one(built_site: Path) -> None:
    for file in sorted(built_site.rglob("*.html")):
        assert parsed(file).xpath("//a[contains(@href, '/edit/main/')]") == [], file
