// Nothing that the reader touches moves. What comes or goes above it, an error, a note, a question that is asked no
// longer, moves the rest of the page instead. Browsers do so by themselves, but not all of them (WebKit does not) and
// not for what is pressed: so theirs is switched off and every browser behaves alike.

export class ScrollAnchoring {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {Element | null} */
    this.touched = null;
  }

  /** @param {Element} target */
  touch(target) {
    this.touched = target;
    document.documentElement.style.overflowAnchor = "none";
  }

  /**
   * Makes a change; afterwards what was touched is where it was in the window. Where it went itself, or is out of
   * sight, it is what stands in the window's middle that stays. Before anything was touched nothing is held.
   * @param {() => void} change
   */
  during(change) {
    const places = this.touched ? [this.touched, this.inTheMiddle() ?? this.touched].filter(inSight) : [];
    const before = places.map(top);
    change();
    const left = places.findIndex((place) => place.getClientRects().length > 0);
    if (left < 0) return;
    const moved = top(places[left]) - before[left];
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
  }

  inTheMiddle() {
    const found = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    return this.root.contains(found) ? found : null;
  }
}

/** @param {Element} place */
function top(place) {
  return place.getBoundingClientRect().top;
}

/** @param {Element} place */
function inSight(place) {
  const box = place.getBoundingClientRect();
  return !place.closest("dialog") && Boolean((box.width || box.height) && box.bottom > 0 && box.top < innerHeight);
}
