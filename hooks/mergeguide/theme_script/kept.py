"""The reduced script, worked out once for each version of the theme."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from mergeguide.cache import Cache, code_digest, digest
from mergeguide.theme_script.reduction import reduced


def reduced_once(root: Path, script: str) -> tuple[str, str]:
    """The script's name and text.

    The name changes with the text, so that no browser takes an old one from its store.

    Args:
        root: the project's root.
        script: the theme's script as it comes.
    """
    cache, key = Cache(root), digest(code_digest(), script)
    kept = cache.get("script-theme", key)
    text = kept.decode() if kept is not None else reduced(script)
    if kept is None:
        cache.put("script-theme", key, text.encode())
    return f"bundle.{sha256(text.encode()).hexdigest()[:8]}.min.js", text
