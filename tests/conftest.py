"""What all tests share: the data, a copy of the project to spoil, the real site, and a server for it."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest

from fonts import write_configuration
from laboratory import Laboratory
from mergeguide.data.guide import Guide
from mergeguide.loading import load
from mergeguide.problems import listing
from projects import OF_A_HOOK, ROOT, TODAY, CopyProject, Outcome, Project, copy_project
from serving import ServeFolder, serving
from turns import COLLECTED, draw_some, take_some, take_turns
from workers import once, processes, shared_folder


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> Generator[None, int, int]:
    """With ``-n auto`` as many as the number of cores, which xdist has found out, makes best use of."""
    return processes(config.args, (yield))


def pytest_configure(config: pytest.Config) -> None:
    """Run a test that is asked for by its name, even where ``make test`` leaves it to ``make test-all``."""
    if config.option.markexpr == "not whole" and any("::" in argument for argument in config.args):
        config.option.markexpr = ""
    if config.option.markexpr == "not whole":
        draw_some()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Say which tests are left to ``make test-all``, before any is left out."""
    take_turns(items)
    take_some(items)
    config.stash[COLLECTED] = tuple(items)


@pytest.fixture(scope="session", autouse=True)
def day() -> Iterator[None]:
    """Let the package take the same day for today as the commands that tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MERGE_GUIDE_TODAY", TODAY)
        yield


@pytest.fixture(scope="session", autouse=True)
def no_hook() -> Iterator[None]:
    """Let git work on the repositories that tests make, even where a hook of this one runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in OF_A_HOOK:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let every browser that a test starts draw with the font of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(write_configuration(tmp_path_factory.mktemp("fonts"))))
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The real data."""
    loaded = load(ROOT)
    assert isinstance(loaded, Guide), listing(loaded)
    return loaded


@pytest.fixture
def project_copy(tmp_path: Path) -> CopyProject:
    """Make copies of the project: ``project_copy({"docs/ja/index.md": (old, new)})`` is one with that edit."""
    made: list[Project] = []

    def make(edits: Mapping[str, tuple[str, str]] | None = None) -> Project:
        made.append(copy_project(tmp_path / f"project-{len(made) + 1}", edits, with_cache=True))
        return made[-1]

    return make


@pytest.fixture(scope="session")
def real_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """The one strict build of the real site: its folder, and what it said."""
    folder = shared_folder(tmp_path_factory, "built")
    site = folder / "site"
    return site, once(folder, lambda: Project(ROOT).build("--strict", "--site-dir", site))


@pytest.fixture(scope="session")
def built_site(real_build: tuple[Path, Outcome]) -> Path:
    """The real site. Do not write into it: ``spoiled_site`` copies it."""
    site, outcome = real_build
    assert outcome.status == 0, outcome.output
    assert outcome.warnings == [], outcome.output
    return site


@pytest.fixture(scope="session")
def laboratory(tmp_path_factory: pytest.TempPathFactory) -> Laboratory:
    """The real project, of which any number of spoiled copies is judged."""
    return Laboratory(tmp_path_factory.mktemp("laboratory") / "project")


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[ServeFolder]:
    """Serve folders until the session ends: ``serve_folder(site)``, ``serve_folder(site, below="/guide/")``."""
    with ExitStack() as servers:
        addresses: dict[tuple[Path, str], str] = {}

        def serve(folder: Path, below: str = "/") -> str:
            if (folder, below) not in addresses:
                addresses[folder, below] = servers.enter_context(serving(folder, below))
            return addresses[folder, below]

        yield serve


@pytest.fixture(scope="session")
def site_address(built_site: Path, serve_folder: ServeFolder) -> str:
    """Where the real site is served; ends with a slash."""
    return serve_folder(built_site)
