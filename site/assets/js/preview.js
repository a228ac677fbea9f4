// A card with the gist of a claim, beside a link to it that is pointed at or reached by keyboard.
// It can be dismissed with Escape, pointed at itself, and stays until the reader turns elsewhere
// (WCAG 2.2, 1.4.13). Not for touch, which has no way to point without following.

import { claimOf, claimPage, element, here, inserted, only } from "./page.js";

/** Milliseconds: long enough that pointing in passing opens nothing, or closes nothing. */
const OPENS = 300;
const CLOSES = 250;
const GAP = 6;

const card = element("div", { id: "preview", class: "preview", role: "tooltip", hidden: "" });
only("main").append(card);

/**
 * The link whose card is open or on its way.
 *
 * @type {Element | undefined}
 */
let link;
/** @type {number | undefined} */
let timer;

function close() {
  clearTimeout(timer);
  link?.removeAttribute("aria-describedby");
  link = undefined;
  card.hidden = true;
}

/**
 * What the claim's page says before anything else, without its links.
 *
 * @type {(page: Document, said: Element) => Node[]}
 */
function gist(page, said) {
  const sentence = only("h1", page);
  /** @type {Node[]} */
  const parts = [];
  if (sentence.textContent.trim() !== said.textContent.trim()) {
    const made = element("p", { class: "sentence" }, sentence.textContent.trim());
    if (sentence.lang) made.lang = sentence.lang;
    parts.push(made);
  }
  const by = page.querySelector("main .said")?.textContent.trim();
  if (by) parts.push(element("p", { class: "meta" }, by));
  const standing = page.querySelector("main .standing")?.cloneNode(true);
  if (standing instanceof Element) {
    for (const each of standing.querySelectorAll("a")) each.remove();
    parts.push(standing);
  }
  const why = page.querySelector("main .explained")?.textContent.replace(/\s+/g, " ").trim();
  if (why) parts.push(element("p", { class: "explained" }, why));
  return parts;
}

/**
 * Below the link, or above it where there is more room, and never beyond the sides.
 *
 * @type {(target: Element) => void}
 */
function place(target) {
  const box = target.getClientRects()[0] ?? target.getBoundingClientRect();
  const frame = /** @type {Element} */ (card.offsetParent).getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const { width, height } = card.getBoundingClientRect();
  const above = box.bottom + GAP + height > innerHeight && box.top > height + GAP;
  const left = Math.max(GAP, Math.min(box.left, room - width - GAP));
  // A link that goes on in the next line is not covered.
  const bottom = target.getBoundingClientRect().bottom;
  card.style.left = `${left - frame.left}px`;
  card.style.top = `${(above ? box.top - GAP - height : bottom + GAP) - frame.top}px`;
}

/** @type {(target: Element, id: string) => Promise<void>} */
async function open(target, id) {
  const page = await claimPage(id);
  if (!page || target !== link) return;
  card.replaceChildren(...gist(page, target));
  card.hidden = false;
  place(target);
  target.setAttribute("aria-describedby", card.id);
  inserted(card);
}

/** @type {(target: Element) => void} */
function want(target) {
  clearTimeout(timer);
  if (target === link) return;
  const id = claimOf(target);
  if (!id || id === here) return leave();
  timer = setTimeout(() => {
    close();
    link = target;
    open(target, id);
  }, OPENS);
}

/** Close, unless the reader comes back in time or the keyboard still is at the link. */
function leave() {
  clearTimeout(timer);
  if (link && !link.matches(":focus-visible")) timer = setTimeout(close, CLOSES);
}

/** @type {(target: EventTarget | null) => Element | null} */
const linkAt = (target) => (target instanceof Element ? target.closest("a[href]") : null);

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType === "touch") return;
  const at = linkAt(target);
  if (at) want(at);
  else if (card.contains(/** @type {Node} */ (target))) clearTimeout(timer);
  else leave();
});
document.documentElement.addEventListener("pointerleave", leave);
document.addEventListener("focusin", ({ target }) => {
  const at = linkAt(target);
  if (at?.matches(":focus-visible")) want(at);
  else if (link !== at) leave();
});
document.addEventListener("focusout", () => card.matches(":hover") || leave());
document.addEventListener("keydown", ({ key }) => key === "Escape" && close());
addEventListener("pagehide", close);

// What the reader pointed at while this was loaded.
const first = document.querySelector("a:is(:focus-visible, :hover)");
if (first && matchMedia("(hover: hover)").matches) want(first);
