"""The cache gives back what was put in, or nothing: whatever has happened to it in the meantime."""

from __future__ import annotations

import multiprocessing
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from mergeguide.cache import FOLDER, Cache, digest
from mergeguide.rendering import Fragments
from mergeguide.rendering.template_cache import CompiledTemplates

CONTENT = bytes(range(256)) * 40
KEY = digest("made from this")


def kept(root: Path) -> Path:
    """The file of an entry that was just put into a project's cache."""
    Cache(root).put("entry", KEY, CONTENT)
    return root / FOLDER / "entry"


def test_what_was_put_in_comes_back(tmp_path: Path) -> None:
    kept(tmp_path)
    assert Cache(tmp_path).get("entry", KEY) == CONTENT
    assert [file.name for file in (tmp_path / FOLDER).iterdir()] == ["entry"]


def test_there_is_nothing_before(tmp_path: Path) -> None:
    assert Cache(tmp_path).get("entry", KEY) is None


def test_what_was_made_from_something_else_is_passed_over_and_replaced(tmp_path: Path) -> None:
    kept(tmp_path)
    assert Cache(tmp_path).get("entry", digest("made from that")) is None
    Cache(tmp_path).put("entry", digest("made from that"), b"another")
    assert Cache(tmp_path).get("entry", digest("made from that")) == b"another"


def test_parts_that_are_divided_otherwise_are_others() -> None:
    assert len({digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", "")}) == 4


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut off": lambda content: content[:-1],
    "cut off in its head": lambda content: content[:20],
    "a bit is another": lambda content: content[:100] + bytes([content[100] ^ 1]) + content[101:],
    "a bit of its head is another": lambda content: bytes([content[0] ^ 1]) + content[1:],
    "something behind it": lambda content: content + b"\0",
    "zeros": lambda content: bytes(len(content)),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_entry_is_passed_over_and_written_anew(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    file = kept(tmp_path)
    file.write_bytes(damage(file.read_bytes()))
    assert Cache(tmp_path).get("entry", KEY) is None
    kept(tmp_path)
    assert Cache(tmp_path).get("entry", KEY) == CONTENT


@pytest.mark.parametrize("place", [FOLDER.parent, FOLDER, FOLDER / "entry"], ids=str)
def test_a_file_or_folder_in_the_way_is_no_error(tmp_path: Path, place: Path) -> None:
    in_the_way = tmp_path / place
    in_the_way.parent.mkdir(parents=True, exist_ok=True)
    if place == FOLDER / "entry":
        in_the_way.mkdir()
    else:
        in_the_way.write_text("something else")
    kept(tmp_path)
    assert Cache(tmp_path).get("entry", KEY) is None


@pytest.mark.skipif(os.name == "nt" or not os.getuid(), reason="nothing is read-only for this user")
def test_a_folder_that_is_read_only_is_read_and_no_error(tmp_path: Path) -> None:
    file = kept(tmp_path)
    file.parent.chmod(0o500)
    Cache(tmp_path).put("entry", KEY, b"another")
    Cache(tmp_path).put("second", KEY, b"another")
    assert Cache(tmp_path).get("entry", KEY) == CONTENT
    assert Cache(tmp_path).get("second", KEY) is None
    file.parent.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o1777], ids=oct)
def test_a_folder_that_others_may_write_into_is_not_used(tmp_path: Path, mode: int) -> None:
    file = kept(tmp_path)
    file.parent.chmod(mode)
    assert Cache(tmp_path).get("entry", KEY) is None
    Cache(tmp_path).put("second", KEY, b"another")
    assert not (file.parent / "second").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such owners")
def test_a_folder_of_another_user_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = kept(tmp_path)
    other = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: other)
    assert Cache(tmp_path).get("entry", KEY) is None
    Cache(tmp_path).put("second", KEY, b"another")
    assert not (file.parent / "second").exists()


def test_a_folder_that_is_a_link_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    file = kept(tmp_path / "elsewhere")
    (tmp_path / FOLDER).parent.mkdir()
    (tmp_path / FOLDER).symlink_to(file.parent, target_is_directory=True)
    assert Cache(tmp_path).get("entry", KEY) is None


