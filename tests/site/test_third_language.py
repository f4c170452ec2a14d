"""A third language by files alone: its language file and its pages, begun by the commands, and nothing else edited."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from built_pages import article, parsed
from lxml import etree

from projects import PARTS, ROOT, CopyProject, Outcome, Project, copy_project, run

SITE = "https://example.org/guide/"
FIRST = ("index.md", "your-situation.md", "case-text.md")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]+")
HEADING = re.compile(r"^(#+ .*)$", re.MULTILINE)
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"


def translations(project: Project, *arguments: str) -> Outcome:
    """Run a command of translations in a project."""
    hooks = str(project.root / "hooks")
    return run("-m", "mergeguide", "translations", *arguments, cwd=project.root, PYTHONPATH=hooks)


def translate(project: Project, code: str) -> None:
    """Do as a translator does: write over the words of what was begun, and leave numbers, links and marks."""
    words = f"docs/_data/languages/{code}.yml"
    project.write(words, "".join(_translated(line) for line in project.text(words).splitlines(keepends=True)))
    for page in FIRST:
        # As long as what it is written over, as Korean is.
        text = JAPANESE.sub(lambda match: "한" * len(match[0]), project.text(f"docs/{code}/{page}"))
        project.write(f"docs/{code}/{page}", HEADING.sub(r"\1\n\n한국어 문장입니다.", text))


def _translated(line: str) -> str:
    return line if line.startswith("#") else JAPANESE.sub("한국어", line)


@pytest.fixture(scope="module")
def korean(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the project with the first pages in Korean, built strictly."""
    project = copy_project(tmp_path_factory.mktemp("korean") / "guide")
    for arguments in (
        ("add-language", "ko", "--name", "한국어"),
        ("new", *FIRST, "--language", "ko"),
    ):
        outcome = translations(project, *arguments)
        assert outcome.status == 0, outcome.output
    refused = translations(project, "sync", "docs/ko")
    assert refused.status == 1
    assert "in the source's own words" in refused.output
    translate(project, "ko")
    outcome = translations(project, "sync", "docs/ko", "docs/_data/languages/ko.yml")
    assert outcome.status == 0, outcome.output
    built = project.build("--strict", SITE_URL=SITE)
    assert built.status == 0, built.output
    assert built.warnings == []
    return project


def test_only_new_files_are_there(korean: Project) -> None:
    files = [file for part in PARTS for file in sorted((korean.root / part).rglob("*")) if file.is_file()]
    names = {file.relative_to(korean.root) for file in files if "__pycache__" not in file.parts}
    new = {name.as_posix() for name in names if not (ROOT / name).exists()}
    assert new == {
        "docs/_data/languages/ko.yml",
        "docs/_data/translations/ko/words.yml",
        *(f"docs/ko/{page}" for page in FIRST),
        *(f"docs/_data/translations/ko/pages/{page.removesuffix('md')}yml" for page in FIRST),
    }
    assert [
        name
        for name in names - {Path(each) for each in new}
        if (ROOT / name).read_bytes() != (korean.root / name).read_bytes()
    ] == []


def test_the_gates_of_sources_and_site_hold(korean: Project) -> None:
    assert korean.check("site").status == 0


def test_its_pages_say_their_language_and_the_switch_of_every_page_leads_there(korean: Project) -> None:
    for file in ("ko/index.html", "ko/case-text/index.html", "ko/404.html"):
        assert parsed(korean.root / "site" / file).get("lang") == "ko"
    for file in ("index.html", "en/index.html", "ko/index.html", "privacy/index.html", "en/privacy/index.html"):
        links = parsed(korean.root / "site" / file).find_class("md-select__link")
        assert [link.get("hreflang") for link in links] == ["ja", "en", "ko"]


def test_the_sitemap_names_its_own_pages_and_each_names_all(korean: Project) -> None:
    tree = etree.parse(korean.root / "site/sitemap.xml").getroot()
    found = {url[0].text: {link.get("hreflang"): link.get("href") for link in url.iter(ALTERNATE)} for url in tree}
    assert {address for address in found if "/ko/" in str(address)} == {
        f"{SITE}ko/", f"{SITE}ko/your-situation/", f"{SITE}ko/case-text/"
    }  # fmt: skip
    versions = found[f"{SITE}ko/"]
    assert versions == {"ja": SITE, "en": f"{SITE}en/", "ko": f"{SITE}ko/", "x-default": f"{SITE}en/"}
    assert found[SITE] == found[f"{SITE}en/"] == versions
    assert set(found[f"{SITE}privacy/"]) == {"ja", "en", "x-default"}


