// Which rules of textlint hold for which language, and why some do not. Whole glossary terms come from the data.
import { readFileSync } from "node:fs";
import spacing from "textlint-rule-preset-ja-spacing";
import technical from "textlint-rule-preset-ja-technical-writing";
import prh from "textlint-rule-prh";
import terminology from "textlint-rule-terminology";
import plain from "textlint-rule-write-good";
import { parse, stringify } from "yaml";

const TECHNICAL = {
  // The guide says "perhaps" where the evidence says no more.
  "ja-no-weak-phrase": false,
  // A particle twice reads well where clauses are long enough; the rule counts only how near they stand.
  "no-doubled-joshi": false,
  // Items of lists are nouns as often as sentences.
  "no-mix-dearu-desumasu": { preferInHeader: "", preferInBody: "ですます", preferInList: "", strict: false },
  "sentence-length": { max: 120 },
  "max-ten": { max: 4 },
  // What introduces a list ends in a colon, and a definition may begin with the name that AWS has for it.
  "ja-no-mixed-period": false,
};

// No blank between Japanese and Latin: style sheets make the distance.
const SPACING = {
  "ja-space-between-half-and-full-width": { space: "never" },
  "ja-space-around-code": { before: false, after: false },
  // A bare address needs the blank to end.
  "ja-space-around-link": false,
};

// The guide limits what it says on purpose (only, few, usually), and says who does something where that is known.
const PLAIN = {
  adverb: false,
  eprime: false,
  passive: false,
  so: false,
  thereIs: false,
  weasel: false,
  // Words that are as plain as any other way to say it, and two of AWS's form.
  whitelist: ["advise", "all of", "additional", "Enter"],
};

// An id is one of the files; what AWS gives somebody is an ID, and may have a possessive.
const TERMS = { exclude: ["ID", "id['’]?s", "file[- ]name(s)?", "web[- ]?site(s)?"] };

function preset(name, { rules, rulesConfig }, ours) {
  return Object.entries(rules)
    .map(([id, rule]) => ({ ruleId: `${name}/${id}`, rule, options: ours[id] ?? rulesConfig[id] ?? true }))
    .filter(({ options }) => options !== false);
}

// As a regular expression: prh makes an invalid one of words with a hyphen.
function pattern(words) {
  return `/${words.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&")}/`;
}

// Of each term of the glossary what it must not be called, and words without the sign of their long vowel, as prh has it.
function glossary(language) {
  const { terms, "long-vowels": vowels } = parse(readFileSync("docs/_data/glossary.yml", "utf8"));
  const shortened = (vowels?.[language] ?? []).map((word) => ({ expected: word, patterns: [`/${word.slice(0, -1)}(?!ー)/`] }));
  const rules = terms
    .map(({ words }) => words[language])
    .filter((rendering) => rendering?.forbidden)
    .map(({ preferred, forbidden }) => ({ expected: preferred, patterns: forbidden.map(pattern) }))
    .concat(shortened);
  return { ruleId: "glossary", rule: prh.default ?? prh, options: { ruleContents: [stringify({ version: 1, rules })] } };
}

export const LANGUAGES = {
  ja: [
    ...preset("technical", technical.default ?? technical, TECHNICAL),
    ...preset("spacing", spacing.default ?? spacing, SPACING),
    glossary("ja"),
  ],
  en: [
    { ruleId: "terminology", rule: terminology.default ?? terminology, options: TERMS },
    { ruleId: "plain", rule: plain.default ?? plain, options: PLAIN },
    glossary("en"),
  ],
};

// Labels are no sentences.
export const FOR_LABELS = ["spacing", "terminology", "glossary"];
