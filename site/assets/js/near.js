// Claims that say nearly the same as a sentence, or nearly the opposite: the measure of
// graph/argument/likeness.py, which takes it from rapidfuzz.

import { TEXT } from "./limits.js";

const MOST = 3;
const ALIKE = 68;
const DENIES = 80;
/** @type {Record<string, string[]>} */
const NEGATIONS = {
  en: "not no never none neither nor cannot without hardly nothing nobody".split(" "),
  nl: "niet geen nooit noch zonder nauwelijks niets niemand nergens".split(" "),
  de: "nicht kein keine keinen keinem keiner keines nie niemals weder ohne kaum nichts niemand nirgends".split(" "),
};

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
      const own = words(texts[language] ?? texts.und ?? "", language);
      const score = own.kept.length ? (sorted(said.kept, own.kept) + shared(said.kept, own.kept)) / 2 : 0;
      if (score < ALIKE || score <= (best.get(id)?.score ?? 0)) continue;
      const opposite = score >= DENIES && (said.denials + own.denials) % 2 === 1;
      best.set(id, { id, score, language, opposite });
    }
  }
  /** @type {(one: Likeness, other: Likeness) => number} */
  const order = (one, other) => other.score - one.score || (one.id < other.id ? -1 : 1);
  return [...best.values()].sort(order).slice(0, limit);
}

/** @type {(sentence: string, language: string) => { kept: string[], denials: number }} */
function words(sentence, language) {
  const all = (sentence.match(/[\p{L}\p{N}]+(?:[’'][\p{L}\p{N}]+)*/gu) ?? []).map((each) => each.toLowerCase());
  const denying = NEGATIONS[language] ?? [];
  const kept = all.filter((each) => !denying.includes(each) && !/n[’']t$/.test(each));
  return { kept, denials: all.length - kept.length };
}

/** @type {(list: Iterable<string>) => string} */
const joined = (list) => [...list].sort().join(" ");
/** @type {(apart: number, length: number) => number} */
const likeness = (apart, length) => (length ? 100 - (100 * apart) / length : 100);

/**
 * How alike all words are, put in alphabetical order.
 *
 * @type {(one: string[], other: string[]) => number}
 */
function sorted(one, other) {
  const [a, b] = [joined(one), joined(other)];
  return likeness(distance(a, b), a.length + b.length);
}

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
  let above = new Uint16Array(b.length + 1);
  for (const letter of a) {
    const row = new Uint16Array(b.length + 1);
    for (let at = 1; at <= b.length; at += 1) {
      row[at] = letter === b[at - 1] ? above[at - 1] + 1 : Math.max(above[at], row[at - 1]);
    }
    above = row;
  }
  return a.length + b.length - 2 * above[b.length];
}
