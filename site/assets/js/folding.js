// Texts without what differs between faithful copies of them: graph/passages/folding.py says the
// same. What takes long is a generator that can be left alone between its steps.

import { BROKEN, DASHES, DOUBLE, INVISIBLE, MOST_MARKS, SINGLE } from "./signs.js";
import { FOLLOWING, LEADING, LETTERS } from "./unspaced.js";

/** What is white space, part of a word, or a letter to Python, within the brackets of a class. */
export const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
export const WORD = "\\p{L}\\p{N}_";
const LETTER = "\\p{L}\\p{Nl}\\p{No}";
const SPACE_IN_LINE = SPACE.replace("\\t-\\r", "\\t\\v-\\r");
const CONTINUING = "\\p{M}\\u1160-\\u11ff";
const STEP = 4096;

/** @type {(signs: string) => string} */
const escaped = (signs) => signs.replace(/[\\\]^-]/g, "\\$&");
/** @type {(signs: string) => RegExp} */
const any = (signs) => new RegExp(`[${escaped(signs)}]`, "gu");
const [single, double, dashes] = [SINGLE, DOUBLE, DASHES].map(any);
const invisible = new RegExp(`^[${escaped(INVISIBLE)}]`, "u");
const continues = new RegExp(`^[${CONTINUING}]`, "u");
const letter = /^\p{L}/u;

// Signs that stay as they are, whatever is around them, are taken many at a time.
const UNIT = new RegExp(
  `(?<run>[A-Za-z0-9,.;:()]+(?![${CONTINUING}${escaped(INVISIBLE)}]))` +
    `|\\u00ad[${SPACE_IN_LINE}]*\\n[${SPACE}]*` +
    `|(?<broken>\\u00ad[${SPACE}]+|(?<=[${LETTER}])[-\\u2010][${SPACE_IN_LINE}]*\\n[${SPACE}]*(?=[${LETTER}]))` +
    `|(?<space>[${SPACE}]+)|.`,
  "gsu",
);

/** @type {(text: string) => string} */
export const punctuated = (text) => text.replace(single, "'").replace(double, '"').replace(dashes, "-");

/** @type {(unit: string) => string} */
function withCase(unit) {
  const composed = punctuated(unit.normalize("NFC")).replaceAll("…", "...");
  return letter.test(composed) ? punctuated(composed.normalize("NFKC")) : composed;
}

/**
 * Unicode case folding, but for the letters that it makes of others: which are the same stays.
 *
 * @type {(unit: string) => string}
 */
const withoutCase = (unit) =>
  punctuated([...withCase(unit)].map((each) => (each === "ı" ? each : each.toLowerCase().toUpperCase().toLowerCase())).join(""));

/** @type {[Map<string, string>, Map<string, string>]} */
const known = [new Map(), new Map()];
/** @type {(unit: string, caseless: boolean) => string} */
function even(unit, caseless) {
  const found = known[Number(caseless)];
  let made = found.get(unit);
  if (made === undefined) found.set(unit, (made = caseless ? withoutCase(unit) : withCase(unit)));
  return made;
}

/**
 * A folded text, and where each of its characters begins and ends in the text as it is.
 *
 * @param {string} text
 * @param {boolean} caseless
 * @returns {Generator<void, Folded>}
 */
export function* folding(text, caseless) {
  /** @type {string[]} */
  const units = [];
  /** @type {number[]} */
  const begins = [];
  /** @type {number[]} */
  const ends = [];
  let steps = 0;
  for (const { 0: unit, index, groups = {} } of text.matchAll(UNIT)) {
    if ((steps += 1) % STEP === 0) yield;
    const end = index + unit.length;
    const last = units.length - 1;
    if (groups.run !== undefined) {
      for (let at = index; at < end; at += 1) {
        units.push(text[at]);
        begins.push(at);
        ends.push(at + 1);
      }
    } else if (groups.space !== undefined) {
      if (units[last] === " ") ends[last] = end;
      else [units[last + 1], begins[last + 1], ends[last + 1]] = [" ", index, end];
    } else if (groups.broken !== undefined) {
      [units[last + 1], begins[last + 1], ends[last + 1]] = [BROKEN, index, end];
    } else if (invisible.test(unit)) {
      // What no reader sees goes.
    } else if (last >= 0 && continues.test(unit) && joins(units[last])) {
      units[last] += unit;
      ends[last] = end;
    } else {
      [units[last + 1], begins[last + 1], ends[last + 1]] = [unit, index, end];
    }
  }
  return yield* joined(units, begins, ends, caseless);
}

/** @type {(before: string) => boolean} */
const joins = (before) =>
  before !== " " && before !== BROKEN && (before.length < MOST_MARKS || [...before].length < MOST_MARKS);