def write_often(root: Path, content: bytes) -> None:
    """Write one entry again and again, as builds at the same time do."""
    for _ in range(200):
        Cache(root).put("entry", KEY, content)


def test_what_two_builds_write_at_once_is_the_one_or_the_other(tmp_path: Path) -> None:
    contents = [bytes([number]) * 200_000 for number in (1, 2)]
    Cache(tmp_path).put("entry", KEY, contents[0])
    context = multiprocessing.get_context("spawn")
    builds = [context.Process(target=write_often, args=(tmp_path, content)) for content in contents]
    for build in builds:
        build.start()
    while any(build.is_alive() for build in builds):
        assert Cache(tmp_path).get("entry", KEY) in contents
    for build in builds:
        build.join()
        assert build.exitcode == 0
    assert [file.name for file in (tmp_path / FOLDER).iterdir()] == ["entry"]


class Hostile:
    """What writes a file where somebody unpickles it."""

    def __init__(self, proof: Path) -> None:
        self.proof = proof

    def __reduce__(self) -> tuple[Callable[..., object], tuple[Path]]:
        return Path.touch, (self.proof,)


def shown(root: Path) -> str | None:
    """What the project's fragment says, compiled or taken from the cache by a process that has nothing in memory."""
    fragments = Fragments(root)
    fragments._environment.bytecode_cache = CompiledTemplates(root)
    return fragments.element("hello", {"name": "Hanako"}).text


@pytest.fixture
def fragment(tmp_path: Path) -> Path:
    """A fragment that was compiled before."""
    file = tmp_path / "overrides/fragments/hello.html"
    file.parent.mkdir(parents=True)
    file.write_text("<p>Hello {{ name }}</p>", encoding="utf-8")
    assert shown(tmp_path) == "Hello Hanako"
    return file


def entry(root: Path) -> Path:
    """The only entry of a project's cache."""
    (found,) = (root / FOLDER).iterdir()
    return found


def test_a_compiled_template_is_taken_and_not_compiled_again(
    tmp_path: Path, fragment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jinja2.environment.Environment.compile", None)
    assert shown(tmp_path) == "Hello Hanako"


def test_a_template_that_has_changed_is_compiled_anew(tmp_path: Path, fragment: Path) -> None:
    time = fragment.stat().st_mtime_ns
    fragment.write_text("<p>Holla {{ name }}</p>", encoding="utf-8")
    os.utime(fragment, ns=(time, time))
    assert shown(tmp_path) == "Holla Hanako"
    assert shown(tmp_path) == "Holla Hanako"


def test_what_another_version_has_compiled_is_compiled_anew(
    tmp_path: Path, fragment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = entry(tmp_path).read_bytes()
    monkeypatch.setattr("mergeguide.rendering.template_cache._versions", lambda: "another")
    assert shown(tmp_path) == "Hello Hanako"
    assert entry(tmp_path).read_bytes() != before


def test_a_template_that_is_read_otherwise_is_compiled_by_itself(tmp_path: Path, fragment: Path) -> None:
    fragments = Fragments(tmp_path)
    fragments._environment.bytecode_cache = CompiledTemplates(tmp_path)
    fragments._environment.autoescape = False
    assert fragments.element("hello", {"name": "<b/>"}).find("b") is not None
    with pytest.raises(AssertionError):
        assert Fragments(tmp_path).element("hello", {"name": "<b/>"}).find("b") is not None


@pytest.mark.parametrize("sealed", [False, True], ids=["as it is", "with a digest that fits"])
def test_a_pickle_in_the_cache_is_never_run(tmp_path: Path, fragment: Path, *, sealed: bool) -> None:
    proof = tmp_path / "unpickled"
    hostile = pickle.dumps(Hostile(proof))
    found = entry(tmp_path)
    templates = CompiledTemplates(tmp_path)
    if sealed:
        environment = Fragments(tmp_path)._environment
        bucket = templates.get_bucket(environment, "hello.html", str(fragment), fragment.read_text(encoding="utf-8"))
        assert bucket.key == found.name
        Cache(tmp_path).put(found.name, bucket.checksum, hostile)
    else:
        found.write_bytes(hostile)
    assert shown(tmp_path) == "Hello Hanako"
    assert not proof.exists()
