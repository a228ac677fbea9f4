// A thesis as a reader leaves it who accepts some claims and rejects others, as graph/argument/answered.py
// and walk.py have it. Nothing of a page is known here.

import { MARGIN, NOTICEABLE, standings } from "./semantics.js";

/**
 * The state of a line of which this much arrives.
 *
 * @type {(force: Pair) => LineState}
 */
export function lineState([lower, upper]) {
  if (lower > MARGIN) return "holds";
  return upper <= NOTICEABLE ? "broken" : "contested";
}

/**
 * The standing of a thesis and the states of its lines, by their links, with these bands.
 *
 * @type {(graph: Graph, bounds: Bounds, thesis: string, lines: string[], links: FrameworkLink[]) => WalkOutcome}
 */
export function answered(graph, bounds, thesis, lines, links) {
  const { lower, upper } = bounds;
  const places = new Map(links.map(([id], place) => [id, graph.claims.length + place]));
  const node = /** @type {number} */ (graph.numbers.get(thesis));
  return {
    standing: standings(graph, bounds)[node],
    balance: [lower[node], upper[node]],
    lines: lines.map((link) => {
      const at = /** @type {number} */ (places.get(link));
      return lineState([lower[at], upper[at]]);
    }),
  };
}

/**
 * The stop at which a reader and the author part: of those rejected that the author endorses, the one that
 * costs the thesis most; of equals the first. What goes unspoken stands in where the author says none.
 *
 * @type {(stops: WalkStop[], rejected: string[]) => WalkStop | undefined}
 */
export function parting(stops, rejected) {
  for (const held of ["endorsed", "unspoken"]) {
    const found = stops.filter((stop) => stop.held === held && rejected.includes(stop.claim));
    if (found.length) return found.reduce((most, stop) => (stop.cost > most.cost ? stop : most));
  }
  return undefined;
}
