"""The day that counts as today."""

from __future__ import annotations

import datetime
import os


def day_begun_anywhere() -> datetime.date:
    """The last day that has begun somewhere on Earth: what a person dates today is never later."""
    if os.environ.get("MERGE_GUIDE_TODAY"):
        return today()
    return (_now() + datetime.timedelta(hours=14)).date()


def today() -> datetime.date:
    """The day that counts as today: ``MERGE_GUIDE_TODAY`` (YYYY-MM-DD) where it is set, so that tests can.

    Raises:
        ValueError: the variable holds no date.
    """
    given = os.environ.get("MERGE_GUIDE_TODAY")
    return datetime.date.fromisoformat(given) if given else _now().date()


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
