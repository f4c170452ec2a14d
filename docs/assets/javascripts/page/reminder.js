// A calendar entry for the day on which to ask again. It holds no answer.

import { save } from "./download.js";

/** @param {Guide} guide */
export function saveReminder(guide) {
  const { words } = guide;
  const day = new Date();
  day.setDate(day.getDate() + guide.remindAfterDays);
  const next = new Date(day);
  next.setDate(next.getDate() + 1);
  const title = escaped(words["reminder-title"]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//AWS Certification account merge guide//${guide.reader.toUpperCase()}`,
    "BEGIN:VEVENT",
    `UID:${unique()}`,
    `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(next)}`,
    // The day stays free for whoever looks for a time in it.
    "TRANSP:TRANSPARENT",
    `SUMMARY:${title}`,
    `DESCRIPTION:${escaped(words["reminder-text"])}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    // Nine in the morning of the day: an entry for a whole day begins at midnight, when nobody is to be woken.
    "TRIGGER:PT9H",
    `DESCRIPTION:${title}`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  save(lines.flatMap(folded).join("\n"), words["reminder-file"], "text/calendar");
}

// A calendar takes an entry with a known UID for a newer state of the one it has. randomUUID is not there on a page
// from a disk or over plain http.
function unique() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * The reader's own day, not the one in Greenwich.
 * @param {Date} day
 */
function compact(day) {
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("");
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll("\n", "\\n");
}

/**
 * At most 75 octets a line, the blank before a continued one among them (RFC 5545, 3.1); no character is cut.
 * @param {string} line
 */
function folded(line) {
  const encoder = new TextEncoder();
  const parts = [""];
  let room = 75;
  for (const character of line) {
    room -= encoder.encode(character).length;
    if (room < 0) {
      parts.push(" ");
      room = 74 - encoder.encode(character).length;
    }
    parts[parts.length - 1] += character;
  }
  return parts;
}
