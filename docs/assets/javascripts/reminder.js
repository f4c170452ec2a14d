// A calendar entry for the day on which to ask again. It holds no answer.

import { save } from "./taking-away.js";

export function saveReminder(guide) {
  const { words } = guide;
  const day = new Date();
  day.setDate(day.getDate() + guide.remindAfterDays);
  const next = new Date(day);
  next.setDate(next.getDate() + 1);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//AWS Certification account merge guide//EN",
    "BEGIN:VEVENT",
    `UID:${compact(day)}@case-generator.example`,
    `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(next)}`,
    `SUMMARY:${escaped(words["reminder-title"])}`,
    `DESCRIPTION:${escaped(words["reminder-text"])}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  save(lines.flatMap(folded).join("\n"), words["reminder-file"], "text/calendar");
}

// The reader's own day, not the one in Greenwich.
function compact(day) {
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("");
}

function escaped(text) {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`);
}

// At most 75 octets a line (RFC 5545, 3.1); 24 characters of Japanese stay below that.
function folded(line) {
  const characters = [...line];
  const parts = [];
  while (characters.length) parts.push(characters.splice(0, 24).join(""));
  return parts.map((part, index) => (index ? ` ${part}` : part));
}
