// A reader's own copy of a source, read with its argument in the margin. It stays in this browser:
// nothing is asked for, nothing is sent, and nothing is kept unless the reader says so.

import { beginnings, order, pieces } from "./copy_places.js";
import { element, filled, only, root } from "./page.js";
import { textOfFile } from "./page_text.js";
import { paragraphsOf, SourceText, verified } from "./passages.js";

/** @type {CopyData} */
const data = JSON.parse(only("#copy-data").textContent);
const section = /** @type {HTMLDetailsElement} */ (only("#copy"));
const form = /** @type {HTMLFormElement} */ (only("form", section));
const field = /** @type {HTMLTextAreaElement} */ (only("textarea", form));
const file = /** @type {HTMLInputElement} */ (only("input[type=file]", form));
const status = only("[role=status]", section);
const after = only(".after", section);
const remember = /** @type {HTMLInputElement} */ (only("input[type=checkbox]", after));
const spine = only(".spine");

/** The characters of a text that is read; a long book has as many. */
const MOST = 1_000_000;
/** The characters before and behind the paragraphs that need not be folded. */
const SHORT = 300;
/** The changed and missing passages that are named at once. */
const MOST_TOLD = 5;
/** How long the page may stand still, in milliseconds. */
const BREATH = 25;
const key = `betoog:copy:${root.pathname}:${data.source}`;
const plural = new Intl.PluralRules(document.documentElement.lang);
/** Whether the list had room for a text before. */
const bare = spine.classList.contains("bare");

let turn = 0;
/** The text that is read, empty where there is none. */
let given = "";

/** @type {(name: string, values?: Values) => string} */
const say = (name, values = {}) => filled(String(data.words[name]), values);
/** @type {(name: string, n: number) => string} */
function count(name, n) {
  const forms = /** @type {Texts} */ (data.words[name]);
  return filled(forms[plural.select(n)] ?? forms.other, { n, all: data.passages.length });
}

/**
 * What a generator makes, while the page goes on answering; undefined where another text came.
 *
 * @type {<T>(work: Generator<void, T>, now: number) => Promise<T | undefined>}
 */
async function slowly(work, now) {
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since > BREATH) {
      await new Promise((resolve) => setTimeout(resolve));
      if (now !== turn) return undefined;
      since = performance.now();
    }
  }
}

/**
 * Read a text: find and prove its passages, and show it beside the margin.
 *
 * @type {(text: string) => Promise<void>}
 */
async function read(text) {
  const now = (turn += 1);
  clear();
  if (!text.trim()) return tell(say("empty"));
  if (text.length > MOST) return tell(say("long"));
  tell(say("reading"));
  const source = new SourceText(paragraphsOf(text));
  const verdicts = await slowly(verified(source, data.passages), now);
  if (!verdicts) return undefined;
  /** @type {FoundPassage[]} */
  const found = data.passages.map((record, at) => ({ ...verdicts[at], record, at: record.at }));
  const placed = found.filter(isPlaced);
  tell(...result(found));
  if (placed.length) status.append(...differing(found));
  if (!placed.length) return undefined;
  given = text;
  number(placed);
  for (const each of found) mark(each);
  show(source, placed);
  section.classList.add("has-copy");
  after.hidden = false;
  remember.checked = stored() === text;
  return undefined;
}

/** @type {(...lines: (Node | string)[]) => void} */
function tell(...lines) {
  status.replaceChildren(...lines.map((each) => element("p", {}, each)));
}

/**
 * @param {FoundPassage} each
 * @returns {each is PlacedPassage}
 */
const isPlaced = (each) => each.begin !== undefined;
const SIGNS = { same: "✓", unproved: "✓", changed: "≠", missing: "–" };
/** @type {(each: FoundPassage) => "same" | "unproved" | "changed" | "missing"} */
function fate(each) {
  if (each.status === "verified" || each.same) return "same";
  if (!isPlaced(each)) return "missing";
  return each.record.fingerprint ? "changed" : "unproved";
}

/** @type {(found: FoundPassage[]) => string[]} */
function result(found) {
  const counts = { same: 0, unproved: 0, changed: 0, missing: 0 };
  for (const each of found) counts[fate(each)] += 1;
  const { same, unproved, changed, missing } = counts;
  if (missing === found.length) return [count("none", found.length)];
  const told = [];
  if (same) told.push(count(same === found.length ? "all" : "same", same));
  if (unproved) told.push(count("unproved", unproved));
  if (changed) told.push(count("changed", changed));
  if (missing) told.push(count("missing", missing));
  return [told.join(" "), ...(changed || missing ? [say("other")] : [])];
}

