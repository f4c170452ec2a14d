"""What lies in a contributor's folder besides the guide: editors' and the system's files, drafts, other encodings.

Promise: what is not on the site troubles nobody, in a build, in ``check`` and in the preview; what cannot be read is
told in words, by each of them in the same ones.
"""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from built_pages import parsed
from preview import previewing

from mergeguide.pages.source import printable
from projects import CopyProject, Outcome, Project

REBUILT = "Reloading browsers"
FOLDERS = (
    "docs",
    "docs/ja",
    "docs/en",
    "docs/_data",
    "docs/_data/languages",
    "docs/assets/javascripts/letters",
    "overrides",
    "hooks",
    "hooks/mergeguide",
)
STATUS = "translation-status"


def leave_behind(root: Path) -> None:
    """Put into every folder what Emacs, Vim, macOS, an IDE and a note-taker leave there."""
    for folder in FOLDERS:
        for name in (".#index.md", ".#ja.yml", ".#case-generator.js", ".#cache.py"):
            (root / folder / name).symlink_to("hanako@example.4242:1700000000")
        for name in ("._index.md", "._ja.yml", "._case-generator.js", "._404.html", "._cache.py"):
            (root / folder / name).write_bytes(b"\x00\x05\x16\x07\xff\xfe")
        for name in (".DS_Store", ".index.md.swp"):
            (root / folder / name).write_bytes(b"\x00\x05\x16\x07\xff\xfe")
        for name in ("#index.md#", "index.md~", "ja.yml~"):
            (root / folder / name).write_bytes(b"\xff half a page")
        for hidden in (".idea", ".obsidian"):
            (root / folder / hidden).mkdir()
            (root / folder / hidden / "page.md").write_bytes(b"\xff")


def in_a_new_folder(file: Path) -> None:
    """Make an empty file in a folder that is not there yet."""
    file.parent.mkdir()
    file.touch()


def same_words(project: Project) -> list[str]:
    """What a build and the command say, which has to be the same. That a translation is behind is no problem.

    The command judges the site as well, if there is one then.
    """
    by_build = project.build("--strict")
    by_command = project.check("site") if by_build.status == 0 else project.check()
    for outcome in (by_command, by_build):
        assert "Traceback" not in outcome.output, outcome.output
    told = [
        [place for place in places if "[stale-translation]" not in place]
        for places in (by_command.places, by_build.places)
    ]
    assert told[0] == told[1]
    assert by_command.status == by_build.status == bool(told[0]), by_build.output
    return told[0]


def holds(outcome: Outcome) -> None:
    """A command found nothing."""
    assert outcome.status == 0, outcome.output
    assert outcome.warnings == []


def leave_pages_out(project: Project) -> None:
    """Write faulty pages that the configuration excludes, drafts, and pages that the navigation does not name."""
    project.write("docs/en/notes.md", "# No id\n\n[x](nowhere.md) [@no-such-claim]\n")
    (project.root / "docs/ja/sub").mkdir()
    project.write("docs/ja/sub/notes.md", "# No id\n")
    project.write("docs/ja/sub/README.md", "---\ntitle: 節\n---\n\n# 節 { #more }\n\n[表](../replies.md#replies)\n")
    shutil.copytree(project.root / "docs/ja/sub", project.root / "docs/en/sub")
    for code in ("ja", "en"):
        project.write(f"docs/{code}/draft.md", "---\ntitle: Draft\n---\n\n# Draft { #draft }\n\nWords.\n")
    project.edit("mkdocs.yml", "exclude_docs: |\n", "exclude_docs: |\n  notes.md\n")
    project.write("mkdocs.yml", "draft_docs: draft.md\nnot_in_nav: README.md\n" + project.text("mkdocs.yml"))


