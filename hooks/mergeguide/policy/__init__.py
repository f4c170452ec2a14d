"""What a page may not load or run: a content security policy from its own scripts, and the same for hosts' headers."""

from __future__ import annotations

from mergeguide.policy.header_files import header_files
from mergeguide.policy.pages import with_policy

__all__ = [
    "header_files",
    "with_policy",
]