def test_a_page_that_is_not_translated_is_honest_about_its_language(korean: Project) -> None:
    tree = parsed(korean.root / "site/ko/privacy/index.html")
    assert tree.get("lang") == "ko"
    assert article(tree).get("lang") == "ja"
    assert tree.xpath("//link[@rel='canonical']/@href") == [f"{SITE}privacy/"]
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree.find_class("mg-stands-in")
    (link,) = tree.xpath("//nav[@data-md-level='0']//a[contains(@class, 'md-nav__link--active')]/span")
    assert link.get("lang") == "ja"
    own = parsed(korean.root / "site/ko/index.html")
    assert not own.find_class("mg-stands-in")
    assert article(own).get("lang") is None
    assert own.xpath("//meta[@name='robots']") == []


def test_a_link_to_a_page_that_is_not_translated_says_in_which_language_it_is(korean: Project) -> None:
    own = article(parsed(korean.root / "site/ko/index.html"))
    marked = own.xpath(".//a[following-sibling::node()[1][.=' ']][following-sibling::*[1][self::span][@lang='ja']]")
    assert {mark.text for link in marked if (mark := link.getnext()) is not None} == {"(日本語)"}
    targets = {str(link.get("href")).partition("#")[0] for link in marked}
    assert "privacy/" in targets
    assert targets.isdisjoint({"case-text/", "your-situation/"})
    assert "(日本語)" not in article(parsed(korean.root / "site/ko/privacy/index.html")).text_content()


def test_a_page_is_offered_in_the_languages_that_have_it(korean: Project) -> None:
    for file, languages in {
        "index.html": ["en", "ko"],
        "en/case-text/index.html": ["ja", "ko"],
        "privacy/index.html": ["en"],
        "ko/privacy/index.html": ["ja", "en"],
    }.items():
        offers = parsed(korean.root / "site" / file).find_class("mg-suggestion")
        assert [offer.get("lang") for offer in offers] == languages, file


def test_its_search_finds_its_own_pages_alone(korean: Project) -> None:
    text = (korean.root / "site/search/ko.json").read_text(encoding="utf-8")
    assert "한국어 문장" in text
    assert "ko/privacy/" not in text
    assert "한국어 문장" not in (korean.root / "site/search/ja.json").read_text(encoding="utf-8")


def test_the_page_on_translations_has_its_column(korean: Project) -> None:
    for file in ("translation-status/index.html", "en/translation-status/index.html"):
        tree = parsed(korean.root / "site" / file)
        assert tree.xpath("//div[@class='mg-translations']//thead//th/span[@lang='ko']")
    assert (korean.root / "site/translation-status/ko.svg").is_file()


def test_pages_of_the_others_stay_as_they_were(korean: Project, built_site: Path) -> None:
    for file in ("replies/index.html", "en/replies/index.html", "en/form-fields/index.html"):
        was, is_now = (article(parsed(site / file)).text_content() for site in (built_site, korean.root / "site"))
        assert was == is_now


@pytest.mark.whole("test_its_pages_say_their_language_and_the_switch_of_every_page_leads_there")
@pytest.mark.parametrize(("tag", "name"), [("zh-TW", "繁體中文"), ("ain", "アイヌ・イタㇰ")])
def test_a_language_with_a_region_and_one_that_the_theme_lacks(project_copy: CopyProject, tag: str, name: str) -> None:
    project = project_copy()
    assert translations(project, "add-language", tag, "--name", name).status == 0
    assert translations(project, "new", "index.md", "--language", tag).status == 0
    built = project.build("--strict", SITE_URL=SITE)
    assert (built.status, built.warnings) == (0, []), built.output
    assert project.check("site").status == 0
    assert parsed(project.root / f"site/{tag}/index.html").get("lang") == tag
    links = parsed(project.root / "site/index.html").find_class("md-select__link")
    assert [link.get("hreflang") for link in links] == ["ja", "en"], "it is a draft"
    assert f"/{tag}/" not in (project.root / "site/sitemap.xml").read_text(encoding="utf-8")
