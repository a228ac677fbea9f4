// Choosing among all claims: by their words, by the options of facets, and in which order. Words are
// found as graph/argument/finding.py finds them.

import { fitting, meant, wordsOf } from "./words_meant.js";

/** Facets of which the titles are words that their claims are found by. */
const FOUND_BY = new Set(["theme", "speaker"]);

/**
 * The claims of the file as they are chosen from. Each word leads to the claims that have it, by
 * number, so that what a reader types is compared with every word once.
 *
 * @type {(file: ClaimsFile) => ClaimTable}
 */
export function tableOf({ columns, claims, facets }) {
  const options = facets.flatMap(({ name, title, options: pairs }, facet) =>
    pairs.map(([key, words]) => ({ facet, name, facetTitle: title, key, title: words })),
  );
  const titles = options.map(({ name, title }) => (FOUND_BY.has(name) ? wordsOf(title) : []));
  /** @type {Map<string, number[]>} */
  const having = new Map();
  const rows = claims.map((values, number) => {
    const { words, ...row } = /** @type {any} */ (
      Object.fromEntries(columns.map((column, at) => [column, values[at]]))
    );
    const own = [...wordsOf(`${row.label} ${row.sentence}`), ...words.split(" ")];
    for (const option of row.options) own.push(...titles[option]);
    for (const word of new Set(own)) {
      if (!word) continue;
      const numbers = having.get(word);
      if (numbers) numbers.push(number);
      else having.set(word, [number]);
    }
    return row;
  });
  const numbers = new Map(options.map(({ name, key }, number) => [`${name}/${key}`, number]));
  return { options, numbers, claims: rows, having };
}

/**
 * For each claim, how many of the words it lacks.
 *
 * @type {(table: ClaimTable, asked: string[]) => Uint8Array}
 */
function lacking({ claims, having }, asked) {
  const lacks = new Uint8Array(claims.length).fill(Math.min(asked.length, 255));
  for (const each of asked) {
    const fits = fitting(each);
    const has = new Uint8Array(claims.length);
    for (const [word, numbers] of having) if (fits(word)) for (const number of numbers) has[number] = 1;
    for (const number of claims.keys()) lacks[number] -= has[number];
  }
  return lacks;
}

/**
 * The claims that have all the words and, in every facet chosen in, one of the chosen options;
 * and for every option how many claims it would hold given the words and the other facets.
 *
 * @type {(table: ClaimTable, words: string, chosen: Set<number>) => { found: ClaimRow[], counts: number[] }}
 */
export function choose(table, words, chosen) {
  const { options, claims } = table;
  const lacks = lacking(table, wordsOf(words).slice(0, 255));
  const bits = options.map(({ facet }) => 1 << facet);
  let asked = 0;
  for (const number of chosen) asked |= bits[number];
  const counts = options.map(() => 0);
  const found = [];
  for (const [at, claim] of claims.entries()) {
    if (lacks[at]) continue;
    let missing = asked;
    for (const number of claim.options) if (chosen.has(number)) missing &= ~bits[number];
    if (missing === 0) found.push(claim);
    // A claim that only one facet keeps out would be let in by that facet's other options.
    else if (missing & (missing - 1)) continue;
    for (const number of claim.options) {
      if (missing === 0 || missing === bits[number]) counts[number] += 1;
    }
  }
  return { found, counts };
}

/**
 * Those of the words that no claim has, and of each the words it may be meant for.
 *
 * @type {(table: ClaimTable, words: string) => [word: string, meant: string[]][]}
 */
export function unknownWords({ having }, words) {
  return [...new Set(wordsOf(words))]
    .filter((each) => ![...having.keys()].some(fitting(each)))
    .map((each) => [each, meant(each, [...having].map(([word, { length }]) => [word, length]))]);
}

/**
 * The claims in another order than that of the file, in which those come first that do most to a
 * thesis: by `date`, the newest first; by their `place` in the texts under analysis; or by `label`.
 *
 * @type {(found: ClaimRow[], order: string, language: string) => ClaimRow[]}
 */
export function inOrder(found, order, language) {
  const sorted = [...found];
  if (order === "date") sorted.sort((one, other) => Number(one.date < other.date) - Number(one.date > other.date));
  // Those that are read in none of the texts come last.
  if (order === "place") sorted.sort((one, other) => (one.place >>> 0) - (other.place >>> 0));
  if (order === "label") {
    const { compare } = new Intl.Collator(language);
    sorted.sort((one, other) => compare(one.label, other.label));
  }
  return sorted;
}