def test_a_crowded_folder_troubles_nobody_in_a_build_a_check_and_a_preview(project_copy: CopyProject) -> None:
    project = project_copy()
    leave_pages_out(project)
    leave_behind(project.root)

    assert same_words(project) == []

    site = project.root / "site"
    published = [path.name for path in site.rglob("*")]
    assert not [name for name in published if name.startswith((".", "#")) or name.endswith("~")]
    assert not {"draft", "notes"} & {*published}
    status = (site / f"en/{STATUS}/index.html").read_text(encoding="utf-8")
    assert 'href="../sub/#' in status, "a page out of the navigation counts like others"
    assert "No id" not in status, "a page that is left out counts nowhere"
    goes_on(project)


def goes_on(project: Project) -> None:
    """A preview shows drafts, and goes on over an editor's lock and over a page that cannot be read."""
    lock, page = project.root / "docs/en/.#privacy.md", project.root / "docs/en/privacy.md"
    text = page.read_bytes()

    with previewing(project, only="en") as preview:
        preview.log_until("Serving on")
        assert preview.get("en/draft/")[0] == 200
        assert 'href="../draft/#draft"' in preview.get(f"en/{STATUS}/")[1]

        lock.symlink_to("hanako@example.4242:1700000000")
        project.edit("docs/en/privacy.md", "# Privacy", "# Privacy and locks")
        assert "Traceback" not in preview.log_until(REBUILT)
        assert "Privacy and locks" in preview.get("en/privacy/")[1]

        page.unlink()
        page.symlink_to("nowhere.md")
        log = preview.log_until(REBUILT)
        assert 'docs/en/privacy.md:1: The file is a link to "nowhere.md", which is not there.' in log
        assert "Traceback" not in log
        assert preview.get("en/")[0] == 200

        page.unlink()
        page.write_bytes(text)
        assert "cannot be read" not in preview.log_until(REBUILT)
        assert preview.get("en/privacy/")[0] == 200


UNREADABLE: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a link to nowhere": (lambda file: file.symlink_to("nowhere.md"), "docs/en/old.md", "The file is a link to"),
    "a link to itself": (lambda file: file.symlink_to(file.name), "docs/en/old.md", "The file cannot be read: "),
    "a pipe": (os.mkfifo, "docs/ja/pipe.md", "This is a folder, a pipe or a device, and no file."),
    "an asset's dead link": (lambda file: file.symlink_to("nowhere"), "docs/assets/a.png", "The file is a link to"),
    "a page of no language": (lambda file: file.touch(), "docs/README.md", "The page lies in the folder of no"),
    "a page of a language without words": (
        in_a_new_folder,
        "docs/fr/index.md",
        "The page lies in the folder of no language.",
    ),
    "a page in UTF-16": (lambda file: file.write_text("x", "utf-16"), "docs/en/a.md", "The file is not in UTF-8."),
    "a page in UTF-16 without its mark": (
        lambda file: file.write_text("x", "utf-16-le"),
        "docs/en/a.md",
        "The file is not in UTF-8.",
    ),
    "a style sheet in UTF-16": (
        lambda file: file.write_text("a {}", "utf-16"),
        "overrides/fragments/a.css",
        "The file is not in UTF-8.",
    ),
    "a template in UTF-16": (
        lambda file: file.write_text("<p/>", "utf-16"),
        "overrides/fragments/a.html",
        "The file is not in UTF-8.",
    ),
    "two pages joined": (
        lambda file: file.write_text("\ufeff# A { #a }\n\ufeff\n", "utf-8"),
        "docs/en/a.md",
        "A byte-order mark (U+FEFF) stands here",
    ),
    "a picture from a Japanese Windows": (
        lambda file: file.touch(),
        os.fsdecode("docs/assets/写真.png".encode("cp932")),
        "The file's name, or its folder's, is not in UTF-8.",
    ),
    "a page in a folder from a Japanese Windows": (
        in_a_new_folder,
        os.fsdecode("docs/en/説明/index.md".encode("cp932")),
        "The file's name, or its folder's, is not in UTF-8.",
    ),
    "a name as macOS writes it": (
        lambda file: file.write_text("# A { #a }\n", "utf-8"),
        unicodedata.normalize("NFD", "docs/ja/ガイド.md"),
        "The file's name is written with marks apart from their letters",
    ),
}


