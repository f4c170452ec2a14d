"""Every character of JIS X 0208, the set that Japanese input methods offer first."""

from __future__ import annotations

ROWS = CELLS = range(1, 95)


def jis_x_0208() -> str:
    """The characters of the standard, in its order, as EUC-JP decodes them."""
    codes = (bytes((0xA0 + row, 0xA0 + cell)) for row in ROWS for cell in CELLS)
    return "".join(code.decode("euc_jp", errors="ignore") for code in codes)


def full_width(text: str) -> str:
    """ASCII text as a Japanese input method types it while it is set to full width."""
    return "".join("\u3000" if letter == " " else chr(ord(letter) + 0xFEE0) for letter in text)
