// What AWS's mail comes to, held against what she asked for: all as asked, something differs, or it cannot be told.
//
// It is never "as asked" because something could not be read: what is missing, unclear or unknown is a reason of its own.

import { decoded } from "./decoding.js";
import { direction, isCrossed } from "./directions.js";
import { findAll } from "./finding.js";
import { asides, without } from "./passages.js";

/** @import { Asked, Found } from "./finding.js" */
/** @import { Direction } from "./directions.js" */
/** @typedef {"equal" | "near" | "foreign" | "absent"} Match */
/** @typedef {{id: string, match: Match, text: string, wanted: string}} Finding id: of the field; empty where it is unknown */
/** @typedef {{asked: Asked[], complete: boolean, idsComplete: boolean, kept: string}} Request */
/**
 * complete: all notification addresses are known, too. idsComplete: both candidate IDs are. kept: which account the
 * mail keeps, by her own choice.
 */
/** @typedef {{verdict: "as-asked" | "differs" | "unclear", reasons: string[], findings: Finding[], kind: string, direction: Direction, cases: string[], dates: string[]}} Judgement */

/** @type {Judgement} */
const NOTHING = {
  verdict: "unclear",
  reasons: [],
  findings: [],
  kind: "",
  direction: { says: "nothing", quotes: [] },
  cases: [],
  dates: [],
};

/**
 * @param {string} text
 * @param {Request} request
 * @param {ReplyData} data
 * @returns {Judgement}
 */
export function judgeReply(text, request, data) {
  const { asked } = request;
  const unread = whyUnread(text, data);
  if (unread) return { ...NOTHING, reasons: [unread] };
  const mail = decoded(text);
  const found = findAll(mail, asked, data);
  const aside = asides(mail, data);
  const listed = found.filter(({ start }) => !aside.some(([from, to]) => from <= start && start < to));
  // A mail that a client has quoted as a whole is read as one.
  const isWhole = listed.length > 0;
  const body = isWhole ? without(mail, aside).trimEnd() : mail;
  const counted = isWhole ? listed : found;
  const findings = findingsOf(found, counted, asked);
  const judged = {
    ...NOTHING,
    findings,
    kind: data.kinds.find(({ matches }) => new RegExp(matches, "iu").test(body))?.id ?? "unknown",
    cases: namedIn(mail, data.case),
    dates: namedIn(body, data.date),
  };
  const logins = ["source", "destination"].map((role) =>
    asked.find((each) => each.kind === "login" && each.role === role),
  );
  if (!logins.every((each) => each)) return { ...judged, reasons: ["logins"] };
  if (!findings.some(({ match }) => match !== "absent")) return { ...judged, reasons: ["no-address"] };
  return { ...judged, ...compared(body, counted, findings, judged.kind, request, data) };
}

/**
 * @param {string} text
 * @param {ReplyData} data
 */
function whyUnread(text, { longest }) {
  if (text.trim() === "") return "empty";
  if (text.length > longest) return "too-long";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no mail has many of
  const strange = text.split(/[\u0000-\u0008\u000e-\u001f\ufffd]/).length - 1;
  return strange > text.length / 50 ? "binary" : "";
}

/**
 * @param {Found[]} found
 * @param {Found[]} listed
 * @param {Asked[]} asked
 * @returns {Finding[]}
 */
function findingsOf(found, listed, asked) {
  /** @type {Finding[]} */
  const findings = [];
  for (const { id, value } of asked) {
    /** @type {(each: Found) => boolean} */
    const isEqual = (each) => each.asked?.value === value && each.cost === 0;
    const near = found.filter((each) => each.asked?.value === value && each.cost > 0);
    const isListed = listed.some(isEqual);
    if (isListed) findings.push({ id, match: "equal", text: value, wanted: value });
    for (const text of textsOf(near)) findings.push({ id, match: "near", text, wanted: value });
    if (!isListed && !near.length) findings.push({ id, match: "absent", text: "", wanted: value });
  }
  for (const text of textsOf(found.filter((each) => !each.asked))) {
    findings.push({ id: "", match: "foreign", text, wanted: "" });
  }
  return findings;
}

/** @param {Found[]} found */
function textsOf(found) {
  return new Set(found.map(({ text }) => text));
}

/**
 * @param {string} text
 * @param {string} source of patterns that each keep what is in their brackets; the others' are empty
 */
function namedIn(text, source) {
  const kept = [...text.matchAll(new RegExp(source, "giu"))].flatMap(([, ...parts]) => parts.filter((part) => part));
  return [...new Set(kept)].slice(0, 5);
}

/**
 * @param {string} body
 * @param {Found[]} listed
 * @param {Finding[]} findings
 * @param {string} kind
 * @param {Request} request
 * @param {ReplyData} data
 * @returns {Pick<Judgement, "verdict" | "reasons" | "direction">}
 */
function compared(body, listed, findings, kind, { asked, complete, idsComplete, kept }, data) {
  /** @type {Set<string>} */
  const differing = new Set();
  /** @type {Set<string>} */
  const unclear = new Set();
  /** @type {(each: {id: string}) => Asked | undefined} */
  const askedOf = ({ id }) => asked.find((mine) => mine.id === id);
  const equal = new Set(findings.filter(({ match }) => match === "equal").map(askedOf));
  const asks = kind === "confirmation" || kind === "unknown";
  if (!asks) unclear.add("not-asking");
  const logins = asked.filter((each) => each.kind === "login");
  const loginMissing = logins.some((each) => !equal.has(each));
  for (const finding of findings) {
    if (finding.match === "near") {
      (complete || !equal.has(askedOf(finding)) ? differing : unclear).add("near");
    } else if (finding.match === "foreign") {
      const all = finding.text.includes("@") ? complete || (loginMissing && kind === "confirmation") : idsComplete;
      (asks && all ? differing : unclear).add("foreign");
    }
  }
  const absent = new Set(findings.filter(({ match }) => match === "absent").map(askedOf));
  if (logins.some((each) => absent.has(each))) unclear.add("absent");
  for (const part of ["notification", "candidate-id"]) {
    const mine = asked.filter((each) => each.kind === part);
    if (mine.some((each) => equal.has(each)) && mine.some((each) => absent.has(each))) unclear.add("partly");
  }
  const same = logins[0].value === logins[1].value;
  const marks = listed.filter(({ cost, asked: mine }) => cost === 0 && mine?.role);
  const ids = marks.filter(({ asked: mine }) => mine?.kind === "candidate-id");
  if (same && new Set(ids.map(({ asked: mine }) => mine?.role)).size < 2) unclear.add("ids");
  const accounts = marks.filter(({ asked: mine }) => mine?.kind === "login");
  if (!same && isCrossed(marks.filter(({ asked: mine }) => mine?.kind !== "notification"))) unclear.add("crossed");
  const said = direction(body, same ? ids : accounts, data);
  const reading = readingOf(said.says, kept);
  if (reading) (reading === "reversed" ? differing : unclear).add(reading);
  const verdict = differing.size ? "differs" : unclear.size ? "unclear" : "as-asked";
  return { verdict, reasons: [...differing, ...unclear], direction: said };
}

/**
 * What stands against the direction that she asked for; nothing where all speaks for it.
 * @param {Direction["says"]} says
 * @param {string} kept
 */
function readingOf(says, kept) {
  if (says === "both") return "both";
  if (says === "nothing") return { source: "reversed", destination: "" }[kept] ?? "choose";
  const agrees = { source: "reversed", destination: "as-asked" }[kept] ?? says;
  if (agrees !== says) return "against";
  return says === "reversed" ? "reversed" : "";
}
