// All claims as rows, and choosing among them: by their words and by the options of facets.
import { base, data } from "./page.js";

/** @type {Promise<ClaimTable | null> | undefined} */
let table;

/**
 * The claims with the facets to choose them by, asked for once; null where out of reach.
 * Options are numbered through all facets; a claim holds the numbers of its options.
 *
 * @type {() => Promise<ClaimTable | null>}
 */
export function claimRows() {
  return (table ??= data(new URL("lists/claims.json", base).href).then((file) => file && read(file)));
}

/** @type {(file: ClaimsFile) => ClaimTable} */
function read({ columns, claims, facets }) {
  const options = facets.flatMap(({ name, title, options: pairs }, facet) =>
    pairs.map(([key, words]) => ({ facet, name, facetTitle: title, key, title: words })),
  );
  const rows = claims.map((values) => {
    const row = /** @type {any} */ (Object.fromEntries(columns.map((column, at) => [column, values[at]])));
    return { ...row, folded: fold(`${row.label} ${row.sentence} ${row.keywords}`) };
  });
  return { options, claims: rows };
}

/**
 * Words as they are compared: without capitals, accents or the shape of quotation marks.
 *
 * @type {(text: string) => string}
 */
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase().replace(/[‘’]/g, "'");
}

/**
 * The claims that hold all the words and, in every facet chosen in, one of the chosen options;
 * and for every option how many claims it would hold given the words and the other facets.
 *
 * @type {(table: ClaimTable, words: string, chosen: Set<number>) => { found: ClaimRow[], counts: number[] }}
 */
export function choose({ options, claims }, words, chosen) {
  const terms = fold(words).split(/\s+/).filter(Boolean);
  const bits = options.map(({ facet }) => 1 << facet);
  let asked = 0;
  for (const number of chosen) asked |= bits[number];
  const counts = options.map(() => 0);
  const found = [];
  for (const claim of claims) {
    if (!terms.every((term) => claim.folded.includes(term))) continue;
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
