// Passing a page on: its address to another program or the clipboard, the code of its card, and the
// day of today in how it is cited. Sent for when somebody asks.

import { only } from "./page.js";

const DAY = "[yyyy-mm-dd]";

/**
 * The address to pass on: that of the page, or of the published one, with what the reader decided.
 *
 * @type {(place: HTMLElement) => string}
 */
function address({ dataset }) {
  const { search } = location;
  return dataset.address ? `${dataset.address}${search}` : `${location.origin}${location.pathname}${search}`;
}

/**
 * Do what a button says.
 *
 * @type {(button: HTMLElement) => Promise<void>}
 */
export async function share(button) {
  const place = /** @type {HTMLElement} */ (button.parentElement);
  const url = address(place);
  const code = button.dataset.share === "code" && place.closest("details")?.querySelector("code")?.textContent;
  if (button.dataset.share === "send") {
    // Whoever changes their mind has done nothing wrong.
    await navigator.share({ title: place.dataset.title ?? document.title, url }).catch(() => {});
    return;
  }
  const copied = await navigator.clipboard?.writeText(code || url).then(() => true, () => false);
  only("[role=status]", place).textContent = (copied ? button.dataset.done : button.dataset.failed) ?? "";
}

/**
 * Write today for the day on which it was read.
 *
 * @type {(citing: HTMLElement) => void}
 */
export function dated(citing) {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const each of citing.querySelectorAll(".citation, code")) {
    for (const text of each.childNodes) {
      if (text instanceof Text) text.data = text.data.replaceAll(DAY, today);
    }
  }
}
