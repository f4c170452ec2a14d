"""What holds of each page of the guide, whatever it says: boxes have names, and the focus can be seen."""

from __future__ import annotations

import axe
import pytest
from case_text import address_of
from playwright.sync_api import Browser, Page, ViewportSize
from waiting import wait_for

from projects import ROOT

SLUGS = ["" if path.stem == "index" else f"{path.stem}/" for path in sorted((ROOT / "docs/ja").glob("*.md"))]
EVERY_PAGE = pytest.mark.parametrize("slug", SLUGS, ids=lambda slug: slug.strip("/") or "index")
TELEPHONE: ViewportSize = {"width": 390, "height": 844}
TASK_LISTS = ("before-you-start/", "after-the-merge/")
UNSEEN = """
() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  const header = document.querySelector('.md-header').getBoundingClientRect().bottom;
  const inside = at.closest('.md-main');
  const named = at.matches('.mg-input') ? at.labels[0].getBoundingClientRect() : box;
  const room = innerHeight - header;
  const begins = named.top >= header - 1 || box.height > room;
  const seen = !inside || (begins && box.top < innerHeight && box.bottom > header);
  return seen ? '' : `${at.tagName} ${at.name ?? ''} ${at.textContent.trim().slice(0, 20)}`;
}
"""
"""The element with the focus, where the header or the window's edge hides it or its label."""
SHOWN = "(links) => links.filter((each) => each.checkVisibility({ visibilityProperty: true })).length"
LYING_ON_THE_TEXT = """
(parts) => parts.filter((each) => getComputedStyle(each).position === 'fixed')
  .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
  .map((each) => each.className)
"""


@pytest.fixture
def telephone(browser: Browser) -> Page:
    """An empty page as wide as a telephone's."""
    context = browser.new_context(viewport=TELEPHONE, has_touch=True)
    return context.new_page()


def test_boxes_of_task_lists_are_named_by_their_text(page: Page, code: str, site_address: str) -> None:
    """Each box has the words beside it for a name, and pressing the words ticks it."""
    for slug in TASK_LISTS:
        page.goto(site_address + address_of(code, slug))
        items = page.locator(".task-list-item")
        names = [item.get_by_role("checkbox", name=item.inner_text().strip()).count() for item in items.all()]
        assert names, slug
        assert set(names) == {1}, slug
        items.last.locator("label").last.click(position={"x": 5, "y": 5})
        assert items.last.get_by_role("checkbox").is_checked()


@pytest.mark.some(5)
@EVERY_PAGE
def test_controls_have_names(page: Page, code: str, slug: str, site_address: str) -> None:
    """No control of any page is without a name."""
    page.goto(site_address + address_of(code, slug))
    assert axe.findings(page, ["label", "button-name", "link-name"], within="body") == []


@pytest.mark.some(5)
@EVERY_PAGE
def test_keyboard_never_goes_where_nothing_shows(telephone: Page, code: str, slug: str, site_address: str) -> None:
    """The closed drawer takes no focus, and whoever goes back through a page sees each place with its label."""
    telephone.goto(site_address + address_of(code, slug))
    assert telephone.locator(".md-sidebar--primary a").evaluate_all(SHOWN) == 0
    telephone.locator(".md-footer a").first.focus()
    unseen = []
    for _ in range(25):
        telephone.keyboard.press("Shift+Tab")
        unseen.append(telephone.evaluate(UNSEEN))
    telephone.context.close()
    assert [place for place in unseen if place] == []


def test_drawer_opens_by_keyboard_and_by_hand(telephone: Page, code: str, site_address: str) -> None:
    """After the link that skips the header comes the drawer; open, every page is in it, closed again none is."""
    telephone.goto(site_address + address_of(code, "glossary/"))
    links = telephone.locator(".md-sidebar--primary .md-nav__link[href]:visible")
    telephone.keyboard.press("Tab")
    assert telephone.evaluate("document.activeElement.matches('.md-skip')")
    telephone.keyboard.press("Tab")
    assert telephone.evaluate("document.activeElement.id") == "__drawer"
    telephone.keyboard.press("Space")
    links.first.wait_for()
    # The open page itself leads to its contents instead.
    assert links.count() == len(SLUGS) - 1
    telephone.keyboard.press("Space")
    links.first.wait_for(state="hidden")
    telephone.locator(".md-header [for='__drawer']").tap()
    telephone.locator(".md-sidebar--primary a[href*='troubleshooting']").click()
    telephone.wait_for_url("**/troubleshooting/")
    telephone.context.close()


def test_nothing_lies_on_the_text_while_scrolling_back(telephone: Page, code: str, site_address: str) -> None:
    """Whoever scrolls back sees the text below the header, and nothing on it."""
    telephone.goto(site_address + address_of(code, "form-fields/"))
    telephone.mouse.wheel(0, 3000)
    wait_for(telephone, "scrollY >= 2900")
    telephone.mouse.wheel(0, -1000)
    wait_for(telephone, "scrollY <= 2000")
    assert telephone.locator(".md-container *").evaluate_all(LYING_ON_THE_TEXT) == []
    telephone.context.close()


def test_how_needed_an_answer_is_is_said_quietly_on_the_form(page: Page, code: str, site_address: str) -> None:
    """All needs look alike on the form, plain words beside the question: no style sheet makes badges of them there."""
    page.goto(site_address + address_of(code, "case-text/"))
    looks = """
    (needs) => needs.map((need) => {
      const style = getComputedStyle(need);
      return [style.color, style.backgroundColor, style.borderTopStyle, style.fontWeight].join();
    })
    """
    needs = page.locator(".mg-form .mg-need")
    assert needs.count() > 3
    soft = page.evaluate("getComputedStyle(document.querySelector('.mg-form .mg-hint')).color")
    assert set(needs.evaluate_all(looks)) == {f"{soft},rgba(0, 0, 0, 0),none,400"}


BROKEN_WITHIN_A_PHRASE = """
(headings) => headings.flatMap((heading) => {
  const lines = [];
  const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  let last = null;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.parentElement.closest('.headerlink')) continue;
    for (let at = 0; at < text.length; at += 1) {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const box = range.getBoundingClientRect();
      if (!box.width) continue;
      // Within one text there is no mark: a line may end there only after a blank or a sign.
      if (last && box.top > last.bottom - 2 && at > 0 && /[\\p{L}\\p{N}]/u.test(text.data[at - 1])) {
        lines.push(`${text.data.slice(0, at)}/${text.data.slice(at)}`);
      }
      last = box;
    }
  }
  return lines;
})
"""
"""The headings whose lines break inside a phrase, each with a stroke where."""


@pytest.mark.some(5)
@EVERY_PAGE
def test_headings_break_between_phrases(telephone: Page, slug: str, site_address: str) -> None:
    """On a telephone no line of a heading ends inside a word, in any browser: the page itself says where it may."""
    telephone.goto(site_address + slug)
    headings = telephone.locator(".md-content h1, .md-content h2, .md-content h3, .mg-lead, legend")
    headings.evaluate_all("(all) => { for (const each of all) each.style.textWrap = 'wrap' }")
    broken = headings.evaluate_all(BROKEN_WITHIN_A_PHRASE)
    telephone.context.close()
    assert broken == []
