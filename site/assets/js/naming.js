// Ids for new records, made of what they say, as graph/text/naming.py and letters.py make them.

import { RUNS, WITHOUT_VOWEL } from "./letters.js";
import { DEVICES, JOINED, LONGEST_ID, MARKS, MOST_WORDS } from "./limits.js";
import { LETTER } from "./unspaced.js";

/** Stands where a letter has no place in the table, such as one of Han. */
const LOST = "\0";
const DEVICE = new RegExp(`^${DEVICES}$`);
const UNSEEN = new RegExp(`${JOINED}|\\p{C}`, "gu");
const VOWELLESS = new RegExp(WITHOUT_VOWEL, "g");
const LETTERS = new Map(Object.entries(RUNS).flatMap(([first, row]) => letters(parseInt(first, 16), row)));
const PASSED_OVER = new Set(
  ("a an and are as at be been but by for from has have in into is it its of on or so than that " +
    "the their there these this to was were will with de dat die dit een en er het hun ze zijn is " +
    "in om op te tot van voor aan als bij door met naar ook of wordt worden der das dem ein eine " +
    "einer eines einem einen und ist sind wird werden im zu zum zur von vom mit aus bei auf sich").split(" "),
);

/** White space that is layout: all of it but the spaces that somebody chose (category Zs). */
const LAYOUT = /[ \t-\r\x1c-\x1f\x85\u2028\u2029]+/gu;

/**
 * The text on one line: composed, plain white space folded, nothing invisible left but joiners that
 * a word or an emoji needs.
 *
 * @type {(text: string) => string}
 */
export function clean(text) {
  const spaced = text.normalize("NFC").replace(LAYOUT, " ");
  /** @type {(found: string) => string} */
  const needed = (found) => ([...found].length > 1 ? found.replace(/^\p{C}/u, "") : "");
  return spaced.replace(UNSEEN, needed).replace(LAYOUT, " ").trim();
}

/**
 * The same with plain spaces alone: for what names something, as ids and addresses do.
 *
 * @type {(text: string) => string}
 */
export function plain(text) {
  return clean(text).replace(/\p{Z}+/gu, " ");
}

const UNSPACED = new RegExp(LETTER, "gu");

/**
 * How many words a text has as far as can be told: two letters of a script without spaces count as
 * one, as in graph/text/unspaced.py.
 *
 * @type {(text: string) => number}
 */
export function wordCount(text) {
  const counts = plain(text).split(" ").filter(Boolean).map((each) => each.match(UNSPACED)?.length ?? 0);
  return counts.reduce((sum, each) => sum + Math.max(1, Math.ceil(each / 2)), 0);
}

/**
 * A short id of the words of a text that carry its meaning, else `otherwise` with a mark of the
 * text behind it.
 *
 * @type {(text: string, otherwise: string) => string}
 */
export function slug(text, otherwise) {
  return slugOf([text], otherwise);
}

/**
 * A short id of the first of these texts that has words for one, else by a mark of the first.
 *
 * @type {(texts: string[], otherwise: string) => string}
 */
export function slugOf(texts, otherwise) {
  const [first = ""] = texts;
  const found = texts.map((each) => worded(each, otherwise)).find(Boolean);
  return found ?? (latin(first).includes(LOST) ? `${otherwise}-${mark(plain(first))}` : otherwise);
}

/** @type {(text: string, otherwise: string) => string} */
function worded(text, otherwise) {
  const words = latin(text)
    .split(" ")
    .filter((each) => each && !each.includes(LOST));
  const telling = words.filter((each) => !PASSED_OVER.has(each));
  let chosen = "";
  for (const word of (telling.length ? telling : words).slice(0, MOST_WORDS)) {
    const longer = chosen ? `${chosen}-${word}` : word.slice(0, LONGEST_ID);
    if (longer.length > LONGEST_ID) break;
    chosen = longer;
  }
  return DEVICE.test(chosen) ? `${chosen}-${otherwise}` : chosen;
}

/** @type {(text: string) => string} */
function mark(text) {
  let found = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) found = Math.imul(found ^ byte, 0x01000193);
  return [20, 15, 10, 5, 0].map((place) => MARKS[(found >>> place) & 31]).join("");
}

/** @type {(first: number, row: string) => [string, string][]} */
function letters(first, row) {
  const all = row.split(" ").map((each, place) => [String.fromCharCode(first + place), each.replace("-", "")]);
  return /** @type {[string, string][]} */ (all.filter(([, each]) => each !== "."));
}

/**
 * The words of a text in a–z and 0–9, with spaces and LOST between and within them.
 *
 * @type {(text: string) => string}
 */
function latin(text) {
  const spelt = text.normalize("NFKC").toLowerCase().replace(VOWELLESS, "$1a");
  /** @type {(sign: string) => string} */
  const parted = (sign) => [...sign.normalize("NFKD")].map((each) => LETTERS.get(each) ?? other(each)).join("");
  return [...spelt].map((each) => LETTERS.get(each) ?? parted(each)).join("");
}

/** @type {(sign: string) => string} */
function other(sign) {
  if ("'’".includes(sign) || isCombining(sign)) return "";
  if (/[a-z0-9]/.test(sign)) return sign;
  return /\p{L}/u.test(sign) ? LOST : " ";
}

/**
 * Whether a character joins the one before it: only such are put in order by normalisation.
 *
 * @type {(character: string) => boolean}
 */
function isCombining(character) {
  /** @type {(text: string) => boolean} */
  const moves = (text) => text.normalize("NFD") !== text;
  // One sign of the lowest class behind it, one of the highest before it.
  return character > "\x7f" && (moves(`${character}\u0334`) || moves(`\u0345${character}`));
}

/**
 * The id itself or, where it is taken, with the first free number from 2 behind it.
 *
 * @type {(wanted: string, taken: Set<string>) => string}
 */
export function unique(wanted, taken) {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
