"""Each engine draws with the fonts of the tests; else every character is a box, and no width on the page is true."""

from __future__ import annotations

from reader import Reader

WIDTHS = """
() => ['iiiiiiii', 'mmmmmmmm'].map((text) => {
  const span = document.body.appendChild(document.createElement('span'));
  span.style.position = 'absolute';
  span.textContent = text;
  const { width } = span.getBoundingClientRect();
  span.remove();
  return width;
})
"""


def test_letters_have_their_own_widths(reader: Reader) -> None:
    narrow, wide = reader.run(WIDTHS)
    assert 0 < narrow < wide / 2
