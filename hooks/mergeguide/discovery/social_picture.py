"""The picture with which a link to the guide is shown elsewhere: one a language, of the guide's own words and mark.

``.ci/pictures.py`` has a browser draw what ``drawing`` says. The file says in itself what it was drawn from
(``stamped``), so that a picture is known whose words have changed since.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from html import escape

WIDTH, HEIGHT = 1200, 630
"""Pixels: the proportion that social networks show whole."""

_HEADER = 33
"""Bytes of a PNG before its second chunk: the signature and the chunk IHDR."""
_KEYWORD = b"Source"

_PAGE = """<!DOCTYPE html>
<html lang="{code}"><meta charset="utf-8">
<style>
  body {{ box-sizing: border-box; width: {width}px; height: {height}px; margin: 0; padding: 76px 84px;
    background: #fafaf8; color: #1b2330; font-family: "Noto Sans CJK JP", sans-serif; border-left: 28px solid #1c62b3;
    display: flex; flex-direction: column; }}
  svg {{ flex: none; width: 148px; height: 148px; margin: 0 0 24px -9px; }}
  h1 {{ margin: 0 0 26px; font-size: 62px; line-height: 1.25; text-wrap: balance; word-break: auto-phrase; }}
  p {{ margin: 0; font-size: 32px; line-height: 1.55; color: #424a57; text-wrap: pretty; word-break: auto-phrase; }}
</style>
<body>{mark}<h1>{name}</h1><p>{description}</p></body></html>
"""


def picture_path(code: str) -> str:
    """Where a language's picture is, below ``docs/`` and on the site."""
    return f"assets/images/social-{code}.png"


def drawing(code: str, name: str, description: str, mark: str) -> str:
    """A page of exactly the picture's size.

    Args:
        code: the language's tag.
        name: the site's name in it.
        description: what the site is.
        mark: the guide's mark, as SVG.
    """
    words = {"name": escape(name), "description": escape(description)}
    return _PAGE.format(code=code, width=WIDTH, height=HEIGHT, mark=mark, **words)


def digest(drawn: str) -> str:
    """What a picture that was drawn from this page says of itself."""
    return hashlib.sha256(drawn.encode()).hexdigest()[:16]


def stamped(picture: bytes, said: str) -> bytes:
    """A PNG that says what it was drawn from, as a text chunk behind its header."""
    content = b"tEXt" + _KEYWORD + b"\0" + said.encode("ascii")
    chunk = struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))
    return picture[:_HEADER] + chunk + picture[_HEADER:]


def stamp_of(picture: bytes) -> str | None:
    """What a PNG says it was drawn from; nothing where it says nothing."""
    (length,) = struct.unpack(">I", picture[_HEADER : _HEADER + 4])
    content = picture[_HEADER + 4 : _HEADER + 8 + length]
    begin = b"tEXt" + _KEYWORD + b"\0"
    return content.removeprefix(begin).decode("ascii") if content.startswith(begin) else None
