"""The states of a translation in real repositories: whatever git does to the history, a stamp says the same."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from command import Outcome, called

from mergeguide.cache import FOLDER
from mergeguide.translations import Section
from mergeguide.translations.states import is_tolerated
from projects import ROOT, copy_project, git

Capture = pytest.CaptureFixture[bytes]
PAGE, SOURCE = "docs/en/privacy.md", "docs/ja/privacy.md"
SECTION = f"{PAGE}#what-the-page-does"
SMALL = ("タブを閉じます。保存", "タブを必ず閉じます。保存", "shared-device")
OLD, NEW = "検索した言葉は送信しません。", "検索した言葉は記録しません。"


class Repository:
    """A copy of the project under git, with all translations synced."""

    def __init__(self, root: Path, capture: Capture) -> None:
        self.root, self.capture = root, capture

    def git(self, *arguments: str | Path) -> str:
        """Run git there."""
        return git(self.root, *arguments)

    def translations(self, *arguments: str | Path) -> Outcome:
        """Run a command of translations there."""
        return called(self.capture, "translations", *arguments, root=self.root)

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a text that stands once in a file."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert text.count(old) == 1
        (self.root / name).write_text(text.replace(old, new), encoding="utf-8")

    def check(self) -> Outcome:
        """Run ``check`` there, which says what a build says."""
        return called(self.capture, "check", root=self.root)

    def commit(self, message: str) -> None:
        """Commit everything."""
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)

    def states(self) -> dict[str, str]:
        """Section → its state, of those that are neither fresh nor acknowledged."""
        found = json.loads(self.translations("status", "--json").text)["sections"]
        settled = ("fresh", "acknowledged")
        return {f"{one['path']}#{one['section']}": one["state"] for one in found if one["state"] not in settled}


@pytest.fixture(scope="module")
def begun() -> dict[str, Path]:
    """Where the repository is from which each test gets a copy, once one test has made it."""
    return {}


@pytest.fixture
def repository(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, begun: dict[str, Path], capsysbinary: Capture
) -> Repository:
    if "guide" not in begun:
        begun["guide"] = _begun(Repository(tmp_path_factory.mktemp("begun") / "guide", capsysbinary))
    shutil.copytree(begun["guide"], tmp_path / "guide", symlinks=True)
    return Repository(tmp_path / "guide", capsysbinary)


def _begun(made: Repository) -> Path:
    copy_project(made.root)
    shutil.copy(ROOT / ".gitignore", made.root)
    made.git("init", "-q", "-b", "main")
    stamped = made.translations("sync", "--all", "--acknowledge", "As it was read.")
    assert stamped.status == 0, stamped.err
    made.commit("begin")
    assert made.states() == {}
    made.check()  # Its cache is copied along: each test's own check takes a third of the time.
    return made.root


def side_by_side(repository: Repository) -> None:
    """Reword a translation on the branch aside, and change its source on main, which is left checked out."""
    repository.git("checkout", "-q", "-b", "aside")
    repository.edit(PAGE, *REWORDED)
    repository.commit("Update privacy.md")
    repository.git("checkout", "-q", "main")
    repository.edit(SOURCE, OLD, NEW)
    repository.commit("the source changes")


def stale(repository: Repository) -> Repository:
    """The same, with one section stale."""
    repository.edit(SOURCE, OLD, NEW)
    repository.commit("the source changes")
    assert repository.states() == {SECTION: "stale"}
    return repository


def test_the_difference_is_shown_word_by_word_with_the_translation_and_the_next_command(repository: Repository) -> None:
    shown = stale(repository).translations("diff", PAGE)
    assert shown.status == 1
    assert "検索した言葉は[-送信-]{+記録+}しません。" in shown.text
    assert "The words you search for are not sent." in shown.text
    assert f"translations sync {SECTION}\n" in shown.text


def test_the_difference_of_a_named_section_needs_no_other_page(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = stale(repository).translations("diff").text
    by_source = repository.translations("diff", SECTION.replace(PAGE, SOURCE)).text
    monkeypatch.setattr("mergeguide.translating.command.pages_of", None)
    monkeypatch.setattr("mergeguide.translating.command.judged", None)
    assert repository.translations("diff", SECTION).text == by_source == everything


def test_a_named_section_of_a_page_that_was_moved_has_its_stamp(repository: Repository) -> None:
    for page in (PAGE, SOURCE):
        (repository.root / page).rename((repository.root / page).with_name("moved.md"))
    assert "is renamed" in repository.translations("diff", SECTION.replace("privacy", "moved")).text


def test_rebased_squashed_shallow_and_as_an_archive_it_says_the_same(repository: Repository, tmp_path: Path) -> None:
    stale(repository)
    repository.git("checkout", "-q", "-b", "aside", "main~1")
    (repository.root / "NOTES.md").write_text("Somebody else is here too.\n", encoding="utf-8")
    repository.commit("somebody else's change")
    repository.git("rebase", "-q", "main")
    assert repository.states() == {SECTION: "stale"}
    repository.git("checkout", "-q", "--orphan", "squashed")
    repository.commit("all in one")
    assert repository.states() == {SECTION: "stale"}
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.root}", tmp_path / "shallow")
    repository.git("archive", "-o", tmp_path / "guide.tar", "HEAD")
    shutil.unpack_archive(tmp_path / "guide.tar", tmp_path / "archive", filter="data")
    for name in ("shallow", "archive"):
        copy = Repository(tmp_path / name, repository.capture)
        assert copy.states() == {SECTION: "stale"}
        assert "is not available" in copy.translations("diff").text


def test_an_edit_in_the_browser_needs_a_command_only_where_the_section_was_behind(repository: Repository) -> None:
    repository.edit(PAGE, "You need not take our word for it:", "You can see it for yourself:")
    repository.commit("Update privacy.md")
    assert repository.states() == {}
    stale(repository)
    checked = repository.check()
    assert checked.status == 0, "who edits the source is told, and not stopped"
    assert SECTION in checked.err + checked.text
    repository.edit(PAGE, "The words you search for are not sent.", "The words you search for are not kept.")
    repository.commit("Update privacy.md")
    refused = repository.check()
    assert refused.status == 1
    assert f"translations sync {SECTION}\n" in refused.err + refused.text


def stamps_of(page: str) -> str:
    """The file of a page's stamps."""
    return f"docs/_data/translations/en/pages/{page}.yml"


