"""A page as a browser's translator leaves it: every text node wrapped in ``<font>``, its words replaced."""

from __future__ import annotations

from playwright.sync_api import Page

MARK = "ǂ"
"""Stands in everything that was translated, and in nothing else."""

TRANSLATE = """
([mark, rude]) => {
  const kept = ['SCRIPT', 'STYLE', 'TEXTAREA', 'TITLE', 'OPTION', 'FONT'];
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.data.trim() || node.parentNode.closest('font')) return;
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      inner.textContent = mark + [...node.data].reverse().join('') + mark;
      outer.append(inner);
      node.replaceWith(outer);
    } else if (node.nodeType === Node.ELEMENT_NODE && !kept.includes(node.tagName)) {
      if (!rude && (node.translate === false || node.classList.contains('notranslate'))) return;
      for (const child of [...node.childNodes]) walk(child);
    }
  };
  walk(document.body);
  if (window.goesOn) return;
  window.goesOn = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node.isConnected) {
      const parent = node.parentElement;
      if (rude || (parent.translate !== false && !parent.closest('.notranslate'))) walk(node);
    }
  });
  window.goesOn.observe(document.body, { childList: true, subtree: true });
}
"""


def translate(page: Page, *, rude: bool) -> None:
    """Translate the page, and from now on whatever is put into it.

    Args:
        rude: also what says that it is not to be translated.
    """
    page.evaluate(TRANSLATE, [MARK, rude])