/**
 * Links to the claims whose passages are changed or missing; no more than can be taken in.
 *
 * @type {(found: FoundPassage[]) => HTMLElement[]}
 */
function differing(found) {
  const others = found.filter((each) => ["changed", "missing"].includes(fate(each)));
  if (!others.length) return [];
  const items = others.slice(0, MOST_TOLD).map((each) => {
    const name = `${SIGNS[fate(each)]} ${claimOf(each)}`;
    return element("li", {}, element("a", { href: `#${each.at}` }, name));
  });
  if (others.length > MOST_TOLD) items.push(element("li", {}, count("more", others.length - MOST_TOLD)));
  return [element("ul", {}, ...items)];
}

/**
 * Number the passages in the order in which they end.
 *
 * @type {(placed: PlacedPassage[]) => void}
 */
function number(placed) {
  placed.sort((one, other) => order([one.paragraph, one.end], [other.paragraph, other.end]) || one.begin - other.begin);
  for (const [at, each] of placed.entries()) each.number = at + 1;
}

/**
 * Say at a claim what came of its passage, and lead to it.
 *
 * @type {(each: FoundPassage) => void}
 */
function mark(each) {
  const item = document.getElementById(each.at)?.closest("li");
  if (!item) return;
  const what = fate(each);
  if (each.number) {
    const label = say("to_text", { n: each.number });
    item.prepend(made("a", { class: "mark-nr", href: `#copy-${each.at}`, "aria-label": label }, String(each.number)), made("span", {}, " "));
  }
  const words = [say(`fate_${what}`)];
  if (what === "changed") words.push(each.similarity < 100 ? say("reads", { start: each.record.start, end: each.record.end ?? "" }) : say("between"));
  // Most are the same, of which a sign is enough for the eye.
  const told = element("span", what === "same" ? { class: "unseen" } : {}, words.join(", "));
  item.append(made("span", { class: `num fate is-${what}` }, element("span", { "aria-hidden": "true" }, ` ${SIGNS[what]} `), told));
}

/** @type {typeof element} */
const made = (name, attributes, ...children) => element(name, { ...attributes, "data-copy": "" }, ...children);

/**
 * Put the text into the paragraphs of the guide: what stands before and behind them is folded.
 *
 * @type {(source: SourceText, placed: PlacedPassage[]) => void}
 */
function show(source, placed) {
  /** @type {Map<number, Spot[]>} */
  const begins = new Map();
  for (const { record, paragraph, begin } of placed) {
    const at = record.paragraph ?? -1;
    if (at >= 0) begins.set(at, [...(begins.get(at) ?? []), [paragraph, begin]]);
  }
  const rows = new Set(Array.from(spine.querySelectorAll("[data-paragraph]"), (row) => Number(row.getAttribute("data-paragraph"))));
  const cuts = [...beginnings(source, data.openings, begins)].filter(([row]) => rows.has(row));
  // Where no paragraph is recorded, all of it stands in the only row there is.
  const shown = cuts.length ? cuts : [/** @type {[number, Spot]} */ ([-1, [0, 0]])];
  const lastPassage = Math.max(...placed.map((each) => each.paragraph), shown[shown.length - 1][1][0]);
  /** @type {Spot} */
  const end = [lastPassage + 1, 0];
  if (bare) spine.classList.remove("bare");
  for (const [at, [row, from]] of shown.entries()) {
    const to = shown[at + 1]?.[1] ?? end;
    rowOf(row).append(...paragraphs(source, placed, from, to));
  }
  around(source, placed, [0, 0], shown[0][1], "above", rowOf(shown[0][0]), true);
  around(source, placed, end, [source.paragraphs.length, 0], "below", rowOf(shown[shown.length - 1][0]), false);
}

/** @type {(row: number) => HTMLElement} */
function rowOf(row) {
  const item = row < 0 ? only(".para:last-of-type", spine) : only(`[data-paragraph="${row}"]`, spine);
  const says = /** @type {HTMLElement | null} */ (item.querySelector(".says"));
  if (says) return says;
  const fresh = made("div", { class: "says" });
  const margin = item.querySelector(".margin");
  if (margin) margin.before(fresh);
  else item.append(fresh);
  return fresh;
}

/** @type {(source: SourceText, placed: PlacedPassage[], from: Spot, to: Spot, name: string, row: HTMLElement, first: boolean) => void} */
function around(source, placed, from, to, name, row, first) {
  const text = paragraphs(source, placed, from, to);
  if (!text.length) return;
  const length = text.reduce((sum, each) => sum + (each.textContent ?? "").length, 0);
  const summary = element("summary", {}, say(name));
  const stands = length > SHORT ? [made("details", { class: "around" }, summary, ...text)] : text;
  const words = first ? row.querySelector(".words") : null;
  if (words) words.before(...stands);
  else row.append(...stands);
}

