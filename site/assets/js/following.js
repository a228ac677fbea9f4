// What follows on a page from what the reader decided: standings and their marks, the sentence of a
// claim, maps, and what the build told without knowing of it.

import { draw, element, here, lengths, only, sides as mark, t, tenths } from "./page.js";
import { MARGIN, NOTICEABLE } from "./semantics.js";

/** A force that is told of. */
const FELT = 0.005;

/** The steps of the argument as a page lists them. */
const STEPS = ":is(.tree > li, .pair > section, .matter)[data-link]";

/** @type {(sides: Sides) => string} */
const figures = ({ carried, taken }) =>
  t("acceptance.figures", { carried: tenths(carried), taken: tenths(taken) });

/** @type {(sides: Sides) => number[]} */
const marked = ({ carried, taken }) => lengths(carried, taken);

/**
 * Whether a change is one that can be seen: in the word or the mark.
 *
 * @type {(change: Change, sides: [Sides, Sides]) => boolean}
 */
export function visible({ standing }, both) {
  const [was, is] = both.map((each) => marked(each).join());
  return standing[0] !== standing[1] || was !== is;
}

/**
 * A standing as a word and a mark, and the figures for whoever looks or listens for them.
 *
 * @type {(standing: Standing, sides: Sides) => HTMLElement}
 */
export function told(standing, sides) {
  const word = element("span", { class: `s-${standing}` }, t(`acceptance.${standing}`));
  return element("span", { class: "mark" }, word, mark(marked(sides)), figure(sides));
}

/** @type {(sides: Sides) => HTMLElement} */
const figure = (sides) => element("span", { class: "figure" }, `: ${figures(sides)}`);

/**
 * Let a page follow.
 *
 * @type {(following: Following) => void}
 */
export function follow(following) {
  for (const listed of document.querySelectorAll("[data-standing-of]")) {
    paint(/** @type {HTMLElement} */ (listed), following);
  }
  for (const drawn of document.querySelectorAll("[data-node], [data-faded-with], path[data-link]")) show(drawn, following);
  if (here) judge(only("h1"), following.verdicts.get(here));
  retell(following);
  for (const line of document.querySelectorAll(".line:is([data-line], [data-condition])")) restate(/** @type {HTMLElement} */ (line), following);
  for (const step of document.querySelectorAll(STEPS)) strike(/** @type {HTMLElement} */ (step), following);
}

/** @type {(place: HTMLElement, following: Following) => void} */
function paint(place, { changes, verdicts, sides }) {
  const id = place.dataset.standingOf ?? "";
  const [change, verdict, both] = [changes.get(id), verdicts.get(id), sides(id)];
  const seen = Boolean(change && both && visible(change, both));
  place.querySelector(".follows")?.remove();
  const known = place.querySelector(".figure");
  const parts = follows(seen ? change : undefined, verdict, both?.[1]);
  if (parts.length) {
    // Where only the mark moves, that is told to whoever does not see it.
    const silent = !verdict && change?.standing[0] === change?.standing[1];
    const css = silent ? "follows figure" : "follows";
    const note = element("span", { class: css }, " → ", ...parts);
    if (known) (known.closest(".mark") ?? known).after(note);
    else place.append(note);
  }
  // The exact bounds and the standing, for whoever wants more than a word.
  if (change) place.dataset.now = [...change.after, change.standing[1]].join(" ");
  else delete place.dataset.now;
  const drawn = place.querySelector(".sides");
  if (drawn) move(drawn, seen, both);
}

/**
 * Move a mark, or back to where the build drew it.
 *
 * @type {(drawn: Element, seen: boolean, both?: [Sides, Sides]) => void}
 */
function move(drawn, seen, both) {
  const moved = drawn.classList.contains("moved");
  if (!both || (!seen && !moved)) return;
  draw(drawn, marked(both[Number(seen)]));
  drawn.classList.toggle("moved", seen);
}

/**
 * What is written behind a standing of what it has become.
 *
 * @type {(change?: Change, verdict?: Verdict, after?: Sides) => (HTMLElement | string)[]}
 */
