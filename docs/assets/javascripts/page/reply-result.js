// What was found in AWS's mail, on the page.

import { difference } from "../replies/differences.js";
import { element, part, parts, show, write } from "./elements.js";
import { isPressed, press } from "./pressed.js";
import { asAwsWrites } from "./reply-request.js";

/** @import { Asked } from "../replies/finding.js" */
/** @import { Finding, Judgement, Request } from "../replies/verdict.js" */

// Where her own answers are what is missing, or nothing is to be confirmed, no question to AWS helps.
const NOTHING_TO_ASK = ["logins", "no-address", "not-asking"];

export class ReplyResult {
  /**
   * @param {HTMLElement} reader
   * @param {ReplyData} data
   */
  constructor(reader, data) {
    this.reader = reader;
    this.data = data;
    this.place = part(reader, "[data-reply-result]");
    this.verdict = part(reader, "[data-reply-verdict]");
    /** @type {HTMLElement[]} */
    this.choices = parts(reader, "[data-reply-keeps]");
    /** @type {HTMLElement[]} */
    this.ticks = parts(reader, "[data-reply-checked]");
    this.error = part(reader, ".mg-error");
    this.compared = "";
  }

  /**
   * Which account she says the mail keeps. Her choice is an address or ID: another in its place was not chosen.
   * @param {Asked[]} asked
   */
  kept(asked) {
    const ofRole = asked.filter((each) => each.kind === (isOne(asked) ? "candidate-id" : "login"));
    for (const choice of this.choices) {
      const text = asAwsWrites(ofRole.find(({ role }) => role === choice.dataset.replyKeeps)?.value ?? "");
      if (choice.textContent !== text) press(choice, false);
      write(choice, text);
    }
    return this.choices.find(isPressed)?.dataset.replyKeeps ?? "";
  }

  /**
   * Whether the button was a choice between the accounts, or a tick.
   * @param {HTMLElement} button
   */
  press(button) {
    const pressed = !isPressed(button);
    if (this.choices.includes(button)) for (const each of this.choices) press(each, false);
    else if (!this.ticks.includes(button)) return false;
    press(button, pressed);
    return true;
  }

  // Whether she has ticked both accounts: nothing is approved otherwise.
  isTicked() {
    const open = this.ticks.find((tick) => !isPressed(tick));
    write(this.error, open ? this.data.said["tick-first"] : "");
    open?.focus();
    return !open;
  }

  // What she has said of another mail.
  forget() {
    for (const each of [...this.choices, ...this.ticks]) press(each, false);
  }

  hide() {
    this.forget();
    show(this.place, false);
  }

  /**
   * @param {Judgement} judgement
   * @param {Request} request
   */
  show(judgement, { asked, kept }) {
    const { verdict, reasons, findings, kind, direction, cases, dates } = judgement;
    const { reader } = this;
    const { said, kindWords, question } = this.data;
    // A tick is for what she had before her.
    const compared = JSON.stringify(findings);
    if (compared !== this.compared) for (const tick of this.ticks) press(tick, false);
    this.compared = compared;
    // Both accounts may have one login address, and no IDs.
    const canChoose = this.choices.every(({ textContent }) => textContent);
    const told = reasons.filter((reason) => canChoose || reason !== "choose");
    this.verdict.dataset.replyVerdict = verdict;
    write(part(this.verdict, "p"), said[verdict]);
    part(reader, "[data-reply-reasons]").replaceChildren(
      ...told.map((reason) => element("li", {}, this.data.reasons[reason])),
    );
    write(part(reader, "[data-reply-kind]"), kind && (kindWords[kind] ?? said["unknown-kind"]));
    part(reader, "[data-reply-findings]").replaceChildren(...findings.map((each) => this.row(each)));
    const found = [...cases, ...dates].join(" · ");
    write(part(reader, "[data-reply-found]"), found && said.found.replace("{found}", () => found));
    const reading = said[`reading-${direction.says}`] ?? "";
    write(
      part(reader, "[data-reply-reading]"),
      reading.replace("{quotes}", () => direction.quotes.slice(0, 3).join(" … ")),
    );
    const asksHer = ["choose", "both", "against", "reversed"].some((each) => reasons.includes(each));
    show(part(reader, "[data-reply-choice]"), canChoose && (asksHer || kept !== ""));
    write(this.error, "");
    show(part(reader, "[data-reply-approval]"), verdict === "as-asked");
    show(part(reader, '[data-reply-next="correct"]'), verdict === "differs");
    const isToAsk =
      verdict === "unclear" && findings.length > 0 && !NOTHING_TO_ASK.some((each) => reasons.includes(each));
    const address = findings.find(({ match }) => match === "foreign")?.text ?? asked[0]?.value ?? "";
    show(part(reader, "[data-reply-question]"), isToAsk);
    write(part(reader, "[data-reply-sentence]"), question.join(asAwsWrites(address)));
    show(this.place, true);
  }

  /** @param {Finding} finding */
  row({ id, match, text, wanted }) {
    const { said } = this.data;
    const row = element("li", { "data-reply-finding": id || "unknown", "data-match": match });
    const label = id ? labelOf(this.reader, id) : said.unknown;
    row.append(element("strong", {}, label), " ", asAwsWrites(text || wanted), " ");
    if (match === "near") row.append(...this.signs(text, wanted));
    else row.append(element("em", {}, said[match]));
    return row;
  }

  /**
   * The two with the signs that differ marked.
   * @param {string} text
   * @param {string} wanted
   */
  signs(text, wanted) {
    const { said } = this.data;
    const { before, one, other, after } = difference(asAwsWrites(text), asAwsWrites(wanted));
    const marked = { mail: one, yours: other };
    return said.near.split(/\{(mail|yours)\}/).flatMap((words, place) => {
      if (place % 2 === 0) return [words];
      const signs = marked[/** @type {"mail" | "yours"} */ (words)];
      return [before, element("mark", {}, signs || said.nothing), after];
    });
  }
}

/**
 * Whether both accounts have one login address.
 * @param {Asked[]} asked
 */
function isOne(asked) {
  const [first, second] = asked.filter(({ kind }) => kind === "login");
  return first?.value === second?.value;
}

/**
 * The question's own words, without how much it is needed.
 * @param {HTMLElement} reader
 * @param {string} id
 */
function labelOf(reader, id) {
  const label = /** @type {HTMLElement} */ (reader.closest("form")?.querySelector(`[for="mg-${id}"]`));
  const need = label.querySelector(".mg-need")?.textContent ?? "";
  return (label.textContent ?? "").replace(need, "").trim();
}