def changes_of_the_source_stop_nobody(repository: Repository) -> None:
    """Change the source, and see that this is told and no more."""
    repository.edit(SOURCE, OLD, NEW)
    for written in ("in the folder alone", "committed"):
        told = repository.check()
        assert told.status == 0, (written, told.err)
        assert f"{SECTION} (stale)" in told.err + told.text
        repository.commit("the source changes")


REWORDED = ("The words you search for are not sent.", "No word that you search for is sent.")


def test_who_changes_the_source_after_a_translation_was_reworded_is_told_and_not_stopped(
    repository: Repository,
) -> None:
    repository.edit(PAGE, *REWORDED)
    repository.commit("Update privacy.md")
    changes_of_the_source_stop_nobody(repository)
    repository.edit(SOURCE, NEW, "検索した言葉は残しません。")
    repository.commit("and changes again")
    assert repository.check().status == 0
    assert repository.states() == {SECTION: "stale"}


def test_who_edits_what_has_become_stale_is_stopped_whoever_reworded_it_before(repository: Repository) -> None:
    repository.edit(PAGE, *REWORDED)
    repository.commit("Update privacy.md")
    repository.edit(SOURCE, OLD, NEW)
    repository.commit("the source changes")
    repository.edit(PAGE, REWORDED[1], "Nothing you search for is sent.")
    for _ in ("in the folder alone", "committed"):
        refused = repository.check()
        assert refused.status == 1
        assert f"translations sync {SECTION} --still-old" in refused.err + refused.text
        repository.commit("Update privacy.md")
    assert repository.translations("sync", SECTION, "--still-old").status == 0
    assert repository.check().status == 0
    assert repository.states() == {SECTION: "stale"}


def test_what_was_never_stamped_cannot_be_as_old_as_before(repository: Repository) -> None:
    stamps = repository.root / "docs/_data/translations/en/pages/privacy.yml"
    stamps.unlink()
    refused = repository.translations("sync", SECTION, "--still-old")
    assert refused.status == 1
    assert 'The section "what-the-page-does" was never stamped' in refused.err
    assert refused.text == "Stamped: 0.\n"
    assert not stamps.exists()
    assert repository.translations("sync", SECTION).status == 0
    assert repository.translations("sync", SECTION, "--still-old").text == "Stamped: 1.\n"