function follows(change, verdict, after) {
  if (verdict) return [element("b", {}, t(`acceptance.you_${verdict}`))];
  if (!change || !after) return [];
  const { standing } = change;
  if (standing[0] === standing[1]) return [figures(after)];
  return [element("b", { class: `s-${standing[1]}` }, t(`acceptance.${standing[1]}`)), figure(after)];
}

/** @type {(drawn: Element, verdict?: Verdict) => void} */
function judge(drawn, verdict) {
  drawn.classList.toggle("rejected", verdict === "reject");
  drawn.classList.toggle("accepted", verdict === "accept");
}

/**
 * Strike out, mark or fade what is on a map, and its line in the list beside it.
 *
 * @type {(drawn: Element, following: Following) => void}
 */
function show(drawn, { verdicts, fallen, changes, sides }) {
  const { node, fadedWith, link } = /** @type {HTMLElement | SVGElement} */ (drawn).dataset;
  const id = node ?? fadedWith ?? link ?? "";
  const strip = node && drawn.querySelector(".strip");
  if (strip) {
    const [change, both] = [changes.get(id), sides(id)];
    move(strip, Boolean(change && both && visible(change, both)), both);
  }
  judge(drawn, verdicts.get(id));
  drawn.classList.toggle("fallen", !verdicts.has(id) && fallen.has(id));
}

/**
 * What becomes of a line along which this much arrives.
 *
 * @type {(band: Pair) => string}
 */
function stateOf([lower, upper]) {
  return lower > MARGIN ? "holds" : upper <= NOTICEABLE ? "broken" : "contested";
}

/**
 * What becomes of a condition that takes this much away: as how its claims stand by now, which the build wrote
 * each behind its id, has it.
 *
 * @type {(line: HTMLElement, band: Pair, following: Following) => string}
 */
function conditionOf(line, [, upper], { changes, verdicts }) {
  const said = (line.dataset.claims ?? "").split(" ");
  const now = new Set();
  for (let place = 0; place + 1 < said.length; place += 2) {
    const verdict = verdicts.get(said[place]);
    const change = changes.get(said[place]);
    now.add(verdict ? { accept: "granted", reject: "opposed" }[verdict] : (change?.standing[1] ?? said[place + 1]));
  }
  if (now.has("opposed") && upper > NOTICEABLE) return "unmet";
  return ["opposed", "disputed", "bare"].some((each) => now.has(each)) ? "open" : "met";
}

/**
 * Say what becomes of a line of argument, or of a condition. Its sentence is told without the reader's choices.
 *
 * @type {(line: HTMLElement, following: Following) => void}
 */
function restate(line, following) {
  for (const note of line.querySelectorAll(".follows-line")) note.remove();
  const { line: link, condition, state } = line.dataset;
  const band = following.force(link ?? condition ?? "");
  if (!band) return;
  const now = condition ? conditionOf(line, band, following) : stateOf(band);
  line.classList.toggle("turned", now !== state);
  if (now === state) return;
  const words = /** @type {HTMLElement} */ (line.closest(".lines"));
  only(".state", line).append(element("b", { class: "follows-line" }, ` → ${words.dataset[now]}`));
  line.querySelector(".weak")?.append(element("span", { class: "uncounted follows-line" }, ` ${t("acceptance.uncounted")}`));
}

/**
 * Strike out a step along which nothing arrives any more, or show one again along which something does.
 *
 * @type {(step: HTMLElement, following: Following) => void}
 */
function strike(step, { fallen, force }) {
  step.querySelector(":scope > .follows-step, :scope > .leaf > .follows-step")?.remove();
  step.dataset.was ??= String(step.classList.contains("broken"));
  const was = step.dataset.was === "true";
  const link = step.dataset.link ?? "";
  // A condition carries nothing at any time, and is not told to fail where it does not.
  const fails = !step.matches(".is-conditions") && (fallen.has(link) || (was && !((force(link)?.[1] ?? 0) > FELT)));
  step.classList.toggle("broken", fails);
  if (fails === was) return;
  const words = ` → ${t(`acceptance.step_${fails ? "fails" : "returns"}`)}`;
  (step.querySelector(":scope > .leaf") ?? step).append(element("b", { class: "follows-step" }, words));
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
  for (const place of document.querySelectorAll("[data-uncounted]")) {
    place.append(element("span", { class: "uncounted" }, ` ${t("acceptance.uncounted")}`));
  }
}
