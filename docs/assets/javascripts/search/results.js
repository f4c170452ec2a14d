// Results as the theme shows them: a page with its sections, each with the words found in it marked.
//
// The theme takes title and text for HTML, so both are escaped here.

import { excerpt, marked } from "./excerpt.js";

/**
 * @typedef {import("./ranking.js").Hit} Hit
 * @typedef {import("./ranking.js").PageHits} PageHits
 * @typedef {{ location: string, title: string, text: string, score: number, terms: Record<string, boolean> }} Shown
 */

/**
 * @param {PageHits[]} pages
 * @returns {Shown[][]}
 */
export function shownPages(pages) {
  return pages.map(({ page, hits }) => {
    const sections = hits.map(shownSection);
    // The theme heads each group with the page itself, found or not.
    const headed = sections.some(({ location }) => location === page.location);
    const head = { location: page.location, title: marked(page.title, []), text: "", score: 0, terms: {} };
    return headed ? sections : [...sections, head];
  });
}

/**
 * @param {Hit} hit
 * @returns {Shown}
 */
function shownSection({ entry, score, found, missing }) {
  const { page, section, first } = entry;
  return {
    location: first || !section.id ? page.location : `${page.location}#${section.id}`,
    title: marked(section.title ?? page.title, found),
    text: excerpt(section.text ?? "", found),
    score,
    terms: Object.fromEntries([...found, ...missing].map((term) => [term.typed, found.includes(term)])),
  };
}
