"""Whose domain an address is at. The browser has the same rules: ``docs/assets/javascripts/letters/domains.js``."""

from __future__ import annotations

from collections.abc import Sequence


def domain_of(address: str) -> str:
    """What follows the last ``@``, in lower case; all of a text that has none."""
    return address.rpartition("@")[2].lower()


def is_everybodys(everybodys: Sequence[str], domain: str) -> bool:
    """Whether a domain is one of those listed, or below one of them."""
    return any(domain == known or domain.endswith(f".{known}") for known in everybodys)


def has_own_domain(everybodys: Sequence[str], address: str) -> bool:
    """Whether an address is at a domain of somebody's own, a company's above all.

    What may still become a listed domain while it is typed (``gmail.co``) is not taken for one.
    """
    domain = domain_of(address)
    begun = any(known.startswith(domain) for known in everybodys)
    return "@" in address and "." in domain and not begun and not is_everybodys(everybodys, domain)
