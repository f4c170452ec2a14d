"""Waiting for a page's state without Playwright's own loop, which a page's policy forbids: it evaluates text later."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

PATIENCE = 10_000
"""Milliseconds after which something will not happen any more."""


def wait_for(page: Page, condition: str, given: Any = None) -> None:
    """Wait until a JavaScript expression holds, in which ``given`` is what is given; looked at with each frame."""
    page.evaluate(
        f"""async (given) => {{
          const end = performance.now() + {PATIENCE};
          while (!({condition})) {{
            if (performance.now() > end) throw new Error("waited in vain: " + {condition!r});
            await new Promise((drawn) => requestAnimationFrame(drawn));
          }}
        }}""",
        given,
    )
