// Words that a reader types, and the words of texts that they may be meant for: the rules of
// graph/text/words_meant.py.

import { FOLLOWING, LETTERS } from "./unspaced.js";

const MOST = 3;
const ENDINGS = ["", "e", "en", "er", "es", "n", "s"];
const STEM = 4;
const WITHIN = 5;
const BEFORE = 3;
const ALPHABETS = "\u0590";
const BEGINNING = 5;

const WORDS = new RegExp(`[${LETTERS}]+|(?:(?![${LETTERS}])[\\p{L}\\p{N}])+`, "gu");
const SIGNS = `${LETTERS}${FOLLOWING}`;
const BETWEEN = new RegExp(`([${SIGNS}]+|(?:(?![${SIGNS}])[\\p{L}\\p{M}\\p{N}])+)`, "u");
const UNSPACED = new RegExp(`[${LETTERS}]`, "u");

/**
 * The words of a text as they are compared: without capitals and accents, in order.
 *
 * @type {(text: string) => string[]}
 */
export const wordsOf = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().match(WORDS) ?? [];

/**
 * A text with another word in the place of one, wherever that stands by itself.
 *
 * @type {(text: string, word: string, other: string) => string}
 */
export const instead = (text, word, other) =>
  text.split(BETWEEN).map((part) => (wordsOf(part)[0] === word ? other : part)).join("");

/**
 * Whether a word of a text is the one that is asked for: it begins with that, is another form of
 * it, or is put together of something and that.
 *
 * @type {(asked: string) => (word: string) => boolean}
 */
export function fitting(asked) {
  if (asked[0] >= ALPHABETS) {
    const within = length(asked) > 1 || UNSPACED.test(asked);
    return (word) => word.startsWith(asked) || (within && word.includes(asked));
  }
  const forms = formsOf(asked);
  const long = length(asked) >= WITHIN;
  return (word) => word.startsWith(asked) || (long && word.indexOf(asked, BEFORE) > 0) || forms.has(word);
}

/** @type {(word: string) => Set<string>} */
function formsOf(word) {
  const stems = ENDINGS.filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, word.length - ending.length))
    .filter((stem) => length(stem) >= STEM);
  return new Set(stems.flatMap((stem) => ENDINGS.map((ending) => stem + ending)));
}

/** Letters, some of which are two to JavaScript. @type {(word: string) => number} */
const length = (word) => [...word].length;

/**
 * The known words that one may be meant for that is none of them, the likeliest first: those of a
 * similar spelling, or else those that begin like it. `known` are words, each with the number of
 * texts that have it.
 *
 * @type {(asked: string, known: Iterable<[word: string, texts: number]>) => string[]}
 */
export function meant(asked, known) {
  const mine = [...asked];
  const most = mine.length <= 5 ? 1 : mine.length <= 9 ? 2 : 3;
  /** @type {[away: number, texts: number, word: string][]} */
  let near = [];
  /** @type {[away: number, texts: number, word: string][]} */
  const begun = [];
  const least = Math.max(BEGINNING, Math.ceil(mine.length / 2));
  for (const [word, texts] of known) {
    const theirs = [...word];
    const away = mine.length > BEFORE ? distance(mine, theirs, most) : 0;
    if (away > 0 && away <= most) near.push([away, -texts, word]);
    const alike = shared(mine, theirs);
    if (alike >= least) begun.push([-alike, -texts, word]);
  }
  if (!near.length) near = begun;
  near.sort((one, other) => one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : 1));
  return near.slice(0, MOST).map(([, , word]) => word);
}

/** @type {(one: string[], other: string[]) => number} */
function shared(one, other) {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}

/**
 * How many letters are to be added, left out, replaced or swapped with the next to make one word
 * the other, each place changed once; more than `most` is any such number.
 *
 * @type {(one: string[], other: string[], most: number) => number}
 */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let above = other.map((_, at) => at).concat(other.length);
  for (let row = 1; row <= one.length; row += 1) {
    const here = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      here[at] = Math.min(above[at] + 1, here[at - 1] + 1, above[at - 1] + (same ? 0 : 1));
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (swapped) here[at] = Math.min(here[at], before[at - 2] + 1);
    }
    if (Math.min(...here) > most) return most + 1;
    [before, above] = [above, here];
  }
  return above[other.length];
}
