"""What tests wait for comes, or the test fails in good time."""

from __future__ import annotations

import pytest
import waiting
from opening import OpenCaseText


def test_waiting_ends_where_the_pages_clock_stands_still(
    open_case_text: OpenCaseText, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page whose clock a test holds draws no frame, and no timer of it ever ends."""
    page = open_case_text("ja", clock=True).page
    waiting.wait_for(page, "given === document.documentElement.lang", "ja")
    monkeypatch.setattr(waiting, "PATIENCE", 0.1)
    with pytest.raises(TimeoutError, match=r"waited in vain: document\.hidden"):
        waiting.wait_for(page, "document.hidden")
