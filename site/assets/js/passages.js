// Finding recorded passages in a text that a reader has, and proving them by their fingerprints:
// what `betoog verify` does, in a browser. What takes long is a generator; see folding.js.

import { fingerprint, isFingerprint } from "./fingerprint.js";
import { folding, plain, SPACE, wholeWords, WORD } from "./folding.js";
import { BROKEN, BULLETS, CLOSING, COMPARED, HEADING, LEAST_SIMILARITY, TRAILING } from "./signs.js";
import { LETTER, LETTERS } from "./unspaced.js";

const BLANK_LINES = new RegExp(`\\n[${SPACE.replace("\\t-\\r", "\\t\\v-\\r")}]*\\n[${SPACE}]*`, "g");
const space = new RegExp(`[${SPACE}]`);
const GAP = new RegExp(`[${SPACE}]+`);
const bullet = new RegExp(`^(?:[${BULLETS.replace("-", "\\-")}]|\\p{Nd}+[.)])[${SPACE}]`, "u");
// In scripts without spaces each letter may be a word.
const OTHER = `(?:(?![${LETTERS}])[${WORD}])`;
const words = new RegExp(`[${LETTERS}]|${OTHER}+`, "gu");
const run = new RegExp(`${LETTER}|${OTHER}(?:(?:(?![${LETTERS}])[${WORD}.&'\\-${BROKEN}])*${OTHER})?`, "gu");

/**
 * A text without the white space around it. A pattern would look for its end at every space within.
 *
 * @type {(text: string) => string}
 */
function stripped(text) {
  let [begin, end] = [0, text.length];
  while (begin < end && space.test(text[begin])) begin += 1;
  while (begin < end && space.test(text[end - 1])) end -= 1;
  return text.slice(begin, end);
}

/**
 * The paragraphs of a text, which blank lines part: the first is its headline, and section
 * headings are none of them.
 *
 * @type {(text: string) => string[]}
 */
export function paragraphsOf(text) {
  const lines = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/^\ufeff+/, "");
  const blocks = lines.split(BLANK_LINES).map(stripped).filter(Boolean);
  return blocks.filter((block, place) => place === 0 || place === blocks.length - 1 || !isHeading(block));
}

/** @type {(block: string) => boolean} */
function isHeading(block) {
  const [mostSigns, mostWords] = HEADING;
  if (block.includes("\n") || [...block].length > mostSigns || block.split(GAP).length > mostWords) return false;
  let end = [...block];
  while (end.length && TRAILING.includes(end[end.length - 1])) end = end.slice(0, -1);
  return !CLOSING.includes(end[end.length - 1] ?? " ") && !bullet.test(block);
}

/** A text in which passages are sought, folded as far as that is needed. */
export class SourceText {
  /** @param {string[]} paragraphs */
  constructor(paragraphs) {
    this.paragraphs = paragraphs;
    /** @type {Folded[][]} */
    this.folded = [[], []];
    /** How many words it has; undefined before anybody asked. @type {number | undefined} */
    this.size = undefined;
  }
}

/**
 * The paragraphs of a text as words are sought in them.
 *
 * @param {SourceText} text
 * @param {boolean} caseless
 * @returns {Generator<void, Folded[]>}
 */
function* foldedTexts({ paragraphs, folded }, caseless) {
  const made = folded[Number(caseless)];
  while (made.length < paragraphs.length) made.push(yield* folding(paragraphs[made.length], caseless));
  return made;
}

/** The steps that may still be taken to look for words like those that are nowhere. */
export class Comparing {
  constructor(steps = COMPARED.all) {
    this.left = steps;
  }

  /** @type {(text: SourceText, sought: string[]) => boolean} */
  takes(text, sought) {
    const lengths = sought.map((each) => [...each].length);
    const size = text.size ?? 0;
    const steps = lengths.reduce((sum, signs) => sum + stepsOf(signs, size), 0);
    if (steps > Math.min(COMPARED.one, this.left) || Math.max(...lengths) > COMPARED.longest) return false;
    this.left -= steps;
    return true;
  }
}

/** @type {(signs: number, size: number) => number} */
const stepsOf = (signs, size) => 3 * size * (COMPARED.forRun + signs * (1 + Math.floor(signs / COMPARED.signs)));

/**
 * What comes of passages of one source, one after the other.
 *
 * @param {SourceText} text
 * @param {RecordedPassage[]} passages
 * @returns {Generator<void, PassageVerdict[]>}
 */
