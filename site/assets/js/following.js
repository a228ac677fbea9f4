// What follows on a page from what the reader decided: standings and their marks, the sentence of a
// claim, maps, and what the build told without knowing of it.

import { band, element, here, only, t } from "./page.js";

/**
 * A standing in words, and its figure for whoever looks at figures.
 *
 * @type {(standing: Standing, balance: Pair, css?: string) => HTMLElement}
 */
export function told(standing, balance, css = "") {
  const word = element(css ? "b" : "span", { class: css }, t(`acceptance.${standing}`));
  return element("span", {}, word, " ", element("span", { class: "figure" }, band(balance)));
}

/**
 * Whether a change is one that can be seen: in the word, or in the figure.
 *
 * @type {(change: Change) => boolean}
 */
export const visible = ({ before, after, standing }) =>
  standing[0] !== standing[1] || band(before) !== band(after);

/**
 * What is written behind a standing, or null where nothing visible comes of it.
 *
 * @type {(change?: Change, verdict?: Verdict) => HTMLElement | null}
 */
export function outcome(change, verdict) {
  if (verdict) return element("b", {}, t(`acceptance.you_${verdict}`));
  if (!change || !visible(change)) return null;
  const { after, standing } = change;
  if (standing[0] !== standing[1]) return told(standing[1], after, `s-${standing[1]}`);
  return element("span", { class: "figure" }, band(after));
}

/**
 * Let a page follow.
 *
 * @type {(following: Following) => void}
 */
export function follow(following) {
  for (const listed of document.querySelectorAll("[data-standing-of]")) {
    paint(/** @type {HTMLElement} */ (listed), following);
  }
  for (const drawn of document.querySelectorAll("[data-node], path[data-link]")) show(drawn, following);
  if (here) mark(only("h1"), following.verdicts.get(here));
  retell(following);
}

/** @type {(place: HTMLElement, following: Following) => void} */
function paint(place, { changes, verdicts, sides }) {
  const id = place.dataset.standingOf ?? "";
  const change = changes.get(id);
  const now = outcome(change, verdicts.get(id));
  const figure = only(".figure", place);
  place.querySelector(".follows")?.remove();
  if (now) {
    const css = now.className === "figure" ? "follows figure" : "follows";
    (figure.closest(".mark") ?? figure).after(element("span", { class: css }, " → ", now));
  }
  // The exact bounds and the standing, for whoever wants more than a word.
  if (change) place.dataset.now = [...change.after, change.standing[1]].join(" ");
  else delete place.dataset.now;
  const scale = place.querySelector(".scale");
  if (scale) move(scale, change && sides(id));
}

/** @type {(scale: Element, sides?: Sides) => void} */
function move(scale, sides) {
  scale.querySelector(".now")?.remove();
  if (!sides) return;
}

/** @type {(drawn: Element, verdict?: Verdict) => void} */
function mark(drawn, verdict) {
  drawn.classList.toggle("rejected", verdict === "reject");
  drawn.classList.toggle("accepted", verdict === "accept");
}

/**
 * Strike out, mark or fade what is on a map, and its line in the list beside it.
 *
 * @type {(drawn: Element, following: Following) => void}
 */
function show(drawn, { verdicts, fallen }) {
  const { node = "", link = "" } = /** @type {HTMLElement | SVGElement} */ (drawn).dataset;
  mark(drawn, verdicts.get(node));
  drawn.classList.toggle("fallen", !verdicts.has(node) && fallen.has(link || node));
}

/**
 * Say of what the build told where it is without the reader's choices, and what is with them.
 *
 * @type {(following: Following) => void}
 */
function retell({ changes, verdicts }) {
  for (const note of document.querySelectorAll(".uncounted")) note.remove();
  for (const place of document.querySelectorAll(".explained")) {
    const whole = /** @type {Element} */ (place.closest("main, .preview"));
    const about = /** @type {HTMLElement | null} */ (whole.querySelector(".standing[data-standing-of]"));
    const id = about?.dataset.standingOf ?? "";
    const [change, verdict] = [changes.get(id), verdicts.get(id)];
    if (!change && !verdict) continue;
    const turned = change && change.standing[0] !== change.standing[1];
    const standing = change ? t(`acceptance.${change.standing[1]}`) : "";
    const words = t(`acceptance.told_${verdict ?? (turned ? "turns" : "stays")}`, { standing });
    place.prepend(element("span", { class: "uncounted" }, words, " "));
  }
  if (!changes.size) return;
  for (const place of document.querySelectorAll(".effect, #reject, [data-uncounted]")) {
    place.append(element("span", { class: "uncounted" }, ` ${t("acceptance.uncounted")}`));
  }
}
