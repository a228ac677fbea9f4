// The mark of a standing: what speaks for a claim and what speaks against it, as two lengths each,
// from 0 to 5. How it stands in the page is told in templates/partials/marks.html.

import { element } from "./page.js";

/** The attributes of a mark, in the order in which lengths are given. */
const ATTRIBUTES = ["data-for", "data-for-open", "data-against", "data-against-open"];

/**
 * The length of a side for a share from 0 to 1: the nearest fifth, halves upwards.
 *
 * @type {(share: number) => number}
 */
const length = (share) => Math.floor(5 * Math.round(share * 1e9) / 1e9 + 0.5);

/**
 * The lengths of the mark for what is carried and what is taken: of each, what there is at least,
 * and what may come on top of it.
 *
 * @type {(carried: Pair, taken: Pair) => number[]}
 */
export const lengths = (...sides) =>
  sides.flatMap(([lower, upper]) => [length(lower), length(upper) - length(lower)]);

/**
 * Give a mark other lengths.
 *
 * @type {(mark: Element, lengths: number[]) => void}
 */
export function draw(mark, lengths) {
  for (const [at, name] of ATTRIBUTES.entries()) {
    if (lengths[at] || !name.endsWith("open")) mark.setAttribute(name, String(lengths[at]));
    else mark.removeAttribute(name);
  }
}

/**
 * A mark of these lengths.
 *
 * @type {(lengths: number[]) => HTMLElement}
 */
export function sides(lengths) {
  const made = element("span", { class: "sides" });
  draw(made, lengths);
  return made;
}
