// The worker behind the theme's search box: it gets the index once, then queries, and answers as the theme's own does.

import { QUERY, READY, RESULT, SETUP } from "./search/messages.js";
import { Ranking } from "./search/ranking.js";
import { shownPages } from "./search/results.js";

/** @type {Ranking | undefined} */
let ranking;

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    ranking = new Ranking(JSON.parse(data));
    postMessage({ type: READY });
  } else if (type === QUERY && ranking) {
    postMessage({ type: RESULT, data: { items: shownPages(ranking.pages(data)) } });
  }
});
