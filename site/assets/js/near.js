// Claims that say nearly the same as a sentence, or nearly the opposite: the measure of
// graph/argument/likeness.py, which takes it from rapidfuzz.

import { TEXT } from "./limits.js";
import { LETTER, LETTERS } from "./unspaced.js";

const MOST = 3;
const ALIKE = 68;
const DENIES = 80;
/** @type {Record<string, string[]>} */
const NEGATIONS = {
  en: "not no never none neither nor cannot without hardly nothing nobody".split(" "),
  nl: "niet geen nooit noch zonder nauwelijks niets niemand nergens".split(" "),
  de: "nicht kein keine keinen keinem keiner keines nie niemals weder ohne kaum nichts niemand nirgends".split(" "),
};

// Where a script has no spaces, sentences are compared letter by letter.
const OTHER = `(?:(?![${LETTERS}])[\\p{L}\\p{N}])+`;
const WORDS = new RegExp(`${LETTER}|${OTHER}(?:[’']${OTHER})*`, "gu");

/**
 * The claims nearest to a sentence per language, nearest first, as `{ id, score, language,
 * opposite }`. `claims` are `[id, sentence per language]`.
 *
 * Compared are the words in any order, without those of denial. The similarity, of 100, is the
 * mean of that of all words and that of the words both have against the rest.
 *
 * @type {(claims: [id: string, said: Texts][], wording: Texts, limit?: number) => Likeness[]}
 */
export function alike(claims, wording, limit = MOST) {
  /** @type {Map<string, Likeness>} */
  const best = new Map();
  for (const [language, sentence] of Object.entries(wording)) {
    // No claim is longer, and what is compared takes time by both lengths.
    const said = words(sentence.slice(0, TEXT), language);
    for (const [id, texts] of claims) {
      const own = wordsOf(texts, language);
      const score = own.kept.length && mayBeAlike(said, own) ? similarity(said, own) : 0;
      if (score < ALIKE || score <= (best.get(id)?.score ?? 0)) continue;
      const opposite = score >= DENIES && (said.denials + own.denials) % 2 === 1;
      best.set(id, { id, score, language, opposite });
    }
  }
  /** @type {(one: Likeness, other: Likeness) => number} */
  const order = (one, other) => other.score - one.score || (one.id < other.id ? -1 : 1);
  return [...best.values()].sort(order).slice(0, limit);
}

/** @typedef {{ kept: string[], denials: number, sorted: string }} Words */

/** @type {WeakMap<Texts, Map<string, Words>>} */
const known = new WeakMap();

/**
 * The words of a claim, which is compared at every pause in writing.
 *
 * @type {(texts: Texts, language: string) => Words}
 */
function wordsOf(texts, language) {
  let own = known.get(texts);
  if (!own) known.set(texts, (own = new Map()));
  let found = own.get(language);
  if (!found) own.set(language, (found = words(texts[language] ?? texts.und ?? "", language)));
  return found;
}

/** @type {(sentence: string, language: string) => Words} */
function words(sentence, language) {
  const all = (sentence.match(WORDS) ?? []).map((each) => each.toLowerCase());
  const denying = NEGATIONS[language] ?? [];
  const kept = all.filter((each) => !denying.includes(each) && !/n[’']t$/.test(each));
  return { kept, denials: all.length - kept.length, sorted: joined(kept) };
}

/** @type {(list: Iterable<string>) => string} */
const joined = (list) => [...list].sort().join(" ");
/** @type {(apart: number, length: number) => number} */
const likeness = (apart, length) => (length ? 100 - (100 * apart) / length : 100);

/**
 * Whether the lengths of two sentences let them be alike, if the one has all words of the other.
 *
 * @type {(one: Words, other: Words) => boolean}
 */
function mayBeAlike({ sorted: one }, { sorted: other }) {
  const most = likeness(Math.abs(one.length - other.length), one.length + other.length);
  return (most + 100) / 2 >= ALIKE;
}

/** @type {(one: Words, other: Words) => number} */
const similarity = (one, other) => (sorted(one, other) + shared(one.kept, other.kept)) / 2;

/**
 * How alike all words are, put in alphabetical order.
 *
 * @type {(one: Words, other: Words) => number}
 */
const sorted = ({ sorted: one }, { sorted: other }) =>
  likeness(distance(one, other), one.length + other.length);

/**
 * How alike the words of both are, each once, to those of either: the best of three ways.
 *
 * @type {(one: string[], other: string[]) => number}
 */
function shared(one, other) {
  const [a, b] = [new Set(one), new Set(other)];
  if (!a.size || !b.size) return 0;
  const both = [...a].filter((each) => b.has(each));
  const left = joined([...a].filter((each) => !b.has(each)));
  const right = joined([...b].filter((each) => !a.has(each)));
  if (both.length && (!left || !right)) return 100;
  const common = both.join(" ").length;
  const gap = common ? 1 : 0;
  const [first, second] = [common + gap + left.length, common + gap + right.length];
  const whole = likeness(distance(left, right), first + second);
  if (!common) return whole;
  return Math.max(
    whole,
    likeness(gap + left.length, common + first),
    likeness(gap + right.length, common + second),
  );
}

/**
 * How many characters must go or come to make one text the other.
 *
 * @type {(a: string, b: string) => number}
 */
function distance(a, b) {
  return a.length + b.length - 2 * longestCommon(a, b);
}

const WORD = 32;

/**
 * The length of the longest row of characters that both texts have, with others between them. 32
 * characters of a text are the bits of one number, of which each character of the other clears
 * what it adds: Hyyrö, "Bit-parallel LCS-length computation revisited", AWOCA 2004.
 *
 * @type {(one: string, other: string) => number}
 */
function longestCommon(one, other) {
  const [longer, shorter] = one.length > other.length ? [one, other] : [other, one];
  const size = Math.ceil(shorter.length / WORD);
  /** @type {Map<string, Uint32Array>} */
  const places = new Map();
  for (let at = 0; at < shorter.length; at += 1) {
    let those = places.get(shorter[at]);
    if (!those) places.set(shorter[at], (those = new Uint32Array(size)));
    those[Math.floor(at / WORD)] |= 1 << (at % WORD);
  }
  const free = new Uint32Array(size).fill(0xffffffff);
  for (let at = 0; at < longer.length; at += 1) {
    const those = places.get(longer[at]);
    if (!those) continue;
    let carry = 0;
    for (let word = 0; word < size; word += 1) {
      const sum = free[word] + ((free[word] & those[word]) >>> 0) + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      free[word] = sum | (free[word] & ~those[word]);
    }
  }
  let found = 0;
  for (const word of free) {
    for (let taken = ~word; taken; taken &= taken - 1) found += 1;
  }
  return found;
}
