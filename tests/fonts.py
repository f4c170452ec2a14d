"""The fonts of the tests: two, from packages, so that what is measured or printed is the same on every machine.

Chromium, Firefox and WebKitGTK ask fontconfig for fonts. Where there is none (macOS, Windows) the system's own are
taken, and those systems always have Japanese ones.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import fontpkg_noto_sans
import noto_cjk_sans_jp_regular

LATIN = "Noto Sans"
JAPANESE = "Noto Sans CJK JP"
FAMILIES = {LATIN, JAPANESE}
"""The fonts have Latin, Greek, Cyrillic, kana, Han, Hangul and common signs; no Arabic, no emoji."""
_CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <alias>
    <family>sans-serif</family>
    <prefer><family>{latin}</family><family>{japanese}</family></prefer>
  </alias>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def write_configuration(folder: Path) -> Path:
    """Write a configuration of fontconfig that knows the fonts of the tests and no others.

    Args:
        folder: where it and its cache are to lie.

    Returns:
        The file; a browser that starts with it as ``FONTCONFIG_FILE`` draws with those fonts.
    """
    fonts = folder / "fonts"
    fonts.mkdir()
    # Under LC_ALL=C Chromium passes over a font whose path is not in ASCII, as a checkout's can be.
    for number, source in enumerate((fontpkg_noto_sans.ROOT, noto_cjk_sans_jp_regular.FONT_PATH.parent)):
        (fonts / str(number)).symlink_to(source, target_is_directory=True)
    configuration = _CONFIGURATION.format(
        fonts=escape(str(fonts)),
        latin=LATIN,
        japanese=JAPANESE,
        cache=escape(str(folder / "cache")),
    )
    file = folder / "fonts.conf"
    file.write_text(configuration, encoding="utf-8")
    return file