export function* verified(text, passages) {
  const comparing = new Comparing();
  const found = [];
  let nowhere = 0;
  for (const each of passages) {
    const verdict = yield* verdictOn(text, each, nowhere < COMPARED.mostLikest ? comparing : new Comparing(0));
    if (verdict.similarity < 100 && verdict.status !== "ambiguous") nowhere += 1;
    found.push(verdict);
    yield;
  }
  return found;
}

/** @type {PassageVerdict} */
const MISSING = { status: "missing", similarity: 0 };

/**
 * @param {SourceText} text
 * @param {RecordedPassage} passage
 * @param {Comparing} comparing
 * @returns {Generator<void, PassageVerdict>}
 */
function* verdictOn(text, { paragraph, start, end, fingerprint: recorded }, comparing) {
  if (!plain(start) || (end !== null && !plain(end))) return MISSING;
  const every = yield* places(text, start, end);
  const here = every.filter((each) => paragraph === null || each.paragraph === paragraph);
  const same = recorded ? every.filter((each) => isFingerprint(recorded, passageAt(text, each))) : [];
  const sameHere = same.find((each) => here.includes(each));
  if (sameHere) return { status: "verified", similarity: 100, ...sameHere };
  if (same.length) return { status: "moved", similarity: 100, same: true, ...nearest(same, paragraph) };
  if (here.length && paragraph !== null) return { status: recorded ? "changed" : "unfingerprinted", similarity: 100, ...here[0] };
  if (!every.length) return yield* alike(text, paragraph, start, end, comparing);
  // Without regard to letter case only where nothing else was found.
  const strict = every.some((each) => !each.caseless) ? every.filter((each) => !each.caseless) : every;
  const firsts = [...new Map([...strict].reverse().map((each) => [each.paragraph, each])).values()].reverse();
  if (paragraph !== null) return { status: "moved", similarity: 100, ...nearest(firsts, paragraph) };
  if (firsts.length > 1) return { status: "ambiguous", similarity: 0 };
  return { status: recorded ? "changed" : "unfingerprinted", similarity: 100, ...firsts[0] };
}

/** @type {(text: SourceText, place: Stretch) => string} */
export const passageAt = (text, { paragraph, begin, end }) => text.paragraphs[paragraph].slice(begin, end);

/** @type {(text: SourceText, place: Stretch) => string} */
export const fingerprintAt = (text, place) => fingerprint(passageAt(text, place));

/** @type {<P extends Stretch>(found: P[], paragraph: number | null) => P} */
function nearest(found, paragraph) {
  const away = found.map((each) => Math.abs(each.paragraph - (paragraph ?? 0)));
  return found[away.indexOf(Math.min(...away))];
}

/**
 * Every place that the first and last words of a passage may stand for, the likelier first in each
 * paragraph.
 *
 * @param {SourceText} text
 * @param {string} start
 * @param {string | null} end
 * @returns {Generator<void, Stretch[]>}
 */
export function* places(text, start, end) {
  /** @type {Map<string, Stretch>} */
  const found = new Map();
  for (const caseless of [false, true]) {
    const first = plain(start, caseless);
    const last = end === null ? null : plain(end, caseless);
    for (const [paragraph, folded] of (yield* foldedTexts(text, caseless)).entries()) {
      if (paragraph % 256 === 0) yield;
      const opening = wholeWords(folded, first).next().value;
      if (!opening) continue;
      for (const [, close] of closings(folded, last, opening)) {
        const place = { paragraph, begin: folded.begins[opening[0]], end: folded.ends[close - 1], caseless };
        const name = `${paragraph} ${place.begin} ${place.end}`;
        if (!found.has(name)) found.set(name, place);
      }
    }
  }
  return [...found.values()].sort((one, other) => one.paragraph - other.paragraph);
}

/**
 * @param {Folded} folded
 * @param {string | null} last
 * @param {[number, number]} opening
 * @returns {Generator<[number, number], void>}
 */
function* closings(folded, last, opening) {
  if (last === null) {
    yield opening;
    return;
  }
  for (const closing of wholeWords(folded, last, opening[0])) {
    if (closing[1] >= opening[1]) {
      yield closing;
      if (closing[0] >= opening[1]) return;
    }
  }
}

// ── Words like those that are nowhere ────────────────────────────────────────

/**
 * @param {SourceText} text
 * @param {number | null} paragraph
 * @param {string} start
 * @param {string | null} end
 * @param {Comparing} comparing
 * @returns {Generator<void, PassageVerdict>}
 */
