// A calendar entry for the day on which to ask again. It holds no answer; the build has written all but its days.

import { fill } from "../letters/placeholders.js";
import { save } from "./download.js";
import { inDigits } from "./today.js";

/** @param {Guide} guide */
export function saveReminder(guide) {
  const [day, next] = [0, 1].map((more) => {
    const date = new Date();
    date.setDate(date.getDate() + guide.remindAfterDays + more);
    return inDigits(date, "");
  });
  const entry = fill(guide.reminder, {
    unique: unique(),
    stamp: new Date().toISOString().replace(/[-:]|\.\d+/g, ""),
    day,
    next,
  });
  save(entry, guide.words["reminder-file"], "text/calendar");
}

// A calendar takes an entry with a known UID for a newer state of the one it has. randomUUID is not there on a page
// from a disk or over plain http.
function unique() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
