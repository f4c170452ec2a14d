"""Files that hosts read for their headers; what stands in a page alone cannot say all of it."""

from __future__ import annotations

from collections.abc import Mapping

from mergeguide.policy.directives import REFERRER, header_directives

_HEADERS = {
    "Content-Security-Policy": header_directives(),
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": REFERRER,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def header_files() -> Mapping[str, str]:
    """Path below the site → text: ``_headers`` is read by Netlify and by Cloudflare Pages."""
    lines = [f"  {name}: {value}\n" for name, value in _HEADERS.items()]
    return {"_headers": "".join(["/*\n", *lines])}
