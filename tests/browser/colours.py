"""Contrast of what is really painted: screenshots, read pixel by pixel."""

from __future__ import annotations

import base64

from playwright.sync_api import FloatRect, Locator, Page

AROUND = 6
"""Pixels around a control that are looked at, too: a focus ring stands outside."""
WITHIN = 3
"""Pixels of a control's own edge that are looked at; what stands further inside is its text."""
MEASURE = """
async ([before, after, around, within]) => {
  const pixels = async (image) => {
    const bytes = Uint8Array.from(atob(image), (byte) => byte.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const linear = (part) => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ({ data }, at) =>
    0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
  const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const now = await pixels(after);
  const old = before === null ? null : await pixels(before);
  const ring = around + within;
  const found = [];
  for (let y = 0; y < now.height; y += 1) {
    for (let x = 0; x < now.width; x += 1) {
      const inside = x >= ring && y >= ring && x < now.width - ring && y < now.height - ring;
      const at = 4 * (y * now.width + x);
      if (!inside) found.push(contrast(luminance(now, at), old ? luminance(old, at) : luminance(now, 0)));
    }
  }
  return found.sort((a, b) => b - a);
}
"""


def _box(control: Locator) -> FloatRect:
    box = control.bounding_box()
    assert box, "it is not visible"
    return box


def _shot(control: Locator) -> str:
    box = _box(control)
    clip: FloatRect = {
        "x": box["x"] - AROUND,
        "y": box["y"] - AROUND,
        "width": box["width"] + 2 * AROUND,
        "height": box["height"] + 2 * AROUND,
    }
    return base64.b64encode(control.page.screenshot(clip=clip)).decode()


def _typical(contrasts: list[float], control: Locator) -> float:
    """The contrast that at least an eighth of an outline has; the rest may be rounded, dashed or smoothed away."""
    box = _box(control)
    return contrasts[int(box["width"] + box["height"]) // 4]


def edge_contrast(control: Locator, reader: Page) -> float:
    """The contrast between a control's edge and what the control stands on.

    Args:
        reader: a page on which pictures can be read.
    """
    return _typical(reader.evaluate(MEASURE, [None, _shot(control), AROUND, WITHIN]), control)


def focus_contrast(control: Locator, reader: Page) -> float:
    """The contrast that the keyboard's focus makes along a control's edge, pixel for pixel, before and after."""
    control.scroll_into_view_if_needed()
    control.evaluate("(control) => control.blur()")
    before = _shot(control)
    control.focus()
    return _typical(reader.evaluate(MEASURE, [before, _shot(control), AROUND, WITHIN]), control)