@pytest.mark.whole("test_who_edits_what_has_become_stale_is_stopped_whoever_reworded_it_before")
def test_source_and_translation_in_one_commit_without_a_stamp_are_stopped(repository: Repository) -> None:
    repository.edit(SOURCE, OLD, NEW)
    repository.edit(PAGE, *REWORDED)
    assert repository.check().status == 1
    repository.commit("both")
    assert repository.check().status == 1
    assert repository.translations("sync", SECTION).status == 0
    assert repository.check().status == 0
    assert repository.states() == {}


@pytest.mark.some(1)
@pytest.mark.parametrize("first", ["aside", "main"])
def test_a_rewording_and_a_change_of_the_source_side_by_side_stop_nobody(repository: Repository, first: str) -> None:
    side_by_side(repository)
    repository.git("checkout", "-q", first)
    repository.git("merge", "-q", "--no-edit", "main" if first == "aside" else "aside")
    told = repository.check()
    assert told.status == 0, told.err
    assert repository.states() == {SECTION: "stale"}


OTHER = ("You need not take our word for it:", "You can see it for yourself:")
THIRD = ("You can turn that off in its settings.", "You can turn that off in the settings.")


def commit_on(repository: Repository, branch: str, edit: tuple[str, str]) -> None:
    """Commit an edit of the page on a branch that may be new; main is left checked out."""
    is_new = not repository.git("branch", "--list", branch)
    repository.git("checkout", "-q", *(["-b"] if is_new else []), branch)
    repository.edit(PAGE, *edit)
    repository.commit("Update privacy.md")
    repository.git("checkout", "-q", "main")


