// Which sections answer a query, the best first.

import { folded } from "./folding.js";
import { matches } from "./matches.js";
import { Vocabulary } from "./terms.js";

/**
 * The index's file.
 * @typedef {{ id?: string, title?: string, terms?: string[], text?: string }} Section
 * @typedef {{ location: string, title: string, about: string, weight: number, sections: Section[] }} Page
 * @typedef {{ alike: string[][], passedOver: string[], pages: Page[] }} Index
 *
 * A section as it is searched: its texts folded.
 * @typedef {{ page: Page, section: Section, first: boolean, title: string, terms: string[], text: string }} Entry
 *
 * @typedef {import("./terms.js").Term} Term
 * @typedef {{ entry: Entry, score: number, found: Term[], missing: Term[] }} Hit
 * @typedef {{ page: Page, hits: Hit[] }} PageHits
 */

/** What a word counts in a section's heading, in its page's title, among the terms that it explains. */
const IN_HEADING = 8;
const IN_PAGE_TITLE = 8;
const IN_TERMS = 2;

/** How much another word counts that is taken for the one asked for. */
const ALIKE = 0.85;

/** How much more a section counts that holds the query as it was typed. */
const PHRASE_IS_HEADING = 2.5;
const PHRASE_IN_HEADING = 1.6;
const PHRASE_IN_TEXT = 1.5;

/** In how many places a term is explained at most. */
const EXPLAINED = 3;

/** How far below the best score an answer is none. */
const FAR_BELOW = 40;

/** How many pages are shown, and how many sections of each. */
const PAGES = 10;
const SECTIONS = 4;

/** What a page's other sections add to its best one. */
const OF_THE_PAGE = 0.3;

export class Ranking {
  /** @param {Index} index */
  constructor(index) {
    const repeated = repeatedTerms(index.pages);
    this.entries = index.pages.flatMap((page) =>
      page.sections.map((section, place) => ({
        page,
        section,
        first: place === 0,
        title: folded(section.title ?? ""),
        terms: (section.terms ?? []).filter((term) => !repeated.has(term)).map(folded),
        text: folded(`${place ? "" : page.about} ${section.text ?? ""}`),
      })),
    );
    this.titles = new Map(index.pages.map((page) => [page, folded(page.title)]));
    const everything = this.entries.map(({ title, text }) => `${title}\n${text}`).join("\n");
    this.vocabulary = new Vocabulary(everything, index.alike, index.passedOver);
    this.length = this.entries.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, this.entries.length);
  }

  /**
   * The pages that answer a query, each with its sections, the best first.
   * @param {string} query
   * @returns {PageHits[]}
   */
  pages(query) {
    const asked = this.vocabulary.terms(query);
    const hits = this.hits(asked, squeezed(folded(query)));
    /** @type {Map<Page, Hit[]>} */
    const pages = new Map();
    for (const hit of hits.filter(({ score }) => score > hits[0].score / FAR_BELOW)) {
      pages.set(hit.entry.page, [...(pages.get(hit.entry.page) ?? []), hit]);
    }
    return [...pages].slice(0, PAGES).map(([page, sections]) => ({ page, hits: sections.slice(0, SECTIONS) }));
  }

  /**
   * @param {Term[]} asked
   * @param {string} phrase
   * @returns {Hit[]}
   */
  hits(asked, phrase) {
    const strengths = this.entries.map((entry) => asked.map((term) => this.strength(term, entry)));
    const weights = asked.map((_, at) => rarity(strengths.map((each) => each[at])));
    const pages = this.pageShares(strengths, weights);
    const all = sum(weights);
    return this.entries
      .map((entry, place) => {
        const own = strengths[place];
        const share = sum(weights.filter((_, at) => own[at])) / (all || 1);
        const whole = (1 - OF_THE_PAGE) * share + (OF_THE_PAGE * (pages.get(entry.page) ?? 0)) / (all || 1);
        const score =
          sum(weights.map((weight, at) => weight * own[at])) *
          whole ** 2 *
          phraseFactor(entry, phrase) *
          entry.page.weight;
        return {
          entry,
          score: share ? score : 0,
          found: asked.filter((_, at) => own[at]),
          missing: asked.filter((_, at) => !own[at]),
        };
      })
      .filter(({ score }) => score)
      .sort((one, other) => other.score - one.score);
  }

  /**
   * How much of a query each page holds.
   * @param {number[][]} strengths
   * @param {number[]} weights
   */
  pageShares(strengths, weights) {
    /** @type {Map<Page, number[]>} */
    const best = new Map();
    this.entries.forEach(({ page }, place) => {
      const before = best.get(page) ?? weights.map(() => 0);
      best.set(
        page,
        before.map((weight, at) => (strengths[place][at] ? weights[at] : weight)),
      );
    });
    return new Map([...best].map(([page, found]) => [page, sum(found)]));
  }

  /**
   * @param {Term} term
   * @param {Entry} entry
   */
  strength(term, entry) {
    return Math.max(
      ...term.words.map((word, place) => {
        const known = place ? ALIKE : 1;
        const heading = IN_HEADING * headed(word, entry.title);
        const titled = entry.first ? 0 : IN_PAGE_TITLE * headed(word, this.titles.get(entry.page) ?? "");
        const explained = IN_TERMS * entry.terms.reduce((best, term) => Math.max(best, headed(word, term, 0.2)), 0);
        return known * (heading + titled + explained + this.often(word, entry.text));
      }),
    );
  }

  /**
   * A word that comes again counts less each time, and less in a longer text.
   * @param {import("./matches.js").Word} word
   * @param {string} text
   */
  often(word, text) {
    const fits = matches(word, text).reduce((fit, match) => fit + match.fit, 0);
    return fits && (2.2 * fits) / (fits + 0.5 + text.length / this.length);
  }
}

/**
 * What stands in many definition lists alike (意味, つまずきやすい点) is no term that a section explains.
 * @param {Page[]} pages
 */
function repeatedTerms(pages) {
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const term of pages.flatMap(({ sections }) => sections.flatMap(({ terms = [] }) => terms))) {
    times.set(term, (times.get(term) ?? 0) + 1);
  }
  return new Set([...times].filter(([, often]) => often > EXPLAINED).map(([term]) => term));
}

/**
 * How well a word fits a heading: as its best match, and the better the more of the heading it is.
 * @param {import("./matches.js").Word} word
 * @param {string} heading
 * @param {number} least how well the word alone fits a heading of any length
 */
function headed(word, heading, least = 0.6) {
  const fit = matches(word, heading).reduce((best, match) => Math.max(best, match.fit), 0);
  return fit && fit * (least + (1 - least) * Math.min(1, (2 * word.text.length) / heading.length));
}

/**
 * The fewer sections hold a term, the more it counts.
 * @param {number[]} strengths of one term in each section
 */
function rarity(strengths) {
  const holding = strengths.filter(Boolean).length;
  return holding ? Math.log(1 + (strengths.length - holding + 0.5) / (holding + 0.5)) : 0;
}

/**
 * @param {Entry} entry
 * @param {string} phrase
 */
function phraseFactor(entry, phrase) {
  if (phrase.length < 3) return 1;
  if (squeezed(entry.title) === phrase) return PHRASE_IS_HEADING;
  if (squeezed(entry.title).includes(phrase)) return PHRASE_IN_HEADING;
  return squeezed(entry.text).includes(phrase) ? PHRASE_IN_TEXT : 1;
}

/** @param {string} text */
function squeezed(text) {
  return text.replaceAll(" ", "");
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
