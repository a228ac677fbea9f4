// All claims as rows, with the facets to choose them by.
import { base, data } from "./page.js";
import { tableOf } from "./claim_choice.js";

/** @type {Promise<ClaimTable | null> | undefined} */
let table;

/**
 * The claims with the facets to choose them by, asked for once; null where out of reach.
 * Options are numbered through all facets; a claim holds the numbers of its options.
 *
 * @type {() => Promise<ClaimTable | null>}
 */
export function claimRows() {
  return (table ??= data(new URL("lists/claims.json", base).href).then((file) => file && tableOf(file)));
}