@pytest.mark.some(3)
@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_is_told_in_words(project_copy: CopyProject, what: str) -> None:
    make, name, words = UNREADABLE[what]
    project = project_copy()
    if name != printable(name) and sys.platform != "linux":
        pytest.skip("this system has no such names")
    make(project.root / name)

    by_command, by_build = project.check(), project.build("--strict")

    for outcome in (by_command, by_build):
        assert outcome.status == 1
        assert f"{printable(name)}:" in outcome.output
        assert words in outcome.output
        assert "Traceback" not in outcome.output


def test_a_page_that_goes_while_the_site_is_built_is_told_in_words(project_copy: CopyProject) -> None:
    project = project_copy()
    project.write(
        "hooks/deleting.py",
        "from pathlib import Path\n\n\ndef on_nav(nav, config, files):\n"
        "    Path(config.docs_dir, 'ja/privacy.md').unlink(missing_ok=True)\n",
    )
    project.edit("mkdocs.yml", "  - hooks/localized_404.py\n", "  - hooks/localized_404.py\n  - hooks/deleting.py\n")

    outcome = project.build("--strict")

    assert outcome.status == 1
    assert "docs/ja/privacy.md:1: The file is missing." in outcome.output
    assert "Traceback" not in outcome.output


def test_a_page_out_of_the_navigation_is_missed_where_a_language_lacks_it(project_copy: CopyProject) -> None:
    project = project_copy()
    leave_pages_out(project)
    (project.root / "docs/en/sub/README.md").unlink()

    (told,) = project.check().places
    assert 'The page "sub/README.md" is missing in the language "en".' in told


@pytest.mark.whole("test_a_crowded_folder_troubles_nobody_in_a_build_a_check_and_a_preview")
def test_a_link_to_a_page_that_is_left_out_is_dead(project_copy: CopyProject) -> None:
    project = project_copy({"mkdocs.yml": ("exclude_docs: |\n", "exclude_docs: |\n  notes.md\n")})
    project.write("docs/en/notes.md", "# Notes\n")
    project.write("docs/en/privacy.md", project.text("docs/en/privacy.md") + "\n[Notes](notes.md)\n")

    by_command, by_build = project.check(), project.build("--strict")

    assert 'The link "notes.md" leads to no page.' in by_command.output
    assert by_build.status == 1
    assert any("notes.md" in warning for warning in by_build.warnings)


def test_a_dirty_build_judges_every_page(project_copy: CopyProject, built_site: Path) -> None:
    project = project_copy()
    shutil.copytree(built_site, project.root / "site")
    project.edit("docs/en/privacy.md", "# Privacy", "# Privacy, too")
    outcome = project.build("--dirty")
    assert outcome.status == 0, outcome.output
    assert outcome.places == []

    project.write("docs/en/privacy.md", project.text("docs/en/privacy.md") + "\n## No id\n\nWords.\n")
    outcome = project.build("--dirty")
    assert outcome.status == 1
    assert [place.partition(": ")[2] for place in outcome.places] == [
        'The heading "No id" has no id of its own. [heading-id]'
    ]


@pytest.mark.some(1)
@pytest.mark.parametrize("scheme", ["false", "true"])
def test_any_scheme_of_addresses_is_right(project_copy: CopyProject, scheme: str) -> None:
    project = project_copy()
    for code in ("ja", "en"):
        (project.root / f"docs/{code}/index.md").rename(project.root / f"docs/{code}/README.md")
        for page in (project.root / f"docs/{code}").glob("*.md"):
            text = page.read_text(encoding="utf-8").replace("(index.md", "(README.md")
            project.write(f"docs/{code}/{page.name}", text)
    text = project.text("mkdocs.yml").replace("- index.md", "- README.md")
    project.write("mkdocs.yml", text.replace("use_directory_urls: true", f"use_directory_urls: {scheme}"))
    address = project.root / ("site/en/replies/index.html" if scheme == "true" else "site/en/replies.html")

    holds(project.build("--strict"))
    holds(project.check("site"))

    address.unlink()
    assert (
        f"The site has no {address.relative_to(project.root / 'site')} for this page." in project.check("site").output
    )


