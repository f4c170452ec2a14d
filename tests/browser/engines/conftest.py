"""The same journeys in three engines. One that is not there is not tried, and the summary says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from chromium import Chromium
from firefox import firefox
from opening import start
from playwright.sync_api import Playwright
from programs import find
from reader import BAD, BAD_PAGE, FRAME, FRAME_PAGE, PAPER, PAPER_PAGE, Reader
from webkit import webkit
from window import Engine

from mergeguide.data.guide import Guide
from serving import serving

ENGINES = ("chromium", "firefox", "webkit")
SIZES = {"390": (390, 780), "1440": (1440, 900)}
"""The inner width of the page, and its height."""


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Each engine that is there; its processes end with the last test."""
    with ExitStack() as programs:
        if request.param == "chromium":
            playwright: Playwright = request.getfixturevalue("playwright")
            browser = start(playwright, with_windows=True)
            programs.callback(browser.close)
            yield Chromium(browser)
        elif request.param == "firefox":
            path = find("FIREFOX", "firefox-esr", "firefox")
            if path is None:
                pytest.skip("not tried: Firefox, there is none here (make test says how to get it)")
            yield programs.enter_context(firefox(path, tmp_path_factory.mktemp("firefox")))
        else:
            path, screen = find("WEBKIT_DRIVER", "WebKitWebDriver"), find("XVFB", "Xvfb")
            if path is None or screen is None:
                pytest.skip("not tried: WebKitGTK, its driver or Xvfb is not here (make test says how to get them)")
            yield programs.enter_context(webkit(path, screen, tmp_path_factory.mktemp("webkit")))


@pytest.fixture(scope="session")
def all_reports() -> list[str]:
    """What pages' policies forbade since the beginning, as the browsers tell it."""
    return []


@pytest.fixture(scope="session")
def guide_address(built_site: Path, all_reports: list[str]) -> Iterator[str]:
    """Where the site is served: below a path, and beside it the frame for narrow pages and a sheet to paste on."""
    beside = {FRAME: FRAME_PAGE, PAPER: PAPER_PAGE, BAD: BAD_PAGE}
    with serving(built_site, "/guide/", beside, all_reports) as address:
        yield address


@pytest.fixture
def reports(all_reports: list[str]) -> list[str]:
    """What pages' policies forbid during this test."""
    all_reports.clear()
    return all_reports


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """A telephone's page and a rendering's."""
    return SIZES[request.param]


@pytest.fixture
def reader(
    engine: Engine, size: tuple[int, int], code: str, guide: Guide, guide_address: str, reports: list[str]
) -> Iterator[Reader]:
    """A reader with the generator before her, nothing filled in."""
    host = guide_address.removesuffix("/guide/")
    with engine.window(*size, host + FRAME) as window:
        one = Reader(window, guide, code, guide_address, host + PAPER)
        one.open()
        assert one.run("() => innerWidth") == size[0]
        yield one
        assert window.said == [], "the page wrote to the console, or threw"
        # A browser sends its reports when it likes: one of the page that another test spoils may come as late as this.
        assert [report for report in reports if BAD not in report] == [], "the page wanted what its policy forbids"
