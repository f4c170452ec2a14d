"""With nothing but the keys, through the whole form and back, in three engines."""

from __future__ import annotations

from typing import Any

from answers_from_data import barely_enough
from reader import Reader

FARTHEST = 250
"""Presses of Tab after which a place cannot be reached."""
MARK = """
() => {
  const reached = (each) => each.checkVisibility({ visibilityProperty: true });
  const kinds = 'a[href], button, input, textarea, summary, [tabindex="0"]';
  const all = [...document.querySelectorAll(`case-generator :is(${kinds})`)];
  const stops = all.filter((each) => {
    if (!reached(each)) return false;
    if (each.type !== 'radio') return true;
    const group = all.filter(({ name }) => name === each.name);
    return each === (group.find(({ checked }) => checked) ?? group[0]);
  });
  stops.forEach((each, index) => { each.dataset.stop = String(index) });
  return stops.length;
}
"""
"""Number all that Tab has to reach in the generator."""
STOP = """
async () => {
  const place = document.activeElement;
  const lies = (each) => {
    const box = each.getClientRects()[0];
    if (!box) return false;
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const hit = top < bottom && document.elementFromPoint(box.x + box.width / 2, (top + bottom) / 2);
    return Boolean(hit) && (each.contains(hit) || hit.control === each);
  };
  const named = place.id ? `#${place.id}` : place.outerHTML.slice(0, 120);
  const places = [place, ...(place.labels ?? [])];
  // What opened before, as the search does, takes its time to close.
  const inside = Boolean(place.closest('case-generator'));
  for (const end = performance.now() + 3000; inside && !places.some(lies) && performance.now() < end; ) {
    await new Promise((painted) => requestAnimationFrame(painted));
  }
  const seen = places.some(lies);
  const header = document.querySelector('.md-header').offsetHeight;
  // The letter can be higher than the window.
  const whole = place.closest('form') && !place.matches('[data-letter]');
  const covered = Boolean(whole) && place.getBoundingClientRect().top < header - 1;
  return { number: place.dataset.stop ?? null, named, seen, inside, covered };
}
"""
"""Where the keyboard is, and whether the reader sees it: in the window, with nothing over it, the header neither."""

FOCUS_LAST_LINK = """
() => [...document.querySelectorAll('.md-content a[href]')].filter((each) => each.checkVisibility()).at(-1).focus()
"""
HIDDEN = """
() => {
  const at = document.activeElement;
  const [place] = at.getClientRects();
  const header = document.querySelector('.md-header').getBoundingClientRect().bottom;
  const seen = place.top >= header - 1 && place.bottom <= innerHeight;
  return at.closest('.md-content') && seen ? '' : `${at.outerHTML.slice(0, 80)} at ${place.top}`;
}
"""
"""The place with the focus, where the header or the window's edge hides a part of it, or where it left the text."""


def walk(reader: Reader, keys: str, last: str) -> list[dict[str, Any]]:
    """Press keys until the keyboard is at the stop of that number; every stop on the way."""
    stops: list[dict[str, Any]] = []
    for _ in range(FARTHEST):
        stops.append(reader.key(keys, STOP))
        if stops[-1]["number"] == last:
            return stops
    raise AssertionError(f"{last} is not reached: {[stop['named'] for stop in stops]}")


def test_tab_reaches_everything_there_and_back(reader: Reader) -> None:
    """Tab reaches every control of the form once, in order, Shift and Tab the same backwards, each in plain view; going
    back, each field is below the header as a whole.
    """
    reader.let_fill_in(barely_enough(reader.guide, {"situation": "two-accounts"}))
    number = reader.run(MARK)
    assert number > 40
    reader.run("() => { scrollTo(0, 0); document.querySelector('.md-skip').focus() }")
    there = walk(reader, "Tab", str(number - 1))
    assert [stop["named"] for stop in there if stop["inside"] and not stop["seen"]] == []
    assert _numbers(there) == [str(each) for each in range(number)]
    back = walk(reader, "Shift+Tab", "0")
    assert [stop["named"] for stop in back if stop["inside"] and not stop["seen"]] == []
    assert [stop["named"] for stop in back if stop["covered"]] == []
    assert _numbers(back) == [str(each) for each in reversed(range(number - 1))]


def test_going_back_through_a_long_page_shows_each_place(reader: Reader) -> None:
    """Shift and Tab from the last link of a page that is only read: each place comes to rest below the header."""
    reader.open("form-fields/")
    reader.run(FOCUS_LAST_LINK)
    hidden = [reader.key("Shift+Tab", HIDDEN) for _ in range(40)]
    assert [place for place in hidden if place] == []


def _numbers(stops: list[dict[str, Any]]) -> list[str]:
    """The stops in the form."""
    return [stop["number"] for stop in stops if stop["number"] is not None]
