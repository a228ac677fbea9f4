// Where in a reader's copy each paragraph of the guide begins, and which stretches of it are
// passages. Nothing here knows a page.

import { atOnce, folding, plain, wholeWords } from "./folding.js";

/** @type {(one: Spot, other: Spot) => number} */
export const order = (one, other) => one[0] - other[0] || one[1] - other[1];

/**
 * Where each of some paragraphs begins: at its first words, or where its first passage is.
 *
 * One that cannot be told, or that would begin before one that comes first, is not there.
 *
 * @param {import("./passages.js").SourceText} text
 * @param {[number: number, start: string][]} openings
 * @param {Map<number, Spot[]>} passages where those of each paragraph begin
 * @returns {Map<number, Spot>}
 */
export function beginnings(text, openings, passages) {
  /** @type {Map<number, Spot>} */
  const found = new Map();
  const words = new Map(openings);
  const numbers = [...new Set([...words.keys(), ...passages.keys()])].sort((one, other) => one - other);
  /** @type {(from: number) => Spot | undefined} */
  const earliest = (from) => numbers.slice(from).flatMap((each) => passages.get(each) ?? []).sort(order)[0];
  /** @type {Spot} */
  let last = [0, -1];
  for (const [at, number] of numbers.entries()) {
    const first = (passages.get(number) ?? []).filter((each) => order(each, last) > 0).sort(order)[0];
    const limit = earliest(at) ?? [text.paragraphs.length, 0];
    const start = words.get(number);
    const opening = start === undefined ? undefined : standsBetween(text, start, last, limit);
    const begin = opening ?? (first && wholeParagraph(first, last));
    if (begin) found.set(number, (last = begin));
  }
  return found;
}

/**
 * The beginning of the paragraph of a place, where it is behind another; else the place.
 *
 * @type {(place: Spot, last: Spot) => Spot}
 */
const wholeParagraph = (place, last) => (order([place[0], 0], last) > 0 ? [place[0], 0] : place);

/**
 * @param {import("./passages.js").SourceText} text
 * @param {string} words
 * @param {Spot} last
 * @param {Spot} limit
 * @returns {Spot | undefined}
 */
function standsBetween(text, words, last, limit) {
  const sought = plain(words, true);
  const folded = text.folded[1];
  if (!sought) return undefined;
  for (let paragraph = last[0]; paragraph <= Math.min(limit[0], text.paragraphs.length - 1); paragraph += 1) {
    folded[paragraph] ??= atOnce(folding(text.paragraphs[paragraph], true));
    const { begins } = folded[paragraph];
    for (const [from] of wholeWords(folded[paragraph], sought)) {
      /** @type {Spot} */
      const place = [paragraph, begins[from]];
      if (order(place, last) > 0) return order(place, limit) <= 0 ? withQuotes(text.paragraphs[paragraph], place) : undefined;
    }
  }
  return undefined;
}

/**
 * A place without the quotation marks and brackets before it.
 *
 * @type {(text: string, place: Spot) => Spot}
 */
function withQuotes(text, [paragraph, at]) {
  const before = /[^\s\p{L}\p{N}]{0,3}$/u.exec(text.slice(0, at));
  return [paragraph, before ? before.index : at];
}

/**
 * A stretch of a paragraph cut where passages begin and end: of each piece, the passages over it,
 * the shortest first, and those that begin and end at its edges.
 *
 * @param {number} begin
 * @param {number} end
 * @param {{ begin: number, end: number }[]} passages
 * @returns {{ from: number, to: number, over: number[], begins: number[], ends: number[] }[]}
 */
export function pieces(begin, end, passages) {
  const inside = passages.flatMap((each) => [each.begin, each.end]).filter((at) => at > begin && at < end);
  const cuts = [...new Set([begin, ...inside, end])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1];
    const over = [...passages.keys()].filter((each) => passages[each].begin < to && passages[each].end > from);
    over.sort((one, other) => size(passages[one]) - size(passages[other]));
    return {
      from,
      to,
      over,
      begins: over.filter((each) => passages[each].begin === from),
      ends: over.filter((each) => passages[each].end === to),
    };
  });
}

/** @type {(stretch: { begin: number, end: number }) => number} */
const size = ({ begin, end }) => end - begin;