/**
 * @param {string[]} units
 * @param {number[]} begins
 * @param {number[]} ends
 * @param {boolean} caseless
 * @returns {Generator<void, Folded>}
 */
function* joined(units, begins, ends, caseless) {
  const characters = [];
  /** @type {Folded} */
  const found = { text: "", begins: [], ends: [] };
  for (let place = 0; place < units.length; place += 1) {
    if (place % STEP === 0) yield;
    const unit = units[place];
    if (unit === " " && (place === 0 || place === units.length - 1)) continue;
    const made = unit === " " || unit === BROKEN ? unit : even(unit, caseless);
    characters.push(made);
    for (let at = 0; at < made.length; at += 1) {
      found.begins.push(begins[place]);
      found.ends.push(ends[place]);
    }
  }
  found.text = characters.join("");
  return found;
}

/**
 * What a generator makes, all at once.
 *
 * @type {<T>(work: Generator<void, T>) => T}
 */
export function atOnce(work) {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/**
 * The text without what differs between two faithful copies of it, letter case kept or not.
 *
 * @type {(text: string, caseless?: boolean) => string}
 */
export const plain = (text, caseless = false) => atOnce(folding(text, caseless)).text.replaceAll(BROKEN, "");

const BETWEEN = new RegExp(`[${BROKEN}\\- ]`, "g");
const OTHERS = `(?:(?![${LETTERS}])[${WORD}])`;
/** @type {(pattern: string) => RegExp} */
const beginning = (pattern) => new RegExp(`^${pattern}`, "u");
const [inWord, isUnspaced, isFollowing, isLeading] = [WORD, LETTERS, FOLLOWING, LEADING].map((signs) => beginning(`[${signs}]`));

/**
 * A pattern for the place before a sign with which words begin: in scripts without spaces a word
 * may begin at each letter. See graph/text/unspaced.py.
 *
 * @type {(sign: string) => string}
 */
function beginsAt(sign) {
  if (!inWord.test(sign) || isFollowing.test(sign)) return "";
  return isUnspaced.test(sign) ? `(?<![${LEADING}])` : `(?<!${OTHERS})(?<![${LEADING}])`;
}

/** A pattern for the place behind a sign with which words end. @type {(sign: string) => string} */
function endsAt(sign) {
  if (isLeading.test(sign)) return "";
  if (isUnspaced.test(sign) || isFollowing.test(sign)) return `(?![${FOLLOWING}])`;
  return inWord.test(sign) ? `(?!${OTHERS})(?![${FOLLOWING}])` : "";
}

/** @type {WeakMap<Folded, string>} */
const unbroken = new WeakMap();
/** @type {(text: Folded) => string} */
function withoutBetween(text) {
  let made = unbroken.get(text);
  if (made === undefined) unbroken.set(text, (made = text.text.replace(BETWEEN, "")));
  return made;
}

/**
 * Where words, folded alike, stand in a text from one edge of a word to another, from a place on:
 * also where the text breaks one of them at the end of a line.
 *
 * @param {Folded} folded
 * @param {string} words
 * @param {number} [from]
 * @returns {Generator<[number, number], void>}
 */
export function* wholeWords(folded, words, from = 0) {
  const { text } = folded;
  if (!words) return;
  const signs = [...words];
  const [before, behind] = [beginsAt(signs[0]), endsAt(signs[signs.length - 1])];
  if (text.includes(BROKEN)) {
    if (!withoutBetween(folded).includes(words.replace(BETWEEN, ""))) return;
    const pattern = new RegExp(before + brokenAnywhere(signs) + behind, "gu");
    pattern.lastIndex = from;
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) yield [found.index, pattern.lastIndex];
    return;
  }
  const [opens, closes] = [new RegExp(`${before}$`, "u"), new RegExp(`^${behind}`, "u")];
  let at = from;
  while ((at = text.indexOf(words, at)) >= 0) {
    const end = at + words.length;
    if (opens.test(text.slice(Math.max(0, at - 2), at)) && closes.test(text.slice(end, end + 2))) {
      yield [at, end];
      at = end;
    } else {
      at += 1;
    }
  }
}

/** @type {(signs: string[]) => string} */
function brokenAnywhere(signs) {
  const parts = signs.map((sign, place) => {
    const before = signs[place - 1] ?? "";
    const itself = sign.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
    if (sign === "-") return `(?:-|${BROKEN})`;
    if (sign === " ") return before === "-" ? " ?" : `[ ${BROKEN}]`;
    return letter.test(before) && letter.test(sign) ? `${BROKEN}?${itself}` : itself;
  });
  return parts.join("");
}