def test_a_branch_that_edited_another_section_later_stops_nobody_who_changes_the_source_after_both(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newest version of the page has the section as it was before it was reworded."""
    for day, branch, edit in ((1, "aside", REWORDED), (2, "beside", OTHER)):
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"2030-01-0{day}T12:00:00Z")
        commit_on(repository, branch, edit)
    for branch in ("aside", "beside"):
        repository.git("merge", "-q", "--no-ff", "--no-edit", branch)
    changes_of_the_source_stop_nobody(repository)
    repository.edit(PAGE, REWORDED[1], "Nothing you search for is sent.")
    assert repository.check().status == 1


def test_who_has_taken_in_the_changed_source_and_edits_another_section_is_not_stopped(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What others did on the days between does not part the versions of the branch."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2030-01-01T12:00:00Z")
    commit_on(repository, "aside", REWORDED)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2030-01-02T12:00:00Z")
    commit_on(repository, "beside", OTHER)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2030-01-03T12:00:00Z")
    repository.edit(SOURCE, OLD, NEW)
    repository.commit("the source changes")
    repository.git("checkout", "-q", "aside")
    repository.git("merge", "-q", "--no-edit", "main")
    repository.git("checkout", "-q", "main")
    commit_on(repository, "aside", THIRD)
    repository.git("checkout", "-q", "aside")
    repository.git("merge", "-q", "--no-edit", "beside")
    told = repository.check()
    assert told.status == 0, told.err
    assert repository.states() == {SECTION: "stale"}


def test_who_puts_former_words_back_into_what_has_become_stale_is_stopped(repository: Repository) -> None:
    for edit in (REWORDED, (REWORDED[1], "Nothing you search for is sent.")):
        repository.edit(PAGE, *edit)
        repository.commit("Update privacy.md")
    repository.edit(SOURCE, OLD, NEW)
    repository.commit("the source changes")
    assert repository.check().status == 0
    repository.edit(PAGE, "Nothing you search for is sent.", REWORDED[1])
    for written in ("in the folder alone", "committed"):
        assert repository.check().status == 1, written
        repository.commit("Update privacy.md")


def test_a_rewording_that_was_squashed_onto_a_changed_source_stops_nobody_but_who_squashes_it(
    repository: Repository, tmp_path: Path
) -> None:
    side_by_side(repository)
    repository.git("merge", "-q", "--squash", "aside")
    repository.commit("Update privacy.md (#2)")
    refused = repository.check()
    assert refused.status == 1, "a commit has changed a stale section, and is here alone"
    assert f"translations sync {SECTION} --still-old" in refused.err + refused.text
    repository.git("clone", "-q", repository.root, tmp_path / "clone")
    shutil.copytree(repository.root / FOLDER, tmp_path / "clone" / FOLDER)  # its cache, as in _begun
    clone = Repository(tmp_path / "clone", repository.capture)
    told = clone.check()
    assert told.status == 0, told.err
    assert f"{SECTION} (stale)" in told.err + told.text
    assert clone.states() == {SECTION: "stale"}
    clone.git("checkout", "-q", "-b", "next")
    clone.edit(SOURCE, "検索した言葉は", "検索に使った言葉は")
    clone.commit("the source changes again")
    assert clone.check().status == 0, "who edits the source is told, and not stopped"
    clone.edit(PAGE, REWORDED[1], "Nothing you search for is sent.")
    clone.commit("Update privacy.md")
    assert clone.check().status == 1, "but who edits the translation is"
    repository.git("checkout", "-q", "-b", "next")
    assert repository.check().status == 0, "main is what others begin from, where nothing is fetched"


@pytest.mark.whole("test_who_edits_what_has_become_stale_is_stopped_whoever_reworded_it_before")
@pytest.mark.parametrize(
    ("before", "reworded", "after", "original", "changed"),
    [
        (
            "home: Go to the front page",
            "home: To the front page",
            "home: To the first page",
            "home: トップページへ",
            "home: 最初のページへ",
        ),
        (
            "This is the oldest edition we know, so",
            "We know no older edition, so",
            "No older edition is known, so",
            "知られているいちばん古い版なので、",
            "知られている最も古い版なので、",
        ),
    ],
    ids=["a key", "a key in quotes"],
)
def test_a_string_of_the_language_file_that_was_reworded_stops_nobody_either(
    repository: Repository, before: str, reworded: str, after: str, original: str, changed: str
) -> None:
    words, source = "docs/_data/languages/en.yml", "docs/_data/languages/ja.yml"
    repository.edit(words, before, reworded)
    repository.commit("Update en.yml")
    repository.edit(source, original, changed)
    told = repository.check()
    assert told.status == 0, told.err + told.text
    repository.edit(words, reworded, after)
    assert repository.check().status == 1


@pytest.mark.whole("test_who_edits_what_has_become_stale_is_stopped_whoever_reworded_it_before")
def test_where_no_history_tells_who_was_first_nobody_is_stopped(repository: Repository, tmp_path: Path) -> None:
    stale(repository).edit(PAGE, *REWORDED)
    repository.commit("Update privacy.md")
    assert repository.check().status == 1
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.root}", tmp_path / "shallow")
    repository.git("archive", "-o", tmp_path / "guide.tar", "HEAD")
    shutil.unpack_archive(tmp_path / "guide.tar", tmp_path / "archive", filter="data")
    for name in ("shallow", "archive"):
        copy = Repository(tmp_path / name, repository.capture)
        told = copy.check()
        assert told.status == 0, (name, told.err)
        assert f"{SECTION} (stale)" in told.err + told.text
        assert copy.states() == {SECTION: "stale"}


def test_a_kept_text_is_shown_where_there_is_no_history(repository: Repository) -> None:
    kept = repository.translations("sync", "--all", "--acknowledge", "As it was read.", "--keep")
    assert kept.status == 0
    shutil.rmtree(repository.root / ".git")
    repository.edit(SOURCE, OLD, NEW)
    assert "検索した言葉は[-送信-]{+記録+}しません。" in repository.translations("diff").text


def test_editing_a_stale_translation_does_not_make_it_fresh(repository: Repository) -> None:
    stale(repository).edit(PAGE, "The words you search for are not sent.", "Nothing you search for is sent.")
    assert repository.states() == {SECTION: "stale"}
    assert "(edited since)" in repository.translations("status").text
    assert repository.translations("sync", SECTION, "--still-old").status == 0
    assert repository.states() == {SECTION: "stale"}
    assert "(edited since)" not in repository.translations("status").text


def test_source_and_translation_change_in_one_commit(repository: Repository) -> None:
    repository.edit(SOURCE, OLD, NEW)
    repository.edit(PAGE, "The words you search for are not sent.", "The words you search for are not kept.")
    assert repository.translations("sync", SECTION).status == 0
    assert repository.states() == {}
    assert repository.translations("status").status == 0


def test_sync_refuses_what_was_not_edited_unless_a_reason_is_given(repository: Repository) -> None:
    refused = stale(repository).translations("sync", SECTION)
    assert refused.status == 1
    assert "--acknowledge 'REASON'" in refused.err
    assert repository.states() == {SECTION: "stale"}
    assert repository.translations("sync", SECTION, "--acknowledge", "English said so already.").status == 0
    assert repository.states() == {}


def test_a_reason_outlives_another_sync(repository: Repository) -> None:
    stale(repository).translations("sync", SECTION, "--acknowledge", "English said so already.")
    assert repository.translations("sync", PAGE).status == 0
    found = json.loads(repository.translations("status", SECTION, "--json").text)["sections"]
    assert [one["acknowledged"] for one in found] == ["English said so already."]


def test_a_release_waits_for_what_could_harm_a_reader_and_for_nothing_else(repository: Repository) -> None:
    assert stale(repository).translations("status", "--release").status == 0
    warned = "docs/ja/contributing.md"
    repository.edit(warned, "- AWSの画面の画像。", "- AWSの画面の写真。")
    told = repository.translations("status", "--release")
    assert told.status == 1
    assert "docs/en/contributing.md" in told.text
    assert PAGE not in told.text


@pytest.mark.parametrize("key", ["draft", "source"])
def test_a_release_does_not_pass_over_a_language_by_a_word_that_is_neither_true_nor_false(
    repository: Repository, key: str
) -> None:
    repository.edit("docs/ja/contributing.md", "- AWSの画面の画像。", "- AWSの画面の写真。")
    edit = {"draft": ("\nowners: []", "\nowners: []\ndraft: no"), "source": ("source: false", "source: no")}
    repository.edit("docs/_data/languages/en.yml", *edit[key])
    assert repository.check().status == 1
    told = repository.translations("status", "--release")
    assert (told.status, told.text) == (2, "")
    assert f"\"{key}\" has to be true or false; found 'no'." in told.err


@pytest.mark.some(1)
@pytest.mark.parametrize("page", [SOURCE, PAGE])
def test_what_a_page_tolerates_is_told_and_is_no_work(repository: Repository, page: str) -> None:
    repository.edit(page, "---\ntitle:", "---\ni18n: {tolerance: minor}\ntitle:")
    repository.edit(SOURCE, SMALL[0], SMALL[1])
    status = repository.translations("status")
    assert status.status == 0
    assert f"#{SMALL[2]} (tolerated)" in status.text
    shown = repository.translations("diff", f"{PAGE}#{SMALL[2]}")
    assert (shown.status, "tolerated" in shown.text.splitlines()[0]) == (0, True)
    checked = repository.check()
    assert (checked.status, SMALL[2] in checked.err + checked.text) == (0, False)


@pytest.mark.parametrize(("code", "words"), [("ja", "{}文字以下"), ("en", "up to {} characters")])
def test_the_pages_say_up_to_which_size_a_section_is_tolerated(code: str, words: str) -> None:
    page = ROOT / f"docs/{code}/contributing.md"
    sections = [Section("en", "page.md", "one", "stale", "", 1, source_text="あ" * number) for number in range(1500)]
    longest = max(len(each.source_text) for each in sections if is_tolerated(each, "ja", {("en", "page.md")}))
    assert words.format(longest) in page.read_text(encoding="utf-8")


def test_what_could_harm_or_is_long_is_not_tolerated(repository: Repository) -> None:
    repository.edit(SOURCE, "---\ntitle:", "---\ni18n: {tolerance: minor}\ntitle:")
    repository.edit(SOURCE, OLD, f"{NEW}1.2.3からです。")
    assert repository.translations("status", "--release").status == 1
    repository.edit(SOURCE, "1.2.3からです。", "".join(f"これは{number}文目です。" for number in range(40)))
    status = repository.translations("status")
    assert (status.status, "(tolerated)" in status.text) == (1, False)


def test_the_next_command_is_for_the_smallest_change_and_not_for_the_shortest_text(repository: Repository) -> None:
    stale(repository).edit("docs/_data/languages/ja.yml", "home: トップページへ", "home: 最初のページへ")
    rows, _, following = repository.translations("status").text.partition("what to do:")
    assert rows.index(SECTION.partition("#")[2]) < rows.index("not-found.home")
    assert following.strip().endswith(SECTION)


def test_what_is_small_comes_first_though_it_stands_last(repository: Repository) -> None:
    repository.edit("docs/ja/contributing.md", "- AWSの画面の画像。", "- AWSの画面を写した写真と動画。")
    repository.edit("docs/ja/privacy.md", "終わったら「今すぐ消す」", "終わったら必ず「今すぐ消す」")
    sections = [each.split("#")[1] for each in repository.translations("status").text.split() if ".md" in each]
    assert sections == ["shared-device", "newer-form", "shared-device"]


def test_of_a_language_that_is_begun_the_list_is_short_and_says_how_to_go_on(repository: Repository) -> None:
    assert repository.translations("add-language", "ko", "--name", "한국어").status == 0
    listed = repository.translations("status", "--language", "ko").text.splitlines()
    assert len(listed) < 40
    assert " more. " in "\n".join(listed)
    assert listed[1].split()[0] == "untracked", "what was begun comes first"
    page = repository.translations("diff", "docs/ko/privacy.md#shared-device").text
    assert "translations new privacy.md --language ko\n" in page
    words = repository.translations("diff", "docs/_data/languages/ko.yml#as-of.official").text
    assert "translations new as-of --language ko\n" in words
    assert repository.translations("new", "privacy.md", "--language", "ko").status == 0
    begun = repository.translations("diff", "docs/ko/privacy.md#shared-device").text
    assert "translations new" not in begun
    assert "translations sync docs/ko/privacy.md#shared-device\n" in begun


def test_where_nothing_is_to_be_done_it_says_what_could_be_begun(repository: Repository) -> None:
    told = repository.translations("status")
    assert told.status == 0
    assert "add-language CODE --name NAME" in told.text
    assert "add-language" not in stale(repository).translations("status").text


def test_sync_names_what_it_writes(repository: Repository) -> None:
    refused = repository.translations("sync")
    assert refused.status == 2
    assert "--all" in refused.err


def test_a_page_that_was_moved_keeps_its_stamps_and_its_history(repository: Repository) -> None:
    for code in ("ja", "en"):
        repository.git("mv", f"docs/{code}/privacy.md", f"docs/{code}/what-is-kept.md")
    moved = repository.states()
    assert set(moved.values()) == {"renamed"}
    assert repository.translations("sync", "docs/en/what-is-kept.md").status == 0
    assert repository.states() == {}
    assert not (repository.root / "docs/_data/translations/en/pages/privacy.yml").exists()
    repository.commit("moved")
    repository.edit("docs/ja/what-is-kept.md", OLD, NEW)
    assert "検索した言葉は[-送信-]{+記録+}しません。" in repository.translations("diff").text


def test_a_section_with_another_id_is_renamed(repository: Repository) -> None:
    for name in (SOURCE, PAGE):
        repository.edit(name, "{ #what-the-page-does }", "{ #what-this-site-does }")
    assert repository.states() == {f"{PAGE}#what-this-site-does": "renamed"}
    assert repository.translations("sync", PAGE).status == 0
    assert repository.states() == {}


def test_a_section_with_another_id_and_other_words_is_behind_and_not_new(repository: Repository) -> None:
    for name in (SOURCE, PAGE):
        repository.edit(name, "{ #what-the-page-does }", "{ #what-this-site-does }")
    repository.edit(SOURCE, OLD, NEW)
    renamed = f"{PAGE}#what-this-site-does"
    assert repository.states() == {renamed: "stale"}
    was = re.search(
        rf"\(was {stamps_of('privacy')}#what-the-page-does, similarity 0\.[0-9]{{2}}\)",
        repository.translations("status").text,
    )
    assert was
    assert "検索した言葉は[-送信-]{+記録+}しません。" in repository.translations("diff", renamed).text
    assert repository.translations("sync", renamed).status == 1, "nobody has changed the translation"
    assert repository.translations("sync", renamed, "--still-old").status == 0
    assert repository.states() == {renamed: "stale"}
    repository.edit(PAGE, *REWORDED)
    assert repository.translations("sync", renamed).status == 0
    assert repository.states() == {}


def test_what_is_behind_is_told_with_how_much_has_changed_and_for_how_long(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MERGE_GUIDE_TODAY", "2026-11-25")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-20T12:00:00Z")
    stale(repository)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-23T12:00:00Z")
    repository.edit(SOURCE, SMALL[0], SMALL[1])
    repository.commit("the source changes again")
    told = repository.translations("status", PAGE).text
    assert [line.split()[:2] + line.split()[3:] for line in told.splitlines() if line.startswith("  stale")] == [
        ["stale", "XS", "(5", "days)"],
        ["stale", "XS", "(2", "days)"],
    ]
    data = json.loads(repository.translations("status", PAGE, "--json").text)
    behind = {one["section"]: (one["size"], one["changed"]) for one in data["sections"] if one["state"] == "stale"}
    assert behind == {SECTION.partition("#")[2]: ("XS", "2026-11-20"), SMALL[2]: ("XS", "2026-11-23")}
    assert [(page["size"], page["changed"]) for page in data["pages"]] == [("XS", "2026-11-20")]
    shutil.rmtree(repository.root / ".git")
    assert "days)" not in repository.translations("status", PAGE).text
    data = json.loads(repository.translations("status", PAGE, "--json").text)
    sections = {one["section"]: one for one in data["sections"]}
    assert sections[SECTION.partition("#")[2]]["size"] != "XS", "without history it counts with all that it says"
    assert data["pages"][0]["changed"] is None


def test_a_section_renamed_and_reworded_in_the_source_is_one_and_leads_to_its_difference(
    repository: Repository,
) -> None:
    repository.edit(SOURCE, "{ #what-the-page-does }", "{ #what-this-site-does }")
    repository.edit(SOURCE, OLD, NEW)
    repository.commit("another id, and other words")
    new = SECTION.replace("what-the-page-does", "what-this-site-does")
    told = repository.translations("status", PAGE).text
    was = re.search(rf"  renamed .*{re.escape(PAGE)}:([0-9]+)#what-this-site-does .*similarity 0\.([0-9]+)\)", told)
    assert was, told
    assert 80 < int(was[2]) < 100
    heading = (repository.root / PAGE).read_text(encoding="utf-8").splitlines()[int(was[1]) - 1]
    assert heading.endswith("{ #what-the-page-does }")
    assert "missing" not in told
    assert "orphan" not in told
    step = f"In {PAGE}:{was[1]}, write {{ #what-this-site-does }} for {{ #what-the-page-does }}."
    assert step in repository.translations("diff", new).text
    repository.edit(PAGE, "{ #what-the-page-does }", "{ #what-this-site-does }")
    assert "検索した言葉は[-送信-]{+記録+}しません。" in repository.translations("diff", new).text
    repository.edit(PAGE, "{ #what-this-site-does }", "{ #what-the-page-does }")
    shutil.rmtree(repository.root / ".git")
    assert repository.states() == {f"{PAGE}#what-this-site-does": "missing", SECTION: "orphan"}


def test_what_is_new_in_the_source_is_not_taken_for_what_was_deleted(repository: Repository) -> None:
    text = (repository.root / SOURCE).read_text(encoding="utf-8")
    begin = text.index("\n## ", text.index("{ #what-the-page-does }") - 200)
    end = text.index("\n## ", text.index("{ #what-the-page-does }"))
    new = "\n## 届くもの { #what-arrives }\n\n合格の知らせは試験の翌日に届きます。証明書は別の封筒で送られます。\n"
    (repository.root / SOURCE).write_text(text[:begin] + new + text[end:], encoding="utf-8")
    assert repository.states() == {f"{PAGE}#what-arrives": "missing", SECTION: "orphan"}


def test_what_one_language_lacks_is_missing_and_what_only_it_has_an_orphan(repository: Repository) -> None:
    for name, words in ((SOURCE, "新しい節"), (PAGE, "Only here")):
        text = (repository.root / name).read_text(encoding="utf-8")
        new = f"{text}\n## {words} {{ #{'new' if name == SOURCE else 'only'} }}\n\nText.\n"
        (repository.root / name).write_text(new, encoding="utf-8")
    assert repository.states() == {f"{PAGE}#new": "missing", f"{PAGE}#only": "orphan"}
    pages = json.loads(repository.translations("status", PAGE, "--json").text)["pages"]
    assert [(one["language"], one["page"], one["worst"]) for one in pages] == [("en", "privacy.md", "orphan")]
    assert (pages[0]["states"]["missing"], pages[0]["sections"]) == (1, sum(pages[0]["states"].values()))


def test_a_text_of_the_language_file_is_tracked_as_pages_are(repository: Repository) -> None:
    repository.edit("docs/_data/languages/ja.yml", "home: トップページへ", "home: 最初のページへ")
    assert repository.states() == {"docs/_data/languages/en.yml#not-found.home": "stale"}
    assert "[-トップページ-]{+最初のページ+}へ" in repository.translations("diff").text


def test_a_section_that_does_not_exist_is_told_with_the_nearest(repository: Repository) -> None:
    told = repository.translations("status", f"{PAGE}#what-the-page-do")
    assert told.status == 2
    assert f'Did you mean "{SECTION}"?' in told.err


@pytest.mark.some(1)
@pytest.mark.parametrize("is_new", [False, True])
def test_what_the_summary_offers_makes_the_check_of_an_edit_in_the_browser_green(
    repository: Repository, tmp_path: Path, is_new: bool
) -> None:
    stale(repository)
    stamps = "docs/_data/translations/en/pages/privacy.yml"
    if is_new:
        repository.git("rm", "-q", stamps)
        repository.commit("nobody has stamped the page")
    repository.edit(PAGE, "The words you search for are not sent.", "The words you search for are not kept.")
    repository.commit("Update privacy.md")
    assert (repository.check().status, len(repository.states()) == 1) == (0 if is_new else 1, not is_new)
    place = ("--repository", "https://example.com/hanako/guide", "--branch", "mend-{x}#1")
    told = repository.translations("summary", "--since", "HEAD~1", *place, "--folder", tmp_path / "out")
    assert (tmp_path / "out/summary.md").read_text(encoding="utf-8") == told.text
    assert told.status == 1
    assert f"| `what-the-page-does` | English (en) | {'untracked' if is_new else 'stale'} → " in told.text
    assert "https://example.com/hanako/guide/edit/mend-%7Bx%7D%231/docs/en/privacy.md" in told.text
    repository.git("apply", tmp_path / "out/stamps.patch")
    assert (repository.root / stamps).read_bytes() == (tmp_path / "out" / stamps).read_bytes()
    assert (repository.root / stamps).read_text(encoding="utf-8") in told.text, "what is pasted is what the patch makes"
    repository.commit("Update privacy.yml")
    assert repository.check().status == 0
    assert SECTION not in repository.states()


def test_who_has_changed_the_source_alone_is_offered_nothing_that_hides_it(
    repository: Repository, tmp_path: Path
) -> None:
    told = stale(repository).translations("summary", "--since", "HEAD~1", "--folder", tmp_path / "out")
    assert told.status == 1
    assert "| acknowledged → stale |" in told.text
    assert "検索した言葉は[-送信-]{+記録+}しません。" in told.text
    assert "To finish in the browser" not in told.text
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["summary.md"]


def test_a_summary_of_nothing_and_one_against_no_commit(repository: Repository) -> None:
    nothing = repository.translations("summary")
    assert (nothing.status, "nothing to do with a translation" in nothing.text) == (0, True)
    nowhere = repository.translations("summary", "--since", "no-such-commit")
    assert (nowhere.status, nowhere.text) == (2, "")
    assert "There is no commit" in nowhere.err


def test_owners_of_languages_become_codeowners_and_what_is_written_by_hand_stays(repository: Repository) -> None:
    file = repository.root / ".github/CODEOWNERS"
    assert repository.translations("owners").text == "No language file names an owner.\n"
    assert repository.translations("owners", "--write").status == 0
    assert not file.exists()
    repository.edit("docs/_data/languages/en.yml", "\nowners: []", "\nowners: [hanako-example, '@example/english']")
    refused = repository.check()
    assert (refused.status, "translations owners --write" in refused.err + refused.text) == (1, True)
    file.parent.mkdir(exist_ok=True)
    file.write_text("/hooks/ @taro-example\n", encoding="utf-8")
    for _ in ("written", "written again"):
        assert repository.translations("owners", "--write").status == 0
        by_hand, _, own = file.read_text(encoding="utf-8").partition("# Below")
        assert by_hand == "/hooks/ @taro-example\n"
        places = ("docs/en/", "docs/_data/languages/en.yml", "docs/_data/translations/en/")
        expected = "".join(f"/{place} @hanako-example @example/english\n" for place in places)
        assert own.partition("\n")[2] == expected == repository.translations("owners").text
    assert repository.check().status == 0
    repository.edit("docs/_data/languages/en.yml", "owners: [hanako-example, '@example/english']", "owners: []")
    assert repository.check().status == 1
    assert repository.translations("owners", "--write").status == 0
    assert file.read_text(encoding="utf-8") == "/hooks/ @taro-example\n"
    assert repository.check().status == 0