function* alike(text, paragraph, start, end, comparing) {
  const first = plain(start, true);
  const last = end === null ? null : plain(end, true);
  const texts = yield* foldedTexts(text, true);
  if (text.size === undefined) {
    text.size = 0;
    for (const each of texts) {
      text.size += each.text.match(words)?.length ?? 0;
      yield;
    }
  }
  if (!comparing.takes(text, last === null ? [first] : [first, last])) return MISSING;
  /** @type {PassageVerdict | undefined} */
  let best;
  const expected = paragraph ?? 0;
  const order = [...texts.keys()].sort((one, other) => Math.abs(one - expected) - Math.abs(other - expected));
  for (const number of order) {
    const folded = texts[number];
    const opening = yield* similar(first, folded);
    const closing = opening && last !== null ? yield* similar(last, folded, opening[0], opening[1]) : opening;
    if (!opening || !closing) continue;
    const similarity = Math.min(opening[2], closing[2]);
    if (best && similarity <= best.similarity) continue;
    const place = { paragraph: number, begin: folded.begins[opening[0]], end: folded.ends[closing[1] - 1] };
    best = { status: paragraph === null || number === paragraph ? "changed" : "moved", similarity, ...place };
  }
  return best ? { ...best, similarity: Math.floor(best.similarity * 10) / 10 } : MISSING;
}

/**
 * The run of words most like these, and how much, from 0 to 100; undefined where none is much like
 * them.
 *
 * @param {string} sought
 * @param {Folded} folded
 * @param {number} [from]
 * @param {number} [to]
 * @returns {Generator<void, [number, number, number] | undefined>}
 */
function* similar(sought, folded, from = 0, to = 0) {
  const { text } = folded;
  const all = yield* runs(folded);
  const length = sought.match(run)?.length ?? 0;
  const wanted = [...sought];
  const counts = counted(wanted);
  /** @type {[number, number, number] | undefined} */
  let best;
  for (const [place, [begin]] of all.entries()) {
    if (place % 256 === 0) yield;
    if (begin < from) continue;
    for (let count = Math.max(1, length - 1); count < length + 2 && place + count <= all.length; count += 1) {
      const end = all[place + count - 1][1];
      // Of what is much shorter no more has to be known.
      if (end < to || tooShort(end - begin, wanted.length)) continue;
      const signs = [...text.slice(begin, end).replaceAll(BROKEN, "")];
      const most = likeness(common(counts, signs), wanted, signs);
      if (most < LEAST_SIMILARITY || (best && most <= best[2])) continue;
      const found = likeness(longestCommon(wanted, signs), wanted, signs);
      if (found >= LEAST_SIMILARITY && (!best || found > best[2])) best = [begin, end, found];
    }
  }
  return best;
}

/** @type {(length: number, wanted: number) => boolean} */
const tooShort = (length, wanted) => 200 * length < LEAST_SIMILARITY * (length + wanted);

/** @type {WeakMap<Folded, [number, number][]>} */
const runsOf = new WeakMap();

/**
 * Where the words of a text begin and end, without the signs around them.
 *
 * @param {Folded} folded
 * @returns {Generator<void, [number, number][]>}
 */
function* runs(folded) {
  let found = runsOf.get(folded);
  if (found) return found;
  found = [];
  for (const { 0: word, index } of folded.text.matchAll(run)) {
    found.push([index, index + word.length]);
    if (found.length % 2048 === 0) yield;
  }
  runsOf.set(folded, found);
  return found;
}

/** @type {(shared: number, one: string[], other: string[]) => number} */
function likeness(shared, one, other) {
  const all = one.length + other.length;
  return (1 - (all - 2 * shared) / all) * 100;
}

/** @type {(signs: string[]) => Map<string, number>} */
function counted(signs) {
  const found = new Map();
  for (const each of signs) found.set(each, (found.get(each) ?? 0) + 1);
  return found;
}

/**
 * How many signs they share in any order: no fewer than in the same.
 *
 * @type {(counts: Map<string, number>, signs: string[]) => number}
 */
function common(counts, signs) {
  const shared = [];
  for (const each of signs) {
    const left = counts.get(each);
    if (left) {
      counts.set(each, left - 1);
      shared.push(each);
    }
  }
  for (const each of shared) counts.set(each, (counts.get(each) ?? 0) + 1);
  return shared.length;
}

/** @type {(one: string[], other: string[]) => number} */
function longestCommon(one, other) {
  let before = new Uint16Array(other.length + 1);
  for (const sign of one) {
    const now = new Uint16Array(other.length + 1);
    for (let at = 1; at < now.length; at += 1) {
      now[at] = sign === other[at - 1] ? before[at - 1] + 1 : Math.max(before[at], now[at - 1]);
    }
    before = now;
  }
  return before[other.length];
}