def add_language(project: Project, code: str) -> None:
    """Add a language with English words and pages."""
    words = project.text("docs/_data/languages/en.yml")
    words = words.replace("language: en\n", f"language: {code}\n", 1).replace("name: English\n", "name: Another\n", 1)
    project.write(f"docs/_data/languages/{code}.yml", words)
    shutil.copytree(project.root / "docs/en", project.root / "docs" / code)


@pytest.mark.some(1)
@pytest.mark.parametrize("tag", ["zh-Hant-HK", "zh-Hant", "zh-TW", "es-419", "ne", "fil", "pt-BR"])
def test_any_language_of_bcp_47_is_built(project_copy: CopyProject, tag: str) -> None:
    project = project_copy()
    add_language(project, tag)

    assert same_words(project) == []
    pages = [parsed(file) for file in (project.root / "site" / tag).rglob("*.html")]
    assert len(pages) > 10
    assert {page.get("lang") for page in pages} == {tag}
    assert {page.get("lang") for page in map(parsed, (project.root / "site/en").rglob("*.html"))} == {"en"}


@pytest.mark.some(1)
@pytest.mark.parametrize("tag", ["pt_BR", "zh-tw", "xx", "english"])
def test_a_code_that_is_none_is_told(project_copy: CopyProject, tag: str) -> None:
    project = project_copy()
    add_language(project, tag)

    (place,) = same_words(project)

    assert place.startswith(f'docs/_data/languages/{tag}.yml:4: The file is named after "{tag}", which is ')


def save_elsewhere(root: Path) -> None:
    """Save all as other systems do: Japanese with its marks apart, and a byte-order mark before it."""
    for pattern in ("docs/*/*.md", "docs/_data/**/*.yml", "docs/assets/javascripts/**/*.js", "overrides/**/*.html"):
        for file in root.glob(pattern):
            text = unicodedata.normalize("NFD", file.read_text(encoding="utf-8"))
            file.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))


@pytest.mark.whole("test_a_crowded_folder_troubles_nobody_in_a_build_a_check_and_a_preview")
def test_decomposed_japanese_and_byte_order_marks_reach_no_page(project_copy: CopyProject) -> None:
    project = project_copy()
    save_elsewhere(project.root)

    assert same_words(project) == []
    site = project.root / "site"
    for name in ("form-fields/index.html", "privacy/index.html", "search/ja.json"):
        assert unicodedata.is_normalized("NFC", (site / name).read_text(encoding="utf-8")), name
    for file in site.rglob("*.html"):
        assert "\ufeff" not in file.read_text(encoding="utf-8"), file


@pytest.mark.whole("test_a_crowded_folder_troubles_nobody_in_a_build_a_check_and_a_preview")
@pytest.mark.parametrize("pattern", ["docs/ja/*.md", "docs/_data/**/*.yml"])
def test_decomposed_japanese_is_the_same(project_copy: CopyProject, built_site: Path, pattern: str) -> None:
    project = project_copy()
    for file in project.root.glob(pattern):
        text = file.read_text(encoding="utf-8")
        file.write_text(unicodedata.normalize("NFD", text), encoding="utf-8")

    assert same_words(project) == []
    for name in ("form-fields/index.html", "case-text/index.html", "search/ja.json"):
        text = (project.root / "site" / name).read_text(encoding="utf-8")
        assert text == (built_site / name).read_text(encoding="utf-8")