/**
 * A stretch of the text as paragraphs, its passages marked.
 *
 * @param {SourceText} source
 * @param {PlacedPassage[]} placed
 * @param {Spot} from
 * @param {Spot} to
 * @returns {HTMLElement[]}
 */
function paragraphs(source, placed, from, to) {
  const found = [];
  for (let at = from[0]; at < source.paragraphs.length && order([at, 0], to) < 0; at += 1) {
    const text = source.paragraphs[at];
    const begin = at === from[0] ? from[1] : 0;
    const end = at === to[0] ? to[1] : text.length;
    if (!text.slice(begin, end).trim()) continue;
    const here = placed.filter((each) => each.paragraph === at);
    const words = pieces(begin, end, here).flatMap((piece) => marked(text.slice(piece.from, piece.to), piece, here));
    found.push(made("p", { class: "words", lang: data.language, dir: "auto" }, ...words));
  }
  return found;
}

/** @type {(text: string, piece: ReturnType<typeof pieces>[number], here: PlacedPassage[]) => (Node | string)[]} */
function marked(text, { over, begins, ends }, here) {
  if (!over.length) return [text];
  const each = here[over[0]];
  const kinds = [`is-${fate(each)}`, ...(isChallenged(each) ? ["is-challenged"] : [])];
  const places = begins.map((at) => element("span", { id: `copy-${here[at].at}` }));
  const links = [...ends].sort((one, other) => (here[one].number ?? 0) - (here[other].number ?? 0)).map((at) => link(here[at]));
  return [element("mark", { class: kinds.join(" ") }, ...places, text), ...links];
}

/** @type {(each: PlacedPassage) => HTMLElement} */
function link(each) {
  const label = say("to_claim", { n: each.number ?? 0, claim: claimOf(each), fate: say(`fate_${fate(each)}`) });
  return element("a", { class: "ref", href: `#${each.at}`, "aria-label": label }, String(each.number));
}

/** @type {(each: FoundPassage) => string} */
const claimOf = (each) => document.getElementById(each.at)?.closest("li")?.querySelector("a:not(.mark-nr)")?.textContent ?? "";
/** @type {(each: FoundPassage) => boolean} */
const isChallenged = (each) => document.getElementById(each.at)?.closest("li")?.querySelector(".s-opposed, .s-disputed") !== null;

/** Take away all that came with a text. */
function clear() {
  for (const each of document.querySelectorAll("[data-copy]")) each.remove();
  spine.classList.toggle("bare", bare);
  section.classList.remove("has-copy");
  status.replaceChildren();
  after.hidden = true;
  given = "";
}

// ── On this device, where the reader asks for it ─────────────────────────────

/** @type {() => string | null} */
function stored() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @type {() => void} */
function forget() {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then nothing was kept.
  }
}

remember.addEventListener("change", () => {
  if (!remember.checked) return forget();
  try {
    localStorage.setItem(key, given);
  } catch {
    remember.checked = false;
    status.append(element("p", {}, say("full")));
  }
  return undefined;
});

// ── What a reader gives ──────────────────────────────────────────────────────

/** @type {(text: string) => Promise<void>} */
async function take(text) {
  await read(text);
  if (given) field.value = "";
  status.focus();
}

/** @type {(files: FileList | null | undefined) => Promise<void>} */
async function takeFile(files) {
  const chosen = files?.[0];
  if (!chosen) return undefined;
  // A character has no more bytes than four.
  if (chosen.size > 8 * MOST) return tell(say("long"));
  return take(await textOfFile(chosen));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void take(field.value);
});
file.addEventListener("change", async () => {
  await takeFile(file.files);
  file.value = "";
});
only("button[type=button]", after).addEventListener("click", () => {
  turn += 1;
  clear();
  forget();
  tell(say("gone"));
  section.open = true;
  field.focus();
});
for (const name of ["dragenter", "dragover"]) {
  section.addEventListener(name, (event) => {
    event.preventDefault();
    section.classList.add("over");
  });
}
section.addEventListener("dragleave", () => section.classList.remove("over"));
section.addEventListener("drop", (event) => {
  event.preventDefault();
  section.classList.remove("over");
  const dropped = event.dataTransfer;
  if (dropped?.files.length) void takeFile(dropped.files);
  else if (dropped) void take(dropped.getData("text/plain"));
});

section.hidden = false;
const kept = stored();
if (kept) void read(kept);
