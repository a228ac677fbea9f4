// What is new since the reader last looked. One thing is remembered: the newest revision seen.
import { only, root } from "./page.js";

const key = `betoog:seen:${root.pathname}`;
const list = only("[data-revisions]");
const since = only("[data-since]");
/** Newest first, each as id@time. */
const revisions = (list.dataset.revisions ?? "").split(" ");

// Where storage is blocked, asking for it throws.
function remembered() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @type {(revision: string) => void} */
function remember(revision) {
  try {
    localStorage.setItem(key, revision);
  } catch {
    // Then nothing is new next time either.
  }
}

/**
 * How many revisions are newer than the one seen; by time where that is listed no more.
 *
 * @type {(seen: string) => number}
 */
function newer(seen) {
  const place = revisions.indexOf(seen);
  if (place >= 0) return place;
  const time = seen.split("@")[1] ?? "";
  return revisions.filter((each) => each.split("@")[1] > time).length;
}

const seen = remembered();
const count = seen ? newer(seen) : 0;
if (count) {
  const words = since.dataset[count === 1 ? "one" : "other"] ?? "";
  since.textContent = words.replace("{n}", String(count));
  since.hidden = false;
  for (const revision of revisions.slice(0, count)) {
    const section = document.getElementById(`r-${revision.split("@")[0]}`);
    if (!section) continue;
    const mark = document.createElement("strong");
    mark.className = "fresh";
    mark.textContent = list.dataset.new ?? "";
    only("h2", section).append(" ", mark);
  }
}
// Only who opens the list has seen it; who comes for the first time has nothing to catch up on.
if (!seen || list.matches(".changes")) remember(revisions[0]);
