"""Waiting for a page's state without Playwright's own loop, which a page's policy forbids: it evaluates text later."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

AT_REST = """async (quiet) => {
  if (document.readyState !== 'complete') await new Promise((there) => addEventListener('load', there, { once: true }));
  const asked = () => performance.getEntriesByType('resource').length;
  for (let before = -1, looks = 0; before !== asked(); looks += 1) {
    if (looks > 60) throw new Error(`the page goes on asking: ${performance.getEntriesByType('resource').at(-1).name}`);
    before = asked();
    await new Promise((later) => setTimeout(later, quiet));
  }
}"""
"""Waits until a page is loaded and then has asked for nothing more for so many milliseconds."""

QUIET = 500

PATIENCE = 10
"""Seconds after which something will not happen any more."""

NEXT_TASK = """() => new Promise((done) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = done;
  channel.port2.postMessage(null);
})"""
"""Lets the page go on. Frames and timers stand still where a test holds the page's clock, messages do not."""


def wait_for(page: Page, condition: str, given: Any = None) -> None:
    """Wait until a JavaScript expression holds, in which ``given`` is what is given.

    The time is this process's: a page whose clock is held would wait for good.

    Raises:
        TimeoutError: it did not hold in time.
    """
    end = time.monotonic() + PATIENCE
    while not page.evaluate(f"async (given) => Boolean({condition})", given):
        if time.monotonic() > end:
            raise TimeoutError(f"waited in vain: {condition}, given {given!r}")
        page.evaluate(NEXT_TASK)


def at_rest(page: Page) -> None:
    """Wait until a page is loaded and asks for nothing more.

    Playwright's "networkidle" means the same, but on a busy machine it was now and then waited for in vain, with a page
    that had long been loaded.
    """
    page.evaluate(AT_REST, QUIET)


def all_at_rest(pages: Sequence[Page]) -> None:
    """Wait until every one of several pages is loaded and asks for nothing more; they are quiet at the same time."""
    for page in pages:
        page.evaluate(f"(quiet) => {{ window.atRest = ({AT_REST})(quiet); window.atRest.catch(() => {{}}) }}", QUIET)
    for page in pages:
        page.evaluate("window.atRest")
